// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/contents.h"
#include "store/store.h"
#include "sync/budget.h"
#include "sync/chunk_store.h"

namespace ow::sync {

struct LaneReport {
  std::int64_t sent = 0;  // chunks, since the lane was made
  std::int64_t fetched = 0;
  std::int64_t refused = 0;  // chunks that came and were not what they should be
};

// Moves the contents of attachments between this desk's store and the centre, after everything else and a chunk at a time: what
// a clerk waits for first, then what waits to be sent. Where it stands is in the store and at the centre, so it goes on after
// whatever cut it off: what is to be fetched is what is not here, and what is to be sent is what the centre says that it lacks.
// One thread.
class AttachmentLane {
 public:
  // All outlive it.
  AttachmentLane(store::Store& store, ChunkStore& chunks, base::Clock& clock);

  // Bytes a second; 0: no limit. Any thread.
  void setBudget(std::int64_t bytesPerSecond) { m_budget.setRate(bytesPerSecond); }

  enum class Waits { forWork, forTrouble, forBudget };
  struct Step {
    bool hasMoved = false;                // something was done: call it again
    std::optional<base::Instant> nextAt;  // or then, where it waits for something in trouble or for the budget
    Waits waits = Waits::forWork;         // what it waits for, where nothing was done
  };
  // At most one chunk. Errors of the line, of the session and of the disk end it and change nothing; whatever is wrong with one
  // attachment puts that one off and nothing else.
  base::Result<Step> step();

  const LaneReport& report() const { return m_report; }

 private:
  using Content = domain::Attachment;
  base::Result<void> fetch(const Content& attachment);
  base::Result<void> send(const Content& attachment);
  base::Result<void> askWhatIsMissing(const Content& attachment);
  base::Result<void> keep(const Content& attachment, std::size_t place, const std::string& bytes);
  base::Result<void> note(domain::AttachmentId id, std::int64_t left);
  base::Result<void> postpone(domain::AttachmentId id, const std::string& reason);

  store::Store& m_store;
  ChunkStore& m_chunks;
  base::Clock& m_clock;
  Budget m_budget;
  LaneReport m_report;
  bool m_hasSwept = false;  // since it last had nothing to do
  // What is being sent: which places the centre lacks, and which it was given since it was first asked.
  struct Sending {
    domain::AttachmentId id;
    std::vector<std::size_t> missing;  // the next last
    std::set<std::size_t> given;
  };
  std::optional<Sending> m_sending;
};

}  // namespace ow::sync
