// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/conflict.h"
#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kCase = anId(1);
// The first 16 bytes of SHA-256 of "conflict 00000000-0001-7000-8000-000000000001 title", worked out apart.
const domain::EntityId kConflict = domain::EntityId::parse("d43ebbb1-1eaf-800f-a0b2-4ec83b06feb0").value();

OperationBuilder title(std::uint64_t n, const domain::Value& before, const domain::Value& after) {
  return anOperation(n).patch("case", kCase, "title", before, after);
}
OperationBuilder settling(std::uint64_t n, const std::string& seen) {
  return anOperation(n).transition("conflict", kConflict, "open", "settled").step("rivals", seen, "[]");
}

// A case with the title "a", for which two desks gave "b" (operation 2) and "c" (operation 3).
void disagree(ContractStage& stage) {
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}}));
  stage.tell(stage.eastOne(), title(2, "a", "b").by(stage.by));
  stage.tell(stage.eastTwo(), title(3, "a", "c").at("008"));
}

std::string shown(ContractStage& stage) {
  return fieldOf(stage.body(stage.east, "case", kCase).value_or("{}"), "title");
}
std::string conflictField(ContractStage& stage, const std::string& field) {
  return fieldOf(stage.body(stage.east, "conflict", kConflict).value_or("{}"), field);
}

}  // namespace

TEST_CASE("Two titles at once are both kept, and the one of the greater operation is shown", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}}));
  CHECK(stage.tell(stage.eastOne(), title(2, "a", "b").by(stage.by)).outcome == Outcome::applied);
  const auto settled = stage.tell(stage.eastTwo(), title(3, "a", "c").at("008"));
  CHECK(settled.outcome == Outcome::conflict);
  CHECK(factOf(settled, "field") == "title");
  CHECK(factOf(settled, "conflict") == kConflict.text());
  CHECK(shown(stage) == "c");
  CHECK(conflictField(stage, "state") == "open");
  CHECK(conflictField(stage, "entity") == "case");
  CHECK(conflictField(stage, "entity_id") == kCase.text());
  CHECK(conflictField(stage, "field") == "title");
  CHECK(
      conflictField(stage, "rivals") ==
      R"([{"at": 1772000000002, "op": "00000000-0002-7000-8000-000000000002", "base": "a", "desk": "007", "value": "b", )"
      R"("author": "00000000-2329-7000-8000-000000002329"}, )"
      R"({"at": 1772000000003, "op": "00000000-0003-7000-8000-000000000003", "base": "a", "desk": "008", "value": "c", "author": null}])");
}

TEST_CASE("The title shown does not depend on who came first", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}}));
  stage.tell(stage.eastTwo(), title(3, "a", "c"));
  const auto late = stage.tell(stage.eastOne(), title(2, "a", "b"));
  CHECK(late.outcome == Outcome::conflict);
  CHECK(shown(stage) == "c");
  CHECK(stage.openConflicts(stage.east).size() == 1);
}

TEST_CASE("An emptied field can stand against a value", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}}));
  stage.tell(stage.eastOne(), title(2, "a", "b"));
  CHECK(stage.tell(stage.eastTwo(), title(3, "a", {})).outcome == Outcome::conflict);
  CHECK(stage.body(stage.east, "case", kCase) == "{}");
  CHECK(conflictField(stage, "rivals").find(R"("value": null)") != std::string::npos);
}

TEST_CASE("A third value joins the rivals", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  CHECK(stage.tell(stage.eastOne(), title(4, "a", "d")).outcome == Outcome::conflict);
  const auto rivals = domain::parseRivals(conflictField(stage, "rivals"));
  REQUIRE(rivals);
  REQUIRE(rivals.value().size() == 3);
  CHECK(rivals.value().back().value == domain::Value{"d"});
  CHECK(shown(stage) == "d");
}

TEST_CASE("A rival that somebody else gives too is told once, by the greater operation", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  CHECK(stage.tell(stage.eastTwo(), title(4, "a", "b").at("009")).outcome == Outcome::conflict);
  const auto rivals = domain::parseRivals(conflictField(stage, "rivals"));
  REQUIRE(rivals);
  REQUIRE(rivals.value().size() == 2);
  CHECK(rivals.value().back().value == domain::Value{"b"});
  CHECK(rivals.value().back().desk == "009");
  CHECK(shown(stage) == "b");
}

TEST_CASE("A step on from a rival replaces it", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  CHECK(stage.tell(stage.eastOne(), title(4, "b", "d")).outcome == Outcome::conflict);
  const auto rivals = domain::parseRivals(conflictField(stage, "rivals"));
  REQUIRE(rivals);
  REQUIRE(rivals.value().size() == 2);
  CHECK(rivals.value().front().value == domain::Value{"c"});
  CHECK(rivals.value().back().value == domain::Value{"d"});
  CHECK(rivals.value().back().base == domain::Value{"b"});
}

TEST_CASE("When one rival is left, nobody has to settle it", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  CHECK(stage.tell(stage.eastTwo(), title(4, "c", "b")).outcome == Outcome::applied);
  CHECK(shown(stage) == "b");
  CHECK(stage.openConflicts(stage.east).empty());
  CHECK(conflictField(stage, "state") == "settled");
  CHECK(conflictField(stage, "rivals") == "[]");
  CHECK(conflictField(stage, "settled_by").empty());
}

TEST_CASE("A person settles a conflict by what they saw", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  const std::string seen = conflictField(stage, "rivals");
  const auto answer = stage.push(stage.eastOne(), {settling(4, seen).step("settled_by", {}, stage.by.text()).by(stage.by),
                                                   title(5, "c", "b").by(stage.by).because(anOperationId(4))});
  CHECK(answer.settled[0].outcome == Outcome::applied);
  CHECK(answer.settled[1].outcome == Outcome::applied);
  CHECK(shown(stage) == "b");
  CHECK(stage.openConflicts(stage.east).empty());
  CHECK(conflictField(stage, "settled_by") == stage.by.text());
  // Settled is settled: the next change is a plain one.
  CHECK(stage.tell(stage.eastTwo(), title(6, "b", "e")).outcome == Outcome::applied);
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("Settling for the title shown needs no change of it", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  CHECK(stage.tell(stage.eastOne(), settling(4, conflictField(stage, "rivals"))).outcome == Outcome::applied);
  CHECK(shown(stage) == "c");
  CHECK(stage.tell(stage.eastTwo(), title(5, "c", "e")).outcome == Outcome::applied);
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("A rival that came meanwhile refuses the settlement and the change that goes with it", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  const std::string seen = conflictField(stage, "rivals");
  stage.tell(stage.eastTwo(), title(4, "a", "d"));
  const auto answer =
      stage.push(stage.eastOne(), {settling(5, seen).by(stage.by), title(6, "c", "b").because(anOperationId(5))});
  CHECK(answer.settled[0].outcome == Outcome::refused);
  CHECK(factOf(answer.settled[0], "rule") == "rivals_changed");
  CHECK(answer.settled[1].outcome == Outcome::refused);
  CHECK(factOf(answer.settled[1], "rule") == "cause_refused");
  CHECK(shown(stage) == "d");
  CHECK(stage.openConflicts(stage.east).size() == 1);
  const auto proposal = stage.body(stage.east, "proposal", anId(6));
  REQUIRE(proposal);
  CHECK(fieldOf(*proposal, "rule") == "cause_refused");
  CHECK(fieldOf(*proposal, "changes") == R"({"title": ["c", "b"]})");
}

TEST_CASE("Of two people who settle the same conflict one is first", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  const std::string seen = conflictField(stage, "rivals");
  CHECK(stage.tell(stage.eastOne(), settling(4, seen)).outcome == Outcome::applied);
  const auto second = stage.tell(stage.eastTwo(), settling(5, seen));
  CHECK(second.outcome == Outcome::refused);
  CHECK(factOf(second, "rule") == "rivals_changed");
}

TEST_CASE("A settled conflict opens again when somebody who had not seen it comes late", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  disagree(stage);
  const auto settled = settling(4, conflictField(stage, "rivals")).step("settled_by", {}, stage.by.text());
  stage.push(stage.eastOne(), {settled, title(5, "c", "b").because(anOperationId(4))});
  const auto late = stage.tell(stage.eastTwo(), title(6, "a", "d"));
  CHECK(late.outcome == Outcome::conflict);
  CHECK(factOf(late, "conflict") == kConflict.text());
  CHECK(conflictField(stage, "state") == "open");
  CHECK(conflictField(stage, "settled_by").empty());
  const auto rivals = domain::parseRivals(conflictField(stage, "rivals"));
  REQUIRE(rivals);
  REQUIRE(rivals.value().size() == 2);
  CHECK(rivals.value().front().value == domain::Value{"b"});
  CHECK(rivals.value().back().value == domain::Value{"d"});
}

TEST_CASE("One person after another may change a title back and forth", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}}));
  stage.tell(stage.eastOne(), title(2, "a", "b"));
  stage.tell(stage.eastTwo(), title(3, "b", "a"));
  stage.tell(stage.eastOne(), title(4, "a", "b"));
  CHECK(stage.tell(stage.eastTwo(), title(5, "b", "c")).outcome == Outcome::applied);
  CHECK(shown(stage) == "c");
  CHECK(stage.bodies(stage.east, "conflict").empty());
}

TEST_CASE("A desk whose clock is behind makes no conflict out of what it has seen", "[sync][contract][conflict]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1000).create("case", kCase, {{"title", "a"}}));
  CHECK(stage.tell(stage.eastTwo(), title(500, "a", "b")).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), title(1001, "b", "c")).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), title(501, "c", "d")).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), title(502, "d", {})).outcome == Outcome::applied);
  CHECK(shown(stage).empty());
  CHECK(stage.bodies(stage.east, "conflict").empty());
}
