// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/due.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ow::domain {

using base::Date;
using base::Instant;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::sys_days;

namespace {

// A stretch left out of the count: points p with from < p <= until.
template <class Point>
struct Gap {
  Point from;
  Point until;
};

template <class Point>
std::vector<Gap<Point>> merged(std::vector<Gap<Point>> gaps) {
  std::sort(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  std::vector<Gap<Point>> result;
  for (const auto& gap : gaps) {
    if (gap.until <= gap.from) continue;
    if (!result.empty() && gap.from <= result.back().until)
      result.back().until = std::max(result.back().until, gap.until);
    else
      result.push_back(gap);
  }
  return result;
}

constexpr Instant kFirstInstant{sys_days{base::kEarliestDate}};
constexpr Instant kLastInstant = Instant{sys_days{base::kLatestDate} + days{1}} - milliseconds{1};

// Calendars end somewhere: a suspension from another file may claim any time at all.
Instant withinRange(Instant instant) {
  return std::clamp(instant, kFirstInstant, kLastInstant);
}
bool isInRange(Instant instant) {
  return instant == withinRange(instant);
}

std::vector<Gap<sys_days>> dayGaps(std::span<const Suspension> suspensions, const WorkCalendar& calendar) {
  std::vector<Gap<sys_days>> gaps;
  gaps.reserve(suspensions.size());
  for (const auto& s : suspensions) {
    const auto dayOf = [&](Instant instant) { return sys_days{calendar.zone().dateOf(withinRange(instant))}; };
    gaps.push_back({dayOf(s.from), s.until ? dayOf(*s.until) : sys_days::max()});
  }
  return merged(std::move(gaps));
}

std::vector<Gap<Instant>> instantGaps(std::span<const Suspension> suspensions) {
  std::vector<Gap<Instant>> gaps;
  gaps.reserve(suspensions.size());
  for (const auto& s : suspensions) gaps.push_back({withinRange(s.from), s.until ? withinRange(*s.until) : Instant::max()});
  return merged(std::move(gaps));
}

// Days of the unit with after < d <= through.
int countDays(sys_days after, sys_days through, LimitUnit unit, const WorkCalendar& calendar) {
  if (through <= after) return 0;
  if (unit == LimitUnit::calendarDay) return int((through - after).count());
  return calendar.workdaysBetween(Date{after}, Date{through});
}

sys_days nthDay(sys_days after, int n, LimitUnit unit, const WorkCalendar& calendar) {
  if (unit == LimitUnit::calendarDay) return after + days{n};
  return sys_days{calendar.addWorkdays(Date{after}, n)};
}

// The day on which `n` days have been counted; empty when an open gap comes first.
std::optional<sys_days> lastCountedDay(sys_days start, int n, LimitUnit unit, const WorkCalendar& calendar,
                                       const std::vector<Gap<sys_days>>& gaps) {
  auto reached = start;
  for (const auto& gap : gaps) {
    if (gap.until <= reached) continue;
    const int before = countDays(reached, gap.from, unit, calendar);
    if (before >= n) break;
    if (gap.until == sys_days::max()) return std::nullopt;
    n -= before;
    reached = gap.until;
  }
  return nthDay(reached, n, unit, calendar);
}

int countedDays(sys_days start, sys_days through, LimitUnit unit, const WorkCalendar& calendar,
                const std::vector<Gap<sys_days>>& gaps) {
  int count = countDays(start, through, unit, calendar);
  for (const auto& gap : gaps) count -= countDays(std::max(gap.from, start), std::min(gap.until, through), unit, calendar);
  return count;
}

milliseconds countedOpenTime(Instant start, Instant through, const WorkCalendar& calendar,
                             const std::vector<Gap<Instant>>& gaps) {
  if (through <= start) return milliseconds{0};
  auto time = calendar.openTimeBetween(start, through);
  for (const auto& gap : gaps) {
    const auto from = std::max(gap.from, start);
    const auto until = std::min(gap.until, through);
    if (from < until) time -= calendar.openTimeBetween(from, until);
  }
  return time;
}

std::optional<Instant> minutesEnd(Instant start, int amount, const WorkCalendar& calendar,
                                  std::span<const Suspension> suspensions) {
  milliseconds left = minutes{amount};
  auto reached = start;
  for (const auto& gap : instantGaps(suspensions)) {
    if (gap.until <= reached) continue;
    const auto before = gap.from > reached ? calendar.openTimeBetween(reached, gap.from) : milliseconds{0};
    if (before >= left) break;
    if (gap.until == Instant::max()) return std::nullopt;
    left -= before;
    reached = gap.until;
  }
  return calendar.addOpenTime(reached, left);
}

Instant clockOnDay(Instant clock, Date day, const base::TimeZone& zone) {
  const auto local = zone.toLocal(clock);
  return zone.toInstant(std::chrono::local_days{day} + (local - std::chrono::floor<days>(local)));
}

// When the limit ends that starts at `start`; day limits only.
std::optional<Instant> daysEnd(Instant start, Limit limit, const WorkCalendar& calendar,
                               std::span<const Suspension> suspensions) {
  const bool isSameClock = calendar.startRule() == StartRule::sameClock;
  const auto from = isSameClock && limit.unit == LimitUnit::workingDay ? calendar.nextOpening(start) : start;
  const auto first = sys_days{calendar.zone().dateOf(from)};
  const auto last = lastCountedDay(first, limit.amount, limit.unit, calendar, dayGaps(suspensions, calendar));
  if (!last || *last >= sys_days{WorkCalendar::lastDay()}) return std::nullopt;
  if (isSameClock) return clockOnDay(from, Date{*last}, calendar.zone());
  return calendar.closeOfBusiness(calendar.firstWorkdayFrom(Date{*last}));
}

std::optional<Instant> limitEnd(Instant start, Limit limit, const WorkCalendar& calendar,
                                std::span<const Suspension> suspensions) {
  if (limit.unit == LimitUnit::workingMinute) return minutesEnd(start, limit.amount, calendar, suspensions);
  return daysEnd(start, limit, calendar, suspensions);
}

Certainty certaintyOf(Instant start, Instant end, const WorkCalendar& calendar) {
  const Date last = calendar.zone().dateOf(end);
  for (int year = int(calendar.zone().dateOf(start).year()); year <= int(last.year()); ++year)
    if (!calendar.isPublished(year)) return Certainty::expected;
  return calendar.isPublished(last) ? Certainty::published : Certainty::expected;
}

}  // namespace

std::optional<Due> dueAt(Instant start, Limit limit, const WorkCalendar& calendar, std::span<const Suspension> suspensions,
                         Limit extension) {
  if (!isPlausible(limit) || !isPlausible(extension) || limit.amount == 0 || !isInRange(start)) return std::nullopt;
  if (extension.unit == limit.unit) limit.amount += std::exchange(extension, kNoExtension).amount;
  auto end = limitEnd(start, limit, calendar, suspensions);
  if (end && extension.amount > 0) end = limitEnd(*end, extension, calendar, suspensions);
  if (!end) return std::nullopt;
  return Due{*end, certaintyOf(start, *end, calendar)};
}

int usedDays(Instant start, Instant now, LimitUnit unit, const WorkCalendar& calendar,
             std::span<const Suspension> suspensions) {
  if (now <= start || !isInRange(start) || !isInRange(now)) return 0;
  if (unit == LimitUnit::workingMinute)
    return int(std::chrono::floor<minutes>(countedOpenTime(start, now, calendar, instantGaps(suspensions))).count());
  const auto dayOf = [&](Instant instant) { return sys_days{calendar.zone().dateOf(instant)}; };
  const bool opensLater = calendar.startRule() == StartRule::sameClock && unit == LimitUnit::workingDay;
  const auto first = dayOf(opensLater ? calendar.nextOpening(start) : start);
  return countedDays(first, dayOf(now), unit, calendar, dayGaps(suspensions, calendar));
}

int remainingDays(Instant start, Instant now, Limit limit, const WorkCalendar& calendar,
                  std::span<const Suspension> suspensions, Limit extension) {
  const int whole = limit.amount + (extension.unit == limit.unit ? extension.amount : 0);
  return whole - usedDays(start, now, limit.unit, calendar, suspensions);
}

Instant addWorkdays(Instant instant, int n, const WorkCalendar& calendar) {
  if (n == 0) return instant;
  return clockOnDay(instant, calendar.addWorkdays(calendar.zone().dateOf(instant), n), calendar.zone());
}

namespace {

void addHoliday(std::vector<SkippedHoliday>& holidays, const std::string& name) {
  const auto found = std::find_if(holidays.begin(), holidays.end(), [&](const auto& h) { return h.name == name; });
  if (found != holidays.end())
    ++found->days;
  else
    holidays.push_back({name, 1});
}

// Puts one day after the start into the place where the explanation shows it.
void explainDay(sys_days day, sys_days lastCounted, bool isPaused, const WorkCalendar& calendar, ClockExplanation& result) {
  const Date date{day};
  const bool isCalendar = result.limit.unit == LimitUnit::calendarDay;
  if (isCalendar ? day <= lastCounted : calendar.isWorkday(date)) {
    ++(isPaused ? result.pausedDays : result.countedDays);
    if (!isPaused && !isCalendar && calendar.isWeeklyRestDay(date)) result.workedRestDays.push_back(date);
    return;
  }
  if (calendar.isWorkday(date)) return;  // the day that the end was moved to
  if (const auto name = calendar.dayName(date))
    addHoliday(result.skippedHolidays, *name);
  else
    ++result.skippedRestDays;
}

// The day up to which there is something to explain: the due day, else the day on which the open suspension began.
Date explainedUntil(const ClockExplanation& result, const WorkCalendar& calendar, const std::vector<Gap<sys_days>>& gaps) {
  if (result.due) return calendar.zone().dateOf(result.due->at);
  if (!gaps.empty() && gaps.back().until == sys_days::max()) return std::max(Date{gaps.back().from}, result.firstDay);
  return result.firstDay;
}

}  // namespace

ClockExplanation explainDue(Instant start, Limit limit, const WorkCalendar& calendar, std::span<const Suspension> suspensions,
                            Limit extension) {
  ClockExplanation result;
  const bool opensLater = calendar.startRule() == StartRule::sameClock && limit.unit != LimitUnit::calendarDay;
  result.firstDay = calendar.zone().dateOf(opensLater ? calendar.nextOpening(start) : start);
  result.limit = limit;
  result.extension = extension;
  result.due = dueAt(start, limit, calendar, suspensions, extension);
  const auto gaps = dayGaps(suspensions, calendar);
  result.lastDay = explainedUntil(result, calendar, gaps);
  // A limit in calendar days counts every day up to its amount; the days after it are those that its end was moved over.
  const int whole = limit.amount + (extension.unit == limit.unit ? extension.amount : 0);
  const auto counted = result.due ? lastCountedDay(sys_days{result.firstDay}, whole, limit.unit, calendar, gaps) : std::nullopt;
  const auto lastCounted = counted.value_or(sys_days{result.lastDay});
  auto gap = gaps.begin();
  for (auto day = sys_days{result.firstDay} + days{1}; day <= sys_days{result.lastDay}; day += days{1}) {
    while (gap != gaps.end() && gap->until < day) ++gap;
    explainDay(day, lastCounted, gap != gaps.end() && day > gap->from, calendar, result);
  }
  return result;
}

}  // namespace ow::domain
