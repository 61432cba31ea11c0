// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <vector>

#include <unicode/uchar.h>
#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "base/text_fold.h"
#include "base/text_rules.h"
#include "base/utf8.h"

using namespace ow::base;
using namespace std::string_literals;

namespace {

std::string ruleOf(const Result<std::string>& result) {
  return result.has_value() ? "accepted" : std::string(result.error().fact("rule"));
}

std::string nameRule(std::string_view raw) {
  return ruleOf(acceptText(raw, kNameLimits, Lines::single));
}
std::string noteRule(std::string_view raw) {
  return ruleOf(acceptText(raw, kNoteLimits, Lines::multiple));
}
std::string keyRule(std::string_view raw) {
  return ruleOf(acceptKeyText(raw, kCodeLimits));
}

// What must never come out of acceptText, said a second time and more slowly than the validator says it.
bool isForbidden(char32_t c, Lines lines) {
  if (c == '\n' || c == '\t') return lines == Lines::single;
  return u_charType(UChar32(c)) == U_CONTROL_CHAR || U_IS_UNICODE_NONCHAR(c) || U_IS_SURROGATE(c) || c > 0x10FFFF;
}

// Random text that leans to what hurts: raw bytes, cut sequences, controls, bidi, planes 1 to 16.
std::string hostileText(SeededRandom& random) {
  static constexpr std::array<char32_t, 16> kCruel = {0,      9,      10,     13,     0x1F,   0x7F,    0x85,    0xAD,
                                                      0x200B, 0x202E, 0x2028, 0xFDD0, 0xFFFE, 0x1FFFF, 0xE0041, 0x20BB7};
  std::string text;
  const std::uint64_t pieces = random.below(24);
  for (std::uint64_t i = 0; i < pieces; ++i) {
    switch (random.below(5)) {
      case 0:
        text += char(random.below(256));
        break;
      case 1:
        text += encoded(kCruel[random.below(kCruel.size())]);
        break;
      case 2:
        text += encoded(char32_t(random.below(0x110000)));
        break;
      case 3:
        text += encoded(char32_t(0x4E00 + random.below(0x5000)));
        break;
      default:
        text += char(' ' + random.below(95));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Names of every script are kept to the code point", "[text]") {
  const std::vector<std::string> names = {"王",
                                          "司马相如",
                                          "买买提·吐尔逊",
                                          "买买提•吐尔逊",
                                          "买买提・吐尔逊",
                                          "བསྟན་འཛིན",
                                          "ئەركىن",
                                          "ᠪᠠᠶᠠᠷ",
                                          "ꆈꌠ",
                                          "𠮷野家",
                                          "𡈽",
                                          "𬱖",
                                          "\U00030EDE",
                                          "\uE863",
                                          "\uF900",
                                          "辻\U000E0100",
                                          "Nguyễn Thị Ánh",
                                          "สมชาย",
                                          "O'Brien",
                                          "Null",
                                          "N/A",
                                          "true",
                                          "1E5",
                                          "Ng",
                                          "van der Berg"};
  for (const std::string& name : names) {
    INFO(name);
    const auto accepted = acceptText(name, kNameLimits, Lines::single);
    REQUIRE(accepted.has_value());
    CHECK(accepted.value() == name);
  }
  const std::string decomposed = "Mun\u0303oz";
  CHECK(acceptText(decomposed, kNameLimits, Lines::single).value() == decomposed);
}

TEST_CASE("Bytes that are no UTF-8 are refused, and where", "[text]") {
  for (const std::string& bytes : {"a\xFF"s, "a\xE5\xBC"s, "a\xED\xA0\xBD\xED\xB8\x80"s, "a\xC0\xAF"s, "a\xF4\x90\x80\x80"s,
                                   "a\x80"s, "a\xE0\x80\xAF"s, "a\xF8\x88\x80\x80\x80"s}) {
    const auto result = acceptText(bytes, kNameLimits, Lines::single);
    REQUIRE(result.has_error());
    CHECK(result.error().kind == ErrorKind::invalidInput);
    CHECK(result.error().fact("rule") == "utf8");
    CHECK(result.error().fact("position") == "2");
  }
}

TEST_CASE("Control characters and noncharacters are refused", "[text]") {
  CHECK(nameRule("ab\0cd"s) == "control");
  CHECK(nameRule("a\x1B[31m") == "control");
  CHECK(nameRule("a\u0085b") == "control");
  CHECK(nameRule("a\u009Fb") == "control");
  CHECK(nameRule("a\x7F"
                 "b") == "control");
  CHECK(nameRule("a\tb") == "control");
  CHECK(nameRule("a\nb") == "control");
  CHECK(nameRule("a\u2028b") == "control");
  CHECK(nameRule("a\uFFFE") == "noncharacter");
  CHECK(nameRule("a\U0010FFFFb") == "noncharacter");
  CHECK(nameRule("a\uFDD0") == "noncharacter");
  CHECK(noteRule("a\0b"s) == "control");
  CHECK(noteRule("a\vb") == "control");
}

TEST_CASE("A note keeps its lines, one kind of line end", "[text]") {
  CHECK(acceptText("one\r\ntwo\rthree\n\tfour\u2029five", kNoteLimits, Lines::multiple).value() ==
        "one\ntwo\nthree\n\tfour\nfive");
}

TEST_CASE("Outer white space is trimmed, inner is kept", "[text]") {
  CHECK(acceptText("\u3000 张 三\u00A0\r\n", kNameLimits, Lines::single).value() == "张 三");
  CHECK(acceptText("\uFEFF张三", kNameLimits, Lines::single).value() == "张三");
  CHECK(acceptText(" \t\n ", kNameLimits, Lines::single).value().empty());
  CHECK(acceptText("", kNameLimits, Lines::single).value().empty());
}

TEST_CASE("Limits hold in characters and in bytes", "[text]") {
  const auto han = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "𠮷";
    return text;
  };
  CHECK(nameRule(han(200)) == "accepted");
  const auto tooMany = acceptText(han(201), kNameLimits, Lines::single);
  CHECK(tooMany.error().fact("rule") == "too_long");
  CHECK(tooMany.error().fact("limit") == "200");
  CHECK(tooMany.error().fact("unit") == "characters");
  const auto tooBig = acceptText(han(20000), kNoteLimits, Lines::multiple);
  CHECK(tooBig.error().fact("unit") == "bytes");
  CHECK(tooBig.error().fact("limit") == "60000");
  CHECK(noteRule(std::string(20000, 'x')) == "accepted");
  CHECK(noteRule(std::string(10'000'000, 'x')) == "too_long");
  CHECK(nameRule(std::string(10'000, ' ') + "张三") == "accepted");
}

TEST_CASE("Identifiers refuse what nobody can see and fold full width", "[text]") {
  for (const char32_t c : {0x202AU, 0x202EU, 0x2066U, 0x2069U, 0x200EU, 0x200FU, 0x061CU, 0x200BU, 0xFEFFU, 0xE0041U, 0xE007FU,
                           0xADU, 0x200DU, 0xFE0FU, 0x3164U, 0xFFF9U}) {
    INFO(std::hex << unsigned(c));
    CHECK(keyRule("1101" + encoded(c) + "8812") == "invisible");
  }
  CHECK(acceptKeyText("１１０１０１１９９００１０１００１Ｘ", kCodeLimits).value() == "11010119900101001X");
  CHECK(acceptKeyText("\u30001101\u00A01990 ", kCodeLimits).value() == "1101 1990");
  CHECK(acceptKeyText("e\u0301", kCodeLimits).value() == "\u00E9");
  CHECK(keyRule("11\t01") == "control");
  CHECK(keyRule(std::string(65, '1')) == "too_long");
}

TEST_CASE("Whatever comes in, nothing forbidden comes out", "[text][property]") {
  SeededRandom random(20260809);
  std::size_t accepted = 0;
  for (int i = 0; i < 40000; ++i) {
    const std::string raw = hostileText(random);
    for (const Lines lines : {Lines::single, Lines::multiple}) {
      const RepairedText repaired = repairedText(raw, lines);
      for (const std::string& out :
           {acceptText(raw, kShortTextLimits, lines).has_value() ? acceptText(raw, kShortTextLimits, lines).value() : "",
            repaired.text}) {
        const std::u32string points = decoded(out);
        REQUIRE(encoded(points) == out);
        for (const char32_t c : points) REQUIRE_FALSE(isForbidden(c, lines));
        REQUIRE(acceptText(out, kShortTextLimits, lines).has_value());
      }
      const bool clean = acceptText(raw, kShortTextLimits, lines).has_value();
      REQUIRE(clean == (repaired.replaced == 0));
      accepted += std::size_t(clean);
    }
    const auto key = acceptKeyText(raw, kShortTextLimits);
    if (key.has_value()) REQUIRE(nfc(key.value()) == key.value());
  }
  CHECK(accepted > 2000);  // the generator also makes texts that are fine
}

TEST_CASE("An importer repairs and counts", "[text]") {
  const RepairedText repaired = repairedText("Main\xFF St\0.\r\nrear\xE5\xBC"s, Lines::single);
  CHECK(repaired.text == "Main\uFFFD St\uFFFD.\uFFFDrear\uFFFD");
  CHECK(repaired.replaced == 4);
  CHECK(repairedText("a\r\nb", Lines::multiple).text == "a\nb");
  CHECK(repairedText("a\r\nb", Lines::multiple).replaced == 0);
}

TEST_CASE("A name cannot hide what it is", "[text][bidi]") {
  CHECK(visibleText("invoice\u202Eexe.fdp") == "invoice⟨U+202E⟩exe.fdp");
  CHECK(visibleText("张\u200B三") == "张⟨U+200B⟩三");
  CHECK(visibleText("a\U000E0041") == "a⟨U+E0041⟩");
  CHECK(visibleText("l\u200Di") == "l⟨U+200D⟩i");
  CHECK(visibleText("می\u200Cخواهم") == "می\u200Cخواهم");
  CHECK(visibleText("辻\U000E0100") == "辻\U000E0100");
  CHECK(visibleText("张三 O'Brien") == "张三 O'Brien");
}

TEST_CASE("Right-to-left names are isolated and cannot break out", "[text][bidi]") {
  CHECK(isRightToLeft("ئەركىن"));
  CHECK(isRightToLeft("123 ئەركىن"));
  CHECK_FALSE(isRightToLeft("张三 ئەركىن"));
  CHECK_FALSE(isRightToLeft("123"));
  CHECK(isolated("ئەركىن") == "\u2068ئەركىن\u2069");
  CHECK(isolated("张三") == "张三");
  CHECK(isolated("ئە\u2069ر") == "\u2068ئە⟨U+2069⟩ر\u2069");
}
