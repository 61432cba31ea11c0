// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "desk/cases.h"
#include "desk/rating_pad.h"
#include "desk/scorecard.h"
#include "testkit/hall.h"

namespace ow::testkit {

// A hall whose supervisor also works at a window: thirty cases in January, of which some are late.
struct Office {
  explicit Office(domain::Role role = domain::Role::supervisor) : hall("2026-01-05T09:30:00+08:00", role) {
    card = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "A", domain::CaseType::instant);
    permit = hall.addService("施工许可", {2, domain::LimitUnit::workingDay}, "B", domain::CaseType::instant);
    person = hall.addPerson("张三");
  }
  // Taken in and accepted at once: the days of the limit count from there.
  domain::CaseId open(domain::ServiceId service) {
    const auto id = hall.openCase(service, person).id;
    REQUIRE(desk::moveCase(hall.desk(), {id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, ""}));
    return id;
  }
  void finish(domain::CaseId id) {
    REQUIRE(desk::finishOnTheSpot(hall.desk(), id, domain::CaseState::accepted, domain::Outcome::granted, ""));
  }
  void rate(domain::CaseId id, int level) {
    const auto pad = desk::RatingPad::over(hall.sharedDesk()).value();
    REQUIRE(pad->rate(desk::inviteToRateMatter(hall.desk(), id).value(), {level, {}, {}}));
  }
  // The visit of whoever sits here, not the matter.
  void rateVisit(domain::CaseId id, int level) {
    const auto pad = desk::RatingPad::over(hall.sharedDesk()).value();
    REQUIRE(pad->rate(desk::inviteToRate(hall.desk(), id).value(), {level, {}, {}}));
  }
  insight::Figure figure(const std::string& id, const std::string& period = "2026-01") {
    const auto made = desk::scorecardOf(hall.desk(), insight::parsePeriod(period).value());
    REQUIRE(made);
    for (const desk::ScorecardLine& line : made.value().lines)
      if (line.indicator.id == id) return line.figure;
    FAIL("no such indicator");
    return {};
  }
  std::vector<desk::BehindLine> behind(const desk::BehindQuestion& question, std::size_t pageSize = 3) {
    std::vector<desk::BehindLine> all;
    std::optional<desk::BehindPlace> after;
    do {
      const auto page = desk::behind(hall.desk(), question, after, pageSize).value();
      CHECK(page.lines.size() <= pageSize);
      all.insert(all.end(), page.lines.begin(), page.lines.end());
      after = page.next;
    } while (after);
    return all;
  }
  std::int64_t number(const std::string& sql) {
    auto reader = hall.store().read().value();
    return reader.connection().integer(sql).value();
  }

  Hall hall;
  domain::ServiceId card, permit;
  domain::PartyId person;
};

}  // namespace ow::testkit
