// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/random.h"
#include "desk/desk.h"
#include "domain/operation.h"
#include "store/store.h"
#include "trial/journal.h"

namespace ow::trial {

// Somebody who never stops working at a desk: registers people (some of whom the other hall knows too), opens cases, corrects
// both, moves cases on, issues documents, writes down talks. What is done follows from the seed and from what the store holds.
// What was saved is in the journal before the next piece of work begins:
//   saved <operation> <kind> <entity> <entity id> <microseconds that saving took> [<case number>]
// One thread.
class BusyClerk {
 public:
  // Called with the ids of what was saved.
  using Saved = std::function<void(const std::vector<domain::OperationId>&)>;
  // `author`: who works; nobody is the system itself.
  BusyClerk(store::Store& store, const desk::Place& place, std::optional<domain::StaffId> author, std::uint64_t seed,
            Journal& journal, Saved saved);

  // One piece of work. What cannot be done, because the line brought a newer row meanwhile, is not done and not promised.
  base::Result<void> work();

 private:
  domain::OperationWriter writer(const char* purpose);
  base::Result<void> offerService();
  base::Result<void> registerParty();
  base::Result<void> openCase();
  base::Result<void> correctCase();
  base::Result<void> correctParty();
  base::Result<void> moveCase();
  base::Result<void> issueDocument();
  base::Result<void> noteTalk();
  base::Result<void> save(std::vector<domain::Operation> operations, const std::string& caseNumber = {});
  template <class T>
  base::Result<std::optional<T>> pick();

  store::Store& m_store;
  desk::Place m_place;
  std::optional<domain::StaffId> m_author;
  base::SeededRandom m_dice;
  base::SystemClock m_clock;
  base::SystemRandom m_random;
  base::IdSource m_ids;
  Journal& m_journal;
  Saved m_saved;
};

}  // namespace ow::trial
