// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/attachment.h"

#include <algorithm>

namespace ow::domain {

base::Result<std::vector<base::Sha256>> chunksOf(const Attachment& attachment) {
  constexpr std::size_t kDigits = 2 * base::Sha256{}.size();
  const auto unsound = base::fail(base::ErrorKind::unsupportedFormat, {{"format", "attachment"}});
  const std::int64_t size = attachment.chunkSize;
  if (attachment.size < 1 || size < 1 || size > kLargestChunk || attachment.chunks.size() % kDigits != 0) return unsound;
  const std::size_t count = attachment.chunks.size() / kDigits;
  if (count > kMostChunks || attachment.size > size * std::int64_t(kMostChunks) ||
      std::int64_t(count) != (attachment.size + size - 1) / size)
    return unsound;
  std::vector<base::Sha256> hashes;
  for (std::size_t place = 0; place < count; ++place) {
    const auto hash = base::sha256OfHex(std::string_view(attachment.chunks).substr(place * kDigits, kDigits));
    if (!hash) return unsound;
    hashes.push_back(*hash);
  }
  return hashes;
}

std::int64_t sizeOfChunk(const Attachment& attachment, std::size_t place) {
  return std::min(attachment.chunkSize, attachment.size - attachment.chunkSize * std::int64_t(place));
}

}  // namespace ow::domain
