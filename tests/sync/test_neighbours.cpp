// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <condition_variable>
#include <mutex>

#include "base/random.h"
#include "sync/neighbours.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace std::chrono_literals;

namespace {

const sync::NeighbourhoodOptions kLoopback{"239.255.46.8", 46108, "127.0.0.1"};

// What was heard, for whoever waits for it.
struct Ear {
  void hear(const sync::Cursor& cursor) {
    const std::scoped_lock guard(lock);
    heard.push_back(cursor);
    changed.notify_all();
  }
  bool waitFor(std::size_t count) {
    std::unique_lock guard(lock);
    return changed.wait_for(guard, 20s, [&] { return heard.size() >= count; });
  }
  std::mutex lock;
  std::condition_variable changed;
  std::vector<sync::Cursor> heard;
};

}  // namespace

TEST_CASE("a desk hears where its neighbours have got to, and nothing of another site", "[sync][hint]") {
  const base::Uuid site = testkit::aUuid(1);
  Ear here, elsewhere;
  auto listener = sync::Neighbourhood::open(site, [&](const sync::Cursor& c) { here.hear(c); }, kLoopback);
  auto stranger = sync::Neighbourhood::open(testkit::aUuid(2), [&](const sync::Cursor& c) { elsewhere.hear(c); }, kLoopback);
  auto speaker = sync::Neighbourhood::open(site, [](const sync::Cursor&) {}, kLoopback);
  REQUIRE(listener);
  REQUIRE(stranger);
  REQUIRE(speaker);
  const sync::Cursor reached{{7}, 3, 123456789012};
  speaker.value()->tell({reached});
  REQUIRE(here.waitFor(1));
  CHECK(here.heard.front() == reached);
  stranger.value()->tell({{{1}, 1, 1}});
  REQUIRE(elsewhere.waitFor(1));
  CHECK(elsewhere.heard.size() == 1);
}

TEST_CASE("what comes off the wire is a hint or nothing", "[sync][hint]") {
  const sync::Hint hint{testkit::aUuid(9), {{2}, 1, 77}};
  const std::string text = sync::hintText(hint);
  const auto read = sync::readHint(text);
  REQUIRE(read);
  CHECK(read->site == hint.site);
  CHECK(read->reached == hint.reached);
  for (const std::string& bad : std::vector<std::string>{
           "", "OW1", "OW1 ", text + " 1", text.substr(0, text.size() - 3), text + "x", "OW2" + text.substr(3),
           "OW1 " + hint.site.text() + " -1 1 1", "OW1 " + hint.site.text() + " 1 1 99999999999999999999",
           std::string(200, 'x'), text + std::string(1, '\0')}) {
    CAPTURE(bad);
    CHECK_FALSE(sync::readHint(bad));
  }
  // Any bytes at all: nothing but a hint comes out, and nothing worse happens.
  base::SeededRandom dice(46);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes = text;
    for (std::uint64_t n = 1 + dice.below(4); n > 0; --n) bytes[dice.below(bytes.size())] = char(dice.below(256));
    const auto hint2 = sync::readHint(bytes.substr(0, dice.below(bytes.size() + 1)));
    if (hint2) CHECK(hint2->reached.pos >= 0);
  }
}
