// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_fold.h"

#include <algorithm>
#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uvernum.h>
#include <opencc/SimpleConverter.hpp>

#include "base/character_cache.h"
#include "base/utf8.h"

namespace ow::base {

namespace {

// Raise it when the tables of this file or of pinyin.cpp change what comes out.
constexpr int kOwnTables = 1;

icu::UnicodeString fromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

std::u32string toPoints(const icu::UnicodeString& text) {
  std::u32string points;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) points += char32_t(text.char32At(i));
  return points;
}

icu::UnicodeString fromPoints(std::u32string_view points) {
  icu::UnicodeString text;
  for (const char32_t c : points) text.append(UChar32(c));
  return text;
}

bool isScript(char32_t c, UScriptCode wanted) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(UChar32(c), &status) == wanted && U_SUCCESS(status);
}

bool isMark(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(UChar32(c)) & U_GC_M_MASK) != 0;
}

// Characters that people do not tell apart when they type a name, and letters whose stroke Unicode does not call a diacritic.
char32_t lookalike(char32_t c) {
  switch (c) {
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x30FB:
    case 0x0387:
    case 0x2E31:
    case 0x25CF:
    case 0x26AB:
    case 0x2024:
    case 0x16EB:
    case 0xFF65:
      return 0xB7;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02BB:
    case 0x02BF:
    case 0x02BE:
    case 0x0060:
    case 0x00B4:
    case 0x2032:
    case 0x055A:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
      return '-';
    case 0x00F8:
      return 'o';
    case 0x0142:
      return 'l';
    case 0x0111:
      return 'd';
    case 0x0127:
      return 'h';
    case 0x0131:
      return 'i';
    case 0x0167:
      return 't';
    default:
      return c;
  }
}

bool isVowelPoint(char32_t c) {
  return (c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640 || (c >= 0x591 && c <= 0x5C7 && isMark(c));
}

std::u32string letterFolds(char32_t c) {
  switch (c) {
    case 0xE6:
      return U"ae";
    case 0x153:
      return U"oe";
    case 0xFE:
      return U"th";
    case 0xF0:
      return U"d";
    default:
      return std::u32string(1, lookalike(c));
  }
}

class Folding {
 public:
  Folding() {
    try {
      m_simplify = std::make_unique<opencc::SimpleConverter>("t2s.json");
    } catch (...) {
      m_simplify = nullptr;  // its tables are not installed: traditional and simplified stay apart, and foldVersion() says so
    }
    UErrorCode status = U_ZERO_ERROR;
    m_composed = icu::Normalizer2::getNFCInstance(status);
    m_decomposed = icu::Normalizer2::getNFDInstance(status);
    m_caseless = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) std::abort();  // ICU without its data: no text can be handled at all
  }

  const icu::Normalizer2& composed() const { return *m_composed; }
  bool simplifies() const { return m_simplify != nullptr; }

  const std::u32string& of(char32_t c) {
    return m_cache.get(c, [this](char32_t wanted) { return make(wanted); });
  }

 private:
  std::u32string make(char32_t c) const {
    if (u_isUWhiteSpace(UChar32(c)) != 0) return U" ";
    if (isVowelPoint(c)) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::u32string caseless = toPoints(m_caseless->normalize(icu::UnicodeString(UChar32(lookalike(c))), status));
    std::u32string out;
    for (const char32_t part : caseless) out += partOf(part);
    return out;
  }

  std::u32string partOf(char32_t c) const {
    if (isHan(c)) return simplified(c);
    if (u_isUWhiteSpace(UChar32(c)) != 0) return U" ";
    if (!isScript(c, USCRIPT_LATIN)) return std::u32string(1, lookalike(c));
    UErrorCode status = U_ZERO_ERROR;
    std::u32string out;
    for (const char32_t part : toPoints(m_decomposed->normalize(icu::UnicodeString(UChar32(c)), status)))
      if (!isMark(part)) out += letterFolds(part);
    return out;
  }

  std::u32string simplified(char32_t c) const {
    std::string text = encoded(c);
    if (!m_simplify) return std::u32string(1, c);
    try {
      for (int round = 0; round < 3; ++round) text = m_simplify->Convert(text);  // 薴 becomes 苧 and that 苎
    } catch (...) {
      return std::u32string(1, c);
    }
    return decoded(text);
  }

  std::unique_ptr<opencc::SimpleConverter> m_simplify;
  const icu::Normalizer2* m_composed = nullptr;
  const icu::Normalizer2* m_decomposed = nullptr;
  const icu::Normalizer2* m_caseless = nullptr;
  CharacterCache<std::u32string> m_cache;
};

Folding& folding() {
  static auto& shared = *new Folding;  // never destroyed: a worker may still fold while the process ends
  return shared;
}

struct Folded {
  std::u32string text;
  bool marksLeft = false;  // marks of other scripts: they may compose with what stands before them
};

Folded foldedOnce(std::u32string_view points) {
  Folded result;
  result.text.reserve(points.size());
  bool afterLatin = false;
  for (const char32_t c : points) {
    for (const char32_t part : folding().of(c)) {
      const bool mark = isMark(part);
      if (mark && afterLatin) continue;
      if (part == ' ' && (result.text.empty() || result.text.back() == ' ')) continue;
      if (mark) result.marksLeft = true;
      if (part >= 0x1100 && part <= 0x11FF) result.marksLeft = true;  // Hangul in pieces composes as well
      result.text += part;
      if (!mark) afterLatin = part < 0x80 ? (part >= 'a' && part <= 'z') : isScript(part, USCRIPT_LATIN);
    }
  }
  if (!result.text.empty() && result.text.back() == ' ') result.text.pop_back();
  return result;
}

}  // namespace

std::string nfc(std::string_view utf8) {
  if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  folding().composed().normalize(fromUtf8(utf8), status).toUTF8String(out);
  return out;
}

std::string folded(std::string_view utf8) {
  Folded result = foldedOnce(decoded(utf8));
  // Composing may give a character that folds further, which may compose again: it settles after a round or two.
  for (int round = 0; result.marksLeft && round < 4; ++round) {
    UErrorCode status = U_ZERO_ERROR;
    const std::u32string composed = toPoints(folding().composed().normalize(fromPoints(result.text), status));
    Folded again = foldedOnce(composed);
    const bool settled = again.text == result.text;
    result = std::move(again);
    if (settled) break;
  }
  return encoded(result.text);
}

std::string foldedDigits(std::string_view utf8) {
  std::string digits;
  for (const char32_t c : decoded(utf8)) {
    const std::int32_t value = u_charDigitValue(UChar32(c));
    if (value >= 0 && value <= 9 && u_charType(UChar32(c)) == U_DECIMAL_DIGIT_NUMBER) digits += char('0' + value);
  }
  return digits;
}

bool isHan(char32_t c) {
  if (c < 0x2E80) return false;
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || isScript(c, USCRIPT_HAN);
}

std::string foldVersion() {
  return "1." + std::to_string(kOwnTables) + "-icu" U_ICU_VERSION "-" + (folding().simplifies() ? "t2s" : "plain");
}

}  // namespace ow::base
