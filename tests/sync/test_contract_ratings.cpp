// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kPad = anId(50), kVisit = anId(60), kVoice = anId(70);

domain::WrittenOperation aPad(std::uint64_t n, const domain::EntityId& pad) {
  return anOperation(n).append("pad", pad,
                               {{"desk", "001"}, {"hall", "东城"}, {"public_key", std::string(64, 'a')}, {"since", 1}});
}
OperationBuilder aVoice(std::uint64_t n, std::int64_t level, std::int64_t place = 1, const domain::EntityId& voice = kVoice) {
  return anOperation(n).append("rating", voice,
                               {{"interaction_id", kVisit.uuid},
                                {"channel", "counter"},
                                {"level", level},
                                {"is_active", std::int64_t{1}},
                                {"at", std::int64_t{5}},
                                {"pad_id", kPad.uuid},
                                {"place", place},
                                {"previous", "p"},
                                {"seal", "s"}});
}
std::string ruleOf(const domain::Settled& settled) {
  return factOf(settled, "rule");
}

}  // namespace

TEST_CASE("A voice of a pad that the desk has registered stands in the hall", "[sync][contract][ratings]") {
  OW_EACH_ADAPTER(stage);
  const auto answer = stage.push(stage.eastOne(), {aPad(1, kPad), aVoice(2, 5)});
  REQUIRE(answer.settled.size() == 2);
  CHECK(answer.settled[0].outcome == Outcome::applied);
  CHECK(answer.settled[1].outcome == Outcome::applied);
  CHECK(fieldOf(stage.body(stage.east, "rating", kVoice).value_or("{}"), "level") == "5");
}

TEST_CASE("No clerk says, changes or takes back a rating, whatever his desk sends", "[sync][contract][ratings][rights]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPad(1, kPad));
  CHECK(ruleOf(stage.tell(stage.eastOne(), aVoice(2, 1).by(stage.by))) == "rating_has_author");
  CHECK(ruleOf(stage.tell(stage.eastOne(), anOperation(3).append("rating", anId(71), {{"level", std::int64_t{1}}}))) ==
        "not_sealed");
  CHECK(ruleOf(stage.tell(stage.eastOne(), aVoice(4, 6))) == "malformed");
  CHECK(ruleOf(stage.tell(stage.eastOne(), anOperation(5).create("rating", anId(72), {{"level", std::int64_t{1}}}))) ==
        "rating_is_final");
  CHECK(stage.bodies(stage.east, "rating").empty());

  REQUIRE(stage.tell(stage.eastOne(), aVoice(6, 5)).outcome == Outcome::applied);
  const auto before = stage.body(stage.east, "rating", kVoice);
  CHECK(ruleOf(stage.tell(stage.eastOne(), anOperation(7).patch("rating", kVoice, "level", std::int64_t{5},
                                                                std::int64_t{1}))) == "rating_is_final");
  CHECK(ruleOf(stage.tell(stage.eastOne(),
                          anOperation(8).patch("rating", kVoice, "level", std::int64_t{5}, std::int64_t{1}).by(stage.by))) ==
        "rating_is_final");
  CHECK(ruleOf(stage.tell(stage.eastOne(), anOperation(9).erase("rating", kVoice).by(stage.by))) == "rating_is_final");
  CHECK(ruleOf(stage.tell(stage.eastTwo(), anOperation(10).erase("rating", kVoice))) == "rating_is_final");
  CHECK(stage.body(stage.east, "rating", kVoice) == before);
}

TEST_CASE("A pad is its own desk's: nobody else speaks for it, and whose it is is not told",
          "[sync][contract][ratings][rights]") {
  OW_EACH_ADAPTER(stage);
  const auto unknown = stage.tell(stage.eastTwo(), aVoice(2, 1));
  CHECK(unknown.outcome == Outcome::postponed);
  stage.tell(stage.eastOne(), aPad(1, kPad));
  for (sync::Centre* desk : {&stage.eastTwo(), &stage.westOne()}) {
    const auto foreign = stage.tell(*desk, aVoice(3, 1));
    CHECK(foreign.outcome == unknown.outcome);
    CHECK(foreign.facts == unknown.facts);
  }
  CHECK(stage.bodies(stage.east, "rating").empty());
  // Once the desk has registered it, what was put off is taken.
  CHECK(stage.tell(stage.eastOne(), aVoice(4, 2)).outcome == Outcome::applied);
}

TEST_CASE("Of two voices on one visit the first counts, and the second is kept beside it", "[sync][contract][ratings]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPad(1, kPad), aVoice(2, 1)});
  CHECK(stage.tell(stage.eastOne(), aVoice(2, 1)).outcome == Outcome::applied);  // the same once more
  const auto second = stage.tell(stage.eastOne(), aVoice(3, 5, 2));
  CHECK(second.outcome == Outcome::refused);
  CHECK(ruleOf(second) == "already_rated");
  CHECK(fieldOf(stage.body(stage.east, "rating", kVoice).value_or("{}"), "level") == "1");
  const auto proposals = stage.bodies(stage.east, "proposal");
  REQUIRE(proposals.size() == 1);
  CHECK(fieldOf(proposals.front(), "rule") == "already_rated");
  CHECK(fieldOf(proposals.front(), "changes").find("\"level\": 5") != std::string::npos);
}

TEST_CASE("What another system took is brought in by a supervisor and can be taken back", "[sync][contract][ratings][rights]") {
  OW_EACH_ADAPTER(stage);
  const domain::Staff chief{domain::staffId("chief"), "chief", "主任", domain::Role::supervisor, true};
  stage.centre().addStaff(chief);
  const auto imported = [&](std::uint64_t n, const domain::EntityId& id) {
    return anOperation(n).append("rating", id, {{"level", std::int64_t{4}}, {"source", "12345"}});
  };
  CHECK(ruleOf(stage.tell(stage.eastOne(), imported(1, anId(80)))) == "not_your_right");
  CHECK(ruleOf(stage.tell(stage.eastOne(), imported(2, anId(80)).by(stage.by))) == "not_your_right");
  CHECK(stage.tell(stage.eastOne(), imported(3, anId(80)).by(chief.id)).outcome == Outcome::applied);
  CHECK(stage.bodies(stage.east, "rating").size() == 1);
  // One that the desk may not see answers like one that is not there.
  const auto unseen = stage.tell(stage.westOne(), anOperation(4).erase("rating", anId(80)).by(chief.id));
  const auto absent = stage.tell(stage.westOne(), anOperation(5).erase("rating", anId(81)).by(chief.id));
  CHECK(unseen.outcome == absent.outcome);
  CHECK(unseen.facts == absent.facts);
  CHECK(stage.tell(stage.eastOne(), anOperation(6).erase("rating", anId(80)).by(chief.id)).outcome == Outcome::applied);
  CHECK(stage.bodies(stage.east, "rating").empty());
}

TEST_CASE("The review of a bad rating opens itself and goes on by steps, never by whom it is about",
          "[sync][contract][ratings][rights]") {
  OW_EACH_ADAPTER(stage);
  const domain::Staff chief{domain::staffId("chief"), "chief", "主任", domain::Role::supervisor, true};
  const domain::Staff other{domain::staffId("other"), "other", "李娜", domain::Role::clerk, true};
  stage.centre().addStaff(chief);
  stage.centre().addStaff(other);
  const domain::EntityId review = anId(90);
  const auto opened = [&](std::uint64_t n, const char* state) {
    return anOperation(n).create("rating_review", review,
                                 {{"rating_id", kVoice.uuid},
                                  {"clerk_id", stage.by.uuid},
                                  {"level", std::int64_t{5}},
                                  {"opened_at", std::int64_t{5}},
                                  {"state", state}});
  };
  const auto step = [&](std::uint64_t n, const char* from, const char* to) {
    return anOperation(n).transition("rating_review", review, from, to);
  };
  CHECK(ruleOf(stage.tell(stage.eastOne(), opened(1, "opened").by(chief.id))) == "review_opens_itself");
  CHECK(ruleOf(stage.tell(stage.eastOne(), opened(2, "voided"))) == "review_opens_itself");
  REQUIRE(stage.tell(stage.eastOne(), opened(3, "opened")).outcome == Outcome::applied);
  // Two pads open the same one.
  CHECK(stage.tell(stage.eastTwo(), opened(4, "opened")).outcome == Outcome::merged);

  CHECK(ruleOf(stage.tell(stage.eastOne(), step(5, "opened", "assigned"))) == "needs_author");
  CHECK(ruleOf(stage.tell(stage.eastOne(), step(6, "opened", "assigned").by(stage.by))) == "own_rating");
  CHECK(ruleOf(stage.tell(stage.eastOne(), step(7, "opened", "voided").by(other.id))) == "not_your_right");
  CHECK(ruleOf(stage.tell(
            stage.eastOne(),
            anOperation(8).patch("rating_review", review, "level", std::int64_t{5}, std::int64_t{1}).by(chief.id))) ==
        "review_by_steps");
  CHECK(ruleOf(stage.tell(stage.eastOne(), anOperation(9).erase("rating_review", review).by(chief.id))) == "review_by_steps");
  REQUIRE(
      stage.tell(stage.eastTwo(), step(10, "opened", "assigned").by(chief.id).step("assignee_id", {}, other.id.uuid)).outcome ==
      Outcome::applied);
  // Two moved it at once: the second stands as a proposal.
  const auto late = stage.tell(stage.eastOne(), step(11, "opened", "assigned").by(chief.id));
  CHECK(ruleOf(late) == "state_moved");
  CHECK(stage.tell(stage.eastOne(), step(12, "assigned", "rectifying").by(other.id).step("finding", {}, "属实")).outcome ==
        Outcome::applied);
  const std::string body = stage.body(stage.east, "rating_review", review).value_or("{}");
  CHECK(fieldOf(body, "state") == "rectifying");
  CHECK(fieldOf(body, "finding") == "属实");
}
