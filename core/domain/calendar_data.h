// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"

namespace ow::domain {

// How a jurisdiction counts from the start of a limit.
enum class StartRule {
  nextDay,    // PRC: the day of acceptance does not count, the limit ends at close of business (民法典 201, 203)
  sameClock,  // Boston: from the moment itself or the next opening, to the same clock time of the last day
};

enum class DayKind { off, work };

// Rows of a table that override the weekly rest days: `off` for a holiday, `work` for a worked weekend day (调休上班). Both
// ends count.
struct DayRow {
  std::chrono::sys_days from;
  std::chrono::sys_days until;
  DayKind kind = DayKind::off;
  std::string name;
};

// Minutes after midnight, local time; `until` is not part of the span.
struct OpeningSpan {
  std::chrono::minutes from{0};
  std::chrono::minutes until{0};
  bool operator==(const OpeningSpan&) const = default;
};

// A calendar file as written (format "onewindow-calendar/1", see resources/calendars). A file with a base leaves out what it
// inherits.
struct CalendarData {
  std::string jurisdiction;
  std::string base;
  std::optional<std::string> zone;
  std::optional<std::vector<OpeningSpan>> hours;
  std::optional<StartRule> startRule;
  std::optional<std::array<bool, 7>> restDays;  // Sunday first, as std::chrono::weekday counts
  std::vector<DayRow> rows;
  std::vector<int> years;  // those with a table of their own
  // From this day of December on, the table of the next year has changed days before: 2018-12-31 became a rest day in December
  // 2018.
  std::optional<std::chrono::month_day> nextYearReaches;
  std::map<std::string, std::map<std::string, std::string>> names;  // name in the table -> language -> name
};

// Errors: invalidInput with facts field and rule; tooLarge; unsupportedFormat when it is not our format. Any thread.
base::Result<CalendarData> parseCalendarData(std::string_view json);
// The data of a file laid over its base: rows of the overlay win, everything that it says replaces what the base says, and only
// the base publishes years (a local holiday does not announce the national table).
CalendarData layOver(CalendarData base, CalendarData overlay);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::StartRule> = std::array<std::string_view, 2>{"next_day", "same_clock"};
