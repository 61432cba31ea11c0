// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kCase = anId(1);

void openCase(ContractStage& stage) {
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "a"}, {"state", "received"}}));
}
OperationBuilder move(std::uint64_t n, const domain::Value& from, const domain::Value& to) {
  return anOperation(n).transition("case", kCase, from, to);
}
OperationBuilder line(std::uint64_t n, std::uint64_t cause) {
  return anOperation(n)
      .append("case_event", anId(n), {{"case_id", kCase.uuid}, {"kind", "moved"}})
      .because(anOperationId(cause));
}

}  // namespace

TEST_CASE("A case moves from the state in which it is, and its story with it", "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  const auto answer =
      stage.push(stage.eastOne(), {move(2, "received", "accepted").step("accepted_at", {}, std::int64_t{5}), line(3, 2)});
  CHECK(answer.settled[0].outcome == Outcome::applied);
  CHECK(answer.settled[1].outcome == Outcome::applied);
  CHECK(stage.body(stage.east, "case", kCase) == R"({"state": "accepted", "title": "a", "accepted_at": 5})");
  CHECK(stage.body(stage.east, "case_event", anId(3)));
}

TEST_CASE("A case that somebody else has moved is not moved again, and the refusal says by whom",
          "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  stage.tell(stage.eastOne(), move(2, "received", "closed").by(stage.by));
  const auto late = stage.tell(stage.eastTwo(), move(3, "received", "accepted").step("window", {}, "3"));
  CHECK(late.outcome == Outcome::refused);
  CHECK(factOf(late, "rule") == "state_moved");
  CHECK(factOf(late, "state") == "closed");
  CHECK(factOf(late, "by") == stage.by.text());
  CHECK(factOf(late, "at") == "1772000000002");
  CHECK(stage.body(stage.east, "case", kCase) == R"({"state": "closed", "title": "a"})");
}

TEST_CASE("Two who close the same case: one did, and the other is told", "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  CHECK(stage.tell(stage.eastOne(), move(2, "received", "closed")).outcome == Outcome::applied);
  CHECK(factOf(stage.tell(stage.eastTwo(), move(3, "received", "closed")), "rule") == "state_moved");
}

TEST_CASE("A move that came too late is kept as a proposal with all that it would have changed",
          "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  stage.tell(stage.eastOne(), move(2, "received", "closed"));
  stage.tell(stage.eastTwo(), move(3, "received", "accepted").step("window", {}, "3").by(stage.by).at("008"));
  const auto proposal = stage.body(stage.east, "proposal", anId(3));
  REQUIRE(proposal);
  CHECK(fieldOf(*proposal, "entity") == "case");
  CHECK(fieldOf(*proposal, "entity_id") == kCase.text());
  CHECK(fieldOf(*proposal, "operation") == "transition");
  CHECK(fieldOf(*proposal, "changes") == R"({"state": ["received", "accepted"], "window": [null, "3"]})");
  CHECK(fieldOf(*proposal, "rule") == "state_moved");
  CHECK(fieldOf(*proposal, "author") == stage.by.text());
  CHECK(fieldOf(*proposal, "desk") == "008");
  CHECK(fieldOf(*proposal, "purpose") == "intake");
  CHECK(fieldOf(*proposal, "at") == "1772000000003");
  CHECK(fieldOf(*proposal, "state") == "open");
  CHECK_FALSE(stage.body(stage.west, "proposal", anId(3)));
}

TEST_CASE("The line of the story goes with its move", "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  stage.tell(stage.eastOne(), move(2, "received", "closed"));
  const auto answer = stage.push(stage.eastTwo(), {move(3, "received", "accepted"), line(4, 3)});
  CHECK(factOf(answer.settled[0], "rule") == "state_moved");
  CHECK(answer.settled[1].outcome == Outcome::refused);
  CHECK(factOf(answer.settled[1], "rule") == "cause_refused");
  CHECK_FALSE(stage.body(stage.east, "case_event", anId(4)));
  const auto proposal = stage.body(stage.east, "proposal", anId(4));
  REQUIRE(proposal);
  CHECK(fieldOf(*proposal, "rule") == "cause_refused");
  CHECK(fieldOf(*proposal, "operation") == "append");
  // Whatever followed the refused move falls with it, also in a later batch.
  CHECK(factOf(stage.tell(stage.eastTwo(), line(5, 4)), "rule") == "cause_refused");
}

TEST_CASE("The other fields of a move are judged as in a patch", "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "window", {}, "1"));
  const auto moved = stage.tell(stage.eastTwo(), move(3, "received", "accepted").step("window", {}, "2"));
  CHECK(moved.outcome == Outcome::conflict);
  CHECK(factOf(moved, "field") == "window");
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "state") == "accepted");
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "window") == "2");
}

TEST_CASE("Somebody decides on a proposal once", "[sync][contract][transition]") {
  OW_EACH_ADAPTER(stage);
  openCase(stage);
  stage.tell(stage.eastOne(), move(2, "received", "closed"));
  stage.tell(stage.eastTwo(), move(3, "received", "accepted"));
  const auto decide = [&stage](std::uint64_t n, const char* state) {
    return anOperation(n).transition("proposal", anId(3), "open", state).step("decided_by", {}, stage.by.text()).by(stage.by);
  };
  CHECK(stage.tell(stage.eastOne(), decide(4, "dismissed")).outcome == Outcome::applied);
  CHECK(factOf(stage.tell(stage.eastTwo(), decide(5, "accepted")), "rule") == "state_moved");
  CHECK(fieldOf(*stage.body(stage.east, "proposal", anId(3)), "state") == "dismissed");
}
