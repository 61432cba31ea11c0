// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kPerson = anId(1), kCase = anId(2), kEvent = anId(3);
const domain::EntityId kCards = anId(4), kHousing = anId(5);

// A hall with two services of two departments.
void offerServices(ContractStage& stage) {
  stage.tell(stage.eastOne(), anOperation(1).create("service", kCards, {{"name", "社保卡补领"}, {"department", "人社局"}}));
  stage.tell(stage.eastOne(), anOperation(2).create("service", kHousing, {{"name", "公租房申请"}, {"department", "住建委"}}));
}

// Somebody applies for a card.
void openCase(ContractStage& stage) {
  stage.tell(stage.eastOne(), anOperation(3).create("party", kPerson, {{"name", "张伟"}}));
  stage.push(
      stage.eastOne(),
      {anOperation(4).create("case", kCase,
                             {{"number", "1"}, {"state", "received"}, {"service_id", kCards.uuid}, {"party_id", kPerson.uuid}}),
       anOperation(5).append("case_event", kEvent, {{"case_id", kCase.uuid}, {"text", "收件"}})});
}

// As somebody reads it who is subscribed to that scope.
std::optional<std::string> bodyIn(ContractStage& stage, sync::ScopeId scope, const std::string& kind,
                                  const domain::EntityId& id) {
  Replica replica{{scope, stage.epoch(), 0}, {}};
  const auto desk = stage.openDesk({stage.west, scope});
  stage.pull(*desk, replica, 1000);
  const auto row = replica.rows.find({kind, id});
  return row == replica.rows.end() ? std::nullopt : std::optional(row->second.body);
}

}  // namespace

TEST_CASE("A case of a department's service stands in its queue with what belongs to it, and the person does not",
          "[sync][contract][routes]") {
  OW_EACH_ADAPTER(stage);
  const auto queue = stage.centre().addScope("department", "110101-hr");
  stage.centre().addRoute(stage.east, queue, "人社局");
  offerServices(stage);
  openCase(stage);
  CHECK(stage.body(stage.east, "case", kCase));
  REQUIRE(bodyIn(stage, queue, "case", kCase));
  CHECK(bodyIn(stage, queue, "case", kCase) == stage.body(stage.east, "case", kCase));
  CHECK(bodyIn(stage, queue, "case_event", kEvent));
  CHECK(bodyIn(stage, queue, "service", kCards));
  CHECK_FALSE(bodyIn(stage, queue, "service", kHousing));
  CHECK_FALSE(bodyIn(stage, queue, "party", kPerson));
  // What comes later belongs there too.
  stage.tell(stage.eastOne(), anOperation(6).append("case_event", anId(6), {{"case_id", kCase.uuid}, {"text", "材料齐全"}}));
  CHECK(bodyIn(stage, queue, "case_event", anId(6)));
}

TEST_CASE("A district sees every case of its halls and none of the others", "[sync][contract][routes]") {
  OW_EACH_ADAPTER(stage);
  const auto district = stage.centre().addScope("district", "110101");
  stage.centre().addRoute(stage.east, district, {});
  offerServices(stage);
  openCase(stage);
  stage.tell(stage.westOne(), anOperation(7).create("case", anId(7), {{"number", "2"}, {"state", "received"}}));
  CHECK(bodyIn(stage, district, "case", kCase));
  CHECK(bodyIn(stage, district, "service", kHousing));
  CHECK_FALSE(bodyIn(stage, district, "case", anId(7)));
}

TEST_CASE("A case that changes its service comes to the other queue and leaves none", "[sync][contract][routes]") {
  OW_EACH_ADAPTER(stage);
  const auto cards = stage.centre().addScope("department", "110101-hr");
  const auto housing = stage.centre().addScope("department", "110101-housing");
  stage.centre().addRoute(stage.east, cards, "人社局");
  stage.centre().addRoute(stage.east, housing, "住建委");
  offerServices(stage);
  openCase(stage);
  CHECK_FALSE(bodyIn(stage, housing, "case", kCase));
  CHECK(stage.tell(stage.eastOne(), anOperation(8).patch("case", kCase, "service_id", kCards.uuid, kHousing.uuid)).outcome ==
        Outcome::applied);
  REQUIRE(bodyIn(stage, housing, "case", kCase));
  CHECK(bodyIn(stage, housing, "case_event", kEvent));
  CHECK(bodyIn(stage, cards, "case", kCase) == bodyIn(stage, housing, "case", kCase));
}

TEST_CASE("Whoever works from a queue moves the case, and the hall sees it", "[sync][contract][routes]") {
  OW_EACH_ADAPTER(stage);
  const auto queue = stage.centre().addScope("department", "110101-hr");
  stage.centre().addRoute(stage.east, queue, "人社局");
  offerServices(stage);
  openCase(stage);
  auto backOffice = stage.openDesk({stage.west, queue});
  const auto moved = stage.tell(*backOffice, anOperation(9).transition("case", kCase, "received", "accepted"));
  CHECK(moved.outcome == Outcome::applied);
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "state") == "accepted");
  // What it did not come by, it does not change.
  CHECK(stage.tell(*backOffice, anOperation(10).patch("party", kPerson, "name", "张伟", "李四")).outcome == Outcome::refused);
}
