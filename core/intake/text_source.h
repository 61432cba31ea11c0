// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "intake/byte_source.h"
#include "intake/encoding.h"

namespace ow::intake {

// A text file from front to back as UTF-8, whatever it is written in; invalid bytes appear as kInvalidMark.
class TextSource {
 public:
  // The encoding is guessed from the first mebibyte (more while that is pure ASCII) unless one is given.
  // Errors as ByteSource; unsupportedFormat (format=binary) when the beginning is no text in any encoding.
  static base::Result<std::unique_ptr<TextSource>> open(std::unique_ptr<ByteSource> bytes,
                                                        const std::optional<std::string>& encoding);

  const EncodingGuess& encoding() const { return m_encoding; }
  const ByteSource& bytes() const { return *m_bytes; }

  // The next piece of text; empty is the end.
  base::Result<std::string> next();
  // After the end: whether the file stops in the middle of a character, and so is not whole.
  bool wasCut() const { return m_decoder.wasCut(); }

 private:
  TextSource(std::unique_ptr<ByteSource> bytes, EncodingGuess encoding, TextDecoder decoder);

  std::unique_ptr<ByteSource> m_bytes;
  EncodingGuess m_encoding;
  TextDecoder m_decoder;
  std::string m_chunk;
  bool m_ended = false;
};

}  // namespace ow::intake
