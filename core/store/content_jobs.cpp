// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/content_rows.h"
#include "store/contents.h"
#include "store/schema.h"
#include "store/write_inside.h"

// What the sync does with contents: what moves next, what came, what is in trouble.
namespace ow::store {

using base::ErrorKind;
using base::Result;
using domain::Attachment;
using domain::AttachmentId;

namespace {

constexpr std::chrono::seconds kFirstRetry{10};
constexpr std::chrono::hours kLongestRetry{1};
constexpr int kMostDoublings = 9;
constexpr const char* kNewestAnchor = "(SELECT a.id FROM anchor a ORDER BY a.seen_order DESC LIMIT 1)";

// Screens that show the case are told.
void touch(Write& write, domain::CaseId id) {
  write.inside().touched.cases.add(id);
}

Result<std::optional<Attachment>> find(Connection& connection, AttachmentId id) {
  auto found = loadEntity<Attachment>(connection, id);
  if (!found && found.error().kind == ErrorKind::notFound) return std::optional<Attachment>();
  if (!found) return found.error();
  return std::optional(std::move(found.value()));
}

Result<void> touchCaseOf(Write& write, AttachmentId id) {
  OW_TRY(const auto attachment, find(write.connection(), id));
  if (attachment) touch(write, attachment->caseId);
  return base::success();
}

Result<std::int64_t> missingChunks(Connection& connection, AttachmentId id) {
  OW_TRY(auto row, connection.prepare("SELECT count(*) FROM chunk_use u WHERE u.attachment_id = ?1"
                                      " AND NOT EXISTS (SELECT 1 FROM chunk c WHERE c.hash = u.hash)"));
  row.bindUuid(1, id.uuid);
  OW_TRYV(row.step());
  return row.integer(0);
}

// What came settles the trouble there was.
Result<void> noteArrived(Write& write, AttachmentId id, std::int64_t left) {
  OW_TRY(auto row, write.connection().prepare("UPDATE attachment_content SET chunks_left = ?2, attempts = 0, next_at = 0,"
                                              " reason = '', state = CASE ?2 WHEN 0 THEN 'here' ELSE 'wanted' END"
                                              " WHERE attachment_id = ?1"));
  row.bindUuid(1, id.uuid).bindInt(2, left);
  return row.run();
}

}  // namespace

Result<void> wantContent(Write& write, AttachmentId id, base::Instant now) {
  Connection& connection = write.connection();
  OW_TRY(const auto attachment, loadEntity<Attachment>(connection, id));
  OW_TRY(const auto content, contentOf(connection, id));
  if (content && content->state != ContentState::wanted) {
    OW_TRY(auto used, connection.prepare("UPDATE attachment_content SET used_at = ?2 WHERE attachment_id = ?1"));
    used.bindUuid(1, id.uuid).bindInt(2, base::toMillis(now));
    return used.run();
  }
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  for (std::size_t place = 0; place < hashes.size(); ++place) OW_TRYV(useChunk(connection, id, place, hashes[place]));
  {
    // Asked for again, it is tried at once.
    OW_TRY(auto row, connection.prepare("INSERT INTO attachment_content (attachment_id, state, upload, bytes, chunks_left,"
                                        " asked_at, used_at) VALUES (?1, 'wanted', 'none', ?2, ?3, ?4, ?4)"
                                        " ON CONFLICT (attachment_id) DO UPDATE SET next_at = 0, used_at = ?4"));
    row.bindUuid(1, id.uuid).bindInt(2, attachment.size).bindInt(3, std::int64_t(hashes.size()));
    row.bindInt(4, base::toMillis(now));
    OW_TRYV(row.run());
  }
  touch(write, attachment.caseId);
  OW_TRY(const auto left, missingChunks(connection, id));
  return left == 0 ? noteArrived(write, id, 0) : base::success();
}

Result<std::optional<ContentJob>> nextContentJob(Connection& connection, base::Instant now) {
  // A time further ahead than the longest pause was set by a clock that has been put right since.
  static const std::string from = "SELECT " + columnsOf<Attachment>("t") +
                                  " FROM attachment_content w JOIN attachment t ON t.id = w.attachment_id"
                                  " JOIN case_record c ON c.id = t.case_id WHERE (w.next_at <= ?1 OR w.next_at > ?1 + ?2) AND ";
  static const std::string down = from + "w.state = 'wanted' ORDER BY w.asked_at, w.n LIMIT 1";
  static const std::string up = from +
                                "w.upload = 'waiting' AND w.state = 'here' AND t.rev IS NOT NULL AND (w.checks = 0 OR w.anchor"
                                " IS NOT " +
                                std::string(kNewestAnchor) +
                                ") AND NOT EXISTS (SELECT 1 FROM operation o WHERE"
                                " o.state = 'waiting' AND o.entity_id = t.id) ORDER BY w.checks, w.n LIMIT 1";
  for (const Direction direction : {Direction::down, Direction::up}) {
    OW_TRY(auto row, connection.prepare(direction == Direction::down ? down : up));
    row.bindInt(1, base::toMillis(now)).bindInt(2, std::chrono::milliseconds(kLongestRetry).count());
    OW_TRY(const bool any, row.step());
    if (!any) continue;
    OW_TRY(auto attachment, readEntity<Attachment>(row));
    return ContentJob{std::move(attachment), direction};
  }
  return std::optional<ContentJob>();
}

Result<std::optional<base::Instant>> nextContentTry(Connection& connection) {
  OW_TRY(const auto at, connection.integer("SELECT coalesce(min(next_at), 0) FROM attachment_content WHERE next_at > 0"
                                           " AND (state = 'wanted' OR upload = 'waiting')"));
  return at == 0 ? std::nullopt : std::optional(base::fromMillis(at));
}

Result<std::optional<std::size_t>> nextMissingChunk(Connection& connection, AttachmentId id) {
  OW_TRY(auto row, connection.prepare("SELECT u.place FROM chunk_use u WHERE u.attachment_id = ?1 AND NOT EXISTS"
                                      " (SELECT 1 FROM chunk c WHERE c.hash = u.hash) ORDER BY u.place LIMIT 1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(std::size_t(row.integer(0))) : std::nullopt;
}

Result<void> takeChunk(Write& write, const Attachment& attachment, std::size_t place, std::string_view bytes) {
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  const bool isRight = place < hashes.size() && std::int64_t(bytes.size()) == domain::sizeOfChunk(attachment, place) &&
                       base::sha256(bytes) == hashes[place];
  if (!isRight) return base::fail(ErrorKind::invalidInput, {{"field", "chunk"}, {"rule", "wrong_content"}});
  OW_TRY(const auto content, contentOf(write.connection(), attachment.id));
  if (!content || content->state != ContentState::wanted) return base::success();  // nobody wants it any more
  OW_TRYV(addChunk(write, attachment.id, place, bytes));
  OW_TRY(const auto left, missingChunks(write.connection(), attachment.id));
  OW_TRYV(noteArrived(write, attachment.id, left));
  touch(write, attachment.caseId);
  return base::success();
}

Result<void> noteUpload(Write& write, AttachmentId id, std::int64_t left) {
  static const std::string sql =
      "UPDATE attachment_content SET chunks_left = ?2, attempts = 0, next_at = 0, reason = '', anchor = " +
      std::string(kNewestAnchor) +
      ", checks = CASE ?2 WHEN 0 THEN checks + 1 ELSE 0 END,"
      " upload = CASE WHEN ?2 = 0 AND checks >= 2 THEN 'done' ELSE 'waiting' END WHERE attachment_id = ?1 AND state = 'here'";
  OW_TRY(auto row, write.connection().prepare(sql));
  row.bindUuid(1, id.uuid).bindInt(2, left);
  OW_TRYV(row.run());
  return touchCaseOf(write, id);
}

Result<void> postponeContent(Write& write, AttachmentId id, const std::string& reason, base::Instant now) {
  int attempts = 0;
  {
    OW_TRY(auto row, write.connection().prepare("SELECT attempts FROM attachment_content WHERE attachment_id = ?1"));
    row.bindUuid(1, id.uuid);
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    attempts = int(row.integer(0));
  }
  const auto pause =
      std::min<std::chrono::milliseconds>(kLongestRetry, kFirstRetry * (1 << std::min(attempts, kMostDoublings)));
  OW_TRY(auto row, write.connection().prepare("UPDATE attachment_content SET attempts = ?2, next_at = ?3, reason = ?4"
                                              " WHERE attachment_id = ?1"));
  row.bindUuid(1, id.uuid).bindInt(2, attempts + 1).bindInt(3, base::toMillis(now + pause)).bindText(4, reason);
  OW_TRYV(row.run());
  return touchCaseOf(write, id);
}

Result<void> offerContentsAgain(Write& write) {
  // Their number is asked for with the first answer of the centre; until then all of it may be lacking.
  return write.connection().execute(
      "UPDATE attachment_content SET upload = 'waiting', next_at = 0, checks = 0, chunks_left = (SELECT count(*)"
      " FROM chunk_use u WHERE u.attachment_id = attachment_content.attachment_id)"
      " WHERE state = 'here'");
}

Result<ContentCounts> contentCounts(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT w.state = 'wanted', count(*), sum(w.chunks_left), sum(w.attempts > 0)"
                                      " FROM attachment_content w JOIN attachment t ON t.id = w.attachment_id"
                                      " JOIN case_record c ON c.id = t.case_id WHERE w.state = 'wanted'"
                                      " OR (w.upload = 'waiting' AND w.chunks_left > 0) GROUP BY 1"));
  ContentCounts counts;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return counts;
    const bool isDown = row.integer(0) != 0;
    (isDown ? counts.filesDown : counts.filesUp) = row.integer(1);
    (isDown ? counts.chunksDown : counts.chunksUp) = row.integer(2);
    counts.troubled += row.integer(3);
  }
}

}  // namespace ow::store
