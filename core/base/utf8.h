// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ow::base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One step through UTF-8. `valid` is false for a byte that starts nothing, an overlong form, a surrogate, a value above
// U+10FFFF or a cut sequence; `codePoint` is then U+FFFD and `size` covers the maximal broken part (Unicode 15 §3.9, table
// 3-8).
struct Utf8Step {
  char32_t codePoint = kReplacementCharacter;
  std::size_t size = 1;
  bool valid = false;
};

// The code point at the front of `text`, which must not be empty.
Utf8Step firstOf(std::string_view text);

// Whole texts. What is not valid becomes U+FFFD: neither function fails.
std::u32string decoded(std::string_view utf8);
std::string encoded(std::u32string_view codePoints);
std::string encoded(char32_t codePoint);

}  // namespace ow::base
