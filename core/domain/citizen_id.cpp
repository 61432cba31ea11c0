// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/citizen_id.h"

#include <algorithm>
#include <array>

namespace ow::domain {
namespace {

constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view kCheckCharacters = "10X98765432";
constexpr std::string_view kProvinces =
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

bool isResidencePermitArea(std::string_view area) {
  return area == "810000" || area == "820000" || area == "830000";
}

bool areaFits(IdentifierType type, std::string_view number) {
  if (type == IdentifierType::foreignerResidence) return number[0] == '9';
  const bool isPermit = number[0] == '8';
  if (type == IdentifierType::hkMacauTaiwanResidence && !isPermit) return false;
  return isProvinceCode(number.substr(0, 2));
}

// Areas that no list of any year has, in a number whose province is known.
bool isOddArea(IdentifierType type, std::string_view area) {
  if (type == IdentifierType::foreignerResidence) return !isProvinceCode(area.substr(1, 2));
  if (area[0] == '8') return !isResidencePermitArea(area);
  return area.substr(2) == "0000";
}

std::vector<std::string> birthWarnings(base::Date birth, base::Date today) {
  if (birth > today) return {std::string(warning::kFutureBirth)};
  if (birth + std::chrono::years{120} < today) return {std::string(warning::kAgeOver120)};
  return {};
}

}  // namespace

char citizenIdCheckDigit(std::string_view first17) {
  if (first17.size() != kWeights.size() || !allDigits(first17)) return '?';
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (first17[i] - '0') * kWeights[i];
  return kCheckCharacters[static_cast<std::size_t>(sum % 11)];
}

std::string citizenIdFrom15(std::string_view old15) {
  if (old15.size() != 15 || !allDigits(old15)) return {};
  std::string number(old15.substr(0, 6));
  number += "19";
  number += old15.substr(6);
  number += citizenIdCheckDigit(number);
  return number;
}

bool isProvinceCode(std::string_view twoDigits) {
  if (twoDigits.size() != 2 || !allDigits(twoDigits)) return false;
  return kProvinces.find(twoDigits) != std::string_view::npos;
}

IdentifierCheck checkCitizenNumber(IdentifierType type, std::string_view normal, base::Date today) {
  IdentifierCheck check{.normal = std::string(normal), .validity = Validity::formatBad, .warnings = {}, .birth = {}, .sex = {}};
  const bool isOld = type == IdentifierType::citizenId && normal.size() == 15;
  const std::string number = isOld ? citizenIdFrom15(normal) : std::string(normal);
  if (number.size() != 18 || !allDigits(std::string_view(number).substr(0, 17))) return check;
  if (!allDigits(number.substr(17)) && number[17] != 'X') return check;

  const std::string_view view = number;
  if (isOld) check.warnings.emplace_back(warning::kLegacy15);
  const bool areaIsGood = areaFits(type, view);
  if (!areaIsGood || isOddArea(type, view.substr(0, 6))) check.warnings.emplace_back(warning::kUnknownArea);
  if (type == IdentifierType::citizenId && isResidencePermitArea(view.substr(0, 6)))
    check.warnings.emplace_back(warning::kResidencePermit);

  check.birth = compactDate(view.substr(6, 8));
  check.sex = (view[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
  if (!check.birth) {
    check.warnings.emplace_back(warning::kImpossibleDate);
    return check;
  }
  for (auto& word : birthWarnings(*check.birth, today)) check.warnings.push_back(std::move(word));
  if (!areaIsGood || check.hasWarning(warning::kFutureBirth)) return check;
  if (isOld) {
    check.validity = Validity::unchecked;
    return check;
  }
  check.validity = citizenIdCheckDigit(view.substr(0, 17)) == view[17] ? Validity::ok : Validity::checksumBad;
  return check;
}

}  // namespace ow::domain
