// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace ow::domain {

// Our case number: RRRRRR-YYYYMMDD-TTT-NNNNN-C. Division code (GB/T 2260), local date, desk (three of 0-9A-Z, unique in the
// division), the desk's running number of that day, and a check character (ISO 7064 MOD 37-2 over the rest), so desks that
// never meet never collide and a misread number is noticed. 23 characters without separators; GB/T 39046-2020 allows 50.
struct CaseNumber {
  std::string division;  // six digits
  base::Date date;
  std::string desk;  // three characters
  int serial = 0;    // 1..99999

  std::string text() const;
  // The form read out at a window: the last eight characters without separators (desk's tail, serial, check).
  std::string spoken() const;
  // Accepts any separators and lower case; invalidInput with fact rule=case_number or rule=check_character.
  static base::Result<CaseNumber> parse(std::string_view text);
};

}  // namespace ow::domain
