// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"

namespace ow::domain {

// What a paper is to its case (申请材料).
enum class DocumentKind {
  application,  // 申请表
  identity,     // 身份证明
  proof,        // 证明材料
  photo,        // 照片
  decision,     // 文书: what the office itself wrote
  other,
};

// A file that belongs to a case (附件): who it is, not what is in it. The content is cut into chunks, each named by the SHA-256
// of its bytes; it travels by itself, after everything else. Append-only: what was handed in is not changed.
struct Attachment {
  AttachmentId id;
  CaseId caseId;
  std::optional<PartyId> partyId;  // whose paper it is, where that is somebody
  std::string name;                // as cleanFileName() gives it where it was added; clean it again before a disk sees it
  std::string mediaType;           // by its first bytes
  DocumentKind document = DocumentKind::other;
  std::int64_t size = 0;       // bytes
  std::string sha256;          // of the whole, 64 hexadecimal digits
  std::int64_t chunkSize = 0;  // bytes; the last chunk may be shorter
  std::string chunks;          // the SHA-256 of each chunk in their order, 64 digits each, nothing between
  std::optional<StaffId> addedBy;
  base::Instant addedAt;
};

template <class V, class E>
void describeAttachment(V&& v, E& e) {
  v("case_id", e.caseId);
  v("party_id", e.partyId);
  v("name", e.name);
  v("media_type", e.mediaType);
  v("document", e.document);
  v("size", e.size);
  v("sha256", e.sha256);
  v("chunk_size", e.chunkSize);
  v("chunks", e.chunks);
  v("added_by", e.addedBy);
  v("added_at", e.addedAt);
}

inline constexpr std::int64_t kChunkSize = 256 * 1024;      // what this program cuts
inline constexpr std::int64_t kLargestChunk = 1024 * 1024;  // what it takes from others
inline constexpr std::size_t kMostChunks = 256;             // as many hashes as a row has room for
inline constexpr std::int64_t kLargestAttachment = kChunkSize * std::int64_t(kMostChunks);

// The hashes by place. unsupportedFormat (format=attachment) when they are none, or do not make a content of that size.
base::Result<std::vector<base::Sha256>> chunksOf(const Attachment& attachment);
// How many bytes the chunk at that place has.
std::int64_t sizeOfChunk(const Attachment& attachment, std::size_t place);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::DocumentKind> =
    std::array<std::string_view, 6>{"application", "identity", "proof", "photo", "decision", "other"};
