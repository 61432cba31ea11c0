// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "base/time_zone.h"

namespace ow::base {

// ISO 8601 with offset and milliseconds only when there are some: 2026-08-09T14:05:00+08:00; UTC is written Z.
std::string isoText(Instant instant, const TimeZone& zone);
// 2026-08-09
std::string isoText(Date date);

// Both refuse with ErrorKind::invalidInput (fact rule: format, impossible_date or out_of_range) anything outside
// kEarliestDate..kLatestDate. An instant needs its offset.
Result<Date> parseIsoDate(std::string_view text);
Result<Instant> parseIsoInstant(std::string_view text);

}  // namespace ow::base
