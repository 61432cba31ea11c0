// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

// What hostile and honest people have put into fields of other programs. UTF-16, as a window holds it, so that even what is no
// text at all can be written down.
namespace ow::testkit {

struct NastyText {
  const char* what;
  std::u16string text;
  // What a field for free text keeps of it; the same text unless it says otherwise.
  std::u16string kept{};
  const std::u16string& keeps() const { return kept.empty() ? text : kept; }
};

// Strange but somebody's true name or words: every field for free text keeps them to the code point.
inline const std::vector<NastyText>& strangeButTrue() {
  static const std::vector<NastyText> kAll{
      {"one character", u"王"},
      {"fifty characters", std::u16string(50, u'龘')},
      {"a middle dot", u"买买提·吐尔逊"},
      {"other dots", u"买买提•吐尔逊・卡"},
      {"Tibetan", u"བསྟན་འཛིན་རྒྱ་མཚོ"},
      {"Uyghur, right to left", u"ئابدۇرېھىم ئۆتكۈر"},
      {"Mongolian", u"ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨ᠎ᠠ ᠤᠤ"},
      {"Yi, Tai, Zhuang", u"ꆈꌠꁱꂷ ᦟᦲᧉ Bouxcuengh"},
      {"rare characters", u"𠮷 𡈽 𬱖 \U00030EDE \U0002EBF0"},
      {"private use of an old police system", u"\uE000王\uF8FF"},
      {"compatibility ideographs that NFC would change", u"\uF91D 豈 \U0002F81A"},
      {"a variation sequence", u"\u8FBB\U000E0100"},
      {"half and full width", u"Ｗａｎｇ ﾜﾝ １２３"},
      {"stacked marks", u"Nguye\u0302\u0303n"},
      {"many marks", u"e" + std::u16string(60, u'\u0301')},
      {"Thai and Arabic joiners", u"ธนพล \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},
      {"a family of emoji", u"👨\u200D👩\u200D👧\u200D👦"},
      {"no-break space", u"M.\u00A0Dupont \u202FB"},
      {"ideographic space inside", u"王\u3000小明"},
      {"words that mean something to programs", u"Null"},
      {"a number that programs make of a name", u"1E5"},
      {"true", u"true"},
      {"an apostrophe", u"O'Brien"},
      {"SQL", u"Robert'); DROP TABLE party;--"},
      {"LIKE", u"100%_\\"},
      {"full text operators", u"\"a\" * AND OR NOT NEAR( ^ col: - + { }"},
      {"markup", u"<b>x</b><img src=file:///etc/passwd> &amp; &#x41;"},
      {"a mnemonic", u"Müller & Söhne &x"},
      {"arguments of a translation", u"%1 %2 %n %L1 %%"},
      {"a formula", u"=cmd|'/c calc'!A1"},
      {"JSON", u"{\"a\": \"\\u0000\", \"b\": 1e400}"},
      {"a name that runs backwards", u"abc\u202Efdp.exe"},
      {"isolates and marks", u"a\u2066b\u2069c\u200E\u200F\u061C"},
      {"zero width and soft hyphen", u"wang\u200B\u00ADmin\u2060x"},
      {"a byte order mark inside", u"a\uFEFFb"},
      {"tag characters", u"a\U000E0041\U000E007F"},
      {"outer blanks", u" \u3000王小明 \u00A0", u"王小明"},
  };
  return kAll;
}

// What no field may let through: one of the stores, now or at the centre, would refuse or change it.
inline const std::vector<NastyText>& neverKept() {
  static const std::vector<NastyText> kAll{
      {"NUL inside", std::u16string(u"ab\0cd", 5)},
      {"a lone high surrogate", u"a" + std::u16string(1, char16_t(0xD800)) + u"b"},
      {"a lone low surrogate", u"a" + std::u16string(1, char16_t(0xDC00)) + u"b"},
      {"surrogates the wrong way round", u"a" + std::u16string{char16_t(0xDE00), char16_t(0xD83D)} + u"b"},
      {"a noncharacter U+FFFF", u"a\uFFFFb"},
      {"a noncharacter U+FFFE", u"a\uFFFEb"},
      {"a noncharacter U+FDD0", u"a\uFDD0b"},
      {"a noncharacter U+FDEF", u"a\uFDEFb"},
      {"a noncharacter U+1FFFF", u"a\U0001FFFFb"},
      {"a noncharacter U+10FFFE", u"a\U0010FFFEb"},
      {"escape", u"a\u001B[31mb"},
      {"backspace", u"a\u0008b"},
      {"delete", u"a\u007Fb"},
      {"C1", u"a\u0080b\u009F"},
      {"next line, a C1", u"a\u0085b"},
      {"unit separator", u"a\u001Fb"},
      {"too long for any field", std::u16string(20001, u'长')},
  };
  return kAll;
}

// Line breaks and TAB: a field of one line refuses them, a field of several keeps them, every break as LF.
inline const std::vector<NastyText>& ofSeveralLines() {
  static const std::vector<NastyText> kAll{
      {"LF", u"one\ntwo"},
      {"CR LF", u"one\r\ntwo", u"one\ntwo"},
      {"CR", u"one\rtwo", u"one\ntwo"},
      {"line separator", u"one\u2028two", u"one\ntwo"},
      {"paragraph separator", u"one\u2029two", u"one\ntwo"},
      {"TAB", u"one\ttwo"},
  };
  return kAll;
}

// What stands in search boxes. Any text is only text there.
inline std::vector<NastyText> searches() {
  std::vector<NastyText> all{{"one quote", u"\""},
                             {"nothing but punctuation", u"!?()[]{}<>,.;:'\"-*+^~"},
                             {"one character", u"张"},
                             {"a percent sign", u"%"},
                             {"a regular bomb", u"(a+)+$"},
                             {"NEAR", u"NEAR(a b, 3"},
                             {"a column", u"name:张"},
                             {"minus", u"-张 +三"},
                             {"comment", u"';--"},
                             {"a card number with blanks", u"110105 19491231 002x"},
                             {"ten thousand characters", std::u16string(10000, u'张')}};
  std::u16string words;
  for (int i = 0; i < 5000; ++i) words += u"w" + std::u16string(std::size_t(i % 7) + 1, u'a') + u" ";
  all.push_back({"five thousand words", words});
  for (const auto* more : {&strangeButTrue(), &neverKept(), &ofSeveralLines()})
    all.insert(all.end(), more->begin(), more->end());
  return all;
}

}  // namespace ow::testkit
