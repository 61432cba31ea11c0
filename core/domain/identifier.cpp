// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifier.h"

#include <algorithm>
#include <array>

#include "domain/foreign_identifier.h"
#include "domain/travel_permit.h"
#include "domain/typed_text.h"

namespace ow::domain {
namespace {

// Longer than any number of any register, in bytes of the normal form. Free text may fill it, too.
constexpr std::size_t kLongest = 64;

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isFreeText(IdentifierType type) {
  return type == IdentifierType::officerCard || type == IdentifierType::other;
}

IdentifierCheck bare(std::string_view normal, Validity validity) {
  return {.normal = std::string(normal), .validity = validity, .warnings = {}, .birth = {}, .sex = {}};
}

// Two shapes: 15 digits of region, kind and order before 2015, 13 before that.
IdentifierCheck checkRegistration(std::string_view normal) {
  const bool isNumber = allDigits(normal) && (normal.size() == 13 || normal.size() == 15);
  auto check = bare(normal, isNumber ? Validity::unchecked : Validity::formatBad);
  if (isNumber) check.warnings.emplace_back(warning::kOldForm);
  return check;
}

// Region and organisation code (15), or the owner's own citizen number and two more (17 to 20).
IdentifierCheck checkTaxNumber(std::string_view normal) {
  const bool isFirm = fits(normal, "ddddddwwwwwwwww");
  const auto body = normal.substr(0, std::min<std::size_t>(normal.size(), 17));
  const bool isOwner = (normal.size() == 17 || normal.size() == 18 || normal.size() == 20) && allDigits(body) &&
                       normal.find_first_not_of("0123456789X") == std::string_view::npos;
  auto check = bare(normal, isFirm || isOwner ? Validity::unchecked : Validity::formatBad);
  if (check.validity == Validity::unchecked) check.warnings.emplace_back(warning::kOldForm);
  return check;
}

IdentifierCheck checkByScheme(IdentifierType type, std::string_view normal, base::Date today) {
  switch (type) {
    case IdentifierType::citizenId:
    case IdentifierType::hkMacauTaiwanResidence:
    case IdentifierType::foreignerResidence:
      return checkCitizenNumber(type, normal, today);
    case IdentifierType::foreignerResidenceOld:
    case IdentifierType::hkMacauPermit:
    case IdentifierType::taiwanPermit:
    case IdentifierType::hkMacauExitPermit:
    case IdentifierType::taiwanExitPermit:
    case IdentifierType::passportCn:
    case IdentifierType::passportForeign:
    case IdentifierType::birthCertificate:
      return checkTravelPaper(type, normal);
    case IdentifierType::uscc:
      return checkUscc(normal);
    case IdentifierType::orgCodeOld:
      return checkOrgCode(normal);
    case IdentifierType::businessRegistrationOld:
      return checkRegistration(normal);
    case IdentifierType::taxNumberOld:
      return checkTaxNumber(normal);
    case IdentifierType::curp:
    case IdentifierType::rfc:
    case IdentifierType::ssn:
    case IdentifierType::itin:
      return checkForeignIdentifier(type, normal, today);
    case IdentifierType::officerCard:
    case IdentifierType::other:
      return bare(normal, Validity::unchecked);
  }
  return bare(normal, Validity::unchecked);
}

// How sure a guess is: lower is better.
enum class Likeness { checked, shaped, nearly, possible, anything, none };

bool hasCheckCharacter(IdentifierType type) {
  switch (type) {
    case IdentifierType::citizenId:
    case IdentifierType::hkMacauTaiwanResidence:
    case IdentifierType::foreignerResidence:
    case IdentifierType::uscc:
    case IdentifierType::orgCodeOld:
    case IdentifierType::curp:
      return true;
    default:
      return false;
  }
}

// Shapes so wide that numbers of other kinds fall into them, too.
bool isWideShape(IdentifierType type, const IdentifierCheck& check) {
  switch (type) {
    case IdentifierType::passportForeign:
    case IdentifierType::businessRegistrationOld:
    case IdentifierType::taxNumberOld:
      return true;
    default:
      return check.hasWarning(warning::kUnknownPrefix) ||
             (type == IdentifierType::taiwanPermit && check.hasWarning(warning::kOldForm));
  }
}

bool looksLikeMobile(std::string_view normal) {
  return fits(normal, "1dddddddddd") && normal[1] >= '3';
}

Likeness likeness(IdentifierType type, std::string_view normal) {
  if (isFreeText(type)) return Likeness::none;
  if (type == IdentifierType::passportForeign && looksLikeMobile(normal)) return Likeness::none;
  // Without a clock: what will be a right number in some year is one here.
  const auto check = checkByScheme(type, normal, base::kLatestDate);
  if (check.validity == Validity::formatBad) return Likeness::none;
  if (check.validity == Validity::checksumBad) return Likeness::nearly;
  if (isWideShape(type, check)) {
    const bool hasDigit = normal.find_first_of("0123456789") != std::string_view::npos;
    if (!hasDigit) return Likeness::none;
    return type == IdentifierType::passportForeign ? Likeness::anything : Likeness::possible;
  }
  if (check.hasWarning(warning::kResidencePermit)) return Likeness::shaped;
  return hasCheckCharacter(type) && check.validity == Validity::ok ? Likeness::checked : Likeness::shaped;
}

}  // namespace

std::string normalIdentifier(std::string_view raw) {
  return compactUpper(foldTyped(raw).text);
}

IdentifierCheck checkIdentifier(IdentifierType type, std::string_view raw, base::Date today) {
  const auto typed = foldTyped(raw);
  const auto normal = compactUpper(typed.text);
  auto check = checkByScheme(type, normal, today);
  // An RFC may hold an Ñ; one that has its shape holds nothing else that is foreign.
  const bool mayBeForeignScript = isFreeText(type) || (type == IdentifierType::rfc && check.validity != Validity::formatBad);
  const auto refuse = [&](std::string_view word) {
    check.validity = Validity::formatBad;
    check.warnings.emplace_back(word);
  };
  if (normal.empty()) refuse(warning::kEmpty);
  if (normal.size() > kLongest) refuse(warning::kTooLong);
  if (typed.hadHidden) refuse(warning::kHiddenCharacters);
  if (typed.illFormed || (!mayBeForeignScript && !isAscii(normal))) refuse(warning::kNotAscii);
  return check;
}

std::string identifierMatchKey(IdentifierType type, std::string_view normal) {
  if (type == IdentifierType::citizenId && normal.size() == 15 && allDigits(normal)) return citizenIdFrom15(normal);
  if (type == IdentifierType::hkMacauPermit) return hkMacauPermitPerson(normal);
  return std::string(normal);
}

std::vector<std::string> identifierForms(IdentifierType type, std::string_view normal) {
  std::vector<std::string> forms{std::string(normal)};
  if (type != IdentifierType::citizenId) return forms;
  if (normal.size() == 15 && allDigits(normal)) forms.push_back(citizenIdFrom15(normal));
  if (normal.size() == 18) {
    auto old = std::string(normal.substr(0, 6)) + std::string(normal.substr(8, 9));
    if (citizenIdFrom15(old) == normal) forms.push_back(std::move(old));
  }
  return forms;
}

std::vector<IdentifierType> guessIdentifierTypes(std::string_view raw) {
  const auto normal = normalIdentifier(raw);
  if (normal.empty() || normal.size() > kLongest) return {};
  std::vector<std::pair<Likeness, IdentifierType>> found;
  for (std::size_t i = 0; i < base::kCodes<IdentifierType>.size(); ++i) {
    const auto type = static_cast<IdentifierType>(i);
    const auto like = likeness(type, normal);
    if (like != Likeness::none) found.emplace_back(like, type);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<IdentifierType> types;
  for (const auto& [like, type] : found) types.push_back(type);
  return types;
}

}  // namespace ow::domain
