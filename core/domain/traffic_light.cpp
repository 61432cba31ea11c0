// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/traffic_light.h"

#include <algorithm>

namespace ow::domain {

using base::Date;
using base::Instant;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr int kYellowPercent = 30;

// The earliest point between `from` and `to` from which at most `keep` of the limit remain; `used` never falls along the way.
template <class Point, class Step, class Used>
Point firstWithAtMost(Point from, Point to, Step step, int keep, Used used) {
  const int whole = used(to);
  auto low = from;
  auto high = to;
  while (low < high) {
    const auto middle = low + step * ((high - low) / step / 2);
    if (whole - used(middle) <= keep)
      high = middle;
    else
      low = middle + step;
  }
  return std::min(low, to);
}

Instant onDay(Date day, Instant due, const WorkCalendar& calendar) {
  if (calendar.startRule() == StartRule::nextDay) return calendar.openOfBusiness(day);
  const auto local = calendar.zone().toLocal(due);
  return calendar.zone().toInstant(std::chrono::local_days{day} + (local - std::chrono::floor<days>(local)));
}

}  // namespace

Light lightAt(Instant now, std::optional<Instant> yellow, std::optional<Instant> due, std::optional<Instant> statutoryDue) {
  if (statutoryDue && now > *statutoryDue) return Light::doubleRed;
  if (due && now > *due) return Light::red;
  if (yellow && now >= *yellow) return Light::yellow;
  return yellow || due || statutoryDue ? Light::green : Light::none;
}

Light lightAt(ClockMode mode, Instant now, std::optional<Instant> yellow, std::optional<Instant> due,
              std::optional<Instant> statutoryDue) {
  if (mode == ClockMode::stopped) return Light::none;
  if (mode == ClockMode::paused) return Light::paused;
  const auto light = lightAt(now, yellow, due, statutoryDue);
  const bool isLate = light == Light::red || light == Light::doubleRed;
  return mode == ClockMode::instant && !isLate ? Light::instant : light;
}

Instant yellowAt(Instant start, Instant due, Limit promised, const WorkCalendar& calendar,
                 std::span<const Suspension> suspensions) {
  if (due <= start) return start;
  const int keep = int(std::int64_t{promised.amount} * kYellowPercent / 100);
  const auto used = [&](Instant now) { return usedDays(start, now, promised.unit, calendar, suspensions); };
  if (promised.unit == LimitUnit::workingMinute) return firstWithAtMost(start, due, std::chrono::minutes{1}, keep, used);

  const auto& zone = calendar.zone();
  const auto first = sys_days{zone.dateOf(start)};
  const auto last = sys_days{zone.dateOf(due)};
  // Noon stands for its day: every zone has it, whatever its clock changes.
  const auto usedByDay = [&](sys_days day) {
    return used(zone.toInstant(std::chrono::local_days{Date{day}} + std::chrono::hours{12}));
  };
  const auto usedFrom = [&](sys_days day) { return day <= first ? 0 : day == last ? used(due) : usedByDay(day); };
  const auto share = firstWithAtMost(first, last, days{1}, std::max(1, keep), usedFrom);
  // One working day before the end, also where the limit counts calendar days and its last days are rest days.
  const auto dayBefore = sys_days{calendar.addWorkdays(Date{last}, -1)};
  return std::clamp(onDay(Date{std::min(share, dayBefore)}, due, calendar), start, due);
}

}  // namespace ow::domain
