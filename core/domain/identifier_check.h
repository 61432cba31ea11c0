// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/identifier_type.h"
#include "domain/sex.h"

namespace ow::domain {

// What a number says once it has been looked at. Nothing here refuses it: the clerk decides and gives a reason.
struct IdentifierCheck {
  std::string normal;  // what is compared and searched, always equal to normalIdentifier(raw)
  Validity validity = Validity::unchecked;
  std::vector<std::string> warnings;  // words of `warning`, each at most once
  std::optional<base::Date> birth;    // where the number tells it without guessing a century
  std::optional<Sex> sex;

  bool hasWarning(std::string_view word) const;
};

// The stable words of IdentifierCheck::warnings. `ui` has a sentence for each.
namespace warning {
inline constexpr std::string_view kEmpty = "empty";
inline constexpr std::string_view kTooLong = "too_long";
inline constexpr std::string_view kHiddenCharacters = "hidden_characters";  // invisible ones were in the text and are gone
inline constexpr std::string_view kNotAscii = "not_ascii";                  // look-alike letters or digits of another script
inline constexpr std::string_view kImpossibleDate = "impossible_date";
inline constexpr std::string_view kFutureBirth = "future_birth";
inline constexpr std::string_view kAgeOver120 = "age_over_120";
inline constexpr std::string_view kUnknownArea = "unknown_area";
inline constexpr std::string_view kLegacy15 = "legacy_15";                   // 15 digits: no check digit to trust
inline constexpr std::string_view kResidencePermit = "is_residence_permit";  // the number is of a 港澳台居民居住证
inline constexpr std::string_view kOldForm = "old_form";                     // of a paper that is no longer issued
inline constexpr std::string_view kUnknownPrefix = "unknown_prefix";
inline constexpr std::string_view kUnknownRegister = "unknown_register";  // USCC: no such 登记管理部门 and 机构类别
inline constexpr std::string_view kInnerCheck = "inner_check";            // USCC: the organisation code's own check
inline constexpr std::string_view kGenericNumber = "generic_number";      // RFC of the public or of foreigners at large
inline constexpr std::string_view kNeverIssued = "never_issued";          // SSN of an advertisement
}  // namespace warning

// Whether `text` has the shape of `pattern`: d a digit, a a letter A-Z, w either; anything else stands for itself.
bool fits(std::string_view text, std::string_view pattern);
bool allDigits(std::string_view text);

// The date written YYYYMMDD, when there is such a day and the product takes it (base::kEarliestDate..kLatestDate).
std::optional<base::Date> compactDate(std::string_view yyyymmdd);

}  // namespace ow::domain
