// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "insight/tallies.h"

namespace ow::insight {

// The time that a scorecard is about: whole days of the place.
struct Period {
  std::string text;  // "2026", "2026-Q3", "2026-10", "2026-10-05", "2026-01-01..2026-06-30"
  Days days;
};
// invalidInput (field=period; rule=format, order, or too_long for more than ten years).
base::Result<Period> parsePeriod(std::string_view text);
// The calendar month of that day, as a period.
Period monthOf(base::Date day);
// So many months up to and with that of `last`, the oldest first.
std::vector<Period> monthsUntil(base::Date last, int months);

}  // namespace ow::insight
