// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/budget.h"

using namespace ow;
using std::chrono::milliseconds;

namespace {

// How long it takes to move so much in pieces of that size, waiting as told.
milliseconds timeFor(sync::Budget& budget, base::ManualClock& clock, std::int64_t bytes, std::int64_t piece) {
  const base::Instant begun = clock.now();
  for (std::int64_t moved = 0; moved < bytes; moved += piece) {
    for (auto pause = budget.pause(); pause > pause.zero(); pause = budget.pause()) clock.advance(pause);
    budget.spend(piece);
  }
  return std::chrono::duration_cast<milliseconds>(clock.now() - begun);
}

}  // namespace

TEST_CASE("a hundred kilobytes a second are a hundred kilobytes a second, whatever the pieces", "[sync][budget]") {
  for (const std::int64_t piece : {1'000, 50'000, 262'144}) {
    base::ManualClock clock(base::fromMillis(1772415000000));
    sync::Budget budget(clock);
    budget.setRate(100'000);
    const auto time = timeFor(budget, clock, 4'000'000, piece);
    INFO("pieces of " << piece);
    // A second's worth may go at once, and the last piece is not waited for.
    CHECK(time <= milliseconds(40'000));
    CHECK(time >= milliseconds(36'000));
  }
}

TEST_CASE("without a budget nothing waits", "[sync][budget]") {
  base::ManualClock clock(base::fromMillis(1772415000000));
  sync::Budget budget(clock);
  CHECK(timeFor(budget, clock, 1'000'000'000, 1'000'000) == milliseconds(0));
}

TEST_CASE("a budget that is lifted holds nothing up, and what was waited for is not waited for twice", "[sync][budget]") {
  base::ManualClock clock(base::fromMillis(1772415000000));
  sync::Budget budget(clock);
  budget.setRate(1'000);
  budget.spend(100'000);
  CHECK(budget.pause() > std::chrono::seconds(90));
  budget.setRate(100'000);
  CHECK(budget.pause() <= milliseconds(1'000));
  budget.setRate(0);
  CHECK(budget.pause() == milliseconds(0));
}

TEST_CASE("a clock that is set holds nothing up and opens no gate", "[sync][budget]") {
  base::ManualClock clock(base::fromMillis(1772415000000));
  sync::Budget budget(clock);
  budget.setRate(1'000);
  budget.spend(5'000);
  const auto before = budget.pause();
  clock.set(base::fromMillis(0));
  CHECK(budget.pause() == before);
  clock.set(base::fromMillis(1972415000000));
  CHECK(budget.pause() == milliseconds(0));
  // Six years are one second's worth.
  budget.spend(3'000);
  CHECK(budget.pause() == milliseconds(2'000));
}
