// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/typed_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace ow::domain {
namespace {

bool isPlainAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool isDash(UChar32 c) {
  return u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212;
}

icu::UnicodeString nfkc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  auto folded = normalizer->normalize(text, status);
  return U_FAILURE(status) ? text : folded;
}

icu::UnicodeString upperWithoutGaps(const icu::UnicodeString& text) {
  icu::UnicodeString kept;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_isUWhiteSpace(c) && !isDash(c)) kept.append(u_toupper(c));
  }
  return kept;
}

}  // namespace

bool isHidden(char32_t codePoint) {
  const auto c = static_cast<UChar32>(codePoint);
  if (c == '\t' || c == '\n' || c == '\r') return false;
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         U_IS_UNICODE_NONCHAR(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

TypedText foldTyped(std::string_view raw) {
  TypedText result;
  if (isPlainAscii(raw)) {
    result.text = raw;
    return result;
  }
  icu::UnicodeString kept;
  const auto* bytes = reinterpret_cast<const uint8_t*>(raw.data());
  const auto size = static_cast<int64_t>(raw.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) {
      result.illFormed = true;
      kept.append(static_cast<UChar32>(0xfffd));
    } else if (isHidden(static_cast<char32_t>(c))) {
      result.hadHidden = true;
    } else {
      kept.append(u_isUWhiteSpace(c) ? UChar32{' '} : c);
    }
  }
  nfkc(kept).toUTF8String(result.text);
  return result;
}

std::string compactUpper(std::string_view folded) {
  std::string result;
  if (isPlainAscii(folded)) {
    for (const char c : folded)
      if (c != ' ' && c != '-') result.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    return result;
  }
  // Taking a dash away can bring a letter and its accent together, and an upper-case form can fold further: until it rests.
  auto text = icu::UnicodeString::fromUTF8({folded.data(), static_cast<int32_t>(folded.size())});
  for (int pass = 0; pass < 4; ++pass) {
    auto next = nfkc(upperWithoutGaps(text));
    if (next == text) break;
    text = std::move(next);
  }
  text.toUTF8String(result);
  return result;
}

}  // namespace ow::domain
