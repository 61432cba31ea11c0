// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kCard = anId(80), kTicket = anId(90);
const domain::Staff kChief{domain::staffId("chief"), "chief", "主任", domain::Role::supervisor, true};
const domain::Staff kOther{domain::staffId("other"), "other", "李娜", domain::Role::supervisor, true};
constexpr const char* kEast = "政务服务中心 110101-1";

OperationBuilder aCard(std::uint64_t n, const domain::EntityId& id = kCard, const char* hall = kEast) {
  return anOperation(n).append("published_scorecard", id,
                               {{"hall", hall},
                                {"division", "110101"},
                                {"period", "2026-10"},
                                {"as_of", std::int64_t{5}},
                                {"counts", "{}"},
                                {"author_id", kChief.id.uuid}});
}
OperationBuilder aReport(std::uint64_t n, const domain::EntityId& id) {
  return anOperation(n).append("reported_figure", id,
                               {{"hall", kEast},
                                {"series", "deposits"},
                                {"period", "2026-10"},
                                {"amount", std::int64_t{900'000'000'000'000}},
                                {"source", "报表.csv"},
                                {"reported_at", std::int64_t{5}},
                                {"author_id", kChief.id.uuid}});
}
OperationBuilder aTicket(std::uint64_t n, const char* state = "waiting", const domain::EntityId& id = kTicket) {
  return anOperation(n).create("ticket", id,
                               {{"hall", kEast},
                                {"number", "A012"},
                                {"queue", "A"},
                                {"priority", "normal"},
                                {"issued_at", std::int64_t{5}},
                                {"calls", std::int64_t{0}},
                                {"state", state}});
}
std::string ruleIn(const domain::Settled& settled) {
  return factOf(settled, "rule");
}
bool standsIn(ContractStage& stage, sync::ScopeId scope, const char* kind, const domain::EntityId& id) {
  Replica replica{{scope, stage.epoch(), 0}, {}};
  const auto desk = stage.openDesk({stage.west, scope});
  stage.pull(*desk, replica, 1000);
  return replica.rows.contains({kind, id});
}

}  // namespace

TEST_CASE("What is written about a scorecard is a supervisor's, of the own hall, in the own name, and final",
          "[sync][contract][scorecards][rights]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kChief);
  stage.centre().addStaff(kOther);
  CHECK(ruleIn(stage.tell(stage.eastOne(), aCard(1))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), aCard(2).by(stage.by))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), aCard(3).by(kOther.id))) == "not_in_own_name");
  CHECK(ruleIn(stage.tell(stage.westOne(), aCard(4).by(kChief.id))) == "not_your_hall");
  REQUIRE(stage.tell(stage.eastOne(), aCard(5).by(kChief.id)).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), aCard(6).by(kChief.id)).outcome == Outcome::merged);
  CHECK(ruleIn(stage.tell(stage.eastOne(),
                          anOperation(7).patch("published_scorecard", kCard, "period", "2026-10", "2026-09").by(kChief.id))) ==
        "record_is_final");
  CHECK(stage.bodies(stage.east, "published_scorecard").size() == 1);
}

TEST_CASE("Published counts alone are put away, by a supervisor of their hall, and twice does no harm",
          "[sync][contract][scorecards][rights]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kChief);
  const auto district = stage.centre().addScope("district", "110101");
  stage.centre().addRoute(stage.east, district, {});
  stage.tell(stage.eastOne(), aCard(1).by(kChief.id));
  stage.tell(stage.eastOne(), aReport(2, anId(81)).by(kChief.id));
  const auto putAway = [](std::uint64_t n) { return anOperation(n).erase("published_scorecard", kCard); };
  CHECK(ruleIn(stage.tell(stage.eastOne(), putAway(3))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), putAway(4).by(stage.by))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), anOperation(5).erase("reported_figure", anId(81)).by(kChief.id))) ==
        "record_is_final");
  const auto districtDesk = stage.openDesk({stage.west, district});
  CHECK(ruleIn(stage.tell(*districtDesk, putAway(6).by(kChief.id))) == "not_your_hall");
  REQUIRE(standsIn(stage, district, "published_scorecard", kCard));
  CHECK(stage.tell(stage.eastOne(), putAway(7).by(kChief.id)).outcome == Outcome::applied);
  CHECK_FALSE(standsIn(stage, district, "published_scorecard", kCard));
  CHECK(stage.tell(stage.eastTwo(), putAway(8).by(kChief.id)).outcome == Outcome::merged);
  CHECK(stage.bodies(stage.east, "proposal").empty());
}

TEST_CASE("A district reads what its halls publish and report, and with figures alone no case",
          "[sync][contract][scorecards]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kChief);
  const auto district = stage.centre().addScope("district", "110101");
  const auto city = stage.centre().addScope("district", "110100");
  const auto queue = stage.centre().addScope("department", "110101-hr");
  stage.centre().addRoute(stage.east, district, {});
  stage.centre().addFiguresRoute(stage.east, city);
  stage.centre().addRoute(stage.east, queue, "人社局");
  REQUIRE(stage.tell(stage.eastOne(), aCard(1).by(kChief.id)).outcome == Outcome::applied);
  REQUIRE(stage.tell(stage.eastOne(), aReport(2, anId(81)).by(kChief.id)).outcome == Outcome::applied);
  stage.tell(stage.eastOne(), anOperation(3).create("case", anId(3), {{"number", "1"}, {"state", "received"}}));
  stage.tell(stage.eastOne(), aTicket(4));
  for (const auto scope : {district, city}) {
    CHECK(standsIn(stage, scope, "published_scorecard", kCard));
    CHECK(standsIn(stage, scope, "reported_figure", anId(81)));
    CHECK_FALSE(standsIn(stage, scope, "ticket", kTicket));
  }
  CHECK(standsIn(stage, district, "case", anId(3)));
  CHECK_FALSE(standsIn(stage, city, "case", anId(3)));
  CHECK_FALSE(standsIn(stage, queue, "published_scorecard", kCard));
  CHECK(standsIn(stage, stage.east, "ticket", kTicket));
}

TEST_CASE("How long tasks take comes from every window, in the name of whoever sits there and of nobody else",
          "[sync][contract][scorecards][rights]") {
  OW_EACH_ADAPTER(stage);
  const auto measured = [&](std::uint64_t n, const domain::StaffId& author, const char* series) {
    return anOperation(n)
        .append("reported_figure", anId(80 + n),
                {{"hall", kEast},
                 {"series", series},
                 {"period", "2026-10-05"},
                 {"amount", std::int64_t{900}},
                 {"of_amount", std::int64_t{10}},
                 {"source", "desk 007"},
                 {"reported_at", std::int64_t{5}},
                 {"author_id", author.uuid}})
        .by(stage.by);
  };
  CHECK(stage.tell(stage.eastOne(), measured(1, stage.by, "task.open_case.seconds")).outcome == Outcome::applied);
  CHECK(ruleIn(stage.tell(stage.eastOne(), measured(2, kChief.id, "task.open_case.seconds"))) == "not_in_own_name");
  CHECK(ruleIn(stage.tell(stage.eastOne(), measured(3, stage.by, "deposits"))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.westOne(), measured(4, stage.by, "task.open_case.seconds"))) == "not_your_hall");
}

TEST_CASE("A ticket is born waiting, and the window that calls it first has called it", "[sync][contract][scorecards]") {
  OW_EACH_ADAPTER(stage);
  CHECK(ruleIn(stage.tell(stage.eastOne(), aTicket(1, "called"))) == "malformed");
  REQUIRE(stage.tell(stage.eastOne(), aTicket(2)).outcome == Outcome::applied);
  const auto calling = [&](std::uint64_t n, const char* window) {
    return anOperation(n)
        .transition("ticket", kTicket, "waiting", "called")
        .step("window", {}, window)
        .step("calls", std::int64_t{0}, std::int64_t{1});
  };
  CHECK(ruleIn(stage.tell(stage.eastOne(), calling(3, "3"))) == "not_your_right");
  CHECK(ruleIn(stage.tell(stage.eastOne(), anOperation(4).patch("ticket", kTicket, "window", {}, "3").by(stage.by))) ==
        "ticket_by_steps");
  REQUIRE(stage.tell(stage.eastOne(), calling(5, "3").by(stage.by)).outcome == Outcome::applied);
  CHECK(ruleIn(stage.tell(stage.eastTwo(), calling(6, "4").by(stage.by))) == "state_moved");
  CHECK(fieldOf(stage.body(stage.east, "ticket", kTicket).value_or("{}"), "window") == "3");
  CHECK(stage.bodies(stage.east, "proposal").empty());
}
