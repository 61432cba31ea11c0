// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <iostream>

#include "simulation/broken_line.h"
#include "simulation/sync_world.h"

using namespace ow::test;

namespace {

constexpr int kSteps = 90;
constexpr std::uint64_t kSchedules = 120;

// How many schedules, and from which seed: OW_SCHEDULES=10000 OW_SEED=1 for a night. OW_STORY=1 tells what happened in each.
std::uint64_t number(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::vector<std::string> whatBreaks(std::uint64_t seed, const Troubles& troubles, std::optional<Bug> bug = {}) {
  SyncWorld world(seed, troubles, bug);
  world.live(kSteps);
  std::vector<std::string> broken{"the world does not come to rest"};
  if (world.settle()) broken = world.brokenLaws();
  if (std::getenv("OW_STORY") != nullptr) {
    world.tellOutboxes();
    std::cerr << world.story();
  }
  return broken;
}

void mustHold(std::uint64_t seed, const Troubles& troubles) {
  const auto broken = whatBreaks(seed, troubles);
  CHECK(broken.empty());
  if (broken.empty()) return;
  std::cerr << "replay: OW_SEED=" << seed << " OW_SCHEDULES=1 onewindow_test_simulation \"[laws]\"\n";
  CAPTURE(seed);
  for (const std::string& law : broken) FAIL_CHECK(law);
}

}  // namespace

TEST_CASE("desks that only lose their line now and then come to agree", "[sync][laws]") {
  Troubles calm = Troubles::none();
  calm.weather.lostRequests = 10;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) mustHold(seed, calm);
}

TEST_CASE("where the centre forgets nothing, nothing has to be repaired", "[sync][laws]") {
  for (std::uint64_t seed = 500; seed < 540; ++seed) mustHold(seed, Troubles::steadyCentre());
}

TEST_CASE("the laws hold whatever goes wrong", "[sync][laws]") {
  const std::uint64_t first = number("OW_SEED", 1000);
  for (std::uint64_t i = 0; i < number("OW_SCHEDULES", kSchedules); ++i) mustHold(first + i, Troubles::usual());
}

TEST_CASE("a desk that was never filled offers again what a failover took", "[sync][laws]") {
  mustHold(4902, Troubles::usual());
}

TEST_CASE("the same seed twice is the same story to the byte", "[sync][laws]") {
  for (std::uint64_t seed = 7; seed < 12; ++seed) {
    std::string first;
    for (int run = 0; run < 2; ++run) {
      SyncWorld world(seed, Troubles::usual());
      world.live(kSteps);
      world.settle();
      const std::string print = world.fingerprint();
      if (run == 0) first = print;
      CHECK(print == first);
    }
  }
}

// A check that cannot fail is worth nothing: each of these bugs is seen by at least one of a few schedules.
TEST_CASE("every planted bug is caught", "[sync][laws]") {
  constexpr std::uint64_t kTries = 24;
  for (int bug = 0; bug < kBugs; ++bug) {
    bool isCaught = false;
    for (std::uint64_t seed = 1; seed <= kTries && !isCaught; ++seed)
      isCaught = !whatBreaks(seed, seed % 2 == 0 ? Troubles::usual() : Troubles::steadyCentre(), Bug(bug)).empty();
    INFO(nameOf(Bug(bug)));
    CHECK(isCaught);
    if (std::getenv("OW_STORY") != nullptr) std::cerr << nameOf(Bug(bug)) << (isCaught ? " caught\n" : " MISSED\n");
  }
}
