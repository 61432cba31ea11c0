// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include "base/result.h"
#include "base/time.h"
#include "store/store.h"

// A hall that never was, to try the programs on: people, firms, two years of contacts and cases, ratings, the queue. Names
// follow public counts, numbers keep every rule of their kind and were never issued (see demo_numbers.h).
namespace ow::intake {

struct DemoSize {
  std::int64_t persons = 5000;
  std::int64_t cases = 8000;
  std::uint64_t seed = 1;
};

struct DemoCounts {
  std::int64_t persons = 0, organisations = 0, cases = 0, interactions = 0, ratings = 0, households = 0;
  bool isResumed = false;  // an earlier run had been cut short
};

// Writes the hall through the ordinary write path, some ten thousand operations in each transaction, and builds the search
// index at the end. The same seed, `now` and place give the same entities, ids included. `progress` hears 0..1 now and then.
// Memory grows by some 50 bytes a person and a case. Errors: invalidInput (fact field: persons below 1, cases below 0, or more
// than ten million of either), duplicate (entity=demo: the store has one already), notAllowed (rule=demo_unfinished, begun: one
// of another size or seed was begun here and must be finished first), notFound (entity=place: the store does not say where it
// stands), and whatever a write can answer. What was committed before an error stays: cut short at any moment, the same call
// goes on to the very same hall, with the first call's `now`.
base::Result<DemoCounts> writeDemoHall(store::Store& store, const DemoSize& size, base::Instant now,
                                       const std::function<void(double fraction)>& progress = {});

}  // namespace ow::intake
