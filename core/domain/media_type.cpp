// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/media_type.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ow::domain {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view type;
};
constexpr std::array kSignatures{
    Signature{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Signature{0, "\xff\xd8\xff"sv, "image/jpeg"},
    Signature{0, "GIF87a"sv, "image/gif"},
    Signature{0, "GIF89a"sv, "image/gif"},
    Signature{0, "II*\0"sv, "image/tiff"},
    Signature{0, "MM\0*"sv, "image/tiff"},
    Signature{8, "WEBP"sv, "image/webp"},
    Signature{4, "ftypheic"sv, "image/heic"},
    Signature{4, "ftypmif1"sv, "image/heic"},
    Signature{0, "%PDF-"sv, "application/pdf"},
    Signature{0, "PK\x03\x04"sv, "application/zip"},
    Signature{0, "PK\x05\x06"sv, "application/zip"},
    Signature{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"},
    Signature{0, "Rar!\x1a\x07"sv, "application/vnd.rar"},
    Signature{0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    Signature{0, "\x1f\x8b"sv, "application/gzip"},
    Signature{4, "ftyp"sv, "video/mp4"},
    Signature{0, "ID3"sv, "audio/mpeg"},
    Signature{8, "WAVE"sv, "audio/wav"},
};

// UTF-8 without control characters; the last character may be cut off, since this is a beginning.
bool isPlainText(std::string_view head) {
  while (!head.empty()) {
    const base::Utf8Step step = base::firstOf(head);
    if (!step.valid) return step.size == head.size() && static_cast<unsigned char>(head.front()) >= 0xC2;
    const char32_t c = step.codePoint;
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F) return false;
    head.remove_prefix(step.size);
  }
  return true;
}

}  // namespace

std::string_view mediaTypeOf(std::string_view head) {
  const auto fits = [head](const Signature& s) { return head.size() >= s.at && head.substr(s.at).starts_with(s.bytes); };
  const auto found = std::find_if(kSignatures.begin(), kSignatures.end(), fits);
  if (found != kSignatures.end()) return found->type;
  return !head.empty() && isPlainText(head) ? "text/plain" : "application/octet-stream";
}

bool isPicture(std::string_view mediaType) {
  return mediaType == "image/png" || mediaType == "image/jpeg";
}

bool canBeShown(std::string_view mediaType) {
  return isPicture(mediaType) || mediaType == "text/plain";
}

}  // namespace ow::domain
