// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/broken_line.h"

#include <algorithm>
#include <array>
#include <map>

namespace ow::test {

using base::Result;
using sync::Outcome;

namespace {

constexpr std::array<const char*, kBugs> kNames{
    "acknowledgesUnwritten", "forgetsTheIdCheck",    "forgetsTheEpoch",    "skipsARow",
    "skipsAFillRow",         "cursorRunsAhead",      "swapsBodies",        "losesTombstones",
    "answersOutOfOrder",     "saysAppliedToRefused", "swallowsConflicts",  "deliversOldRevisions",
    "fetchFindsNothing",     "headsLagBehind",       "countsWrong",        "digestOfZero",
    "refusesSilently",       "otherHallsRows",       "losesAnAppend",      "saysGone",
    "losesAChunk",           "keepsWrongBytes",      "mixesUpPlaces",      "saysNothingIsMissing",
    "letsAVoiceCountTwice",  "changesALevel",        "letsASecondCallWin", "forgetsTheCause",
    "letsASecondStepWin",    "changesAFigure",       "givesNoReason"};

sync::PushAnswer invented(std::int32_t epoch, std::span<const domain::WrittenOperation> batch, Outcome outcome) {
  sync::PushAnswer answer;
  answer.epoch = epoch;
  answer.isTaken = true;
  for (const auto& operation : batch) answer.settled.push_back({operation.id, outcome, 1, 0, {}});
  return answer;
}

}  // namespace

const char* nameOf(Bug bug) {
  return kNames[std::size_t(bug)];
}

Result<sync::Heads> BrokenLine::heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) {
  OW_TRY(auto heads, m_line.heads(cursors, anchor));
  if (m_bug == Bug::forgetsTheEpoch) heads.epoch = 1;
  for (std::size_t i = 0; i < heads.scopes.size(); ++i) {
    sync::ScopeHead& head = heads.scopes[i];
    if (m_bug == Bug::headsLagBehind) head.pos = std::min(head.pos, std::max<std::int64_t>(cursors[i].pos, head.pos - 3));
    if (m_bug == Bug::countsWrong) ++head.rows;
    if (m_bug == Bug::digestOfZero) head.digest = 0;
  }
  return heads;
}

Result<sync::PushAnswer> BrokenLine::push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) {
  if (m_bug == Bug::acknowledgesUnwritten && sometimes()) return invented(epoch, batch, Outcome::applied);
  if (m_bug == Bug::refusesSilently && sometimes()) return invented(epoch, batch, Outcome::merged);
  std::vector<domain::WrittenOperation> said(batch.begin(), batch.end());
  if (m_bug == Bug::losesAnAppend)
    for (auto& operation : said)
      if (operation.kind == "append") operation.changes = "{}", operation.kind = "patch", operation.entity = "party";
  if (m_bug == Bug::forgetsTheIdCheck)
    for (auto& operation : said)
      if (!m_seen.insert(operation.id).second) m_dice.fill(std::span(operation.id.uuid.bytes).last(8));
  std::vector<bool> isMangled;
  for (auto& operation : said) isMangled.push_back(m_bug >= kFirstOfTheHall && mangle(operation));
  OW_TRY(auto answer, m_line.push(epoch, said));
  for (std::size_t i = 0; i < answer.settled.size(); ++i) {
    if (isMangled[i]) answer.settled[i].digest = 0, answer.ownFrom.reset();  // the desk asks what it has become
    if (m_bug == Bug::givesNoReason && answer.settled[i].outcome == Outcome::refused) answer.settled[i].facts.clear();
  }
  for (std::size_t i = 0; i < answer.settled.size(); ++i) answer.settled[i].id = batch[i].id;
  if (m_bug == Bug::losesAnAppend)
    for (std::size_t i = 0; i < batch.size(); ++i)
      if (batch[i].kind == "append") answer.settled[i] = {batch[i].id, Outcome::applied, 1, 0, {}};
  if (m_bug == Bug::answersOutOfOrder && answer.settled.size() > 1)
    for (std::size_t i = 0; i + 1 < answer.settled.size(); ++i)
      std::swap(answer.settled[i].outcome, answer.settled[i + 1].outcome);
  if (m_bug == Bug::saysAppliedToRefused)
    for (auto& settled : answer.settled)
      if (settled.outcome == Outcome::refused) settled.outcome = Outcome::applied;
  return answer;
}

sync::RowSink BrokenLine::spoiled(const sync::RowSink& sink) {
  return [this, &sink](sync::PulledRow&& row) -> Result<void> {
    if (m_bug == Bug::losesTombstones && row.row.isGone) return base::success();
    if (m_bug == Bug::saysGone && !row.row.isGone && sometimes()) {
      row.row.isGone = true;
      row.row.digest = 0;
      row.row.body.clear();
    }
    if (m_bug == Bug::swallowsConflicts && row.row.kind == "conflict") return base::success();
    if (m_bug == Bug::swapsBodies && row.row.kind == "party" && !row.row.isGone) std::swap(row.row.body, m_lastBody);
    if (m_bug == Bug::swapsBodies && row.row.body.empty()) row.row.body = m_lastBody;
    if (m_bug == Bug::deliversOldRevisions && row.row.rev > 1 && sometimes()) row.row.rev = 1;
    return sink(std::move(row));
  };
}

Result<sync::PullAnswer> BrokenLine::pull(std::span<const sync::Cursor> cursors, std::size_t limit, const sync::RowSink& sink) {
  const sync::RowSink through = spoiled(sink);
  bool hasSkipped = false;
  const sync::RowSink skipping = [&](sync::PulledRow&& row) -> Result<void> {
    if (m_bug == Bug::skipsARow && !hasSkipped && sometimes()) return hasSkipped = true, base::success();
    return through(std::move(row));
  };
  OW_TRY(auto answer, m_line.pull(cursors, limit, skipping));
  if (m_bug == Bug::cursorRunsAhead && answer.isMore)
    for (auto& cursor : answer.reached) ++cursor.pos;
  if (m_bug == Bug::otherHallsRows && answer.status == sync::PullStatus::ok && sometimes()) {
    sync::PulledRow stray{cursors.front().scope,
                          answer.reached.front().pos,
                          {"party", {}, 1, 77, false, R"({"kind": "person", "name": "外人"})"}};
    m_dice.fill(stray.row.id.uuid.bytes);
    OW_TRYV(sink(std::move(stray)));
  }
  return answer;
}

Result<sync::FillAnswer> BrokenLine::fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                          const sync::RowSink& sink) {
  const sync::RowSink skipping = [&](sync::PulledRow&& row) -> Result<void> {
    if (m_bug == Bug::skipsAFillRow && sometimes()) return base::success();
    return sink(std::move(row));
  };
  return m_line.fill(scope, from, limit, skipping);
}

Result<void> BrokenLine::fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) {
  if (m_bug == Bug::fetchFindsNothing) return base::success();
  return m_line.fetch(keys, sink);
}

Result<std::vector<std::size_t>> BrokenLine::missingChunks(domain::AttachmentId attachment) {
  OW_TRY(auto missing, m_line.chunks()->missingChunks(attachment));
  if (m_bug == Bug::saysNothingIsMissing) missing.clear();
  std::erase_if(missing, [&](std::size_t place) { return m_lost.contains({attachment, place}); });
  return missing;
}

Result<void> BrokenLine::putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) {
  if (m_bug == Bug::losesAChunk && sometimes()) {
    m_lost.insert({attachment, place});
    return base::success();
  }
  return m_line.chunks()->putChunk(attachment, place, bytes);
}

Result<std::optional<std::string>> BrokenLine::getChunk(domain::AttachmentId attachment, std::size_t place) {
  if (m_bug == Bug::mixesUpPlaces) place = place == 0 ? 1 : place - 1;
  OW_TRY(auto bytes, m_line.chunks()->getChunk(attachment, place));
  if (m_bug == Bug::keepsWrongBytes && bytes && attachment.uuid.bytes.back() % 2 == 0)
    bytes->front() = char(bytes->front() ^ 1);
  return bytes;
}

}  // namespace ow::test
