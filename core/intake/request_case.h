// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/uuid.h"
#include "domain/case.h"
#include "domain/service.h"
#include "domain/work_calendar.h"
#include "intake/request_row.h"

namespace ow::intake {

// What a request means for a case: pure, so that a test can ask without a store.

// The service that a request names, as it is made when no such code is known. Its limit is the one now in force.
domain::Service serviceOf(const RequestRow& row, const Mapping& mapping);

// The case as the source tells it, without a number.
domain::Case caseOf(const RequestRow& row, const domain::Service& service, const Mapping& mapping,
                    const domain::WorkCalendar& calendar, const std::string& hall);

// Everything that the row says about its case: equal means that there is nothing to do.
base::Uuid hashOf(const domain::Case& told, const RequestRow& row);

// Registered and accepted, or registered and concluded by the source; ids follow from source and number.
std::vector<domain::CaseEvent> firstEvents(const domain::Case& made, const RequestRow& row);

// What a source that tells something new changes in a case that is here already.
struct Update {
  domain::Case after;
  std::optional<domain::CaseEventKind> event;  // empty: nothing but perhaps a text is new
  bool isEndedHere = false;                    // the source says open, but this hall has decided or ended it: that stands
};
Update updated(const domain::Case& here, const domain::Case& told, base::Instant now);

}  // namespace ow::intake
