// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/limit.h"
#include "domain/work_calendar.h"

// How time limits run: 行政许可法 art. 42, 45 and 82, 民法典 art. 201 and 203 where the calendar's start rule is nextDay; the
// rule of Boston 311 where it is sameClock. Pure functions; any thread. Instants outside base::kEarliestDate..kLatestDate have
// no due date.
namespace ow::domain {

// `expected` (预计): the count touches a year whose table is not published; to be counted again when it is.
enum class Certainty { published, expected };

// A time that does not count (特别程序, art. 45). Days d with day(from) < d <= day(until) are left out, as art. 201 leaves out
// the first day of a limit; working minutes are left out from `from` to `until`. Overlapping ones merge. Without `until` it is
// still open.
struct Suspension {
  base::Instant from;
  std::optional<base::Instant> until;
  bool operator==(const Suspension&) const = default;
};

struct Due {
  base::Instant at;
  Certainty certainty = Certainty::published;
  bool operator==(const Due&) const = default;
};

// When the limit ends. An extension in the same unit makes the limit longer, in another unit it runs from the end of the limit.
// nextDay: close of business of the last day; a limit in calendar days that ends on a rest day ends on the next working day.
// sameClock: the clock time of the start (working days: of the start or the next opening), never moved.
// Empty: an open suspension stops the clock before the limit ends, the limit is not plausible or 0, or it ends beyond the
// calendar.
std::optional<Due> dueAt(base::Instant start, Limit limit, const WorkCalendar& calendar,
                         std::span<const Suspension> suspensions = {}, Limit extension = kNoExtension);

// What has been counted from the start to `now`, in the unit asked for: whole days (the day of `now` counts from its first
// moment), or whole working minutes. Zero before the start.
int usedDays(base::Instant start, base::Instant now, LimitUnit unit, const WorkCalendar& calendar,
             std::span<const Suspension> suspensions = {});
// Limit and extension less what is used; negative once it is over. An extension in another unit is not part of it.
int remainingDays(base::Instant start, base::Instant now, Limit limit, const WorkCalendar& calendar,
                  std::span<const Suspension> suspensions = {}, Limit extension = kNoExtension);

// The same clock time n working days later (earlier when n is negative).
base::Instant addWorkdays(base::Instant instant, int n, const WorkCalendar& calendar);

struct SkippedHoliday {
  std::string name;  // as in the calendar's table
  int days = 0;      // all its days off, weekend days among them
  bool operator==(const SkippedHoliday&) const = default;
};

// The numbers behind a due date, so that a screen can say "20 working days from 12 Feb, 9 days Spring Festival, paused 3 days".
struct ClockExplanation {
  base::Date firstDay;  // the day of the start: it does not count
  base::Date lastDay;   // the day of the due date; of the open suspension when there is none
  Limit limit;
  Limit extension;
  int countedDays = 0;                          // days that the limit has used up by lastDay
  int skippedRestDays = 0;                      // weekly rest days without a name
  std::vector<SkippedHoliday> skippedHolidays;  // in order of their first day
  std::vector<base::Date> workedRestDays;       // weekend days that count because they are worked
  int pausedDays = 0;                           // days that would have counted but for a suspension
  std::optional<Due> due;
};
ClockExplanation explainDue(base::Instant start, Limit limit, const WorkCalendar& calendar,
                            std::span<const Suspension> suspensions = {}, Limit extension = kNoExtension);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Certainty> = std::array<std::string_view, 2>{"published", "expected"};
