// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "domain/attachment.h"
#include "testkit/an_operation.h"

// Contents for tests, and the attachments that name them.
namespace ow::testkit {

// Any bytes at all, NUL among them; the same seed, the same bytes.
inline std::string someBytes(std::size_t size, std::uint64_t seed) {
  std::string bytes(size, '\0');
  base::SeededRandom dice(seed);
  dice.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  return bytes;
}

inline std::vector<std::string> cutUp(const std::string& content, std::int64_t chunkSize) {
  std::vector<std::string> chunks;
  for (std::size_t at = 0; at < content.size(); at += std::size_t(chunkSize))
    chunks.push_back(content.substr(at, std::size_t(chunkSize)));
  return chunks;
}

inline domain::Attachment aPaper(domain::AttachmentId id, domain::CaseId ofCase, const std::string& content,
                                 std::int64_t chunkSize = 64) {
  domain::Attachment paper;
  paper.id = id;
  paper.caseId = ofCase;
  paper.name = "户口簿.png";
  paper.mediaType = "image/png";
  paper.size = std::int64_t(content.size());
  paper.sha256 = base::sha256Hex(content);
  paper.chunkSize = chunkSize;
  for (const std::string& chunk : cutUp(content, chunkSize)) paper.chunks += base::sha256Hex(chunk);
  paper.addedAt = base::fromMillis(1772415000000);
  return paper;
}

// The operation that tells the centre of it.
inline domain::WrittenOperation toldOf(std::uint64_t n, const domain::Attachment& paper) {
  std::vector<domain::NamedValue> fields;
  domain::describeAttachment(
      [&fields](const char* name, const auto& member) { fields.emplace_back(name, domain::toValue(member)); }, paper);
  return anOperation(n).append("attachment", domain::anyId(paper.id), fields);
}

}  // namespace ow::testkit
