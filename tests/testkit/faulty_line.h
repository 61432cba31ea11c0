// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/random.h"
#include "sync/centre.h"
#include "sync/chunk_store.h"

namespace ow::testkit {

// How bad a line is: of a hundred calls, how many suffer each of it. The rest go well.
struct Weather {
  unsigned lostRequests = 0;    // the centre never heard of it
  unsigned lostAnswers = 0;     // it took effect, the desk does not know
  unsigned delayed = 0;         // no answer, and it takes effect after one of the next calls
  unsigned doubled = 0;         // it takes effect twice, the second answer is the one that arrives
  unsigned cut = 0;             // of calls that deliver rows: some arrive, then nothing more
  unsigned unsure = 0;          // of answers to a push: the commit came with a warning
  unsigned partitions = 0;      // from here on, nothing gets through for a while
  unsigned partitionCalls = 8;  // how long that is, at most
  unsigned spoiled = 0;         // of chunks that arrive: they are not what they were
};

// A line to the centre that fails as networks do, by seeded dice; what fails answers centreAway. One thread.
class FaultyLine final : public sync::Centre, public sync::ChunkStore {
 public:
  FaultyLine(sync::Centre& line, base::Random& dice, const Weather& weather) : m_line(line), m_dice(dice), m_weather(weather) {}

  // The dice are left alone from now on; what was delayed takes effect at the next call.
  void clearUp() { m_weather = {}, m_partitionLeft = 0; }
  void setWeather(const Weather& weather) { m_weather = weather; }
  // The next `calls` calls get nowhere.
  void partition(unsigned calls) { m_partitionLeft = calls; }
  std::size_t failures() const { return m_failures; }

  base::Result<sync::Hello> hello() override;
  base::Result<sync::Heads> heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) override;
  base::Result<bool> isStill(std::span<const sync::ScopeHead> known) override;
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override;
  base::Result<sync::PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override;
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor> cursors, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<sync::FillAnswer> fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<void> fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) override;
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId scope) override;
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId scope, int bucket) override;
  sync::ChunkStore* chunks() override { return m_line.chunks() == nullptr ? nullptr : this; }
  base::Result<std::vector<std::size_t>> missingChunks(domain::AttachmentId attachment) override;
  base::Result<void> putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) override;
  base::Result<std::optional<std::string>> getChunk(domain::AttachmentId attachment, std::size_t place) override;

 private:
  enum class Fate { well, lostRequest, lostAnswer, delayed, doubled };
  bool happens(unsigned inHundred) { return inHundred > 0 && m_dice.below(100) < inHundred; }
  Fate nextFate();
  base::Error away();
  // What was delayed takes effect now or later still.
  void deliverDelayed();
  template <class Answer>
  base::Result<Answer> call(const std::function<base::Result<Answer>()>& ask, const std::function<void()>& askLater);
  template <class Answer>
  base::Result<Answer> deliver(const sync::RowSink& sink, const std::function<base::Result<Answer>(const sync::RowSink&)>& ask);

  sync::Centre& m_line;
  base::Random& m_dice;
  Weather m_weather;
  unsigned m_partitionLeft = 0;
  std::size_t m_failures = 0;
  std::vector<std::function<void()>> m_delayed;
};

}  // namespace ow::testkit
