// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ow::base {

// The one validator at the edge of core: every text that people, files, cards or other systems give us passes here before
// anything else sees it. It is stricter than SQLite (which takes any bytes) and PostgreSQL (which refuses NUL and bad UTF-8
// only when the operation reaches the centre, when nobody is left to ask) together. Stateless; any thread.

// Both hold: code points are what a clerk can count, bytes are what an index page can hold.
struct TextLimits {
  std::size_t maxCodePoints;
  std::size_t maxBytes;
};
enum class Lines {
  single,   // no TAB, no line break inside
  multiple  // TAB and LF stay; CR LF, CR, U+2028 and U+2029 become LF
};

inline constexpr TextLimits kNameLimits{200, 800};
inline constexpr TextLimits kShortTextLimits{500, 2000};
inline constexpr TextLimits kNoteLimits{20000, 60000};
inline constexpr TextLimits kCodeLimits{64, 256};

// The text as it was given, without outer white space. It is NOT normalised: what a person calls himself is kept to the code
// point. Errors: ErrorKind::invalidInput with rule and position (code points from 1):
//   utf8          bytes that are no UTF-8 (also overlong forms, surrogates, above U+10FFFF)
//   control       C0 or C1 other than what `lines` allows, NUL among them
//   noncharacter  U+FDD0..U+FDEF, U+xxFFFE, U+xxFFFF
//   too_long      with limit and unit (characters, bytes)
Result<std::string> acceptText(std::string_view raw, TextLimits limits, Lines lines);

// For what is compared to the letter: identifiers, phones, case numbers. One line; full width becomes half width, the result is
// NFC, and rule invisible refuses what nobody can see: bidi controls, zero width, soft hyphens, tag characters, variation
// selectors, fillers.
Result<std::string> acceptKeyText(std::string_view raw, TextLimits limits);

// For importers, which must account for every row: what acceptText would refuse becomes U+FFFD, and `replaced` says how often
// that happened. Lengths are not touched.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;
};
RepairedText repairedText(std::string_view raw, Lines lines);

// Whether the first strong character is Hebrew, Arabic, Thaana and their like (Unicode bidi classes R and AL).
bool isRightToLeft(std::string_view text);
// The text with bidi controls, zero-width and other invisible characters written as ⟨U+202E⟩, so that a name cannot hide what
// it is. Joiners stay where a script needs them (Arabic, Indic, Mongolian letters, emoji), variation selectors stay behind what
// they vary.
std::string visibleText(std::string_view text);
// visibleText, and FSI…PDI around it when anything in it runs right to left: safe inside a sentence of the other direction.
std::string isolated(std::string_view text);

}  // namespace ow::base
