// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/ids.h"

namespace ow::sync {

// The port to the contents of attachments at the centre, beside `Centre` and on the same session: whoever says hello() there
// may ask here. Contents are cut into chunks, each named in the attachment by the SHA-256 of its bytes
// (core/domain/attachment.h).
//
// Thread and error kinds as `Centre`; also notFound (entity=attachment) for one that stands in none of the desk's scopes,
// hidden or absent, and centreTooOld where the centre knows no attachments.
class ChunkStore {
 public:
  virtual ~ChunkStore() = default;

  // The places whose bytes the centre lacks, in their order. What its scope has already, under whatever name, it does not lack.
  virtual base::Result<std::vector<std::size_t>> missingChunks(domain::AttachmentId attachment) = 0;
  // The bytes at that place; any desk that sees the attachment may bring them, and bring them again. invalidInput
  // (rule=wrong_content) when they are not what the attachment names there.
  virtual base::Result<void> putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) = 0;
  // Nothing: nobody has brought them yet, or the attachment has no such place. The port does not check the bytes: its caller
  // does.
  virtual base::Result<std::optional<std::string>> getChunk(domain::AttachmentId attachment, std::size_t place) = 0;
};

}  // namespace ow::sync
