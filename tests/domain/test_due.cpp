// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <random>
#include <string>

#include "base/time_text.h"
#include "domain/due.h"

namespace {

using namespace ow;
using namespace ow::domain;
using namespace std::chrono_literals;
using base::Date;
using base::Instant;
using std::chrono::days;
using std::chrono::sys_days;

const WorkCalendar& china() {
  static const auto calendar = bundledCalendar("CN");
  return calendar;
}
const WorkCalendar& boston() {
  static const auto calendar = bundledCalendar("US-MA-Boston");
  return calendar;
}

Instant instant(std::string_view text) {
  return base::parseIsoInstant(text).value();
}
// Ten past ten on that day, Beijing time.
Instant morning(std::string_view date) {
  return instant(std::string(date) + "T10:10:00+08:00");
}
constexpr Limit workingDays(int n) {
  return {n, LimitUnit::workingDay};
}
constexpr Limit calendarDays(int n) {
  return {n, LimitUnit::calendarDay};
}
constexpr Limit workingMinutes(int n) {
  return {n, LimitUnit::workingMinute};
}

std::string dueText(std::string_view accepted, Limit limit, std::vector<Suspension> stops = {},
                    Limit extension = kNoExtension) {
  const auto due = dueAt(morning(accepted), limit, china(), stops, extension);
  return due ? base::isoText(due->at, china().zone()) : "none";
}
std::string bostonDue(std::string_view opened, Limit limit) {
  const auto due = dueAt(instant(opened), limit, boston());
  return due ? base::isoText(due->at, boston().zone()) : "none";
}

// The rule as the law tells it, one day after the other, with nothing but isWorkday.
std::optional<Date> plainDue(Instant start, Limit limit, const WorkCalendar& calendar, const std::vector<Suspension>& stops) {
  const auto dayOf = [&](Instant i) { return sys_days{calendar.zone().dateOf(i)}; };
  const auto stopped = [&](sys_days d) {
    return std::any_of(stops.begin(), stops.end(),
                       [&](const Suspension& s) { return dayOf(s.from) < d && (!s.until || d <= dayOf(*s.until)); });
  };
  auto d = dayOf(start);
  for (int left = limit.amount, guard = 0; left > 0; ++guard) {
    if (guard > 2000) return std::nullopt;
    d += days{1};
    if (stopped(d)) continue;
    if (limit.unit == LimitUnit::calendarDay || calendar.isWorkday(Date{d})) --left;
  }
  while (!calendar.isWorkday(Date{d})) d += days{1};
  return Date{d};
}

}  // namespace

TEST_CASE("Working days of 2026 end where the published table says", "[due]") {
  CHECK(dueText("2026-02-11", workingDays(5)) == "2026-02-25T17:00:00+08:00");
  CHECK(dueText("2026-02-11", workingDays(20)) == "2026-03-17T17:00:00+08:00");
  CHECK(dueText("2026-09-18", workingDays(5)) == "2026-09-24T17:00:00+08:00");
  CHECK(dueText("2026-09-30", workingDays(1)) == "2026-10-08T17:00:00+08:00");
  CHECK(dueText("2026-05-08", workingDays(1)) == "2026-05-09T17:00:00+08:00");
  CHECK(dueText("2025-12-31", workingDays(1)) == "2026-01-04T17:00:00+08:00");
  CHECK(dueText("2026-04-30", workingDays(5)) == "2026-05-11T17:00:00+08:00");
  CHECK(dueText("2026-09-25", workingDays(1)) == "2026-09-28T17:00:00+08:00");
  // Materials received on 12 February: the notice of what is missing is due by the close of the 26th.
  CHECK(dueText("2026-02-12", workingDays(5)) == "2026-02-26T17:00:00+08:00");
}

TEST_CASE("A stop from 9 to 13 March moves the due date by its four days, an extension by its own", "[due]") {
  const std::vector<Suspension> stop{{morning("2026-03-09"), morning("2026-03-13")}};
  CHECK(dueText("2026-03-02", workingDays(10)) == "2026-03-16T17:00:00+08:00");
  CHECK(dueText("2026-03-02", workingDays(10), stop) == "2026-03-20T17:00:00+08:00");
  CHECK(dueText("2026-03-02", workingDays(20), stop) == "2026-04-03T17:00:00+08:00");
  CHECK(dueText("2026-03-02", workingDays(20), stop, workingDays(10)) == "2026-04-20T17:00:00+08:00");
}

TEST_CASE("Stops that overlap count once, and one that ends the day it began counts nothing", "[due]") {
  const std::vector<Suspension> one{{morning("2026-03-09"), morning("2026-03-13")}};
  const std::vector<Suspension> two{{morning("2026-03-11"), morning("2026-03-13")},
                                    {morning("2026-03-09"), morning("2026-03-12")}};
  CHECK(dueText("2026-03-02", workingDays(10), two) == dueText("2026-03-02", workingDays(10), one));
  CHECK(dueText("2026-03-02", workingDays(10), {{morning("2026-03-09"), morning("2026-03-09") + 2h}}) ==
        "2026-03-16T17:00:00+08:00");
  // Before the acceptance, and turned around: nothing happens.
  CHECK(dueText("2026-03-02", workingDays(10), {{morning("2026-02-02"), morning("2026-02-27")}}) ==
        "2026-03-16T17:00:00+08:00");
  CHECK(dueText("2026-03-02", workingDays(10), {{morning("2026-03-13"), morning("2026-03-09")}}) ==
        "2026-03-16T17:00:00+08:00");
}

TEST_CASE("While a stop is open there is no due date, unless the limit ended before it", "[due]") {
  CHECK(dueText("2026-03-02", workingDays(10), {{morning("2026-03-09"), std::nullopt}}) == "none");
  CHECK(dueText("2026-03-02", workingDays(10), {{morning("2026-03-16"), std::nullopt}}) == "2026-03-16T17:00:00+08:00");
  CHECK_FALSE(dueAt(morning("2026-03-02"), workingMinutes(60), china(), std::vector{Suspension{morning("2026-03-02"), {}}}));
}

TEST_CASE("Calendar days roll forward from a rest day", "[due]") {
  CHECK(dueText("2026-03-02", calendarDays(5)) == "2026-03-09T17:00:00+08:00");  // 7 March is a Saturday
  CHECK(dueText("2026-03-02", calendarDays(10)) == "2026-03-12T17:00:00+08:00");
  CHECK(dueText("2026-01-20", calendarDays(30)) == "2026-02-24T17:00:00+08:00");  // 19 February lies in the Spring Festival
  CHECK(dueText("2026-02-04", calendarDays(10)) == "2026-02-14T17:00:00+08:00");  // a worked Saturday
  // The extension in another unit runs from the end of the limit.
  CHECK(dueText("2026-03-02", calendarDays(5), {}, workingDays(1)) == "2026-03-10T17:00:00+08:00");
}

TEST_CASE("Working minutes run through the lunch break, the night and the festival", "[due]") {
  CHECK(dueText("2026-03-02", workingMinutes(30)) == "2026-03-02T10:40:00+08:00");
  CHECK(dueText("2026-03-02", workingMinutes(110)) == "2026-03-02T12:00:00+08:00");
  CHECK(dueText("2026-03-02", workingMinutes(111)) == "2026-03-02T13:31:00+08:00");
  CHECK(dueText("2026-02-14", workingMinutes(330)) == "2026-02-24T09:10:00+08:00");
  CHECK(dueText("2026-03-07", workingMinutes(1)) == "2026-03-09T09:01:00+08:00");
  CHECK(dueText("2026-03-02", workingMinutes(60), {{morning("2026-03-02") + 10min, morning("2026-03-02") + 20min}}) ==
        "2026-03-02T11:20:00+08:00");
}

TEST_CASE("What touches a year without a table is expected, and the same once the table lists no surprise", "[due]") {
  const auto due = [](std::string_view accepted, int n) { return dueAt(morning(accepted), workingDays(n), china()).value(); };
  CHECK(due("2026-12-01", 10).certainty == Certainty::published);
  CHECK(due("2026-12-15", 20).certainty == Certainty::expected);
  CHECK(due("2026-12-25", 3).certainty == Certainty::expected);  // 30 December: the next table has reached back so far before
  CHECK(due("2006-12-15", 3).certainty == Certainty::expected);
  CHECK(due("2025-12-31", 1).certainty == Certainty::published);
  CHECK(dueText("2026-12-31", workingDays(2)) == "2027-01-04T17:00:00+08:00");  // weekends only: 1 and 4 January
}

TEST_CASE("Limits and moments that make no sense have no due date", "[due]") {
  CHECK(dueText("2026-03-02", workingDays(0)) == "none");
  CHECK(dueText("2026-03-02", workingDays(-3)) == "none");
  CHECK(dueText("2026-03-02", workingDays(kLongestDays + 1)) == "none");
  CHECK(dueText("2026-03-02", workingDays(5), {}, workingDays(-1)) == "none");
  CHECK(dueText("2026-03-02", workingDays(kLongestDays), {}, workingDays(kLongestDays)) != "none");
  CHECK_FALSE(dueAt(Instant::max(), workingDays(1), china()));
  CHECK_FALSE(dueAt(Instant::min(), workingDays(1), china()));
  // A stop until the last day that we accept, and then eighty years: still within the calendar.
  const std::vector<Suspension> longest{{morning("2026-03-03"), instant("2199-12-31T00:00:00Z")}};
  CHECK(dueText("2026-03-02", workingDays(kLongestDays), longest, workingDays(kLongestDays)).starts_with("2276-"));
}

TEST_CASE("A suspension at the end of time is taken as far as the calendar goes", "[due]") {
  const std::vector<Suspension> absurd{{Instant::min(), morning("2026-03-06")}, {Instant::max(), std::nullopt}};
  CHECK(dueText("2026-03-02", workingDays(1), absurd) == "2026-03-09T17:00:00+08:00");
  CHECK(dueText("2026-03-02", workingMinutes(1), absurd) == "2026-03-06T10:11:00+08:00");
  const std::vector<Suspension> open{{Instant::min(), std::nullopt}};
  const std::vector<Suspension> endless{{Instant::min(), Instant::max()}};
  CHECK_FALSE(explainDue(morning("2026-03-02"), workingDays(5), china(), open).due);
  CHECK(usedDays(morning("2026-03-02"), morning("2026-03-20"), LimitUnit::workingDay, china(), endless) == 0);
}

TEST_CASE("Units of time limits keep their letters in exchange files", "[due]") {
  CHECK(exchangeLetter(LimitUnit::workingDay) == "G");
  CHECK(fromExchangeLetter("Z") == LimitUnit::calendarDay);
  CHECK_FALSE(fromExchangeLetter("g"));
  CHECK(base::code(LimitUnit::workingMinute) == "working_minute");
  CHECK(base::fromCode<LimitUnit>("calendar_day") == LimitUnit::calendarDay);
}

TEST_CASE("Boston keeps the clock time over holidays, weekends and the change of clocks", "[due]") {
  CHECK(bostonDue("2015-01-12T13:01:02-05:00", workingDays(5)) == "2015-01-20T13:01:02-05:00");
  CHECK(bostonDue("2015-03-06T10:00:00-05:00", workingDays(1)) == "2015-03-09T10:00:00-04:00");
  CHECK(bostonDue("2015-03-07T23:59:59-05:00", workingDays(1)) == "2015-03-10T08:30:00-04:00");
  CHECK(bostonDue("2015-10-30T17:00:00-04:00", workingDays(1)) == "2015-11-03T08:30:00-05:00");
  CHECK(bostonDue("2015-10-30T16:59:59-04:00", workingDays(1)) == "2015-11-02T16:59:59-05:00");
  CHECK(bostonDue("2015-12-31T09:00:00-05:00", workingDays(1)) == "2016-01-04T09:00:00-05:00");
  CHECK(bostonDue("2015-02-28T21:00:00-05:00", calendarDays(30)) == "2015-03-30T21:00:00-04:00");
  // 02:30 does not exist on the second Sunday of March: an hour later it does.
  CHECK(bostonDue("2015-03-07T02:30:00-05:00", calendarDays(1)) == "2015-03-08T03:30:00-04:00");
  CHECK(base::isoText(addWorkdays(instant("2015-03-06T10:00:00-05:00"), 1, boston()), boston().zone()) ==
        "2015-03-09T10:00:00-04:00");
  CHECK(base::isoText(addWorkdays(instant("2015-03-09T10:00:00-04:00"), -1, boston()), boston().zone()) ==
        "2015-03-06T10:00:00-05:00");
}

TEST_CASE("Used and remaining days leave out the day of acceptance and the stop", "[due]") {
  const std::vector<Suspension> stop{{morning("2026-03-09"), morning("2026-03-13")}};
  const auto start = morning("2026-03-02");
  CHECK(usedDays(start, start, LimitUnit::workingDay, china()) == 0);
  CHECK(usedDays(start, morning("2026-03-01"), LimitUnit::workingDay, china()) == 0);
  CHECK(usedDays(start, instant("2026-03-03T00:00:00+08:00"), LimitUnit::workingDay, china()) == 1);
  CHECK(usedDays(start, morning("2026-03-11"), LimitUnit::workingDay, china(), stop) == 5);
  CHECK(usedDays(start, morning("2026-03-16"), LimitUnit::workingDay, china(), stop) == 6);
  CHECK(usedDays(start, morning("2026-03-16"), LimitUnit::calendarDay, china(), stop) == 10);
  CHECK(usedDays(start, morning("2026-03-03"), LimitUnit::workingMinute, china()) == 390);
  CHECK(remainingDays(start, morning("2026-03-20"), workingDays(10), china(), stop) == 0);
  CHECK(remainingDays(start, morning("2026-03-23"), workingDays(10), china(), stop) == -1);
  CHECK(remainingDays(start, morning("2026-03-23"), workingDays(10), china(), stop, workingDays(5)) == 4);
}

TEST_CASE("A clock explains itself with the days that it skipped", "[due]") {
  const std::vector<Suspension> stop{{morning("2026-03-03"), morning("2026-03-06")}};
  const auto told = explainDue(morning("2026-02-12"), workingDays(20), china(), stop);
  CHECK(told.countedDays == 20);
  CHECK(told.pausedDays == 3);
  CHECK(told.skippedHolidays == std::vector<SkippedHoliday>{{"春节", 9}});
  CHECK(told.workedRestDays ==
        std::vector<Date>{base::parseIsoDate("2026-02-14").value(), base::parseIsoDate("2026-02-28").value()});
  CHECK(base::isoText(told.firstDay) == "2026-02-12");
  CHECK(base::isoText(told.lastDay) == "2026-03-23");
  CHECK(told.skippedRestDays == 7);  // 1, 7, 8, 14, 15, 21 and 22 March
  CHECK(told.due == dueAt(morning("2026-02-12"), workingDays(20), china(), stop));
  // Every day after the start is in exactly one place.
  CHECK(20 + 3 + 9 + 7 == (sys_days{told.lastDay} - sys_days{told.firstDay}).count());

  const auto paused =
      explainDue(morning("2026-03-02"), workingDays(10), china(), std::vector{Suspension{morning("2026-03-09"), {}}});
  CHECK_FALSE(paused.due);
  CHECK(paused.countedDays == 5);
  CHECK(base::isoText(paused.lastDay) == "2026-03-09");

  const auto rolled = explainDue(morning("2026-01-20"), calendarDays(30), china());
  CHECK(rolled.countedDays == 30);
  CHECK(rolled.skippedHolidays == std::vector<SkippedHoliday>{{"春节", 4}});
}

TEST_CASE("Ten years of due dates agree with a count day by day", "[due]") {
  std::mt19937 random(20260812);
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  const auto first = instant("2016-12-20T00:00:00+08:00");
  int stoppedOpen = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto start = first + std::chrono::minutes{pick(0, 3650 * 1440)};
    const Limit limit{pick(1, 60), pick(0, 1) == 0 ? LimitUnit::workingDay : LimitUnit::calendarDay};
    std::vector<Suspension> stops;
    for (int n = pick(0, 3); n > 0; --n) {
      const auto from = start + std::chrono::hours{pick(-200, 1500)};
      stops.push_back({from, pick(0, 9) == 0 ? std::optional<Instant>{} : from + std::chrono::hours{pick(0, 400)}});
    }
    const auto due = dueAt(start, limit, china(), stops);
    const auto plain = plainDue(start, limit, china(), stops);
    INFO(base::isoText(start, china().zone()) << " + " << limit.amount << " " << base::code(limit.unit));
    REQUIRE(due.has_value() == plain.has_value());
    stoppedOpen += due ? 0 : 1;
    if (!due) continue;
    REQUIRE(due->at == china().closeOfBusiness(*plain));
    REQUIRE(usedDays(start, due->at, limit.unit, china(), stops) >= limit.amount);
    if (limit.unit == LimitUnit::workingDay) {
      REQUIRE(remainingDays(start, due->at, limit, china(), stops) == 0);
      REQUIRE(explainDue(start, limit, china(), stops).countedDays == limit.amount);
    }
  }
  CHECK(stoppedOpen > 100);
}

TEST_CASE("Sixty thousand due dates a year away take well under a second", "[due]") {
  const auto unit = GENERATE(LimitUnit::workingDay, LimitUnit::calendarDay, LimitUnit::workingMinute);
  const auto start = morning("2015-01-05");
  const auto begun = std::chrono::steady_clock::now();
  std::int64_t sum = 0;
  for (int i = 0; i < 60'000; ++i) sum += base::toMillis(dueAt(start + i * 1h / 10, {365, unit}, china())->at);
  const auto taken = std::chrono::steady_clock::now() - begun;
  CHECK(sum > 0);
  // An unoptimised build with sanitizers is several times slower than what ships.
  CHECK(taken < 3s);
}
