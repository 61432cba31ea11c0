// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/phone.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "domain/identifier_check.h"
#include "domain/typed_text.h"

namespace ow::domain {
namespace {

namespace pn = i18n::phonenumbers;

// Longest text that is read as one number: country code, separators, words for the inner line. Bytes after folding.
constexpr std::size_t kLongestPhoneText = 80;
constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kMostExtensionDigits = 8;

struct Tables {
  const pn::PhoneNumberUtil& numbers;
  pn::ShortNumberInfo shortNumbers;
};

const Tables& tables() {
  static const Tables instance{*pn::PhoneNumberUtil::GetInstance(), {}};
  // The library writes numbers that it cannot read to standard output, where personal data has no business.
  static pn::Logger* const mute = pn::Logger::set_logger_impl(new pn::NullLogger);
  static_cast<void>(mute);
  return instance;
}

struct Pieces {
  std::string number;
  std::string extension;
  bool isReadable = false;
};

std::string asciiLower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return lower;
}

// Words that stand before an inner line, longest first. A bare dash does too, but only behind a whole Chinese number.
constexpr std::array<std::string_view, 9> kExtensionWords{"转分机", "分机号", "分机", "转接", "转", "extn", "ext", "#", "x"};

// Cuts the inner line off; what is left must be written with signs that a number may have.
Pieces takeApart(std::string_view text) {
  Pieces pieces;
  auto lower = asciiLower(text);
  if (lower.starts_with("tel:")) lower.erase(0, 4);
  for (const auto word : kExtensionWords) {
    const auto at = lower.find(word);
    if (at == std::string::npos) continue;
    pieces.extension = phoneDigits(lower.substr(at + word.size()));
    if (pieces.extension.empty() || pieces.extension.size() > kMostExtensionDigits) return pieces;
    lower.resize(at);
    break;
  }
  const auto digits = phoneDigits(lower);
  pieces.isReadable = lower.find_first_not_of("0123456789 +-().,:/~") == std::string::npos && digits.size() >= 2;
  pieces.number = std::move(lower);
  return pieces;
}

// A dash and one to six digits behind a fixed line of 11 or 12 digits with its area code: 010-65529988-123.
void cutDashedExtension(Pieces& pieces) {
  if (!pieces.extension.empty()) return;
  const auto dash = pieces.number.find_last_of('-');
  if (dash == std::string::npos) return;
  const auto head = phoneDigits(pieces.number.substr(0, dash));
  const auto tail = phoneDigits(pieces.number.substr(dash + 1));
  if (!head.starts_with('0') || head.size() < 11 || head.size() > 12 || tail.empty() || tail.size() > 6) return;
  pieces.extension = tail;
  pieces.number.resize(dash);
}

std::string nationalOf(const pn::PhoneNumber& number) {
  std::string digits;
  tables().numbers.GetNationalSignificantNumber(number, &digits);
  return digits;
}

// Emergency 110, hotlines 12345 and 10086, banks 955xx, 96xxx of a province, 116114, 400 and 800.
bool isChineseServiceNumber(std::string_view digits) {
  if (fits(digits, "400ddddddd") || fits(digits, "800ddddddd") || fits(digits, "116ddd") || fits(digits, "118ddd")) return true;
  const bool startsLow = digits.size() >= 2 && digits[0] == '1' && digits[1] <= '2';
  if (startsLow && (digits.size() == 3 || digits.size() == 5)) return true;
  const bool isNinety = digits.starts_with("95") || digits.starts_with("96");
  return isNinety && digits.size() >= 5 && digits.size() <= 8;
}

// 106..., from which programs send messages. Ten digits are rather a line in Beijing (10) written without its 0.
bool isChineseSender(std::string_view digits) {
  return digits.starts_with("106") && digits.size() >= 11;
}

// Seven or eight digits without an area code: good in one town only, and we cannot know which.
bool isChineseLocalNumber(std::string_view digits) {
  return (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2' && digits[0] <= '8';
}

bool isChineseMobile(std::string_view national) {
  return fits(national, "1dddddddddd") && national[1] >= '3';
}

PhoneKind kindOf(const pn::PhoneNumber& number) {
  switch (tables().numbers.GetNumberType(number)) {
    case pn::PhoneNumberUtil::MOBILE:
      return PhoneKind::mobile;
    case pn::PhoneNumberUtil::FIXED_LINE:
      return PhoneKind::fixedLine;
    case pn::PhoneNumberUtil::TOLL_FREE:
    case pn::PhoneNumberUtil::PREMIUM_RATE:
    case pn::PhoneNumberUtil::SHARED_COST:
    case pn::PhoneNumberUtil::UAN:
      return PhoneKind::serviceNumber;
    default:
      return PhoneKind::other;
  }
}

PhoneCheck nationalOnly(std::string digits, PhoneKind kind, Validity validity, std::string_view region) {
  return {.e164 = {},
          .national = std::move(digits),
          .extension = {},
          .kind = kind,
          .validity = validity,
          .region = std::string(region)};
}

PhoneCheck unreadable(std::string digits) {
  return nationalOnly(std::move(digits), PhoneKind::other, Validity::formatBad, {});
}

PhoneCheck judge(const pn::PhoneNumber& number) {
  const auto& numbers = tables().numbers;
  auto national = nationalOf(number);
  const bool isChinese = number.country_code() == 86;
  if (isChinese && isChineseServiceNumber(national))
    return nationalOnly(std::move(national), PhoneKind::serviceNumber, Validity::ok, "CN");
  if (!numbers.IsPossibleNumber(number)) return unreadable(std::move(national));

  PhoneCheck check;
  numbers.Format(number, pn::PhoneNumberUtil::E164, &check.e164);
  if (check.e164.size() > kMostDigits + 1) return unreadable(std::move(national));
  numbers.GetRegionCodeForCountryCode(number.country_code(), &check.region);
  if (numbers.IsValidNumber(number)) {
    numbers.GetRegionCodeForNumber(number, &check.region);
    check.validity = Validity::ok;
    check.kind = kindOf(number);
  } else if (isChinese && isChineseMobile(national)) {
    // The tables are of 2022 and new ranges are opened every year: the rule for all mobiles is 1, 3-9 and nine digits.
    check.validity = Validity::ok;
    check.kind = PhoneKind::mobile;
  } else {
    check.validity = Validity::unchecked;
  }
  if (check.region == "ZZ" || check.region == "001") check.region.clear();
  check.national = std::move(national);
  return check;
}

// Mexico dropped its trunk prefixes 01, 044, 045 and the mobile 1 after +52 in August 2019; old papers still carry them, and
// tables after 2022 no longer know them.
std::string withoutOldMexicanPrefix(const std::string& digits, bool isInternational, const std::string& region) {
  constexpr std::size_t kNational = 10;
  if (isInternational)
    return digits.starts_with("521") && digits.size() == 3 + kNational ? "+52" + digits.substr(3) : std::string();
  if (region != "MX" || digits.size() <= kNational) return {};
  const std::string prefix = digits.substr(0, digits.size() - kNational);
  return prefix == "01" || prefix == "044" || prefix == "045" ? "+52" + digits.substr(prefix.size()) : std::string();
}

PhoneCheck judgeInRegion(const Pieces& pieces, const std::string& region) {
  const auto digits = phoneDigits(pieces.number);
  const auto firstSign = pieces.number.find_first_not_of(' ');
  const bool isInternational = firstSign != std::string::npos && pieces.number[firstSign] == '+';
  if (!isInternational && region == "CN") {
    if (isChineseServiceNumber(digits) || isChineseSender(digits))
      return nationalOnly(digits, PhoneKind::serviceNumber, Validity::ok, region);
    if (isChineseLocalNumber(digits)) return nationalOnly(digits, PhoneKind::fixedLine, Validity::unchecked, region);
  }
  pn::PhoneNumber number;
  const std::string renumbered = withoutOldMexicanPrefix(digits, isInternational, region);
  if (tables().numbers.Parse(renumbered.empty() ? pieces.number : renumbered, region, &number) !=
      pn::PhoneNumberUtil::NO_PARSING_ERROR)
    return unreadable(digits);
  if (!isInternational && digits.size() <= 6 && tables().shortNumbers.IsValidShortNumberForRegion(number, region))
    return nationalOnly(digits, PhoneKind::serviceNumber, Validity::ok, region);
  return judge(number);
}

std::string upperRegion(std::string_view region) {
  std::string upper;
  for (const char c : region.substr(0, 3)) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return fits(upper, "aa") ? upper : std::string("ZZ");
}

}  // namespace

PhoneCheck checkPhone(std::string_view raw, std::string_view defaultRegion) {
  const auto typed = foldTyped(raw);
  if (typed.hadHidden || typed.illFormed || typed.text.size() > kLongestPhoneText) return unreadable(phoneDigits(raw));
  std::string text;
  // Dashes of any script are one sign; NFKC has folded the full-width ones already.
  for (std::size_t i = 0; i < typed.text.size();) {
    UChar32 c = 0;
    const auto from = i;
    U8_NEXT(typed.text.data(), i, typed.text.size(), c);
    if (c > 0x7f && (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212)) {
      text += '-';
    } else {
      text.append(typed.text, from, i - from);
    }
  }
  auto pieces = takeApart(text);
  if (!pieces.isReadable) return unreadable(phoneDigits(raw));
  const auto region = upperRegion(defaultRegion);
  if (region == "CN") cutDashedExtension(pieces);
  auto check = judgeInRegion(pieces, region);
  if (check.validity != Validity::formatBad) check.extension = pieces.extension;
  return check;
}

std::string phoneDigits(std::string_view raw) {
  std::string digits;
  const auto size = static_cast<int64_t>(raw.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(raw.data(), i, size, c);
    const auto value = c < 0 ? -1 : u_charDigitValue(c);
    if (value >= 0) digits += static_cast<char>('0' + value);
  }
  return digits;
}

void preparePhoneTables() {
  static_cast<void>(tables());
}

}  // namespace ow::domain
