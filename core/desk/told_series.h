// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "desk/scorecard_inside.h"
#include "store/scorecard_queries.h"

// What is not counted from cases but told in sums: reported figures by month, answers of survey rounds by day. Only core/desk
// includes this.
namespace ow::desk {

// The months that lie wholly within these days; nothing: none does. Of a part of a month nobody reports.
std::optional<store::MonthSpan> wholeMonths(const insight::Days& days);

// Adds what was told of the period to the whole and, of a split by department, to the departments that reported it.
base::Result<void> addTold(Desk::Inside& in, const insight::Days& days, insight::Split by, Members& members);

}  // namespace ow::desk
