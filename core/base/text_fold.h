// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::base {

// Text made comparable. Every function takes any bytes (what is no UTF-8 counts as U+FFFD), never fails, and may run on any
// thread.

// Unicode normalisation form C: what keys are stored in.
std::string nfc(std::string_view utf8);

// What search compares: compatibility forms unified (full and half width, CJK compatibility ideographs, ligatures), case
// folded, diacritics of Latin letters dropped (also ø ł đ ı), vowel points of Arabic and Hebrew dropped, traditional Han made
// simplified (OpenCC, one character at a time), the middle dots of names (· • ・ ‧ ∙ ⋅ and their like) made "·", apostrophes
// and dashes made "'" and
// "-", invisible characters removed, white space collapsed to one blank and trimmed. Folding twice changes nothing.
std::string folded(std::string_view utf8);

// The decimal digits alone, of any script, as ASCII.
std::string foldedDigits(std::string_view utf8);

bool isHan(char32_t c);

// Changes whenever folded text or readings may come out different (ICU, OpenCC or our own tables): stored keys made under
// another version have to be made again.
std::string foldVersion();

}  // namespace ow::base
