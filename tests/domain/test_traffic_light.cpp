// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/time_text.h"
#include "domain/traffic_light.h"

namespace {

using namespace ow;
using namespace ow::domain;
using namespace std::chrono_literals;
using base::Instant;

const WorkCalendar& china() {
  static const auto calendar = bundledCalendar("CN");
  return calendar;
}

Instant instant(std::string_view text) {
  return base::parseIsoInstant(text).value();
}
Instant morning(std::string_view date) {
  return instant(std::string(date) + "T10:10:00+08:00");
}

std::string yellowText(std::string_view accepted, Limit promised, std::vector<Suspension> stops = {}) {
  const auto due = dueAt(morning(accepted), promised, china(), stops).value();
  return base::isoText(yellowAt(morning(accepted), due.at, promised, china(), stops), china().zone());
}

}  // namespace

TEST_CASE("A light turns yellow, red and double red at its moments", "[light]") {
  const auto yellow = morning("2026-03-10");
  const auto promised = morning("2026-03-13");
  const auto statutory = morning("2026-03-20");
  const auto light = [&](Instant now) { return lightAt(now, yellow, promised, statutory); };
  CHECK(light(yellow - 1ms) == Light::green);
  CHECK(light(yellow) == Light::yellow);
  CHECK(light(promised) == Light::yellow);
  CHECK(light(promised + 1ms) == Light::red);
  CHECK(light(statutory) == Light::red);
  CHECK(light(statutory + 1ms) == Light::doubleRed);
  CHECK(lightAt(yellow, {}, {}, {}) == Light::none);
  CHECK(lightAt(statutory + 1ms, {}, {}, statutory) == Light::doubleRed);
  CHECK(lightAt(yellow, {}, promised, {}) == Light::green);
}

TEST_CASE("A paused clock says so however late it is; an instant matter turns red when it is late", "[light]") {
  const auto due = morning("2026-03-13");
  CHECK(lightAt(ClockMode::paused, due + 24h, due - 1h, due, {}) == Light::paused);
  CHECK(lightAt(ClockMode::stopped, due + 24h, due - 1h, due, {}) == Light::none);
  CHECK(lightAt(ClockMode::instant, due - 1min, due - 1h, due, {}) == Light::instant);
  CHECK(lightAt(ClockMode::instant, due + 1min, due - 1h, due, {}) == Light::red);
  CHECK(lightAt(ClockMode::running, due - 1min, due - 1h, due, {}) == Light::yellow);
  CHECK(base::code(Light::doubleRed) == "double_red");
}

TEST_CASE("Yellow begins when one working day or thirty per cent of the promise is left", "[light]") {
  // Ten working days to 16 March: three are left from the morning of the 11th.
  CHECK(yellowText("2026-03-02", {10, LimitUnit::workingDay}) == "2026-03-11T09:00:00+08:00");
  // Five to 9 March: thirty per cent is less than two days, so one.
  CHECK(yellowText("2026-03-02", {5, LimitUnit::workingDay}) == "2026-03-06T09:00:00+08:00");
  // One: yellow from the start.
  CHECK(yellowText("2026-03-02", {1, LimitUnit::workingDay}) == "2026-03-02T10:10:00+08:00");
  // The festival lies between the last two days: yellow before it, not after.
  CHECK(yellowText("2026-02-10", {5, LimitUnit::workingDay}) == "2026-02-14T09:00:00+08:00");
  // Five calendar days to Saturday, moved to Monday 9 March: Friday is the last working day before.
  CHECK(yellowText("2026-03-02", {5, LimitUnit::calendarDay}) == "2026-03-06T09:00:00+08:00");
}

TEST_CASE("A stop moves the beginning of yellow with the due date", "[light]") {
  const std::vector<Suspension> stop{{morning("2026-03-09"), morning("2026-03-13")}};
  CHECK(yellowText("2026-03-02", {10, LimitUnit::workingDay}, stop) == "2026-03-17T09:00:00+08:00");
}

TEST_CASE("Yellow agrees with what remains on every day of a year", "[light]") {
  for (int offset = 0; offset < 365; ++offset) {
    const auto start = morning("2026-01-05") - std::chrono::days{365} + std::chrono::days{offset};
    const Limit promised{20, LimitUnit::workingDay};
    const auto due = dueAt(start, promised, china()).value();
    const auto yellow = yellowAt(start, due.at, promised, china());
    INFO(base::isoText(start, china().zone()));
    REQUIRE(remainingDays(start, yellow, promised, china()) <= 6);
    REQUIRE(remainingDays(start, yellow - std::chrono::days{1}, promised, china()) > 6);
  }
}

TEST_CASE("Thirty per cent of an hour's work are eighteen minutes", "[light]") {
  CHECK(yellowText("2026-03-02", {60, LimitUnit::workingMinute}) == "2026-03-02T10:52:00+08:00");
}

TEST_CASE("Boston's yellow comes at the clock time of the due date", "[light]") {
  const auto boston = bundledCalendar("US-MA-Boston");
  const auto start = instant("2015-03-03T11:00:00-05:00");
  const Limit promised{10, LimitUnit::workingDay};
  const auto due = dueAt(start, promised, boston).value();
  CHECK(base::isoText(due.at, boston.zone()) == "2015-03-17T11:00:00-04:00");
  CHECK(base::isoText(yellowAt(start, due.at, promised, boston), boston.zone()) == "2015-03-12T11:00:00-04:00");
}
