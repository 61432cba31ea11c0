// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/scorecard.h"
#include "intake/demo_hall.h"
#include "testkit/hall.h"

using namespace ow;

namespace {

// The scorecard of a demo hall's last whole month.
struct DemoCard {
  DemoCard() {
    const auto now = testkit::at("2026-03-02T10:30:00+08:00");
    REQUIRE(intake::writeDemoHall(hall.store(), {600, 2400, 7}, now));
    card = desk::scorecardOf(hall.desk(), insight::parsePeriod("2026-02").value()).value();
  }
  const insight::Figure& figure(const std::string& id) const {
    for (const desk::ScorecardLine& line : card.lines)
      if (line.indicator.id == id) return line.figure;
    FAIL("no such indicator: " << id);
    return card.lines.front().figure;
  }
  testkit::Hall hall{"2026-03-02T10:30:00+08:00", domain::Role::supervisor};
  desk::Scorecard card;
};

}  // namespace

TEST_CASE("the scorecard of a demo hall lacks none of its groups", "[intake][demo][scorecard]") {
  DemoCard made;
  for (const desk::PerspectiveLine& group : made.card.perspectives) {
    CAPTURE(base::code(group.perspective));
    CHECK(group.score.has_value());
  }
  for (const desk::ScorecardLine& line : made.card.lines) {
    CAPTURE(line.indicator.id);
    if (line.indicator.isReported()) CHECK(line.figure.value.has_value());
    if (line.indicator.isReported() && line.indicator.isPercent()) CHECK(*line.figure.value < 1.3);
  }
  CHECK(made.figure("growth.case_seconds").value > 60);
}

TEST_CASE("of the cases of a demo hall a few were asked for a correction, each on its way to acceptance",
          "[intake][demo][scorecard]") {
  DemoCard made;
  const auto& corrected = made.figure("process.corrected");
  CHECK(corrected.value > 0);
  CHECK(corrected.value < 0.15);
  const auto number = [&](const std::string& sql) {
    return made.hall.store().read().value().connection().integer(sql).value();
  };
  CHECK(number("SELECT count(*) FROM official_document") ==
        number("SELECT count(*) FROM case_event WHERE kind = 'document_issued'"));
  CHECK(number("SELECT count(*) FROM official_document d JOIN case_record c ON c.id = d.case_id"
               " WHERE d.issued_at < c.opened_at OR d.issued_at > c.accepted_at") == 0);
  CHECK(number("SELECT count(DISTINCT provisional) FROM official_document") ==
        number("SELECT count(*) FROM official_document"));
}
