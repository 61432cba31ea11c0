// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/memory_centre.h"
#include "testkit/an_operation.h"
#include "testkit/faulty_line.h"

using namespace ow;
using namespace ow::testkit;
using sync::Cursor;

namespace {

struct Site {
  base::ManualClock clock{base::fromMillis(1772415000000)};
  base::SeededRandom centreDice{1};
  base::SeededRandom dice{2};
  sync::MemoryCentre centre{clock, centreDice};
  sync::ScopeId hall = centre.addHall("110101-1", "东城区政务服务中心");
  std::unique_ptr<sync::MemoryCentre::Line> good = centre.line(centre.addDesk({hall}));
  FaultyLine line{*good, dice, {}};

  Site() { REQUIRE(line.hello()); }
  std::vector<Cursor> fromTheFirst() { return {{hall, 1, 0}}; }
  std::int64_t rows() {
    const auto heads = good->heads(fromTheFirst(), {});
    REQUIRE(heads);
    return heads.value().scopes.front().rows;
  }
  base::Result<sync::PushAnswer> push(std::uint64_t n) {
    const std::vector<domain::WrittenOperation> batch{anOperation(n).create("party", anId(n), {{"name", "张伟"}})};
    return line.push(1, batch);
  }
};

void checkAway(const base::Result<sync::PushAnswer>& answer) {
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == base::ErrorKind::centreAway);
}

}  // namespace

TEST_CASE("In good weather a line does what the centre does", "[sync][faults]") {
  Site site;
  const auto answer = site.push(1);
  REQUIRE(answer);
  CHECK(answer.value().isReplicationSure);
  CHECK(site.line.failures() == 0);
  CHECK(site.rows() == 1);
}

TEST_CASE("A request that was lost has changed nothing", "[sync][faults]") {
  Site site;
  site.line.setWeather({.lostRequests = 100});
  checkAway(site.push(1));
  CHECK(site.rows() == 0);
}

TEST_CASE("A call whose answer was lost took effect", "[sync][faults]") {
  Site site;
  site.line.setWeather({.lostAnswers = 100});
  checkAway(site.push(1));
  CHECK(site.rows() == 1);
}

TEST_CASE("A request that was held up takes effect after a later one", "[sync][faults]") {
  Site site;
  site.line.setWeather({.delayed = 100});
  checkAway(site.push(1));
  CHECK(site.rows() == 0);
  site.line.clearUp();
  REQUIRE(site.push(2));
  CHECK(site.rows() == 2);
  std::vector<domain::EntityId> order;
  REQUIRE(site.line.pull(site.fromTheFirst(), 10, [&order](sync::PulledRow&& row) {
    order.push_back(row.row.id);
    return base::Result<void>(base::success());
  }));
  CHECK(order == std::vector<domain::EntityId>{anId(2), anId(1)});
}

TEST_CASE("A request that arrives twice is answered as what it is", "[sync][faults]") {
  Site site;
  site.line.setWeather({.doubled = 100});
  const auto answer = site.push(1);
  REQUIRE(answer);
  CHECK(answer.value().settled.front().outcome == sync::Outcome::applied);
  CHECK(answer.value().settled.front().rev == 1);
  CHECK(site.rows() == 1);
}

TEST_CASE("A line that is cut while rows come has let some of them through", "[sync][faults]") {
  Site site;
  for (std::uint64_t n = 1; n <= 20; ++n) REQUIRE(site.push(n));
  site.line.setWeather({.cut = 100});
  std::size_t most = 0;
  std::size_t least = 20;
  for (int i = 0; i < 50; ++i) {
    std::size_t arrived = 0;
    const auto answer = site.line.pull(site.fromTheFirst(), 100, [&arrived](sync::PulledRow&&) {
      ++arrived;
      return base::Result<void>(base::success());
    });
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == base::ErrorKind::centreAway);
    most = std::max(most, arrived);
    least = std::min(least, arrived);
  }
  CHECK(least < 5);
  CHECK(most > 15);
}

TEST_CASE("Nothing gets through a partition, and all does after it", "[sync][faults]") {
  Site site;
  site.line.partition(3);
  for (std::uint64_t n = 1; n <= 3; ++n) checkAway(site.push(n));
  CHECK(site.rows() == 0);
  CHECK(site.push(4));
  CHECK(site.line.failures() == 3);
}

TEST_CASE("A commit may come with a warning", "[sync][faults]") {
  Site site;
  site.line.setWeather({.unsure = 100});
  const auto answer = site.push(1);
  REQUIRE(answer);
  CHECK_FALSE(answer.value().isReplicationSure);
}

TEST_CASE("The same dice fail the same calls", "[sync][faults]") {
  const Weather storm{.lostRequests = 10, .lostAnswers = 10, .delayed = 10, .doubled = 10, .partitions = 3};
  std::string told[2];
  for (std::string& one : told) {
    Site site;
    site.line.setWeather(storm);
    for (std::uint64_t n = 1; n <= 200; ++n) one += site.push(n) ? '+' : '-';
    one += std::to_string(site.rows());
  }
  CHECK(told[0] == told[1]);
  CHECK(told[0].find('-') != std::string::npos);
  CHECK(told[0].find('+') != std::string::npos);
}

TEST_CASE("Whoever repeats until it is answered ends with everything once, whatever the weather", "[sync][faults]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    Site site;
    base::SeededRandom dice(seed);
    FaultyLine line(*site.good, dice, {.lostRequests = 15, .lostAnswers = 15, .delayed = 15, .doubled = 15, .partitions = 3});
    std::vector<domain::WrittenOperation> batch{anOperation(1).create("party", anId(1), {{"note", "0"}})};
    for (int n = 1; n <= 20; ++n)
      batch.push_back(anOperation(static_cast<std::uint64_t>(n) + 1)
                          .patch("party", anId(1), "note", std::to_string(n - 1), std::to_string(n)));
    for (std::size_t sent = 1; sent <= batch.size(); ++sent)
      while (!line.push(1, std::span(batch).first(sent))) {
      }
    line.clearUp();
    const auto answer = line.push(1, batch);
    REQUIRE(answer);
    CHECK(answer.value().settled.back().rev == 21);
    CHECK(site.rows() == 1);  // no conflict beside it
  }
}
