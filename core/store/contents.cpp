// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contents.h"

#include "store/content_rows.h"
#include "store/schema.h"
#include "store/write_inside.h"

// Contents on this desk: adding, reading, making room.
namespace ow::store {

using base::ErrorKind;
using base::Result;
using domain::Attachment;
using domain::AttachmentId;

namespace {

constexpr const char* kOrphans =
    "SELECT w.attachment_id FROM attachment_content w WHERE w.state <> 'adding'"
    " AND NOT EXISTS (SELECT 1 FROM attachment t JOIN case_record c ON c.id = t.case_id WHERE t.id = w.attachment_id)"
    " AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.entity = 'attachment' AND o.entity_id = w.attachment_id)";

constexpr const char* kLines =
    ", s.name, t.rev IS NOT NULL,"
    " EXISTS (SELECT 1 FROM operation o WHERE o.entity = 'attachment' AND o.entity_id = t.id AND o.state = 'refused'),"
    " w.state, w.upload, w.chunks_left, w.reason, w.next_at"
    " FROM attachment t LEFT JOIN staff s ON s.id = t.added_by LEFT JOIN attachment_content w ON w.attachment_id = t.id";

Content contentIn(const Statement& row, int first) {
  Content content;
  content.state = base::fromCode<ContentState>(row.view(first)).value_or(ContentState::wanted);
  content.upload = base::fromCode<Upload>(row.view(first + 1)).value_or(Upload::none);
  content.chunksLeft = row.integer(first + 2);
  content.reason = row.text(first + 3);
  if (row.integer(first + 4) > 0) content.nextAt = base::fromMillis(row.integer(first + 4));
  return content;
}

Result<void> keepChunk(Connection& connection, const base::Sha256& hash, std::string_view bytes) {
  OW_TRY(auto row, connection.prepare("INSERT OR IGNORE INTO chunk (hash, bytes) VALUES (?1, ?2)"));
  row.bindBlob(1, viewOf(hash)).bindBlob(2, bytes);
  return row.run();
}

// The first column of every row.
Result<std::vector<AttachmentId>> idsOf(Connection& connection, const char* sql) {
  OW_TRY(auto row, connection.prepare(sql));
  std::vector<AttachmentId> ids;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return ids;
    ids.push_back({row.uuid(0)});
  }
}

}  // namespace

Result<void> useChunk(Connection& connection, AttachmentId id, std::size_t place, const base::Sha256& hash) {
  OW_TRY(auto row, connection.prepare("INSERT OR REPLACE INTO chunk_use (attachment_id, place, hash) VALUES (?1, ?2, ?3)"));
  row.bindUuid(1, id.uuid).bindInt(2, std::int64_t(place)).bindBlob(3, viewOf(hash));
  return row.run();
}

Result<std::optional<Content>> contentOf(Connection& connection, AttachmentId id) {
  OW_TRY(auto row, connection.prepare("SELECT state, upload, chunks_left, reason, next_at FROM attachment_content"
                                      " WHERE attachment_id = ?1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(contentIn(row, 0)) : std::nullopt;
}

Result<std::vector<AttachmentLine>> attachmentsOf(Connection& connection, domain::CaseId id, std::size_t limit) {
  static const std::string sql =
      "SELECT " + columnsOf<Attachment>("t") + kLines + " WHERE t.case_id = ?1 ORDER BY t.added_at, t.n LIMIT ?2";
  OW_TRY(auto row, connection.prepare(sql));
  row.bindUuid(1, id.uuid).bindInt(2, std::int64_t(limit));
  const int behind = int(schemaOf<Attachment>().fields.size()) + 1;
  std::vector<AttachmentLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    AttachmentLine line;
    OW_TRY(line.attachment, readEntity<Attachment>(row));
    line.addedBy = row.text(behind);
    line.isAtCentre = row.integer(behind + 1) != 0;
    line.isRefused = row.integer(behind + 2) != 0;
    if (!row.isNull(behind + 3)) line.content = contentIn(row, behind + 3);
    lines.push_back(std::move(line));
  }
}

Result<std::optional<AttachmentId>> sameContent(Connection& connection, domain::CaseId id, const std::string& sha256) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM attachment WHERE case_id = ?1 AND sha256 = ?2 LIMIT 1"));
  row.bindUuid(1, id.uuid).bindText(2, sha256);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(AttachmentId{row.uuid(0)}) : std::nullopt;
}

Result<void> beginContent(Write& write, AttachmentId id, base::Instant now) {
  OW_TRY(auto row,
         write.connection().prepare("INSERT INTO attachment_content (attachment_id, state, upload, bytes, chunks_left,"
                                    " asked_at, used_at) VALUES (?1, 'adding', 'none', 0, 0, ?2, ?2)"));
  row.bindUuid(1, id.uuid).bindInt(2, base::toMillis(now));
  return row.run();
}

Result<base::Sha256> addChunk(Write& write, AttachmentId id, std::size_t place, std::string_view bytes) {
  const base::Sha256 hash = base::sha256(bytes);
  OW_TRYV(keepChunk(write.connection(), hash, bytes));
  OW_TRYV(useChunk(write.connection(), id, place, hash));
  return hash;
}

Result<void> finishContent(Write& write, const Attachment& attachment, base::Instant now) {
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  OW_TRY(auto row, write.connection().prepare("UPDATE attachment_content SET state = 'here', upload = 'waiting', bytes = ?2,"
                                              " chunks_left = ?3, used_at = ?4 WHERE attachment_id = ?1"));
  row.bindUuid(1, attachment.id.uuid).bindInt(2, attachment.size).bindInt(3, std::int64_t(hashes.size()));
  row.bindInt(4, base::toMillis(now));
  OW_TRYV(row.run());
  OW_TRY(const auto missing, nextMissingChunk(write.connection(), attachment.id));
  if (missing || write.connection().changes() == 0) return base::fail(ErrorKind::internal, {{"where", "finish_content"}});
  return base::success();
}

Result<void> dropContent(Write& write, AttachmentId id) {
  for (const char* sql :
       {"DELETE FROM chunk WHERE hash IN (SELECT u.hash FROM chunk_use u WHERE u.attachment_id = ?1) AND NOT EXISTS"
        " (SELECT 1 FROM chunk_use o WHERE o.hash = chunk.hash AND o.attachment_id <> ?1)",
        "DELETE FROM chunk_use WHERE attachment_id = ?1", "DELETE FROM attachment_content WHERE attachment_id = ?1"}) {
    OW_TRY(auto row, write.connection().prepare(sql));
    row.bindUuid(1, id.uuid);
    OW_TRYV(row.run());
  }
  return base::success();
}

Result<void> sweepContents(Store& store, Unfinished unfinished) {
  std::vector<AttachmentId> gone;
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(gone, idsOf(reader.connection(), kOrphans));
    if (unfinished == Unfinished::drop) {
      OW_TRY(const auto begun,
             idsOf(reader.connection(), "SELECT attachment_id FROM attachment_content WHERE state = 'adding'"));
      gone.insert(gone.end(), begun.begin(), begun.end());
    }
  }
  if (gone.empty()) return base::success();
  OW_TRY(auto write, store.write());
  for (const AttachmentId id : gone) OW_TRYV(dropContent(write, id));
  return write.commit();
}

Result<std::int64_t> bytesOfContents(Connection& connection) {
  return connection.integer("SELECT coalesce(sum(bytes), 0) FROM attachment_content");
}

Result<void> evictContents(Write& write, std::int64_t quota, AttachmentId spare, base::Instant now) {
  constexpr std::chrono::hours kKept{24 * 7};
  OW_TRY(std::int64_t bytes, bytesOfContents(write.connection()));
  while (bytes > quota) {
    AttachmentId oldest;
    {
      OW_TRY(auto row, write.connection().prepare("SELECT attachment_id, bytes FROM attachment_content WHERE state = 'here'"
                                                  " AND (upload = 'none' OR (upload = 'done' AND asked_at < ?2))"
                                                  " AND attachment_id <> ?1 ORDER BY used_at, n LIMIT 1"));
      row.bindUuid(1, spare.uuid).bindInt(2, base::toMillis(now - kKept));
      OW_TRY(const bool any, row.step());
      if (!any) return base::success();
      oldest = {row.uuid(0)};
      bytes -= row.integer(1);
    }
    OW_TRYV(dropContent(write, oldest));
  }
  return base::success();
}

Result<std::string> readChunk(Connection& connection, const base::Sha256& hash) {
  OW_TRY(auto row, connection.prepare("SELECT bytes FROM chunk WHERE hash = ?1"));
  row.bindBlob(1, viewOf(hash));
  OW_TRY(const bool any, row.step());
  if (!any) return base::fail(ErrorKind::notFound, {{"entity", "content"}});
  const auto bytes = row.blob(0);
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<void> readContent(Store& store, const Attachment& attachment, const ChunkSink& sink) {
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  OW_TRY(auto reader, store.read());
  base::Sha256Stream whole;
  for (std::size_t place = 0; place < hashes.size(); ++place) {
    OW_TRY(const std::string bytes, readChunk(reader.connection(), hashes[place]));
    const bool isSound =
        std::int64_t(bytes.size()) == domain::sizeOfChunk(attachment, place) && base::sha256(bytes) == hashes[place];
    if (!isSound) return base::fail(ErrorKind::storeDamaged, {{"detail", "chunk"}});
    whole.add(bytes);
    OW_TRYV(sink(bytes));
  }
  if (base::hexOf(whole.end()) != attachment.sha256) return base::fail(ErrorKind::storeDamaged, {{"detail", "content"}});
  return base::success();
}

}  // namespace ow::store
