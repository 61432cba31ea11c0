// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;

// What a desk is spared: asking for everything where nothing happened, and hearing again what it told itself.

namespace {

OperationBuilder aPerson(std::uint64_t n) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟" + std::to_string(n)}});
}

bool isStill(sync::Centre& desk, const sync::ScopeHead& known) {
  return desk.isStill(std::span(&known, 1)).value();
}

}  // namespace

TEST_CASE("A glance says whether a scope still stands where the desk saw it", "[sync][contract][glance]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  const sync::ScopeHead seen = stage.head(stage.east);
  CHECK(isStill(stage.eastTwo(), seen));
  stage.tell(stage.westOne(), aPerson(2));
  CHECK(isStill(stage.eastTwo(), seen));
  stage.tell(stage.eastOne(), anOperation(3).patch("party", anId(1), "note", {}, "x"));
  CHECK_FALSE(isStill(stage.eastTwo(), seen));
}

TEST_CASE("A glance is not taken in by a history that grew again to the same length", "[sync][contract][glance]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  const sync::ScopeHead seen = stage.head(stage.east);
  sync::ScopeHead other = seen;
  other.digest ^= 1;
  CHECK_FALSE(isStill(stage.eastTwo(), other));
}

TEST_CASE("A glance at somebody else's scope says nothing", "[sync][contract][glance]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  CHECK_FALSE(isStill(stage.westOne(), stage.head(stage.east)));
}

TEST_CASE("Who told of new entities alone is told where that began", "[sync][contract][glance]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastTwo(), aPerson(1));
  const std::int64_t before = stage.head(stage.east).pos;
  const auto answer = stage.push(stage.eastOne(), {aPerson(2), aPerson(3)});
  REQUIRE(answer.ownFrom);
  CHECK(*answer.ownFrom == before);
  CHECK(answer.reached.front().pos == before + 2);
}

TEST_CASE("A batch that did anything else says nothing of the kind", "[sync][contract][glance]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  // One entity twice, one operation twice, one that the centre does not know.
  CHECK_FALSE(stage.push(stage.eastOne(), {aPerson(2), anOperation(3).patch("party", anId(2), "note", {}, "x")}).ownFrom);
  CHECK_FALSE(stage.push(stage.eastOne(), {aPerson(4), aPerson(4)}).ownFrom);
  CHECK_FALSE(stage.push(stage.eastOne(), {aPerson(5), anOperation(6).erase("party", anId(99))}).ownFrom);
}
