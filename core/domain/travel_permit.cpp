// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/travel_permit.h"

#include <algorithm>

namespace ow::domain {
namespace {

struct Verdict {
  Validity validity;
  std::string_view warning;
};

constexpr Verdict kGood{Validity::ok, {}};
constexpr Verdict kBad{Validity::formatBad, {}};

Verdict goodWhen(bool condition) {
  return condition ? kGood : kBad;
}

// The card for permanent residents of Hong Kong and Macau who are not Chinese citizens (2024) has a letter of its own.
Verdict judgeHkMacauPermit(std::string_view n) {
  if (!fits(n, "adddddddd") && !fits(n, "adddddddddd")) return kBad;
  if (n[0] == 'H' || n[0] == 'M') return kGood;
  return {Validity::unchecked, warning::kUnknownPrefix};
}

// Cards since 2015 have eight digits. Booklets before had eight or ten and a suffix of one or two, printed in brackets.
Verdict judgeTaiwanPermit(std::string_view n) {
  if (fits(n, "dddddddd")) return kGood;
  std::string bare(n);
  std::erase_if(bare, [](char c) { return c == '(' || c == ')'; });
  const auto digits = std::min(bare.find_first_not_of("0123456789"), bare.size());
  const auto suffix = std::string_view(bare).substr(digits);
  const bool isBooklet = (digits == 8 || digits == 10) && (suffix.empty() || fits(suffix, "a") || fits(suffix, "aw"));
  return isBooklet ? Verdict{Validity::unchecked, warning::kOldForm} : kBad;
}

Verdict judgeChinesePassport(std::string_view n) {
  if (fits(n, "Edddddddd") || fits(n, "Gdddddddd")) return kGood;
  // After E00000000-E99999999 came a letter in second place, without I and O: they read as 1 and 0.
  if (fits(n, "Eaddddddd")) return goodWhen(n[1] != 'I' && n[1] != 'O');
  return goodWhen(fits(n, "DEddddddd") || fits(n, "SEddddddd") || fits(n, "PEddddddd"));
}

Verdict judgeForeignPassport(std::string_view n) {
  const bool isAlnum = std::all_of(n.begin(), n.end(), [](char c) { return fits({&c, 1}, "w"); });
  if (n.size() < 5 || n.size() > 20 || !isAlnum) return kBad;
  return {Validity::unchecked, {}};
}

Verdict judge(IdentifierType type, std::string_view n) {
  switch (type) {
    case IdentifierType::foreignerResidenceOld:
      return fits(n, "aaadddddddddddd") ? Verdict{Validity::ok, warning::kOldForm} : kBad;
    case IdentifierType::hkMacauPermit:
      return judgeHkMacauPermit(n);
    case IdentifierType::taiwanPermit:
      return judgeTaiwanPermit(n);
    case IdentifierType::hkMacauExitPermit:
      return goodWhen(fits(n, "Cwwwwwwww") || fits(n, "Wwwwwwwww"));
    case IdentifierType::taiwanExitPermit:
      return goodWhen(fits(n, "Twwwwwwww") || fits(n, "Lwwwwwwww"));
    case IdentifierType::passportCn:
      return judgeChinesePassport(n);
    case IdentifierType::passportForeign:
      return judgeForeignPassport(n);
    case IdentifierType::birthCertificate:
      return goodWhen(fits(n, "addddddddd"));
    default:
      return {Validity::unchecked, {}};
  }
}

}  // namespace

IdentifierCheck checkTravelPaper(IdentifierType type, std::string_view normal) {
  IdentifierCheck check{.normal = std::string(normal), .validity = {}, .warnings = {}, .birth = {}, .sex = {}};
  const auto verdict = judge(type, normal);
  check.validity = verdict.validity;
  if (!verdict.warning.empty()) check.warnings.emplace_back(verdict.warning);
  return check;
}

std::string hkMacauPermitPerson(std::string_view normal) {
  return std::string(fits(normal, "adddddddddd") ? normal.substr(0, 9) : normal);
}

}  // namespace ow::domain
