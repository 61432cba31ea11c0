// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

#include "base/time_zone.h"
#include "intake/core_text.h"

namespace ow::ui {

// A day as somebody types it, as the end of a time. Nothing typed is understood, and no end.
struct TypedDay {
  bool isUnderstood = true;
  std::optional<base::Date> day;
  std::optional<base::Instant> end;  // of that day, in the zone
};

inline TypedDay dueDay(const QString& typed, const base::TimeZone& zone) {
  if (typed.trimmed().isEmpty()) return {};
  const auto day = typedDate(typed.trimmed());
  if (!day) return {.isUnderstood = false, .day = {}, .end = {}};
  const base::Date after{std::chrono::sys_days(*day) + std::chrono::days(1)};
  const base::Instant end = zone.toInstant(base::LocalTime{std::chrono::local_days{after}}) - std::chrono::milliseconds(1);
  return {.isUnderstood = true, .day = day, .end = end};
}

}  // namespace ow::ui
