// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "base/time_zone.h"
#include "domain/calendar_data.h"

namespace ow::domain {

// The working days and business hours of one jurisdiction: weekly rest days overridden both ways by a published table, since
// China's worked weekends (调休) cannot be computed. A cheap value; any thread. Days 1800-2299 are indexed, so counting and
// finding working days costs no loop over days; what lies outside is taken as its nearest end.
class WorkCalendar {
 public:
  // A calendar file (format: calendar_data.h); its base, if it names one, is looked up among the bundled ones.
  // Errors: those of parseCalendarData; invalidInput with field=base (unknown or too deep), zone, or rule=missing.
  static base::Result<WorkCalendar> parse(std::string_view json);

  const std::string& jurisdiction() const;
  const base::TimeZone& zone() const;
  StartRule startRule() const;
  std::span<const OpeningSpan> hours() const;

  bool isWorkday(base::Date date) const;
  // Whether the weekly rhythm makes it a rest day, before any table row.
  bool isWeeklyRestDay(base::Date date) const;
  // False: no table for that year, so that what touches it is only expected.
  bool isPublished(int year) const;
  // Also false in the last days of December that the next year's table, not known yet, has changed before.
  bool isPublished(base::Date date) const;
  // 春节, Patriots' Day ... as the table names it, for days off and for the weekend days worked in exchange.
  std::optional<std::string> dayName(base::Date date) const;
  // The same name in another language ("en", "zh") where the table gives it, else unchanged.
  std::string translatedName(const std::string& name, std::string_view language) const;

  // First opening and last closing of that day, whether it is worked or not.
  base::Instant openOfBusiness(base::Date date) const;
  base::Instant closeOfBusiness(base::Date date) const;
  bool isOpen(base::Instant instant) const;
  // The instant itself when the office is open, else the next opening.
  base::Instant nextOpening(base::Instant instant) const;

  // Working days d with after < d <= through; negative when `through` comes first.
  int workdaysBetween(base::Date after, base::Date through) const;
  // The n-th working day after that date, or before it when n is negative; n = 0 gives the date itself.
  base::Date addWorkdays(base::Date date, int n) const;
  base::Date firstWorkdayFrom(base::Date date) const;

  // Business hours between two instants, and the instant after which so much of them has passed (a closing, rather than the
  // next opening).
  std::chrono::milliseconds openTimeBetween(base::Instant from, base::Instant until) const;
  base::Instant addOpenTime(base::Instant from, std::chrono::milliseconds amount) const;

  // The last day that can be an answer; a limit that reaches it has no due date.
  static base::Date lastDay();

 private:
  struct Table;
  explicit WorkCalendar(std::shared_ptr<const Table> table) : m_table(std::move(table)) {}
  std::chrono::milliseconds openTimeSinceStart(base::Instant instant) const;
  std::shared_ptr<const Table> m_table;
};

// The calendars shipped with the programs: "CN", "US-MA-Boston". notFound (entity=calendar) for any other. Each call reads the
// file and builds its index, which takes milliseconds: keep the calendar, do not ask again.
base::Result<WorkCalendar> findBundledCalendar(std::string_view jurisdiction);
// The same where the caller names one that exists; anything else is a broken invariant and aborts.
WorkCalendar bundledCalendar(std::string_view jurisdiction);

}  // namespace ow::domain
