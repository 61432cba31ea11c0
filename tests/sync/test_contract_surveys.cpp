// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kRound = anId(50), kAnswer = anId(60), kTask = anId(70);
const domain::Staff kChief{domain::staffId("chief"), "chief", "主任", domain::Role::supervisor, true};

OperationBuilder aRound(std::uint64_t n, const char* state = "open", const domain::EntityId& id = kRound) {
  return anOperation(n).create("survey_round", id,
                               {{"hall", "东城"},
                                {"name", "三月回访"},
                                {"questionnaire", "csat"},
                                {"questionnaire_version", "1"},
                                {"drawn_from", "segment"},
                                {"drawn_count", std::int64_t{2}},
                                {"channels", "phone"},
                                {"opened_at", std::int64_t{5}},
                                {"created_by", kChief.id.uuid},
                                {"state", state}});
}
OperationBuilder anAnswer(std::uint64_t n, const char* said) {
  return anOperation(n).append("survey_answer", kAnswer,
                               {{"round_id", kRound.uuid},
                                {"place", std::int64_t{1}},
                                {"channel", "phone"},
                                {"reached", "answered"},
                                {"answers", said},
                                {"answered_at", std::int64_t{5}}});
}
OperationBuilder aTask(std::uint64_t n, const char* state, const domain::EntityId& id, const domain::StaffId& assignee) {
  return anOperation(n).create("survey_task", id,
                               {{"round_id", kRound.uuid},
                                {"kind", "individual"},
                                {"title", "未收到证件"},
                                {"assignee_id", assignee.uuid},
                                {"opened_at", std::int64_t{5}},
                                {"opened_by", kChief.id.uuid},
                                {"state", state}});
}
std::string ruleIn(const domain::Settled& settled) {
  return factOf(settled, "rule");
}

}  // namespace

TEST_CASE("A survey round is a supervisor's: opened, closed, and nothing else", "[sync][contract][surveys][rights]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kChief);
  CHECK(ruleIn(stage.tell(stage.eastOne(), aRound(1))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), aRound(2).by(stage.by))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), aRound(3, "closed").by(kChief.id))) == "malformed");
  REQUIRE(stage.tell(stage.eastOne(), aRound(4).by(kChief.id)).outcome == Outcome::applied);
  CHECK(stage.bodies(stage.east, "survey_round").size() == 1);

  const auto closing = [&](std::uint64_t n) { return anOperation(n).transition("survey_round", kRound, "open", "closed"); };
  CHECK(ruleIn(stage.tell(stage.eastTwo(), closing(5).by(stage.by))) == "not_your_right");
  CHECK(ruleIn(
            stage.tell(stage.eastTwo(), anOperation(6).patch("survey_round", kRound, "name", "三月回访", "x").by(kChief.id))) ==
        "survey_by_steps");
  CHECK(ruleIn(stage.tell(stage.eastTwo(), anOperation(7).erase("survey_round", kRound).by(kChief.id))) == "survey_by_steps");
  REQUIRE(stage.tell(stage.eastTwo(), closing(8).by(kChief.id).step("closed_at", {}, std::int64_t{9})).outcome ==
          Outcome::applied);
  CHECK(ruleIn(stage.tell(stage.eastOne(), closing(9).by(kChief.id))) == "state_moved");
  CHECK(fieldOf(stage.body(stage.east, "survey_round", kRound).value_or("{}"), "closed_at") == "9");
  // One that the desk may not see answers like one that is not there.
  const auto unseen = stage.tell(stage.westOne(), closing(10).by(kChief.id));
  const auto absent =
      stage.tell(stage.westOne(), anOperation(11).transition("survey_round", anId(51), "open", "closed").by(kChief.id));
  CHECK(unseen.outcome == absent.outcome);
  CHECK(unseen.facts == absent.facts);
}

TEST_CASE("Whoever was drawn answers once: the first counts, the second is kept beside it", "[sync][contract][surveys]") {
  OW_EACH_ADAPTER(stage);
  CHECK(stage.tell(stage.eastOne(), anAnswer(1, "{\"csat\": 1}").by(stage.by)).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), anAnswer(2, "{\"csat\": 1}").by(stage.by)).outcome == Outcome::merged);
  const auto second = stage.tell(stage.eastTwo(), anAnswer(3, "{\"csat\": 5}").by(stage.by));
  CHECK(second.outcome == Outcome::refused);
  CHECK(ruleIn(second) == "already_answered");
  CHECK(stage.body(stage.east, "survey_answer", kAnswer).value_or("").find("1}") != std::string::npos);
  const auto proposals = stage.bodies(stage.east, "proposal");
  REQUIRE(proposals.size() == 1);
  CHECK(fieldOf(proposals.front(), "rule") == "already_answered");
}

TEST_CASE("Nobody changes or takes back an answer, whatever his desk sends", "[sync][contract][surveys][rights]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kChief);
  // From nobody: a page where somebody typed the code of a slip.
  REQUIRE(stage.tell(stage.eastOne(), anAnswer(1, "{\"csat\": 1}")).outcome == Outcome::applied);
  const auto before = stage.body(stage.east, "survey_answer", kAnswer);
  std::uint64_t n = 1;
  for (const auto& author : {stage.by, kChief.id}) {
    const auto rule = [&](OperationBuilder operation) { return ruleIn(stage.tell(stage.eastOne(), operation.by(author))); };
    CHECK(rule(anOperation(++n).patch("survey_answer", kAnswer, "place", std::int64_t{1}, std::int64_t{2})) ==
          "answer_is_final");
    CHECK(rule(anOperation(++n).erase("survey_answer", kAnswer)) == "answer_is_final");
    CHECK(rule(anOperation(++n).create("survey_answer", anId(61), {{"round_id", kRound.uuid}})) == "answer_is_final");
  }
  CHECK(stage.body(stage.east, "survey_answer", kAnswer) == before);
  CHECK(stage.bodies(stage.east, "survey_answer").size() == 1);
}

TEST_CASE("A task of a survey is opened by a supervisor and finished by whom it is given to",
          "[sync][contract][surveys][rights]") {
  OW_EACH_ADAPTER(stage);
  const domain::Staff other{domain::staffId("other"), "other", "李娜", domain::Role::clerk, true};
  stage.centre().addStaff(kChief);
  stage.centre().addStaff(other);
  CHECK(ruleIn(stage.tell(stage.eastOne(), aTask(1, "open", kTask, other.id).by(other.id))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), aTask(2, "done", kTask, other.id).by(kChief.id))) == "malformed");
  REQUIRE(stage.tell(stage.eastOne(), aTask(3, "open", kTask, other.id).by(kChief.id)).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), aTask(4, "joined", anId(71), other.id).by(kChief.id)).outcome == Outcome::applied);

  const auto finish = [&](std::uint64_t n) { return anOperation(n).transition("survey_task", kTask, "open", "done"); };
  CHECK(ruleIn(stage.tell(stage.eastTwo(), finish(5).by(stage.by))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastTwo(), finish(6))) == "not_your_right");
  // He may finish it, not hand it on.
  domain::WrittenOperation handOn =
      anOperation(7).patch("survey_task", kTask, "assignee_id", other.id.uuid, stage.by.uuid).by(other.id);
  handOn.kind = "transition";
  CHECK(ruleIn(stage.tell(stage.eastTwo(), handOn)) == "not_your_right");
  REQUIRE(stage.tell(stage.eastTwo(), finish(8).by(other.id).step("result", {}, "已补发")).outcome == Outcome::applied);
  CHECK(ruleIn(stage.tell(stage.eastOne(), finish(9).by(kChief.id))) == "state_moved");
  const std::string body = stage.body(stage.east, "survey_task", kTask).value_or("{}");
  CHECK(fieldOf(body, "state") == "done");
  CHECK(fieldOf(body, "result") == "已补发");
}
