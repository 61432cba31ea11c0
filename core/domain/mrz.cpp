// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mrz.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/identifier_check.h"
#include "domain/mrz_lines.h"

namespace ow::domain {
namespace {

// One zone cut into its fields, whatever its format. `checked` is what the composite digit is over, in order.
struct Fields {
  std::string code, issuer, names, number, numberDigit, nationality, birth, birthDigit, sex, expiry, expiryDigit;
  std::string optional, optionalDigit, secondOptional, compositeDigit;
};

Fields cutTwoLines(const MrzLines& zone) {
  const std::string& a = zone.lines[0];
  const std::string& b = zone.lines[1];
  Fields f{.code = a.substr(0, 2),
           .issuer = a.substr(2, 3),
           .names = a.substr(5),
           .number = b.substr(0, 9),
           .numberDigit = b.substr(9, 1),
           .nationality = b.substr(10, 3),
           .birth = b.substr(13, 6),
           .birthDigit = b.substr(19, 1),
           .sex = b.substr(20, 1),
           .expiry = b.substr(21, 6),
           .expiryDigit = b.substr(27, 1),
           .optional = b.substr(28),
           .optionalDigit = {},
           .secondOptional = {},
           .compositeDigit = {}};
  if (zone.format == MrzFormat::td3) {
    f.optional = b.substr(28, 14);
    f.optionalDigit = b.substr(42, 1);
    f.compositeDigit = b.substr(43, 1);
  } else if (zone.format == MrzFormat::td2) {
    f.optional = b.substr(28, 7);
    f.compositeDigit = b.substr(35, 1);
  }
  return f;
}

Fields cutCard(const MrzLines& zone) {
  const std::string& a = zone.lines[0];
  const std::string& b = zone.lines[1];
  return {.code = a.substr(0, 2),
          .issuer = a.substr(2, 3),
          .names = zone.lines[2],
          .number = a.substr(5, 9),
          .numberDigit = a.substr(14, 1),
          .nationality = b.substr(15, 3),
          .birth = b.substr(0, 6),
          .birthDigit = b.substr(6, 1),
          .sex = b.substr(7, 1),
          .expiry = b.substr(8, 6),
          .expiryDigit = b.substr(14, 1),
          .optional = a.substr(15),
          .optionalDigit = {},
          .secondOptional = b.substr(18, 11),
          .compositeDigit = b.substr(29, 1)};
}

// TD1 covers its number and optional data first, then the dates, then the second optional data; TD2 and TD3 go by position.
std::string compositeText(MrzFormat format, const Fields& f) {
  const auto number = f.number + f.numberDigit;
  const auto dates = f.birth + f.birthDigit + f.expiry + f.expiryDigit;
  if (format == MrzFormat::td1) return number + f.optional + dates + f.secondOptional;
  return number + dates + f.optional + f.optionalDigit;
}

// What readers mistake for each other, letter first.
constexpr std::string_view kLetters = "OIBSZ";
constexpr std::string_view kDigits = "01852";

char swapped(char c, std::string_view from, std::string_view to) {
  const auto at = from.find(c);
  return at == std::string_view::npos ? c : to[at];
}

// Where only digits may stand letters become digits, and the other way round. Says how many characters changed.
int correct(std::string& field, std::string_view from, std::string_view to) {
  int changes = 0;
  for (char& c : field) {
    const char right = swapped(c, from, to);
    changes += right == c ? 0 : 1;
    c = right;
  }
  return changes;
}

int correctByPosition(Fields& f) {
  int changes = 0;
  for (auto* field : {&f.birth, &f.birthDigit, &f.expiry, &f.expiryDigit, &f.numberDigit, &f.optionalDigit, &f.compositeDigit})
    changes += correct(*field, kLetters, kDigits);
  for (auto* field : {&f.issuer, &f.nationality, &f.names, &f.sex}) changes += correct(*field, kDigits, kLetters);
  return changes;
}

bool digitFits(std::string_view field, std::string_view digit) {
  return digit.size() == 1 && mrzCheckDigit(field) == digit[0];
}

// An empty optional field may have a filler for its check digit.
bool optionalFits(const Fields& f) {
  if (f.optionalDigit.empty()) return true;
  const bool isEmpty = f.optional.find_first_not_of('<') == std::string::npos;
  return digitFits(f.optional, f.optionalDigit) || (isEmpty && f.optionalDigit == "<");
}

bool compositeFits(MrzFormat format, const Fields& f) {
  return f.compositeDigit.empty() || digitFits(compositeText(format, f), f.compositeDigit);
}

// A number of more than nine characters (TD1, TD2) goes on in the optional data and has its check digit there.
struct DocumentNumber {
  std::string number;
  std::string digit;
  std::string optionalRest;
};

DocumentNumber documentNumber(MrzFormat format, const Fields& f) {
  const bool mayOverflow = format == MrzFormat::td1 || format == MrzFormat::td2;
  const auto end = f.optional.find('<');
  if (!mayOverflow || f.numberDigit != "<" || end == 0) return {f.number, f.numberDigit, f.optional};
  const auto length = std::min(end, f.optional.size());
  return {f.number + f.optional.substr(0, length - 1), f.optional.substr(length - 1, 1),
          length < f.optional.size() ? f.optional.substr(length + 1) : std::string()};
}

// In a number letters and digits are both right, so only its check digits can tell: one swap that satisfies all of them, and no
// other.
int correctNumber(MrzFormat format, Fields& f) {
  if (digitFits(f.number, f.numberDigit) || f.numberDigit == "<") return 0;
  std::vector<std::string> candidates;
  for (std::size_t i = 0; i < f.number.size(); ++i) {
    auto attempt = f;
    char& c = attempt.number[i];
    const char asDigit = swapped(c, kLetters, kDigits);
    c = asDigit != c ? asDigit : swapped(c, kDigits, kLetters);
    if (attempt.number == f.number || !digitFits(attempt.number, attempt.numberDigit)) continue;
    if (compositeFits(format, attempt)) candidates.push_back(attempt.number);
  }
  if (candidates.size() != 1) return 0;
  f.number = candidates.front();
  return 1;
}

std::string withoutFillers(std::string text) {
  std::erase(text, '<');
  return text;
}

std::string words(std::string_view field) {
  std::string text;
  for (const char c : field) {
    if (c != '<') {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string trimmedEnd(std::string text) {
  text.resize(text.find_last_not_of('<') + 1);
  return text;
}

// Keeps the word once.
void warn(Mrz& mrz, std::string_view word) {
  if (std::find(mrz.warnings.begin(), mrz.warnings.end(), word) == mrz.warnings.end()) mrz.warnings.emplace_back(word);
}

std::optional<base::Date> dateOf(Mrz& mrz, std::string_view century, std::string_view yymmdd) {
  const auto date = compactDate(std::string(century) + std::string(yymmdd));
  if (date) return date;
  const bool isOpen = yymmdd.find('<') != std::string_view::npos;
  warn(mrz, isOpen ? mrzWarning::kPartialDate : mrzWarning::kImpossibleDate);
  return std::nullopt;
}

// 20yy unless that is still to come; 29 February may exist in one of the centuries only.
std::optional<base::Date> birthOf(Mrz& mrz, std::string_view yymmdd, base::Date today) {
  const auto recent = compactDate("20" + std::string(yymmdd));
  if (recent && *recent <= today) return recent;
  return dateOf(mrz, "19", yymmdd);
}

Sex sexOf(std::string_view letter) {
  if (letter == "M") return Sex::male;
  if (letter == "F") return Sex::female;
  return letter == "X" ? Sex::other : Sex::unknown;
}

std::vector<MrzField> wrongDigits(MrzFormat format, const Fields& f, const DocumentNumber& number) {
  std::vector<MrzField> wrong;
  if (!digitFits(number.number, number.digit)) wrong.push_back(MrzField::documentNumber);
  if (!digitFits(f.birth, f.birthDigit)) wrong.push_back(MrzField::birth);
  if (!digitFits(f.expiry, f.expiryDigit)) wrong.push_back(MrzField::expiry);
  if (!optionalFits(f)) wrong.push_back(MrzField::optionalData);
  if (!compositeFits(format, f)) wrong.push_back(MrzField::composite);
  return wrong;
}

Mrz assembled(MrzFormat format, const Fields& f, base::Date today) {
  Mrz mrz;
  mrz.format = format;
  mrz.documentCode = withoutFillers(f.code);
  mrz.issuer = withoutFillers(f.issuer);
  mrz.nationality = withoutFillers(f.nationality);
  const auto gap = f.names.find("<<");
  mrz.surname = words(std::string_view(f.names).substr(0, gap));
  if (gap != std::string::npos) mrz.givenNames = words(std::string_view(f.names).substr(gap));
  const auto number = documentNumber(format, f);
  mrz.documentNumber = withoutFillers(number.number);
  mrz.optionalData = trimmedEnd(number.optionalRest);
  mrz.secondOptionalData = trimmedEnd(f.secondOptional);
  mrz.sex = sexOf(f.sex);
  mrz.birth = birthOf(mrz, f.birth, today);
  mrz.expiry = dateOf(mrz, "20", f.expiry);
  mrz.wrongDigits = wrongDigits(format, f, number);
  return mrz;
}

}  // namespace

char mrzCheckDigit(std::string_view field) {
  constexpr std::array kWeights{7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    const bool isDigit = c >= '0' && c <= '9';
    const bool isLetter = c >= 'A' && c <= 'Z';
    if (!isDigit && !isLetter && c != '<') return '?';
    const int value = isDigit ? c - '0' : isLetter ? c - 'A' + 10 : 0;
    sum = (sum + value * kWeights[i % 3]) % 10;
  }
  return static_cast<char>('0' + sum);
}

base::Result<Mrz> readMrz(std::string_view text, base::Date today) {
  OW_TRY(const auto zone, mrzLines(text));
  auto fields = zone.format == MrzFormat::td1 ? cutCard(zone) : cutTwoLines(zone);
  int changes = correctByPosition(fields);
  changes += correctNumber(zone.format, fields);
  auto mrz = assembled(zone.format, fields, today);
  if (changes > 0) warn(mrz, mrzWarning::kOcrCorrected);
  const bool hasImpossibleDate =
      std::find(mrz.warnings.begin(), mrz.warnings.end(), mrzWarning::kImpossibleDate) != mrz.warnings.end();
  if (!mrz.wrongDigits.empty()) mrz.validity = Validity::checksumBad;
  if (hasImpossibleDate) mrz.validity = Validity::formatBad;
  return mrz;
}

IdentifierType identifierTypeOf(const Mrz& mrz) {
  const bool isChinese = mrz.issuer == "CHN";
  if (mrz.format == MrzFormat::td3 && mrz.documentCode.starts_with('P'))
    return isChinese ? IdentifierType::passportCn : IdentifierType::passportForeign;
  if (mrz.format == MrzFormat::td1 && isChinese && mrz.documentCode == "CR") return IdentifierType::hkMacauPermit;
  if (mrz.format == MrzFormat::td1 && isChinese && mrz.documentCode == "CT") return IdentifierType::taiwanPermit;
  return IdentifierType::other;
}

}  // namespace ow::domain
