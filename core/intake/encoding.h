// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "base/result.h"

namespace ow::intake {

// In which encoding a text file is written, and how we know. Shown to the person who imports.
struct EncodingGuess {
  enum How {
    bom,         // the file says it
    valid,       // the bytes are valid in it and that is no accident
    statistics,  // the most likely of several
    given,       // the caller said it
  };
  // UTF-8, GB18030 (also for GB 2312 and GBK, which are parts of it), Big5, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE,
  // windows-1252
  std::string name;
  How how = valid;
  // 0..1; below 0.5 ask the person. It takes some twenty characters to be sure of an old encoding.
  double confidence = 1.0;
  // Bytes of the byte order mark, not part of the text.
  std::size_t bomBytes = 0;
};

}  // namespace ow::intake

template <>
inline constexpr auto ow::base::kCodes<ow::intake::EncodingGuess::How> =
    std::array<std::string_view, 4>{"bom", "valid", "statistics", "given"};

namespace ow::intake {

// Whether the sample is the whole text: where it was cut, half a character at its end is no fault.
enum class SampleEnd { cut, whole };

// Never fails: something is always the likeliest, with its confidence. Where nothing but a few bytes speak against UTF-8, it is
// UTF-8 with broken rows: a row that is refused can be seen, one that is read in a wrong encoding cannot.
EncodingGuess guessEncoding(std::string_view sample, SampleEnd end);

// The encoding that the caller names, under any usual name of it (gbk, cp936, utf8 ...); a byte order mark that agrees is
// skipped. invalidInput (field=encoding, rule=unknown).
base::Result<EncodingGuess> givenEncoding(std::string_view name, std::string_view sample);

// Stands in decoded text where bytes were not valid in the encoding: FF never occurs in UTF-8, so it cannot be mistaken.
inline constexpr char kInvalidMark = '\xff';

// Turns text of one encoding into UTF-8, piece by piece; characters may be cut anywhere between two pieces.
class TextDecoder {
 public:
  static base::Result<TextDecoder> create(const EncodingGuess& encoding);
  TextDecoder(TextDecoder&&) noexcept;
  TextDecoder& operator=(TextDecoder&&) noexcept;
  ~TextDecoder();

  // The text of the next bytes, with kInvalidMark for each invalid sequence. `end` = no bytes follow.
  std::string decode(std::string_view bytes, SampleEnd end);
  // Whether the bytes ended in the middle of a character: the file was cut.
  bool wasCut() const;

 private:
  struct Converter;
  explicit TextDecoder(std::unique_ptr<Converter> converter);

  std::unique_ptr<Converter> m_converter;  // null for UTF-8
  std::string m_pending;                   // a UTF-8 character that was cut
  bool m_wasCut = false;                   // at the end, in UTF-8
};

// Length of the valid UTF-8 character at the front of the text: 1..4; 0 when it is not valid, -1 when the text ends inside of
// it. Overlong forms, surrogates and values above U+10FFFF are not valid.
int utf8CharacterLength(std::string_view text);

}  // namespace ow::intake
