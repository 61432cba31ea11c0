// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/foreign_identifier.h"

#include <algorithm>
#include <array>
#include <string>

namespace ow::domain {
namespace {

// Index 24 is the place of Ñ, which a CURP replaces by X and an RFC keeps (here written '#'; '&' is a character of both).
constexpr std::string_view kCurpAlphabet = "0123456789ABCDEFGHIJKLMN#OPQRSTUVWXYZ";
constexpr std::string_view kRfcAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ #";
constexpr std::string_view kMexicanStates =
    "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS";
constexpr std::string_view kVowels = "AEIOU";

IdentifierCheck blank(std::string_view normal) {
  return {.normal = std::string(normal), .validity = Validity::formatBad, .warnings = {}, .birth = {}, .sex = {}};
}

// One byte a character: Ñ becomes '#', which no number contains.
std::string withoutEnye(std::string_view text) {
  std::string bytes(text);
  for (auto at = bytes.find("\xc3\x91"); at != std::string::npos; at = bytes.find("\xc3\x91", at)) bytes.replace(at, 2, "#");
  return bytes;
}

std::optional<base::Date> dateInCentury(std::string_view century, std::string_view yymmdd) {
  return compactDate(std::string(century) + std::string(yymmdd));
}

std::optional<Sex> curpSex(char letter) {
  switch (letter) {
    case 'H':
      return Sex::male;
    case 'M':
      return Sex::female;
    case 'X':
      return Sex::other;
    default:
      return std::nullopt;
  }
}

bool isMexicanState(std::string_view letters) {
  return kMexicanStates.find(letters) != std::string_view::npos;
}

IdentifierCheck checkCurp(std::string_view normal, base::Date today) {
  auto check = blank(normal);
  if (!fits(normal, "aaaaddddddaaaaaawd")) return check;
  const auto inner = normal.substr(13, 3);
  if (inner.find_first_of(kVowels) != std::string_view::npos) return check;
  check.sex = curpSex(normal[10]);
  if (!check.sex) return check;
  const bool stateIsKnown = isMexicanState(normal.substr(11, 2));
  if (!stateIsKnown) check.warnings.emplace_back(warning::kUnknownArea);
  check.birth = dateInCentury(allDigits(normal.substr(16, 1)) ? "19" : "20", normal.substr(4, 6));
  if (!check.birth) check.warnings.emplace_back(warning::kImpossibleDate);
  const bool isFuture = check.birth && *check.birth > today;
  if (isFuture) check.warnings.emplace_back(warning::kFutureBirth);
  if (check.birth && *check.birth + std::chrono::years{120} < today) check.warnings.emplace_back(warning::kAgeOver120);
  if (!stateIsKnown || !check.birth || isFuture) return check;
  check.validity = curpCheckDigit(normal.substr(0, 17)) == normal[17] ? Validity::ok : Validity::checksumBad;
  return check;
}

// An RFC does not tell the century: its date must exist in one of them.
bool isDateOfSomeCentury(std::string_view yymmdd) {
  return dateInCentury("19", yymmdd) || dateInCentury("20", yymmdd);
}

IdentifierCheck checkRfc(std::string_view normal) {
  auto check = blank(normal);
  const auto bytes = withoutEnye(normal);
  const std::string_view number = bytes;
  const auto letters = number.find_first_of("0123456789");
  if (letters != 3 && letters != 4) return check;
  const auto isNameLetter = [](char c) { return fits({&c, 1}, "a") || c == '&' || c == '#'; };
  if (!std::all_of(number.begin(), number.begin() + static_cast<std::ptrdiff_t>(letters), isNameLetter)) return check;
  const auto rest = number.substr(letters);
  const bool isWhole = fits(rest, "ddddddwwd") || fits(rest, "ddddddwwA");
  if (!isWhole && !fits(rest, "dddddd")) return check;
  if (!isDateOfSomeCentury(rest.substr(0, 6))) {
    check.warnings.emplace_back(warning::kImpossibleDate);
    return check;
  }
  if (number == "XAXX010101000" || number == "XEXX010101000") check.warnings.emplace_back(warning::kGenericNumber);
  check.validity = isWhole ? Validity::ok : Validity::unchecked;
  return check;
}

IdentifierCheck checkSsn(std::string_view normal) {
  auto check = blank(normal);
  if (!fits(normal, "ddddddddd")) return check;
  const auto area = normal.substr(0, 3);
  if (area == "000" || area == "666" || area[0] == '9') return check;
  if (normal.substr(3, 2) == "00" || normal.substr(5) == "0000") return check;
  if (normal == "078051120" || normal == "457555462" || normal == "219099999") {
    check.warnings.emplace_back(warning::kNeverIssued);
    return check;
  }
  check.validity = Validity::ok;
  return check;
}

IdentifierCheck checkItin(std::string_view normal) {
  auto check = blank(normal);
  if (!fits(normal, "9dddddddd")) return check;
  const int group = (normal[3] - '0') * 10 + (normal[4] - '0');
  const bool isGroup = (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || (group >= 94 && group <= 99);
  if (isGroup) check.validity = Validity::ok;
  return check;
}

}  // namespace

char curpCheckDigit(std::string_view first17) {
  if (first17.size() != 17) return '?';
  int sum = 0;
  for (int i = 0; i < 17; ++i) {
    const auto value = kCurpAlphabet.find(first17[static_cast<std::size_t>(i)]);
    if (value == std::string_view::npos || value == 24) return '?';
    sum += static_cast<int>(value) * (18 - i);
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

char rfcCheckCharacter(std::string_view withoutCheck) {
  auto bytes = withoutEnye(withoutCheck);
  if (bytes.size() == 11) bytes.insert(0, " ");
  if (bytes.size() != 12) return '?';
  int sum = 0;
  for (int i = 0; i < 12; ++i) {
    const auto value = kRfcAlphabet.find(bytes[static_cast<std::size_t>(i)]);
    if (value == std::string_view::npos) return '?';
    sum += static_cast<int>(value) * (13 - i);
  }
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'A' : static_cast<char>('0' + check);
}

IdentifierCheck checkForeignIdentifier(IdentifierType type, std::string_view normal, base::Date today) {
  switch (type) {
    case IdentifierType::curp:
      return checkCurp(normal, today);
    case IdentifierType::rfc:
      return checkRfc(normal);
    case IdentifierType::ssn:
      return checkSsn(normal);
    case IdentifierType::itin:
      return checkItin(normal);
    default: {
      auto check = blank(normal);
      check.validity = Validity::unchecked;
      return check;
    }
  }
}

bool isCompanyRfc(std::string_view normal) {
  return withoutEnye(normal).find_first_of("0123456789") == 3;
}

}  // namespace ow::domain
