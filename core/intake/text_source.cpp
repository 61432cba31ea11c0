// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/text_source.h"

#include <algorithm>

namespace ow::intake {

namespace {

constexpr std::size_t kFirstSample = std::size_t{1} << 20;
constexpr std::size_t kLargestSample = std::size_t{16} << 20;
constexpr std::size_t kTextChunk = std::size_t{1} << 17;

bool isAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Tables hold next to no control characters; pictures, programs and archives are full of them.
bool looksBinary(const EncodingGuess& encoding, std::string_view sample) {
  auto decoder = TextDecoder::create(encoding);
  if (!decoder) return false;
  const std::string text = decoder.value().decode(sample.substr(0, std::size_t{1} << 16), SampleEnd::cut);
  const auto control = std::count_if(text.begin(), text.end(), [](char c) {
    const auto value = static_cast<unsigned char>(c);
    return value < 0x20 && value != 0 && c != '\t' && c != '\n' && c != '\r';
  });
  // In a guessed encoding much that is invalid means no text; in a given one it means a wrong choice, which the rows tell
  // better.
  const auto invalid = encoding.how == EncodingGuess::given ? 0 : std::count(text.begin(), text.end(), kInvalidMark);
  const auto size = static_cast<std::ptrdiff_t>(text.size());
  return control * 50 > size || invalid * 10 > size;
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, EncodingGuess encoding, TextDecoder decoder)
    : m_bytes(std::move(bytes)), m_encoding(std::move(encoding)), m_decoder(std::move(decoder)), m_chunk(kTextChunk, '\0') {}

base::Result<std::unique_ptr<TextSource>> TextSource::open(std::unique_ptr<ByteSource> bytes,
                                                           const std::optional<std::string>& encoding) {
  std::size_t wanted = kFirstSample;
  OW_TRY(auto sample, bytes->peek(wanted));
  while (!encoding && sample.size() == wanted && wanted < kLargestSample && isAscii(sample)) {
    wanted *= 2;
    OW_TRY(sample, bytes->peek(wanted));
  }
  const SampleEnd end = sample.size() < wanted ? SampleEnd::whole : SampleEnd::cut;
  EncodingGuess guess;
  if (encoding) {
    OW_TRY(guess, givenEncoding(*encoding, sample));
  } else {
    guess = guessEncoding(sample, end);
  }
  if (looksBinary(guess, sample.substr(guess.bomBytes)))
    return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "binary"}});
  OW_TRY(auto decoder, TextDecoder::create(guess));
  std::string mark(guess.bomBytes, '\0');
  OW_TRYV(bytes->read(mark));
  return std::unique_ptr<TextSource>(new TextSource(std::move(bytes), std::move(guess), std::move(decoder)));
}

base::Result<std::string> TextSource::next() {
  while (!m_ended) {
    OW_TRY(const auto got, m_bytes->read(m_chunk));
    m_ended = got == 0;
    std::string text = m_decoder.decode(std::string_view(m_chunk).substr(0, got), m_ended ? SampleEnd::whole : SampleEnd::cut);
    if (!text.empty()) return text;
  }
  return std::string();
}

}  // namespace ow::intake
