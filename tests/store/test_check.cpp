// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/case.h"
#include "domain/operation.h"
#include "store/maintenance.h"
#include "testkit/hall.h"

using namespace ow;
using domain::CaseEventKind;
using domain::CaseState;
using namespace std::chrono_literals;

namespace {

// A case that was received and stands there, and lines of its story that come from other desks.
struct CaseWithStory {
  testkit::Hall hall;
  domain::CaseId id = hall.openCase(hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay})).id;

  void tell(CaseEventKind move, CaseState from, CaseState to, std::chrono::seconds after) {
    base::IdSource ids(hall.clock, hall.random);
    const base::Instant at = hall.clock.now() + after;
    domain::OperationWriter writer(ids, at, {std::nullopt, "008", "case_work", std::nullopt});
    writer.create(domain::CaseEvent{ids.make<domain::CaseEventId>(), id, at, move, from, to, {}, {}, {}});
    REQUIRE(hall.store().commit(writer.take()));
  }
};

}  // namespace

// 008 returned the case and took it up again; 007 had returned it first, by a clock that goes a little later.
TEST_CASE("moves of two desks whose clocks cross break no promise", "[store][check]") {
  CaseWithStory crossed;
  crossed.tell(CaseEventKind::returned, CaseState::received, CaseState::returned, 3s);
  crossed.tell(CaseEventKind::reopened, CaseState::returned, CaseState::received, 1s);
  CHECK(store::checkStore(crossed.hall.store()).value().empty());
}

TEST_CASE("a state that its moves led away from is told", "[store][check]") {
  CaseWithStory left;
  left.tell(CaseEventKind::accepted, CaseState::received, CaseState::accepted, 1s);
  const auto problems = store::checkStore(left.hall.store()).value();
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().what == "case_state_not_of_its_story");
  CHECK(problems.front().example == left.id.text());
}
