// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/centre_rows.h"
#include "desk/proposals.h"
#include "store/schema.h"

using namespace ow;
using domain::CaseState;
using testkit::Hall;

namespace {

struct LateWork {
  Hall hall;
  domain::StaffId li = hall.addClerk("li.na", "李娜");
  domain::ServiceId service = hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay});
  desk::OpenedCase opened = hall.openCase(service, {}, "补领");

  LateWork() { testkit::subscribe(hall); }

  domain::ProposalId arrives(const std::string& operation, const std::string& changes,
                             const std::string& rule = "state_moved") {
    const auto proposal = testkit::proposalOf(hall, "case", domain::anyId(opened.id), operation, changes, rule, li);
    testkit::arrive(hall, testkit::kHall, {testkit::rowOf(proposal, 1)});
    return proposal.id;
  }
  // The step from `from` to `to`, with the line of the story that tells of it.
  domain::ProposalId stepArrives(const std::string& from, const std::string& to, const std::string& more,
                                 const std::string& text) {
    const auto id = arrives("transition", R"({"state": [")" + from + R"(", ")" + to + R"("])" + more + "}");
    base::IdSource ids(hall.clock, hall.random);
    const auto line = testkit::proposalOf(hall, "case_event", ids.make<domain::EntityId>(), "append",
                                          R"({"case_id": ")" + opened.id.text() + R"(", "at": 1772413200000, "kind": ")" + to +
                                              R"(", "from_state": ")" + from + R"(", "to_state": ")" + to + R"(", "text": ")" +
                                              text + R"("})",
                                          "cause_refused", li);
    testkit::arrive(hall, testkit::kHall, {testkit::rowOf(line, 1)});
    return id;
  }
  CaseState state() { return desk::openCasePage(hall.desk(), opened.id).value().row.state; }
  std::vector<desk::OpenProposal> open() { return desk::openProposals(hall.desk(), {}, 10).value().proposals; }
  domain::Proposal stored(domain::ProposalId id) {
    auto reader = hall.store().read().value();
    return store::loadEntity<domain::Proposal>(reader.connection(), id).value();
  }
};

}  // namespace

TEST_CASE("a late step says what it wanted, from whom, and what was written with it", "[desk][proposal]") {
  LateWork late;
  late.stepArrives("received", "returned", "", "缺少身份证");
  const auto open = late.open();
  REQUIRE(open.size() == 1);  // the line of the story stands with its step
  CHECK(open[0].subject.text == late.opened.number);
  CHECK(open[0].author == "李娜");
  CHECK(open[0].present == CaseState::received);
  CHECK(open[0].wanted == CaseState::returned);
  CHECK(open[0].text == "缺少身份证");
  CHECK(open[0].rule == "state_moved");
  CHECK(open[0].canAccept);
}

TEST_CASE("an accepted step is taken as any step is, and its line goes with it", "[desk][proposal]") {
  LateWork late;
  const auto id = late.stepArrives("received", "returned", "", "缺少身份证");
  REQUIRE(desk::acceptProposal(late.hall.desk(), id));
  CHECK(late.state() == CaseState::returned);
  CHECK(late.open().empty());
  const auto proposal = late.stored(id);
  CHECK(proposal.state == domain::ProposalState::accepted);
  CHECK(proposal.decidedBy == late.hall.desk().clerk().id);
  CHECK(desk::openCasePage(late.hall.desk(), late.opened.id).value().story.front().text == "缺少身份证");
}

TEST_CASE("a decision is accepted with its outcome; acceptance starts the clock", "[desk][proposal]") {
  LateWork late;
  const auto accepted = late.stepArrives("received", "accepted", "", "");
  REQUIRE(desk::acceptProposal(late.hall.desk(), accepted));
  CHECK(desk::openCasePage(late.hall.desk(), late.opened.id).value().acceptedAt == late.hall.clock.now());
  const auto decided = late.stepArrives("accepted", "decided", R"(, "outcome": [null, "denied"])", "");
  CHECK(late.open().front().outcome == domain::Outcome::denied);
  REQUIRE(desk::acceptProposal(late.hall.desk(), decided));
  CHECK(desk::openCasePage(late.hall.desk(), late.opened.id).value().outcome == domain::Outcome::denied);
}

TEST_CASE("a step that the lifecycle does not know from here is not accepted, and says so beforehand", "[desk][proposal]") {
  LateWork late;
  const auto id = late.stepArrives("decided", "closed", "", "");
  CHECK_FALSE(late.open().front().canAccept);
  CHECK(late.open().front().why == "transition");
  const auto accepted = desk::acceptProposal(late.hall.desk(), id);
  REQUIRE_FALSE(accepted);
  CHECK(accepted.error().kind == base::ErrorKind::notAllowed);
  CHECK(accepted.error().fact("rule") == "transition");
  CHECK(late.state() == CaseState::received);
  CHECK(late.open().size() == 1);
}

TEST_CASE("a dismissed step changes nothing but itself and its line", "[desk][proposal]") {
  LateWork late;
  const auto id = late.stepArrives("received", "returned", "", "缺少身份证");
  REQUIRE(desk::dismissProposal(late.hall.desk(), id));
  CHECK(late.state() == CaseState::received);
  CHECK(late.open().empty());
  CHECK(late.stored(id).state == domain::ProposalState::dismissed);
  const auto again = desk::acceptProposal(late.hall.desk(), id);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == base::ErrorKind::conflict);
}

TEST_CASE("a late patch is written against what stands there now", "[desk][proposal]") {
  LateWork late;
  const auto id = late.arrives("patch", R"({"title": ["old", "new title"]})", "cause_refused");
  const auto open = late.open();
  REQUIRE(open.front().changes.size() == 1);
  CHECK(open.front().changes[0].now.text == "补领");
  CHECK(open.front().changes[0].wanted.text == "new title");
  REQUIRE(desk::acceptProposal(late.hall.desk(), id));
  CHECK(desk::openCasePage(late.hall.desk(), late.opened.id).value().row.title == "new title");
  const auto waiting = testkit::waitingIn(late.hall);
  CHECK(waiting[waiting.size() - 2] == "patch case");
  CHECK(waiting.back() == "transition proposal");
}

TEST_CASE("what was erased is not patched any more", "[desk][proposal]") {
  LateWork late;
  base::IdSource ids(late.hall.clock, late.hall.random);
  const auto gone = testkit::proposalOf(late.hall, "party", ids.make<domain::EntityId>(), "patch", R"({"note": [null, "x"]})",
                                        "erased", late.li);
  testkit::arrive(late.hall, testkit::kHall, {testkit::rowOf(gone, 1)});
  CHECK(late.open().front().why == "erased");
  const auto accepted = desk::acceptProposal(late.hall.desk(), gone.id);
  REQUIRE_FALSE(accepted);
  CHECK(accepted.error().fact("rule") == "erased");
  REQUIRE(desk::dismissProposal(late.hall.desk(), gone.id));
}

TEST_CASE("a late entry of a story is written down under an id of its own", "[desk][proposal]") {
  LateWork late;
  base::IdSource ids(late.hall.clock, late.hall.random);
  const auto entity = ids.make<domain::EntityId>();
  const auto note = testkit::proposalOf(
      late.hall, "case_event", entity, "append",
      R"({"case_id": ")" + late.opened.id.text() + R"(", "at": 1772413200000, "kind": "note", "text": "called twice"})",
      "cause_refused", late.li);
  testkit::arrive(late.hall, testkit::kHall, {testkit::rowOf(note, 1)});
  REQUIRE(late.open().size() == 1);
  CHECK(late.open().front().text == "called twice");
  CHECK(late.open().front().subject.text == late.opened.number);
  REQUIRE(desk::acceptProposal(late.hall.desk(), note.id));
  bool isTold = false;
  const auto page = desk::openCasePage(late.hall.desk(), late.opened.id).value();
  for (const auto& item : page.story) isTold |= item.text == "called twice";
  CHECK(isTold);
}

TEST_CASE("a proposal in words of a newer program can be dismissed only", "[desk][proposal]") {
  LateWork late;
  const auto id = late.arrives("patch", R"({"colour": ["red", "blue"]})");
  CHECK(late.open().front().why == "unknown_kind");
  CHECK_FALSE(desk::acceptProposal(late.hall.desk(), id));
  CHECK(desk::dismissProposal(late.hall.desk(), id));
}
