// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/attachment_lane.h"

#include <algorithm>

namespace ow::sync {

using base::ErrorKind;
using base::Result;
using domain::AttachmentId;
using store::Direction;

namespace {

// Why an attachment is put off; nothing for an error that is not its own but the line's, the session's or the disk's.
std::string troubleOf(const base::Error& error) {
  if (error.kind == ErrorKind::notFound) return error.fact("entity") == "attachment" ? "unknown" : "damaged";
  if (error.kind == ErrorKind::invalidInput) return "wrong_content";
  if (error.kind == ErrorKind::unsupportedFormat) return "damaged";
  if (error.kind == ErrorKind::internal && error.fact("where") == "centre") return "centre";
  return {};
}

}  // namespace

AttachmentLane::AttachmentLane(store::Store& store, ChunkStore& chunks, base::Clock& clock)
    : m_store(store), m_chunks(chunks), m_clock(clock), m_budget(clock) {}

Result<AttachmentLane::Step> AttachmentLane::step() {
  // What left this desk's scopes must not stay behind as bytes.
  if (!m_hasSwept) OW_TRYV(store::sweepContents(m_store, store::Unfinished::keep));
  m_hasSwept = true;
  std::optional<store::ContentJob> job;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(job, store::nextContentJob(reader.connection(), m_clock.now()));
    if (!job) {
      OW_TRY(const auto nextAt, store::nextContentTry(reader.connection()));
      m_hasSwept = false;
      return Step{false, nextAt, nextAt ? Waits::forTrouble : Waits::forWork};
    }
  }
  const auto pause = m_budget.pause();
  if (pause > pause.zero()) return Step{false, m_clock.now() + pause, Waits::forBudget};
  const auto moved = job->direction == Direction::down ? fetch(job->attachment) : send(job->attachment);
  if (moved) return Step{true, {}, {}};
  const std::string trouble = troubleOf(moved.error());
  m_sending.reset();
  if (trouble.empty()) return moved.error();
  OW_TRYV(postpone(job->attachment.id, trouble));
  return Step{true, {}, {}};
}

Result<void> AttachmentLane::fetch(const Content& attachment) {
  std::optional<std::size_t> place;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(place, store::nextMissingChunk(reader.connection(), attachment.id));
  }
  // All of them came under another name meanwhile.
  if (!place) {
    OW_TRY(auto write, m_store.write());
    OW_TRYV(store::wantContent(write, attachment.id, m_clock.now()));
    return write.commit();
  }
  OW_TRY(const auto bytes, m_chunks.getChunk(attachment.id, *place));
  if (!bytes) return postpone(attachment.id, "absent");
  m_budget.spend(std::int64_t(bytes->size()));
  auto kept = keep(attachment, *place, *bytes);
  if (kept)
    ++m_report.fetched;
  else if (kept.error().kind == ErrorKind::invalidInput)
    ++m_report.refused;
  return kept;
}

Result<void> AttachmentLane::keep(const Content& attachment, std::size_t place, const std::string& bytes) {
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::takeChunk(write, attachment, place, bytes));
  return write.commit();
}

// The centre is asked once more when it was given everything: only its own word that it lacks nothing ends an upload.
Result<void> AttachmentLane::send(const Content& attachment) {
  if (!m_sending || m_sending->id != attachment.id || m_sending->missing.empty()) {
    OW_TRYV(askWhatIsMissing(attachment));
    if (!m_sending) return base::success();
  }
  const std::size_t place = m_sending->missing.back();
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  std::string bytes;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(bytes, store::readChunk(reader.connection(), hashes[place]));
  }
  m_budget.spend(std::int64_t(bytes.size()));
  OW_TRYV(m_chunks.putChunk(attachment.id, place, bytes));
  m_sending->given.insert(place);
  m_sending->missing.pop_back();
  ++m_report.sent;
  return m_sending->missing.empty() ? base::success() : note(attachment.id, std::int64_t(m_sending->missing.size()));
}

Result<void> AttachmentLane::askWhatIsMissing(const Content& attachment) {
  OW_TRY(auto missing, m_chunks.missingChunks(attachment.id));
  OW_TRY(const auto hashes, domain::chunksOf(attachment));
  std::erase_if(missing, [&](std::size_t place) { return place >= hashes.size(); });
  std::set<std::size_t> given;
  if (m_sending && m_sending->id == attachment.id) given = std::move(m_sending->given);
  const bool isForgetful =
      std::any_of(missing.begin(), missing.end(), [&](std::size_t place) { return given.contains(place); });
  m_sending.reset();
  if (isForgetful) return postpone(attachment.id, "not_kept");
  if (!missing.empty()) {
    std::reverse(missing.begin(), missing.end());
    m_sending = Sending{attachment.id, missing, std::move(given)};
  }
  return note(attachment.id, std::int64_t(missing.size()));
}

Result<void> AttachmentLane::note(AttachmentId id, std::int64_t left) {
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::noteUpload(write, id, left));
  return write.commit();
}

Result<void> AttachmentLane::postpone(AttachmentId id, const std::string& reason) {
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::postponeContent(write, id, reason, m_clock.now()));
  return write.commit();
}

}  // namespace ow::sync
