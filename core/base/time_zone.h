// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace ow::base {

// A zone of the IANA time zone database (ICU's copy, so it works where tzdata is not installed). A cheap value; any thread.
class TimeZone {
 public:
  // ErrorKind::invalidInput with fact rule=unknown_zone when ICU does not know the name.
  static Result<TimeZone> named(std::string_view ianaName);
  static TimeZone utc();

  const std::string& name() const;
  // Distance from UTC at that moment, east positive.
  std::chrono::milliseconds offsetAt(Instant instant) const;
  LocalTime toLocal(Instant instant) const;
  // A wall-clock time that occurs twice (autumn) gives the earlier instant; one that never occurs (spring) moves forward by the
  // gap.
  Instant toInstant(LocalTime local) const;
  Date dateOf(Instant instant) const;

 private:
  struct Zone;
  explicit TimeZone(std::shared_ptr<const Zone> zone) : m_zone(std::move(zone)) {}
  std::shared_ptr<const Zone> m_zone;
};

}  // namespace ow::base
