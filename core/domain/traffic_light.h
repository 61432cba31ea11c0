// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/due.h"

namespace ow::domain {

// The warning lights of a case (红黄灯预警). No national thresholds exist; these are ours and shown with a word and a shape,
// never by colour alone. `paused`: the clock is stopped; `instant`: a matter done on the spot (即办件); `none`: nothing runs.
enum class Light { green, yellow, red, doubleRed, paused, instant, none };

enum class ClockMode { running, paused, instant, stopped };

// Comparisons only, so that a query can do the same: past the statutory date doubleRed, past the promised one red, from
// yellowAt on yellow. A due date is kept until its very last millisecond. `none` when there are no dates at all.
Light lightAt(base::Instant now, std::optional<base::Instant> yellowAt, std::optional<base::Instant> dueAt,
              std::optional<base::Instant> statutoryDueAt);
// The same for a clock that may not be running: paused and stopped say so; instant is shown until it is late.
Light lightAt(ClockMode mode, base::Instant now, std::optional<base::Instant> yellowAt, std::optional<base::Instant> dueAt,
              std::optional<base::Instant> statutoryDueAt);

// From when a case is yellow: what remains is at most one working day or 30 % of the promised limit, whichever is more. Opening
// of business of that day (nextDay) or the clock of the due date (sameClock). Limits in working minutes: 30 % of them, since
// the one working day would make every instant matter yellow at once. Never before the start nor after the due date.
base::Instant yellowAt(base::Instant start, base::Instant due, Limit promised, const WorkCalendar& calendar,
                       std::span<const Suspension> suspensions = {});

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Light> =
    std::array<std::string_view, 7>{"green", "yellow", "red", "double_red", "paused", "instant", "none"};
