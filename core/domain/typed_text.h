// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::domain {

// What people, scanners and clipboards put into a field for a number.
struct TypedText {
  std::string text;        // valid UTF-8, NFKC, every white space a blank, hidden characters removed
  bool hadHidden = false;  // controls, bidirectional marks, zero-width and other ignorable characters (a number has none)
  bool illFormed = false;  // was not UTF-8: U+FFFD stands for each broken piece
};

// Folds full-width and other compatibility forms to plain ones. Linear in the input; any bytes are taken.
TypedText foldTyped(std::string_view raw);

// Whether a code point shows nothing of its own and may deceive: controls but TAB, LF and CR, bidirectional marks, ignorables,
// noncharacters.
bool isHidden(char32_t codePoint);

// Without blanks and dashes of any script, upper case, NFKC again: what two numbers are compared by.
std::string compactUpper(std::string_view folded);

}  // namespace ow::domain
