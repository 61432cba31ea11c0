// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <cstdint>

#include <unicode/utf8.h>

namespace ow::base {

namespace {

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacementCharacter;
  if (c < 0x80) {
    out += char(c);
    return;
  }
  char bytes[4];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, std::size_t(size));
}

}  // namespace

Utf8Step firstOf(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return {first, 1, true};
  const char* bytes = text.data();
  const auto length = std::int32_t(text.size() < 4 ? text.size() : 4);
  std::int32_t size = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, size, length, c);
  if (c < 0) return {kReplacementCharacter, std::size_t(size), false};
  return {char32_t(c), std::size_t(size), true};
}

std::u32string decoded(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  while (!utf8.empty()) {
    const Utf8Step step = firstOf(utf8);
    out += step.codePoint;
    utf8.remove_prefix(step.size);
  }
  return out;
}

std::string encoded(std::u32string_view codePoints) {
  std::string out;
  out.reserve(codePoints.size() * 3);
  for (const char32_t c : codePoints) append(out, c);
  return out;
}

std::string encoded(char32_t codePoint) {
  std::string out;
  append(out, codePoint);
  return out;
}

}  // namespace ow::base
