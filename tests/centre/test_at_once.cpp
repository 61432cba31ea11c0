// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "centre/push_text.h"
#include "centre/two_halls.h"
#include "testkit/an_operation.h"

// Transactions that run at the same moment and cannot see each other yet. The trial found that two halls which registered the
// same person at once each had a person of their own from then on.

using namespace ow;
using namespace ow::test;

namespace {

// A person whose id follows from a card, as two halls make it.
const domain::EntityId kPerson{base::namedUuid("site", "card 42")};

domain::WrittenOperation registering(int n, const char* name) {
  return testkit::anOperation(n).create("party", kPerson, {{"kind", std::string("person")}, {"name", std::string(name)}});
}

bool anybodyWaits(const TwoHalls& halls) {
  return runSql(halls.root(),
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") != "0";
}

}  // namespace

TEST_CASE("two halls that register the same person at the same moment know one person", "[centre][at_once]") {
  TwoHalls halls;
  centre::PostgresCentre westLine(halls.west());
  REQUIRE(westLine.hello());
  const auto epoch = westLine.heads({}, {}).value().epoch;

  SqlSession east(halls.east().address);
  const std::string token = halls.token(halls.east());
  east.say("BEGIN");
  const auto mine = registering(1, "张三");
  const std::string pushed = east.say("SELECT ow_api.push(" + token + ", " + std::to_string(epoch) + ", '" +
                                      centre::pushText(std::span(&mine, 1)) + "') ->> 'taken'");
  REQUIRE(pushed == "true\n");

  std::atomic<bool> hasEnded{false};
  std::optional<base::Result<sync::PushAnswer>> answer;
  std::thread west([&] {
    const std::array<domain::WrittenOperation, 1> theirs{registering(2, "張三")};
    answer.emplace(westLine.push(epoch, theirs));
    hasEnded = true;
  });
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!hasEnded && !anybodyWaits(halls) && std::chrono::steady_clock::now() < end) std::this_thread::yield();
  CHECK_FALSE(hasEnded);  // it waits until it can know
  east.say("COMMIT");
  west.join();

  REQUIRE(*answer);
  CHECK(answer->value().settled.front().outcome == sync::Outcome::conflict);  // of the two names
  CHECK(runSql(halls.root(),
               "SELECT count(*) || ' ' || count(DISTINCT digest) FROM ow.entity WHERE id = '" + kPerson.text() + "'") == "2 1");
}

TEST_CASE("a batch of many keeps the others out, and all of them come through", "[centre][at_once]") {
  TwoHalls halls;
  std::array<centre::PostgresCentre, 2> lines{centre::PostgresCentre(halls.east()), centre::PostgresCentre(halls.west())};
  std::array<std::thread, 2> desks;
  std::atomic<int> taken{0};
  for (std::size_t d = 0; d < desks.size(); ++d) {
    REQUIRE(lines[d].hello());
    const auto epoch = lines[d].heads({}, {}).value().epoch;
    std::vector<domain::WrittenOperation> batch;
    for (int i = 0; i < 100; ++i)
      batch.push_back(testkit::anOperation(int(d) * 1000 + i + 1)
                          .create("party",
                                  domain::EntityId{base::namedUuid("site", "card " + std::to_string(d == 0 ? i : 99 - i))},
                                  {{"kind", std::string("person")}, {"name", std::string("同名")}}));
    desks[d] = std::thread([&taken, &line = lines[d], epoch, batch] {
      const auto pushed = line.push(epoch, batch);
      if (pushed && pushed.value().isTaken) ++taken;
    });
  }
  for (auto& desk : desks) desk.join();
  CHECK(taken == 2);
  CHECK(runSql(halls.root(), "SELECT count(*) || ' ' || count(DISTINCT (id, digest)) FROM ow.entity WHERE kind = 1") ==
        "200 100");
}
