// SPDX-License-Identifier: GPL-3.0-or-later
#include "testkit/faulty_line.h"

#include <algorithm>

namespace ow::testkit {

using base::Result;
using domain::WrittenOperation;
using sync::Cursor;
using sync::EntityKey;
using sync::PulledRow;
using sync::RowSink;
using sync::ScopeId;

base::Error FaultyLine::away() {
  ++m_failures;
  return base::fail(base::ErrorKind::centreAway, {{"detail", "faulty line"}});
}

FaultyLine::Fate FaultyLine::nextFate() {
  if (m_partitionLeft > 0) {
    --m_partitionLeft;
    return Fate::lostRequest;
  }
  if (happens(m_weather.partitions)) {
    m_partitionLeft = static_cast<unsigned>(m_dice.below(m_weather.partitionCalls + 1));
    return Fate::lostRequest;
  }
  if (happens(m_weather.lostRequests)) return Fate::lostRequest;
  if (happens(m_weather.lostAnswers)) return Fate::lostAnswer;
  if (happens(m_weather.delayed)) return Fate::delayed;
  return happens(m_weather.doubled) ? Fate::doubled : Fate::well;
}

void FaultyLine::deliverDelayed() {
  std::vector<std::function<void()>> still;
  for (auto& ask : std::exchange(m_delayed, {})) {
    if (m_partitionLeft > 0 || happens(m_weather.delayed))
      still.push_back(std::move(ask));
    else
      ask();
  }
  m_delayed = std::move(still);
}

// `ask` is the call; `askLater` is the same with copies of what it was given, and nobody who waits for the answer.
template <class Answer>
Result<Answer> FaultyLine::call(const std::function<Result<Answer>()>& ask, const std::function<void()>& askLater) {
  const Fate fate = nextFate();
  if (fate == Fate::lostRequest) return away();
  if (fate == Fate::delayed) {
    m_delayed.push_back(askLater);
    return away();
  }
  if (fate == Fate::doubled) askLater();
  Result<Answer> answer = ask();
  deliverDelayed();
  if (fate == Fate::lostAnswer) return away();
  return answer;
}

// Reading changes nothing at the centre, so only the rows on their way can suffer: a cut lets some of them through.
template <class Answer>
Result<Answer> FaultyLine::deliver(const RowSink& sink, const std::function<Result<Answer>(const RowSink&)>& ask) {
  const Fate fate = nextFate();
  if (fate == Fate::lostRequest || fate == Fate::delayed) return away();
  if (fate != Fate::lostAnswer && !happens(m_weather.cut)) {
    Result<Answer> answer = ask(sink);
    deliverDelayed();
    return answer;
  }
  std::vector<PulledRow> rows;
  Result<Answer> answer = ask([&rows](PulledRow&& row) {
    rows.push_back(std::move(row));
    return Result<void>(base::success());
  });
  deliverDelayed();
  if (!answer) return answer;
  const std::size_t arrived = m_dice.below(rows.size() + 1);
  for (std::size_t i = 0; i < arrived; ++i) OW_TRYV(sink(std::move(rows[i])));
  return away();
}

Result<sync::Hello> FaultyLine::hello() {
  return call<sync::Hello>([this] { return m_line.hello(); }, [this] { (void)m_line.hello(); });
}

Result<sync::Heads> FaultyLine::heads(std::span<const Cursor> cursors, const base::Uuid& anchor) {
  const std::vector<Cursor> kept(cursors.begin(), cursors.end());
  return call<sync::Heads>([&] { return m_line.heads(cursors, anchor); },
                           [this, kept, anchor] { (void)m_line.heads(kept, anchor); });
}

Result<bool> FaultyLine::isStill(std::span<const sync::ScopeHead> known) {
  return call<bool>([&] { return m_line.isStill(known); }, [] {});
}

Result<void> FaultyLine::disagree(std::span<const base::Uuid> anchors) {
  const std::vector<base::Uuid> kept(anchors.begin(), anchors.end());
  return call<void>([&] { return m_line.disagree(anchors); }, [this, kept] { (void)m_line.disagree(kept); });
}

Result<sync::PushAnswer> FaultyLine::push(std::int32_t epoch, std::span<const WrittenOperation> batch) {
  const std::vector<WrittenOperation> kept(batch.begin(), batch.end());
  auto answer = call<sync::PushAnswer>([&] { return m_line.push(epoch, batch); },
                                       [this, epoch, kept] { (void)m_line.push(epoch, kept); });
  if (answer && happens(m_weather.unsure)) answer.value().isReplicationSure = false;
  return answer;
}

Result<sync::PullAnswer> FaultyLine::pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) {
  return deliver<sync::PullAnswer>(sink, [&](const RowSink& rows) { return m_line.pull(cursors, limit, rows); });
}

Result<sync::FillAnswer> FaultyLine::fill(ScopeId scope, const std::string& from, std::size_t limit, const RowSink& sink) {
  return deliver<sync::FillAnswer>(sink, [&](const RowSink& rows) { return m_line.fill(scope, from, limit, rows); });
}

Result<void> FaultyLine::fetch(std::span<const EntityKey> keys, const RowSink& sink) {
  return deliver<void>(sink, [&](const RowSink& rows) { return m_line.fetch(keys, rows); });
}

Result<std::vector<sync::Bucket>> FaultyLine::buckets(ScopeId scope) {
  return call<std::vector<sync::Bucket>>([&] { return m_line.buckets(scope); }, [] {});
}

Result<std::vector<sync::ListedRow>> FaultyLine::listBucket(ScopeId scope, int bucket) {
  return call<std::vector<sync::ListedRow>>([&] { return m_line.listBucket(scope, bucket); }, [] {});
}

Result<std::vector<std::size_t>> FaultyLine::missingChunks(domain::AttachmentId attachment) {
  return call<std::vector<std::size_t>>([&] { return m_line.chunks()->missingChunks(attachment); },
                                        [this, attachment] { (void)m_line.chunks()->missingChunks(attachment); });
}

Result<void> FaultyLine::putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) {
  const std::string kept(bytes);
  return call<void>([&] { return m_line.chunks()->putChunk(attachment, place, bytes); },
                    [this, attachment, place, kept] { (void)m_line.chunks()->putChunk(attachment, place, kept); });
}

Result<std::optional<std::string>> FaultyLine::getChunk(domain::AttachmentId attachment, std::size_t place) {
  auto got = call<std::optional<std::string>>([&] { return m_line.chunks()->getChunk(attachment, place); }, [] {});
  if (!got || !got.value() || !happens(m_weather.spoiled)) return got;
  std::string& bytes = *got.value();
  if (m_dice.below(2) == 0) return std::optional(bytes.substr(0, m_dice.below(bytes.size())));
  const auto at = std::size_t(m_dice.below(bytes.size()));
  bytes[at] = char(bytes[at] ^ char(1 + m_dice.below(255)));
  return got;
}

}  // namespace ow::testkit
