// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/search_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text_fold.h"

namespace ow::base {

bool isUnspaced(char32_t c) {
  if (c < 0x2E80) return false;
  if (isHan(c)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(UChar32(c), &status);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_YI;
}

bool isWordCharacter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  // Private use characters stand for rare signs in old registers: they can be searched like letters.
  return (U_GET_GC_MASK(UChar32(c)) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK)) != 0;
}

std::vector<std::u32string> wordsOf(std::u32string_view foldedText) {
  std::vector<std::u32string> words;
  std::u32string word;
  auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < foldedText.size(); ++i) {
    const char32_t c = foldedText[i];
    if (isWordCharacter(c))
      word += c;
    else if (c != '\'')
      end();
  }
  end();
  return words;
}

std::u32string runTogether(const std::vector<std::u32string>& words) {
  std::u32string all;
  for (const std::u32string& word : words) all += word;
  return all;
}

std::string upperAscii(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  return text;
}

std::string reversedAscii(std::string_view text) {
  return {text.rbegin(), text.rend()};
}

}  // namespace ow::base
