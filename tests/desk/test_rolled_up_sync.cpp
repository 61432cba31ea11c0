// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/rolled_up.h"
#include "desk/scorecard_records.h"
#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/office.h"

using namespace ow;
using desk::Reach;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

// The supervisor's desk of a hall, or of the district's office, at a centre.
struct Seat {
  Seat(sync::MemoryCentre& centre, const std::string& name, const std::vector<sync::ScopeId>& scopes) {
    auto write = office.hall.store().write().value();
    REQUIRE(write.connection().execute("UPDATE desk_state SET value = '" + name + "' WHERE name = 'place.hall'"));
    REQUIRE(write.commit());
    office.hall.restart();
    centre.addStaff(office.hall.desk().clerk(), {scopes.front()});
    line = centre.line(centre.addDesk(scopes));
    synchroniser = std::make_unique<sync::Synchroniser>(office.hall.store(), *line, office.hall.clock);
  }
  void meet() {
    for (int i = 0; i < 3; ++i) REQUIRE(synchroniser->round());
  }
  void finish(int cases) {
    for (int i = 0; i < cases; ++i) office.finish(office.open(office.permit));
  }
  insight::Count inTime() {
    const auto card = desk::rolledUpCard(office.hall.desk(), kJanuary, Reach::district);
    REQUIRE(card);
    for (const desk::ScorecardLine& one : card.value().card.lines)
      if (one.indicator.id == "customer.in_time") return one.figure.count;
    return {};
  }

  Office office;
  std::unique_ptr<sync::MemoryCentre::Line> line;
  std::unique_ptr<sync::Synchroniser> synchroniser;
};

// Two halls of a district whose scorecards alone are routed to it, and the district's own office.
struct District {
  base::ManualClock clock{testkit::at("2026-01-05T09:30:00+08:00")};
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId first = centre.addHall("110101-1", "第一大厅"), second = centre.addHall("110101-2", "第二大厅"),
                office = centre.addHall("110101-9", "区政务服务局"), district = centre.addDistrict("110101", "东城区");
  Seat one{centre, "第一大厅", {first}}, two{centre, "第二大厅", {second}}, leader{centre, "区政务服务局", {office, district}};

  District() {
    centre.addRoute(first, district, {}, true);
    centre.addRoute(second, district, {}, true);
    two.office.hall.random.begin(77);
    leader.office.hall.random.begin(78);
  }
};

}  // namespace

TEST_CASE("what two halls publish is added up at the district's desk, which holds no case of theirs",
          "[desk][scorecard][district][sync]") {
  District district;
  district.one.finish(40);
  district.two.finish(20);
  for (Seat* hall : {&district.one, &district.two}) {
    REQUIRE(desk::publishMonths(hall->office.hall.desk(), kJanuary).value() == 1);
    hall->meet();
  }
  district.leader.meet();
  CHECK(district.leader.inTime() == insight::Count{60, 60});
  CHECK(district.leader.office.number("SELECT count(*) FROM case_record") == 0);
  const auto split =
      desk::compareHalls(district.leader.office.hall.desk(), "customer.in_time", kJanuary, Reach::district).value();
  CHECK(split.lines.size() == 2);

  // One hall goes on, off the line: the district says as of when. Then the line is back.
  district.one.office.hall.clock.advance(std::chrono::hours(2));
  district.one.finish(5);
  REQUIRE(desk::publishMonths(district.one.office.hall.desk(), kJanuary).value() == 1);
  CHECK(district.leader.inTime() == insight::Count{60, 60});
  district.one.meet();
  district.leader.meet();
  CHECK(district.leader.inTime() == insight::Count{65, 65});
  // No hall sees another's.
  CHECK(district.two.office.number("SELECT count(*) FROM published_scorecard") == 1);
}

TEST_CASE("a hall's signature reaches the district, and nobody publishes for another hall",
          "[desk][scorecard][district][sync]") {
  District district;
  district.one.finish(10);
  district.one.office.hall.clock.advance(std::chrono::days(40));
  REQUIRE(desk::signScorecard(district.one.office.hall.desk(), kJanuary, ""));
  district.one.meet();
  // Somebody of the second hall says that he is the first.
  auto write = district.two.office.hall.store().write().value();
  REQUIRE(write.connection().execute("UPDATE desk_state SET value = '第一大厅' WHERE name = 'place.hall'"));
  REQUIRE(write.commit());
  district.two.synchroniser.reset();
  district.two.office.hall.restart();
  district.two.synchroniser = std::make_unique<sync::Synchroniser>(district.two.office.hall.store(), *district.two.line,
                                                                   district.two.office.hall.clock);
  district.two.finish(50);
  REQUIRE(desk::publishMonths(district.two.office.hall.desk(), kJanuary).value() == 1);
  district.two.meet();
  CHECK(district.two.office.number(
            "SELECT count(*) FROM operation WHERE entity = 'published_scorecard' AND state = 'refused'") == 1);
  district.leader.meet();
  CHECK(district.leader.inTime() == insight::Count{10, 10});
  const auto card = desk::rolledUpCard(district.leader.office.hall.desk(), kJanuary, Reach::district).value();
  REQUIRE(card.halls.size() == 1);
  CHECK(card.halls[0].isSigned);
}
