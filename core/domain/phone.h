// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "domain/identifier_type.h"

// Telephone numbers: ITU-T E.164 where a number has one, national digits where it has not. Takes any bytes, never fails; any
// thread.
namespace ow::domain {

enum class PhoneKind {
  mobile,
  fixedLine,
  serviceNumber,  // hotlines, emergency and freephone numbers: nobody's own, so never masked
  other,          // not told by the number (in the United States and Mexico both look alike), or a pager, a satellite phone ...
};

struct PhoneCheck {
  std::string e164;       // "+8613812345678"; empty for a number that is only good inside its country (12345, 110, 400...)
  std::string national;   // digits without trunk prefix; for a number that could not be read, all its digits
  std::string extension;  // digits of an inner line (分机), or empty
  PhoneKind kind = PhoneKind::other;
  // ok; unchecked: possible, yet in no range that our tables know (a warning); formatBad: cannot be a number (asks for a
  // reason).
  Validity validity = Validity::formatBad;
  std::string region;  // ISO 3166-1 alpha-2 of the number, or empty
};

// `defaultRegion`: ISO 3166-1 alpha-2 ("CN") for numbers written without a country code. Full-width digits, separators, 00 and
// 86 without a plus, Mexico's 1, 044 and 045 of before August 2019, and inner lines (转, 分机, ext) are understood.
PhoneCheck checkPhone(std::string_view raw, std::string_view defaultRegion);

// The digits alone, of any script, for search by any part of a number.
std::string phoneDigits(std::string_view raw);

// The number tables are read at first use (6 to 30 ms): call this where nobody waits.
void preparePhoneTables();

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::PhoneKind> =
    std::array<std::string_view, 4>{"mobile", "fixed_line", "service_number", "other"};
