// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace ow::base {

// A point in time, UTC, milliseconds. A date is not an instant: the two never convert without a zone.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
// A day of the civil (Gregorian) calendar, without a zone.
using Date = std::chrono::year_month_day;
// Wall-clock time in some zone, milliseconds.
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

constexpr std::int64_t toMillis(Instant instant) {
  return instant.time_since_epoch().count();
}
constexpr Instant fromMillis(std::int64_t millis) {
  return Instant{std::chrono::milliseconds{millis}};
}

// Days that we accept anywhere: what the centre's PostgreSQL and every export format take without a second thought.
constexpr Date kEarliestDate{std::chrono::year{1800}, std::chrono::January, std::chrono::day{1}};
constexpr Date kLatestDate{std::chrono::year{2199}, std::chrono::December, std::chrono::day{31}};

}  // namespace ow::base
