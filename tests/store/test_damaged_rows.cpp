// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include "store/maintenance.h"
#include "testkit/mutation.h"

using namespace ow;
using testkit::Hall;
using testkit::kHall;

namespace {

// One row of each kind that has rules of its own.
std::vector<domain::EntityRow> soundRows(Hall& hall) {
  base::IdSource ids(hall.clock, hall.random);
  domain::Party person = testkit::personCalled(hall, "欧阳小明");
  person.birthDate = base::Date{std::chrono::year{1985}, std::chrono::month{3}, std::chrono::day{2}};
  domain::Identifier card;
  card.id = ids.make<domain::IdentifierId>();
  card.partyId = person.id;
  domain::Case opened;
  opened.id = ids.make<domain::CaseId>();
  opened.number = "110101-20260302-007-00001-K";
  opened.partyId = person.id;
  opened.title = "社保卡补领";
  opened.hall = "东城区政务服务中心";
  opened.jurisdiction = "CN";
  opened.openedAt = opened.lastEventAt = hall.clock.now();
  domain::CaseEvent event;
  event.id = ids.make<domain::CaseEventId>();
  event.caseId = opened.id;
  event.at = hall.clock.now();
  event.text = "来电";
  domain::Rating rating;
  rating.id = ids.make<domain::RatingId>();
  rating.caseId = opened.id;
  return {testkit::rowOf(person, 1), testkit::rowOf(card, 1), testkit::rowOf(opened, 1), testkit::rowOf(event, 1),
          testkit::rowOf(rating, 1)};
}

}  // namespace

TEST_CASE("whatever a line makes of a row, it is kept as a sound row, set aside, or refused, and the store stays whole",
          "[store][sync][fuzz]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto sound = soundRows(hall);
  base::SeededRandom dice(2026);
  int taken = 0;
  for (int run = 0; run < testkit::fuzzRuns(); ++run) {
    CAPTURE(run);
    domain::EntityRow row = sound[dice.below(sound.size())];
    row.body = testkit::damaged(row.body, dice);
    row.rev = std::int64_t(1 + dice.below(4));
    if (dice.below(4) == 0) row.kind = testkit::damaged(row.kind, dice);
    if (dice.below(8) == 0) row.isGone = true;
    // A line that breaks a row does not know its sum; a centre that lies does.
    if (dice.below(2) == 0) row.digest = domain::rowDigest(row.kind, row.id, row.body);
    auto write = hall.store().write().value();
    if (!store::applyRow(write, kHall, row)) continue;
    REQUIRE(write.commit());
    ++taken;
  }
  CHECK(taken > 0);
  const auto problems = store::checkStore(hall.store(), {});
  REQUIRE(problems);
  for (const auto& problem : problems.value()) {
    CAPTURE(problem.what, problem.example);
    CHECK(problem.rows == 0);
  }
}
