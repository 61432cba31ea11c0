// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

namespace ow::base {

using std::chrono::milliseconds;

struct TimeZone::Zone {
  std::string name;
  std::unique_ptr<icu::BasicTimeZone> zone;
};

namespace {

milliseconds offsetOf(const icu::BasicTimeZone& zone, double millis, bool isLocal) {
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (isLocal)
    zone.getOffsetFromLocal(millis, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, daylight, status);
  else
    zone.getOffset(millis, false, raw, daylight, status);
  return milliseconds{raw + daylight};
}

}  // namespace

Result<TimeZone> TimeZone::named(std::string_view ianaName) {
  auto unknown = [&] { return fail(ErrorKind::invalidInput, {{"field", "zone"}, {"rule", "unknown_zone"}}); };
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(icu::StringPiece(ianaName.data(), int(ianaName.size())))));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return unknown();
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return unknown();
  zone.release();  // NOLINT(bugprone-unused-return-value): basic is the same object
  return TimeZone(std::make_shared<Zone>(Zone{std::string(ianaName), std::unique_ptr<icu::BasicTimeZone>(basic)}));
}

TimeZone TimeZone::utc() {
  return named("Etc/UTC").value();
}

const std::string& TimeZone::name() const {
  return m_zone->name;
}

milliseconds TimeZone::offsetAt(Instant instant) const {
  return offsetOf(*m_zone->zone, double(toMillis(instant)), false);
}

LocalTime TimeZone::toLocal(Instant instant) const {
  return LocalTime{instant.time_since_epoch() + offsetAt(instant)};
}

Instant TimeZone::toInstant(LocalTime local) const {
  const auto wall = local.time_since_epoch();
  return Instant{wall - offsetOf(*m_zone->zone, double(wall.count()), true)};
}

Date TimeZone::dateOf(Instant instant) const {
  return Date{std::chrono::floor<std::chrono::days>(toLocal(instant))};
}

}  // namespace ow::base
