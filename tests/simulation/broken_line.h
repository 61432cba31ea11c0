// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "sync/centre.h"
#include "sync/chunk_store.h"

namespace ow::test {

// Faults of programming, planted between a desk and its centre: each is what one of them would do with one line missing.
enum class Bug {
  acknowledgesUnwritten,  // the centre answers before the commit, and the commit fails
  forgetsTheIdCheck,      // an operation that is offered again is taken for a new one
  forgetsTheEpoch,        // every history looks like the first
  skipsARow,              // a row falls out of a pull, and the cursor goes on
  skipsAFillRow,          // the same in a first filling
  cursorRunsAhead,        // the cursor says more than was delivered
  swapsBodies,            // a row arrives with another one's body
  losesTombstones,        // what is gone is not told
  answersOutOfOrder,      // outcomes belong to other operations
  saysAppliedToRefused,   // a refusal looks like success
  swallowsConflicts,      // a conflict is not delivered
  deliversOldRevisions,   // a row arrives in an older state under its new revision
  fetchFindsNothing,      // asked for by id, everything is gone
  headsLagBehind,         // the head is told lower than it is, for ever
  countsWrong,            // the number of rows is off by one
  digestOfZero,           // the sum of a scope is never right
  refusesSilently,        // an operation is dropped and answered as merged
  otherHallsRows,         // rows of another scope come along
  losesAnAppend,          // a line of the story is taken and not kept
  saysGone,               // a row that is there is told to be gone
  losesAChunk,            // a chunk is taken and not kept, and nobody lacks it
  keepsWrongBytes,        // the centre keeps what it did not check
  mixesUpPlaces,          // a chunk arrives that belongs somewhere else
  saysNothingIsMissing,   // an upload is over before it began
  // Of the work of a hall (broken_hall.cpp): all desks agree about what these leave behind.
  letsAVoiceCountTwice,  // another voice on a visit that was rated is taken for a voice on something else
  changesALevel,         // a rating is kept as a better one
  letsASecondCallWin,    // a number that one window has called may be called from another
  forgetsTheCause,       // a step at a window does not hang on its call
  letsASecondStepWin,    // a review that was moved may be moved from where it stood
  changesAFigure,        // a number that a department reports gets one digit more
  givesNoReason,         // refused, and nothing more
};
constexpr Bug kFirstOfTheHall = Bug::letsAVoiceCountTwice;
constexpr int kBugs = int(Bug::givesNoReason) + 1;
const char* nameOf(Bug bug);

// One thread.
class BrokenLine final : public sync::Centre, public sync::ChunkStore {
 public:
  BrokenLine(sync::Centre& line, Bug bug, base::Random& dice) : m_line(line), m_bug(bug), m_dice(dice) {}

  base::Result<sync::Hello> hello() override { return m_line.hello(); }
  base::Result<sync::Heads> heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) override;
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override { return m_line.disagree(anchors); }
  base::Result<sync::PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override;
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor> cursors, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<sync::FillAnswer> fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<void> fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) override;
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId scope) override { return m_line.buckets(scope); }
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId scope, int bucket) override {
    return m_line.listBucket(scope, bucket);
  }
  sync::ChunkStore* chunks() override { return this; }
  base::Result<std::vector<std::size_t>> missingChunks(domain::AttachmentId attachment) override;
  base::Result<void> putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) override;
  base::Result<std::optional<std::string>> getChunk(domain::AttachmentId attachment, std::size_t place) override;

 private:
  bool sometimes() { return m_dice.below(4) == 0; }
  sync::RowSink spoiled(const sync::RowSink& sink);
  // What the bugs of a hall make of an operation; true where it is another one now.
  bool mangle(domain::WrittenOperation& operation);
  bool isAnotherVoice(const domain::WrittenOperation& operation);
  // Lets a step start from where the entity stands.
  bool shift(domain::WrittenOperation& operation);
  std::optional<std::string> bodyOf(const sync::EntityKey& key);

  sync::Centre& m_line;
  Bug m_bug;
  base::Random& m_dice;
  std::set<domain::OperationId> m_seen;
  std::string m_lastBody;
  std::set<std::pair<domain::AttachmentId, std::size_t>> m_lost;  // chunks that it says are there
  std::map<domain::OperationId, std::string> m_mangled;           // what was said of it the first time
};

}  // namespace ow::test
