// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "simulation/broken_line.h"
#include "simulation/sync_world.h"

using namespace ow::test;

namespace {

constexpr int kSteps = 90;
constexpr std::uint64_t kSchedules = 120;
constexpr std::uint64_t kBusySchedules = 30;

// How many schedules, and from which seed: OW_SCHEDULES=10000 OW_SEED=1 for a night. OW_STORY=1 tells what happened in each.
std::uint64_t number(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::vector<std::string> whatBreaks(std::uint64_t seed, const Troubles& troubles, std::optional<Bug> bug = {},
                                    SyncWorld::Meetings* meetings = nullptr) {
  SyncWorld world(seed, troubles, bug);
  world.live(kSteps);
  std::vector<std::string> broken{"the world does not come to rest"};
  if (world.settle()) broken = world.brokenLaws();
  if (meetings != nullptr) world.count(*meetings);
  if (std::getenv("OW_STORY") != nullptr) {
    world.tellOutboxes();
    std::cerr << world.story();
  }
  return broken;
}

void mustHold(std::uint64_t seed, const Troubles& troubles, SyncWorld::Meetings* meetings = nullptr) {
  const auto broken = whatBreaks(seed, troubles, {}, meetings);
  CHECK(broken.empty());
  if (broken.empty()) return;
  std::cerr << "replay: OW_SEED=" << seed << " OW_SCHEDULES=1 onewindow_test_simulation \"[laws]\"\n";
  CAPTURE(seed);
  for (const std::string& law : broken) FAIL_CHECK(law);
}

Troubles troublesFor(Bug bug, std::uint64_t seed) {
  if (bug >= kFirstOfTheHall) return Troubles::busyHall();
  return seed % 2 == 0 ? Troubles::usual() : Troubles::steadyCentre();
}

// Of ratings, reviews, tickets, records and refusals: 9 to 12.
bool isLawOfTheHall(const std::string& broken) {
  return std::atoi(broken.c_str()) >= 9;
}

// A bug of the hall's work is there for the laws of that work: a schedule in which another law complains as well shows nothing.
bool isCaughtIn(Bug bug, const std::vector<std::string>& broken) {
  if (broken.empty()) return false;
  return bug < kFirstOfTheHall || std::all_of(broken.begin(), broken.end(), isLawOfTheHall);
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
  for (std::uint64_t seed = 7; seed < 14; ++seed) {
    const Troubles troubles = seed < 12 ? Troubles::usual() : Troubles::busyHall();
    std::string first;
    for (int run = 0; run < 2; ++run) {
      SyncWorld world(seed, troubles);
      world.live(kSteps);
      world.settle();
      const std::string print = world.fingerprint();
      if (run == 0) first = print;
      CHECK(print == first);
    }
  }
}

TEST_CASE("a busy hall keeps the laws of its ratings, tickets and records whatever goes wrong", "[sync][laws]") {
  const std::uint64_t first = number("OW_SEED", 1000);
  SyncWorld::Meetings all;
  for (std::uint64_t i = 0; i < number("OW_SCHEDULES", kBusySchedules); ++i) mustHold(first + i, Troubles::busyHall(), &all);
  if (std::getenv("OW_SEED") != nullptr) return;  // one schedule that is replayed may be a quiet one
  // Where desks never met at one voice, one number or one review, the laws about it were not asked for.
  CHECK(all.voices > 0);
  CHECK(all.calls > 0);
  CHECK(all.reviews > 0);
}

TEST_CASE("a bad voice that does not count leaves no review and nothing to settle", "[sync][laws]") {
  mustHold(2000, Troubles::busyHall());  // a conflict of the review's level
  mustHold(1010, Troubles::busyHall());  // a review of the good voice that counts
}

TEST_CASE("work on a review that a restore took with its voice comes to an end", "[sync][laws]") {
  mustHold(31047, Troubles::busyHall());
}

// A check that cannot fail is worth nothing: each of these bugs is seen by at least one of a few schedules.
TEST_CASE("every planted bug is caught", "[sync][laws]") {
  constexpr std::uint64_t kTries = 24;
  for (int bug = 0; bug < kBugs; ++bug) {
    bool isCaught = false;
    for (std::uint64_t seed = 1; seed <= kTries && !isCaught; ++seed)
      isCaught = isCaughtIn(Bug(bug), whatBreaks(seed, troublesFor(Bug(bug), seed), Bug(bug)));
    INFO(nameOf(Bug(bug)));
    CHECK(isCaught);
    if (std::getenv("OW_STORY") != nullptr) std::cerr << nameOf(Bug(bug)) << (isCaught ? " caught\n" : " MISSED\n");
  }
}
