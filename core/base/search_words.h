// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ow::base {

// How search cuts folded text into words; shared by the keys, the queries and the full text.

// Scripts written without blanks between words, which are searched character by character: Han, kana, Yi.
bool isUnspaced(char32_t c);
// Letters, digits and the marks on them.
bool isWordCharacter(char32_t c);

// The words of folded text. An apostrophe inside a word disappears (o'brien is obrien); all other separators end a word.
std::vector<std::u32string> wordsOf(std::u32string_view foldedText);
std::u32string runTogether(const std::vector<std::u32string>& words);

std::string upperAscii(std::string text);
std::string reversedAscii(std::string_view text);

}  // namespace ow::base
