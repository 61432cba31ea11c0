// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/case_due.h"

#include <algorithm>

#include "domain/due.h"
#include "domain/traffic_light.h"

namespace ow::domain {

DueTimes dueTimes(base::Instant start, const Service& service, const WorkCalendar& calendar) {
  DueTimes times;
  if (const auto promised = service.promised()) {
    if (const auto due = domain::dueAt(start, *promised, calendar)) {
      times.dueAt = due->at;
      times.isExpected = due->certainty == Certainty::expected;
      times.yellowAt = std::min(due->at, domain::yellowAt(start, due->at, *promised, calendar));
    }
  } else if (service.caseType == CaseType::instant) {
    // 即办件 without a number: done while the citizen waits, at the latest before the window closes.
    times.dueAt = std::max(start, calendar.closeOfBusiness(calendar.zone().dateOf(start)));
    times.yellowAt = times.dueAt;
  }
  if (const auto statutory = service.statutory()) {
    if (const auto due = domain::dueAt(start, *statutory, calendar)) {
      times.statutoryDueAt = due->at;
      times.isExpected = times.isExpected || due->certainty == Certainty::expected;
      if (!times.dueAt) {  // no promise was made: the law's limit is the one to keep
        times.dueAt = due->at;
        times.yellowAt = std::min(due->at, domain::yellowAt(start, due->at, *statutory, calendar));
      }
    }
  }
  return times;
}

}  // namespace ow::domain
