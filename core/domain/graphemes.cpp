// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/graphemes.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "domain/typed_text.h"

namespace ow::domain {
namespace {

// Long enough for an emoji family or a Tibetan stack, too short for a tower of accents that covers its neighbours. UTF-16
// units.
constexpr int32_t kLongestCluster = 16;

// Making an iterator costs far more than using it, and one may not be shared between threads.
icu::BreakIterator* characterBreaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return iterator.get();
}

// Joiners and variation selectors shape the character that they stand in.
bool belongsToACharacter(UChar32 c) {
  return c == 0x200c || c == 0x200d || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

icu::UnicodeString withoutHidden(std::string_view utf8) {
  icu::UnicodeString kept;
  const auto size = static_cast<int64_t>(utf8.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(utf8.data(), i, size, c);
    if (c < 0) {
      kept.append(UChar32{0xfffd});
    } else if (!isHidden(static_cast<char32_t>(c)) || belongsToACharacter(c)) {
      kept.append(u_isUWhiteSpace(c) ? UChar32{' '} : c);
    }
  }
  return kept;
}

std::string cluster(const icu::UnicodeString& text, int32_t from, int32_t to) {
  std::string utf8;
  if (to - from <= kLongestCluster) {
    text.tempSubStringBetween(from, to).toUTF8String(utf8);
  } else {
    icu::UnicodeString(text.char32At(from)).toUTF8String(utf8);
  }
  return utf8;
}

// The dots of transliterated names, in the code points that registers of different years use.
constexpr std::array<UChar32, 7> kNameDots{0xb7, 0x2022, 0x2027, 0x22c5, 0x2219, 0x30fb, 0xff65};

}  // namespace

std::vector<std::string> graphemes(std::string_view utf8) {
  const auto text = withoutHidden(utf8);
  std::vector<std::string> characters;
  auto* breaks = characterBreaks();
  if (breaks == nullptr) {
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
      characters.push_back(cluster(text, i, text.moveIndex32(i, 1)));
    return characters;
  }
  breaks->setText(text);
  int32_t from = breaks->first();
  for (int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next())
    characters.push_back(cluster(text, from, to));
  return characters;
}

Script scriptOf(std::string_view grapheme) {
  UChar32 c = 0;
  int64_t i = 0;
  if (grapheme.empty()) return Script::other;
  U8_NEXT(grapheme.data(), i, static_cast<int64_t>(grapheme.size()), c);
  if (c < 0) return Script::other;
  if (u_isUWhiteSpace(c)) return Script::blank;
  if (std::find(kNameDots.begin(), kNameDots.end(), c) != kNameDots.end()) return Script::separator;
  // Characters of old police systems sit in the private use area, and newer Han than ICU knows in the unassigned part of its
  // planes.
  const bool isRareHan = (c >= 0xe000 && c <= 0xf8ff) || (c >= 0x20000 && c <= 0x3ffff);
  if (isRareHan || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return Script::han;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
      return Script::han;
    default:
      return Script::other;
  }
}

}  // namespace ow::domain
