// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/period.h"

#include <algorithm>
#include <cstdio>

#include "base/time_text.h"

namespace ow::insight {

using base::Date;
using base::Result;
using namespace std::chrono;

namespace {

constexpr days kLongest{3660};

base::Error wrong(const char* rule) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", "period"}, {"rule", rule}});
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Days monthsFrom(year_month first, int months) {
  return {Date{first / day{1}}, Date{(first + std::chrono::months{months - 1}) / last}};
}

Result<Days> daysIn(std::string_view text) {
  if (text.size() < 4 || !isDigits(text.substr(0, 4))) return wrong("format");
  const year y{std::stoi(std::string(text.substr(0, 4)))};
  if (text.size() == 4) return monthsFrom(y / January, 12);
  if (text[4] != '-') return wrong("format");
  if (text.size() == 7 && text[5] == 'Q' && text[6] >= '1' && text[6] <= '4')
    return monthsFrom(y / month{unsigned(text[6] - '1') * 3 + 1}, 3);
  if (text.size() == 7 && isDigits(text.substr(5))) {
    const month m{unsigned(std::stoi(std::string(text.substr(5))))};
    return m.ok() ? Result<Days>(monthsFrom(y / m, 1)) : wrong("format");
  }
  const auto one = base::parseIsoDate(text);
  if (!one) return wrong("format");
  return Days{one.value(), one.value()};
}

}  // namespace

Result<Period> parsePeriod(std::string_view text) {
  const auto dots = text.find("..");
  OW_TRY(Days days, daysIn(text.substr(0, dots)));
  if (dots != std::string_view::npos) {
    OW_TRY(const Days end, daysIn(text.substr(dots + 2)));
    days.to = end.to;
  }
  if (days.from < base::kEarliestDate || days.to > base::kLatestDate) return wrong("format");
  if (days.to < days.from) return wrong("order");
  if (sys_days{days.to} - sys_days{days.from} > kLongest) return wrong("too_long");
  return Period{std::string(text), days};
}

Period monthOf(Date day) {
  const year_month month = day.year() / day.month();
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u", int(month.year()), unsigned(month.month()));
  return {text, monthsFrom(month, 1)};
}

std::vector<Period> monthsUntil(Date last, int months) {
  std::vector<Period> all;
  for (int back = months - 1; back >= 0; --back) {
    const year_month month = last.year() / last.month() - std::chrono::months{back};
    all.push_back(monthOf(Date{month / day{1}}));
  }
  return all;
}

}  // namespace ow::insight
