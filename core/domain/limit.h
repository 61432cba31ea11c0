// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/enum_codes.h"

namespace ow::domain {

// What a time limit counts. Exchange files of the platforms write G (工作日) and Z (自然日); minutes are ours, for instant
// matters.
enum class LimitUnit { workingDay, calendarDay, workingMinute };

// A time limit such as the statutory (法定) or promised (承诺) one of a service. An amount of 0 means "none".
struct Limit {
  int amount = 0;
  LimitUnit unit = LimitUnit::workingDay;
  bool operator==(const Limit&) const = default;
};

inline constexpr Limit kNoExtension{};

// Longer limits are input errors: forty years of working days, or a year of working minutes.
inline constexpr int kLongestDays = 10'000;
inline constexpr int kLongestMinutes = 366 * 24 * 60;

constexpr bool isPlausible(Limit limit) {
  return limit.amount >= 0 && limit.amount <= (limit.unit == LimitUnit::workingMinute ? kLongestMinutes : kLongestDays);
}

// The letters of the exchange files; they have none for minutes.
constexpr std::string_view exchangeLetter(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::workingDay:
      return "G";
    case LimitUnit::calendarDay:
      return "Z";
    case LimitUnit::workingMinute:
      return {};
  }
  return {};
}
constexpr std::optional<LimitUnit> fromExchangeLetter(std::string_view letter) {
  if (letter == "G") return LimitUnit::workingDay;
  if (letter == "Z") return LimitUnit::calendarDay;
  return std::nullopt;
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::LimitUnit> =
    std::array<std::string_view, 3>{"working_day", "calendar_day", "working_minute"};
