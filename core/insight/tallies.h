// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "base/time_zone.h"
#include "domain/work_calendar.h"
#include "insight/conditions.h"
#include "store/tallies.h"

namespace ow::insight {

// How a figure is taken apart.
// `hall`: of what several halls published; one store's own rows are all of one hall.
enum class Split { all, service, department, window, channel, clerk, division, hall };

// Days of the place, both included.
struct Days {
  base::Date from, to;
};
store::DayNumber numberOf(base::Date day);
base::Date dayOf(store::DayNumber number);
base::Instant beginningOf(store::DayNumber day, const base::TimeZone& zone);
// Up to where there are facts of a source until the end of that day: the day's end, or now where limits have to end before.
base::Instant endOf(store::FactSource source, store::DayNumber day, const base::TimeZone& zone, base::Instant now);

// What is measured of a ticket, to the nearest minute: until it was called, or served. Nothing where that is not over, and of
// the number itself.
std::optional<std::int64_t> minutesOf(store::FactSource source, const domain::Ticket& ticket);

using CountingWatch = std::function<bool(int done, int of)>;

// What counting needs to know of the place.
struct Counting {
  base::TimeZone zone;
  std::function<domain::WorkCalendar(std::string_view jurisdiction)> calendarOf;
  base::Instant now;  // a limit that ends after it is no fact yet
  // Told before each write of days that have to be counted: how many of how many are done. False ends it with `cancelled`; the
  // days counted so far stay counted.
  CountingWatch watch;
};

// The tallies of one source for some days: what is kept is read, what is not is counted and kept, a day or some
// thousand facts in each transaction, so that a clerk who saves in between hardly waits. Of a kept day that is behind only what
// has come is counted. On a store that can only be read such days are counted and held here. Error kinds: cancelled; those of
// the disk. One thread.
class Tallies {
 public:
  static base::Result<Tallies> of(store::Store& store, store::FactSource source, const Days& days, const Counting& counting);

  // Cells of that split, by day.
  base::Result<void> each(store::Connection& connection, Split split, const store::TakeCell& take) const;
  int countedDays() const { return m_countedDays; }  // that were not kept, or behind: for the benchmark

 private:
  Tallies(store::FactSource source, const Days& days) : m_source(source), m_days(days) {}

  store::FactSource m_source;
  Days m_days;
  int m_countedDays = 0;
  std::map<store::DayNumber, std::vector<store::TallyCell>> m_held;
};

}  // namespace ow::insight

template <>
inline constexpr auto ow::base::kCodes<ow::insight::Split> =
    std::array<std::string_view, 8>{"all", "service", "department", "window", "channel", "clerk", "division", "hall"};
