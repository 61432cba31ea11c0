// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <cstdint>
#include <cstring>
#include <vector>

#include "intake/encoding.h"

namespace ow::intake {

namespace {

// What the converter writes for an invalid sequence: a lone low surrogate, which no valid text decodes to.
constexpr UChar kLoneSurrogate = 0xDFFF;

void U_CALLCONV markInvalid(const void* wasCut, UConverterToUnicodeArgs* args, const char*, int32_t,
                            UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close and clone notices are none of ours
  if (*error == U_TRUNCATED_CHAR_FOUND) *static_cast<bool*>(const_cast<void*>(wasCut)) = true;
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &kLoneSurrogate, 1, 0, error);
}

void appendUtf8(std::string& text, UChar32 character) {
  if (character < 0x80) {
    text.push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text.push_back(static_cast<char>(0xC0 | (character >> 6)));
    text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
  } else if (character < 0x10000) {
    text.push_back(static_cast<char>(0xE0 | (character >> 12)));
    text.push_back(static_cast<char>(0x80 | ((character >> 6) & 0x3F)));
    text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
  } else {
    text.push_back(static_cast<char>(0xF0 | (character >> 18)));
    text.push_back(static_cast<char>(0x80 | ((character >> 12) & 0x3F)));
    text.push_back(static_cast<char>(0x80 | ((character >> 6) & 0x3F)));
    text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
  }
}

void appendUtf16(std::string& text, const UChar* units, std::int32_t count) {
  for (std::int32_t i = 0; i < count;) {
    UChar32 character = 0;
    U16_NEXT(units, i, count, character);
    if (U16_IS_SURROGATE(character))
      text.push_back(kInvalidMark);
    else
      appendUtf8(text, character);
  }
}

std::size_t asciiPrefix(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace

int utf8CharacterLength(std::string_view text) {
  if (text.empty()) return -1;
  const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte alone decides about overlong forms, surrogates and the upper end.
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (text.size() < 2) return -1;
  if (at(1) < low || at(1) > high) return 0;
  for (std::size_t i = 2; i < static_cast<std::size_t>(length); ++i) {
    if (i >= text.size()) return -1;
    if ((at(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

struct TextDecoder::Converter {
  explicit Converter(UConverter* opened) : handle(opened), units(std::size_t{1} << 14) {}
  ~Converter() { ucnv_close(handle); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  UConverter* handle;
  bool wasCut = false;
  std::vector<UChar> units;
};

TextDecoder::TextDecoder(std::unique_ptr<Converter> converter) : m_converter(std::move(converter)) {}
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;
TextDecoder::~TextDecoder() = default;

base::Result<TextDecoder> TextDecoder::create(const EncodingGuess& encoding) {
  if (encoding.name == "UTF-8") return TextDecoder(nullptr);
  UErrorCode error = U_ZERO_ERROR;
  UConverter* handle = ucnv_open(encoding.name == "Big5" ? "windows-950" : encoding.name.c_str(), &error);
  if (U_FAILURE(error)) return base::fail(base::ErrorKind::invalidInput, {{"field", "encoding"}, {"rule", "unknown"}});
  auto converter = std::make_unique<Converter>(handle);
  ucnv_setToUCallBack(handle, markInvalid, &converter->wasCut, nullptr, nullptr, &error);
  if (U_FAILURE(error)) return base::fail(base::ErrorKind::internal, {{"where", "ucnv_setToUCallBack"}});
  return TextDecoder(std::move(converter));
}

bool TextDecoder::wasCut() const {
  return m_wasCut || (m_converter && m_converter->wasCut);
}

std::string TextDecoder::decode(std::string_view bytes, SampleEnd end) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  if (m_converter) {
    const char* from = bytes.data();
    const char* const limit = from + bytes.size();
    UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
    while (error == U_BUFFER_OVERFLOW_ERROR) {
      error = U_ZERO_ERROR;
      UChar* to = m_converter->units.data();
      ucnv_toUnicode(m_converter->handle, &to, to + m_converter->units.size(), &from, limit, nullptr, end == SampleEnd::whole,
                     &error);
      appendUtf16(text, m_converter->units.data(), static_cast<std::int32_t>(to - m_converter->units.data()));
    }
    return text;
  }
  std::string joined;
  if (!m_pending.empty()) {
    joined = m_pending.append(bytes);
    m_pending.clear();
    bytes = joined;
  }
  while (!bytes.empty()) {
    std::size_t good = asciiPrefix(bytes);
    int length = 1;
    while (good < bytes.size() && (length = utf8CharacterLength(bytes.substr(good, 4))) > 0)
      good += static_cast<std::size_t>(length);
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    if (length < 0 && end == SampleEnd::cut) {
      m_pending = bytes;
      break;
    }
    m_wasCut = m_wasCut || length < 0;
    text.push_back(kInvalidMark);
    bytes.remove_prefix(1);
  }
  return text;
}

}  // namespace ow::intake
