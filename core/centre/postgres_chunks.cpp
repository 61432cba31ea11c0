// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/connection.h"
#include "centre/postgres_centre.h"

// Contents of attachments: the ChunkStore half of PostgresCentre.
namespace ow::centre {

using base::ErrorKind;
using base::Result;
using domain::AttachmentId;

Result<std::vector<std::size_t>> PostgresCentre::missingChunks(AttachmentId attachment) {
  OW_TRYV(connect());
  const std::string id = attachment.text();
  const Parameter parameters[] = {m_token, id};
  std::vector<std::size_t> places;
  OW_TRYV(m_connection->query(
      "SELECT place FROM ow_api.missing_chunks($1::bytea, $2::uuid)", parameters,
      [&places](const ServerRow& row) -> Result<void> {
        places.push_back(std::size_t(row.integer(0)));
        return base::success();
      },
      m_deadlines.call));
  return places;
}

Result<void> PostgresCentre::putChunk(AttachmentId attachment, std::size_t place, std::string_view bytes) {
  OW_TRYV(connect());
  const std::string id = attachment.text();
  const std::string number = std::to_string(place);
  const Parameter parameters[] = {m_token, id, number};
  OW_TRY(const auto isTaken, m_connection->binaryValue("SELECT ow_api.put_chunk($1::bytea, $2::uuid, $3::integer, $4::bytea)",
                                                       parameters, bytes, m_deadlines.call));
  if (m_connection->hasWarned()) return base::fail(ErrorKind::centreAway, {{"detail", "not_replicated"}});
  if (isTaken == std::string(1, '\1')) return base::success();
  return base::fail(ErrorKind::invalidInput, {{"field", "chunk"}, {"rule", "wrong_content"}});
}

Result<std::optional<std::string>> PostgresCentre::getChunk(AttachmentId attachment, std::size_t place) {
  OW_TRYV(connect());
  const std::string id = attachment.text();
  const std::string number = std::to_string(place);
  const Parameter parameters[] = {m_token, id, number};
  return m_connection->binaryValue("SELECT ow_api.get_chunk($1::bytea, $2::uuid, $3::integer)", parameters, {},
                                   m_deadlines.call);
}

}  // namespace ow::centre
