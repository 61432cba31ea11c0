// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"
#include "domain/service.h"
#include "domain/work_calendar.h"

namespace ow::domain {

// Every due time of a case, from its start and its service's limits; empty where the service names no limit.
struct DueTimes {
  std::optional<base::Instant> yellowAt, dueAt, statutoryDueAt;
  bool isExpected = false;  // a year without a published calendar was counted (预计)
};

// The promise counts first; without one the law's limit is the one to keep. An instant matter (即办件) without a number is due
// when the window closes. Pure; any thread.
DueTimes dueTimes(base::Instant start, const Service& service, const WorkCalendar& calendar);

}  // namespace ow::domain
