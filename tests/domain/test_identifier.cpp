// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "base/utf8.h"
#include "domain/identifier.h"
#include "domain/masking.h"
#include "domain/mrz.h"
#include "domain/phone.h"

using namespace ow::domain;
using namespace std::chrono_literals;
using ow::base::Date;
using Types = std::vector<IdentifierType>;

namespace {

constexpr Date kToday{2026y, std::chrono::August, 9d};

bool isValidUtf8(std::string_view text) {
  while (!text.empty()) {
    const auto step = ow::base::firstOf(text);
    if (!step.valid) return false;
    text.remove_prefix(step.size);
  }
  return true;
}

IdentifierType typeAt(std::size_t i) {
  return static_cast<IdentifierType>(i);
}
constexpr std::size_t kTypes = ow::base::kCodes<IdentifierType>.size();

}  // namespace

TEST_CASE("A number is compared without blanks, dashes, width and case", "[identifier]") {
  CHECK(normalIdentifier(" 110101 19900307 9972 ") == "110101199003079972");
  CHECK(normalIdentifier("１１０１０１１９９００３０７９９７２") == "110101199003079972");
  CHECK(normalIdentifier("11010119900308996x") == "11010119900308996X");
  CHECK(normalIdentifier("60003734-1") == "600037341");
  CHECK(normalIdentifier("60003734\u20131") == "600037341");
  CHECK(normalIdentifier("110101\u3000199003079972\u00a0\t\r\n") == "110101199003079972");
  CHECK(normalIdentifier("xaxx-010101-ñ") == "XAXX010101Ñ");
  CHECK(normalIdentifier("").empty());
  CHECK(normalIdentifier(" - \u3000").empty());
}

TEST_CASE("What nobody can see is taken out of a number and reported", "[identifier][hostile]") {
  for (const auto* hidden : {"\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u200f", "\U000e0031", "\x01"}) {
    INFO(hidden);
    const auto check = checkIdentifier(IdentifierType::citizenId, std::string("1101011990") + hidden + "03079972", kToday);
    CHECK(check.normal == "110101199003079972");
    CHECK(check.validity == Validity::formatBad);
    CHECK(check.hasWarning(warning::kHiddenCharacters));
  }
  const std::string withNul("110101\0199003079972", 19);
  CHECK(checkIdentifier(IdentifierType::citizenId, withNul, kToday).hasWarning(warning::kHiddenCharacters));
}

TEST_CASE("Look-alikes of another script do not pass for a number", "[identifier][hostile]") {
  // Cyrillic Ha for X, Arabic digits, a stray byte.
  for (const auto* raw : {"11010519491231002Х", "١١٠١٠١١٩٩٠٠٣٠٧٩٩٧٢", "110101199003079972\xff"}) {
    const auto check = checkIdentifier(IdentifierType::citizenId, raw, kToday);
    CHECK(check.validity == Validity::formatBad);
    CHECK(check.hasWarning(warning::kNotAscii));
    CHECK(isValidUtf8(check.normal));
  }
  CHECK(checkIdentifier(IdentifierType::officerCard, "军字第 1234567 号", kToday).validity == Validity::unchecked);
  CHECK(checkIdentifier(IdentifierType::other, "户口簿 001", kToday).warnings.empty());
}

TEST_CASE("Nothing at all and far too much are no numbers of any kind", "[identifier][hostile]") {
  for (std::size_t i = 0; i < kTypes; ++i) {
    INFO(ow::base::code(typeAt(i)));
    const auto empty = checkIdentifier(typeAt(i), " ", kToday);
    CHECK(empty.validity == Validity::formatBad);
    CHECK(empty.hasWarning(warning::kEmpty));
    const auto huge = checkIdentifier(typeAt(i), std::string(10000, '9'), kToday);
    CHECK(huge.validity == Validity::formatBad);
    CHECK(huge.hasWarning(warning::kTooLong));
    CHECK(huge.normal.size() == 10000);
  }
}

TEST_CASE("One box takes every number and knows the likeliest paper first", "[identifier][guess]") {
  const auto first = [](std::string_view raw) {
    const auto types = guessIdentifierTypes(raw);
    return types.empty() ? IdentifierType::other : types.front();
  };
  CHECK(first("11010519491231002x") == IdentifierType::citizenId);
  CHECK(first("110101 199003071233") == IdentifierType::citizenId);
  CHECK(first("110101199003071230") == IdentifierType::citizenId);  // one digit wrong: still the likeliest
  CHECK(first("110101900307997") == IdentifierType::citizenId);
  CHECK(first("810000199001010019") == IdentifierType::hkMacauTaiwanResidence);
  CHECK(first("911840198506150038") == IdentifierType::foreignerResidence);
  CHECK(first("91110000600037341L") == IdentifierType::uscc);
  CHECK(first("n2330106mf01234563") == IdentifierType::uscc);
  CHECK(first("60003734-1") == IdentifierType::orgCodeOld);
  CHECK(first("H1234567800") == IdentifierType::hkMacauPermit);
  CHECK(first("12345678") == IdentifierType::taiwanPermit);
  CHECK(first("E12345678") == IdentifierType::passportCn);
  CHECK(first("C12345678") == IdentifierType::hkMacauExitPermit);
  CHECK(first("T12345678") == IdentifierType::taiwanExitPermit);
  CHECK(first("USA110119850615") == IdentifierType::foreignerResidenceOld);
  CHECK(first("BOXW310820HNERXN09") == IdentifierType::curp);
  CHECK(first("GODE561231GR8") == IdentifierType::rfc);
  CHECK(first("536-90-4399") == IdentifierType::ssn);
  CHECK(first("912-70-3456") == IdentifierType::itin);
  CHECK(first("110000000012345") == IdentifierType::businessRegistrationOld);
  CHECK(first("L898902C3") == IdentifierType::taiwanExitPermit);
  CHECK(first("XK123456") == IdentifierType::passportForeign);
}

TEST_CASE("A name, a mobile number and nothing look like no paper", "[identifier][guess]") {
  for (const auto* raw : {"", "王小明", "zhangsan", "13812345678", "12345 号", "' OR 1=1 --", "%"}) {
    INFO(raw);
    CHECK(guessIdentifierTypes(raw).empty());
  }
}

TEST_CASE("Two writings of one number have one key", "[identifier]") {
  CHECK(identifierMatchKey(IdentifierType::citizenId, "110105491231002") == "11010519491231002X");
  CHECK(identifierMatchKey(IdentifierType::citizenId, "11010519491231002X") == "11010519491231002X");
  CHECK(identifierMatchKey(IdentifierType::hkMacauPermit, "H1234567802") == "H12345678");
  CHECK(identifierMatchKey(IdentifierType::hkMacauPermit, "H12345678") == "H12345678");
  CHECK(identifierMatchKey(IdentifierType::passportForeign, "H1234567802") == "H1234567802");
}

TEST_CASE("Kinds of numbers and verdicts have words that last", "[identifier]") {
  CHECK(ow::base::code(IdentifierType::citizenId) == "citizen_id");
  CHECK(ow::base::code(IdentifierType::uscc) == "uscc");
  CHECK(ow::base::code(IdentifierType::hkMacauExitPermit) == "hk_macau_exit_permit");
  CHECK(ow::base::code(IdentifierType::itin) == "itin");
  CHECK(ow::base::fromCode<IdentifierType>("other") == IdentifierType::other);
  CHECK(ow::base::code(Validity::checksumBad) == "checksum_bad");
  CHECK(ow::base::code(Validity::unchecked) == "unchecked");
  CHECK(ow::base::code(Sex::female) == "female");
  CHECK(ow::base::code(PhoneKind::serviceNumber) == "service_number");
}

namespace {

// Text that a hall might meet on its worst day: pieces of real numbers, broken bytes and characters from everywhere.
std::string hostileText(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"110101199003079972",
                                                "X",
                                                "x",
                                                "１９",
                                                "-",
                                                "\u2014",
                                                " ",
                                                "\u3000",
                                                "\u202e",
                                                "\u2066",
                                                std::string(1, '\0'),
                                                "\xff",
                                                "\xe4\xbd",
                                                "\xc0\xaf",
                                                "\xed\xa0\x80",
                                                "\u0301",
                                                "\u0345",
                                                "ﷺ",
                                                "ß",
                                                "ñ",
                                                "买买提",
                                                "·",
                                                "𠮷",
                                                "\U000e0101",
                                                "👨‍👩‍👧",
                                                "+86",
                                                "138",
                                                "#",
                                                "@",
                                                ",",
                                                "转",
                                                "<<",
                                                "P<UTO",
                                                "'",
                                                "\"",
                                                "%s",
                                                "街道",
                                                "区",
                                                "\n"};
  std::uniform_int_distribution<std::size_t> length(0, 24);
  std::uniform_int_distribution<std::size_t> pick(0, kPieces.size() - 1);
  std::string text;
  for (auto left = length(random); left > 0; --left) text += kPieces[pick(random)];
  return text;
}

}  // namespace

TEST_CASE("Any bytes pass through every check, come out as UTF-8 and stay what they are the second time",
          "[identifier][hostile]") {
  std::mt19937 random(20260809);
  for (int round = 0; round < 2000; ++round) {
    const auto raw = hostileText(random);
    CAPTURE(round);
    const auto normal = normalIdentifier(raw);
    REQUIRE(isValidUtf8(normal));
    REQUIRE(normalIdentifier(normal) == normal);
    for (std::size_t i = 0; i < kTypes; ++i) {
      const auto check = checkIdentifier(typeAt(i), raw, kToday);
      REQUIRE(check.normal == normal);
      REQUIRE(isValidUtf8(maskedIdentifier(typeAt(i), check.normal)));
    }
    for (const auto type : guessIdentifierTypes(raw)) REQUIRE(type != IdentifierType::other);
    const auto phone = checkPhone(raw, "CN");
    REQUIRE((phone.e164.empty() || (phone.e164.front() == '+' && phone.e164.size() <= 16)));
    for (const auto& masked : {maskedName(raw), maskedEmail(raw), maskedAddress(raw), maskedPhone(raw), maskedPlate(raw)})
      REQUIRE(isValidUtf8(masked));
    REQUIRE(
        (!readMrz(raw, kToday) || !readMrz(raw, kToday).value().documentCode.empty() || raw.find('<') != std::string::npos));
  }
}

TEST_CASE("Ten thousand characters of anything are looked at without harm", "[identifier][hostile]") {
  for (const std::string piece : {"1", "王", "ﷺ", "e\u0301", "\xff", "-", "+", "<", "省", "\u0301", "x", "@"}) {
    std::string text;
    for (int i = 0; i < 10000; ++i) text += piece;
    INFO(piece);
    CHECK(isValidUtf8(normalIdentifier(text)));
    CHECK(checkPhone(text, "CN").validity == Validity::formatBad);
    CHECK(readMrz(text, kToday).has_error());
    CHECK(isValidUtf8(maskedName(text)));
    CHECK(maskedName(text) != text);
    CHECK(isValidUtf8(maskedAddress(text)));
    CHECK(guessIdentifierTypes(text).empty());
  }
}
