// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/work_calendar.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "resources/resources.h"

namespace ow::domain {

using base::Date;
using base::ErrorKind;
using base::Instant;
using base::Result;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::sys_days;

namespace {

constexpr sys_days kFirst{std::chrono::year{1800} / 1 / 1};
constexpr sys_days kLast{std::chrono::year{2299} / 12 / 31};
constexpr int kDays = int((kLast - kFirst).count()) + 1;
constexpr int kDeepestBase = 4;

int indexOf(Date date) {
  return int((std::clamp(sys_days{date}, kFirst, kLast) - kFirst).count());
}
Date dateAt(int index) {
  return Date{kFirst + days{index}};
}

Result<CalendarData> resolved(std::string_view json, int depth) {
  OW_TRY(auto data, parseCalendarData(json));
  if (data.base.empty()) return data;
  const auto text = resources::file("calendars/" + data.base + ".json");
  if (text.data() == nullptr) return base::fail(ErrorKind::invalidInput, {{"field", "base"}, {"rule", "unknown_calendar"}});
  if (depth >= kDeepestBase) return base::fail(ErrorKind::invalidInput, {{"field", "base"}, {"rule", "too_deep"}});
  OW_TRY(auto below, resolved(text, depth + 1));
  return layOver(std::move(below), std::move(data));
}

}  // namespace

struct WorkCalendar::Table {
  std::string jurisdiction;
  base::TimeZone zone;
  StartRule startRule;
  std::vector<OpeningSpan> hours;
  milliseconds openPerDay;
  std::array<bool, 7> restDays;
  std::vector<int> years;
  std::optional<std::chrono::month_day> nextYearReaches;
  std::map<std::string, std::map<std::string, std::string>> translations;
  std::unordered_map<int, std::string> names;
  std::vector<std::int32_t> workdaysBefore;  // [i]: working days among the first i days of the table; one more entry than days

  Table(CalendarData data, base::TimeZone zoneOfIt);
  bool isWorkday(int index) const { return workdaysBefore[std::size_t(index) + 1] > workdaysBefore[std::size_t(index)]; }
};

WorkCalendar::Table::Table(CalendarData data, base::TimeZone zoneOfIt)
    : jurisdiction(std::move(data.jurisdiction)),
      zone(std::move(zoneOfIt)),
      startRule(*data.startRule),
      hours(std::move(*data.hours)),
      openPerDay(0),
      restDays(*data.restDays),
      years(std::move(data.years)),
      nextYearReaches(data.nextYearReaches),
      translations(std::move(data.names)) {
  for (const auto& span : hours) openPerDay += span.until - span.from;
  std::vector<bool> worked(kDays);
  for (int i = 0; i < kDays; ++i) worked[std::size_t(i)] = !restDays[std::chrono::weekday{kFirst + days{i}}.c_encoding()];
  for (const auto& row : data.rows) {
    for (auto day = row.from; day <= row.until; day += days{1}) {
      const int i = indexOf(Date{day});
      worked[std::size_t(i)] = row.kind == DayKind::work;
      names[i] = row.name;
    }
  }
  workdaysBefore.resize(kDays + 1);
  for (std::size_t i = 0; i < std::size_t(kDays); ++i) workdaysBefore[i + 1] = workdaysBefore[i] + (worked[i] ? 1 : 0);
}

Result<WorkCalendar> WorkCalendar::parse(std::string_view json) {
  OW_TRY(auto data, resolved(json, 0));
  if (!data.zone || !data.hours || !data.startRule || !data.restDays)
    return base::fail(ErrorKind::invalidInput, {{"field", "calendar"}, {"rule", "missing"}});
  OW_TRY(auto zone, base::TimeZone::named(*data.zone));
  return WorkCalendar(std::make_shared<const Table>(std::move(data), std::move(zone)));
}

const std::string& WorkCalendar::jurisdiction() const {
  return m_table->jurisdiction;
}
const base::TimeZone& WorkCalendar::zone() const {
  return m_table->zone;
}
StartRule WorkCalendar::startRule() const {
  return m_table->startRule;
}
std::span<const OpeningSpan> WorkCalendar::hours() const {
  return m_table->hours;
}
Date WorkCalendar::lastDay() {
  return Date{kLast};
}

bool WorkCalendar::isWorkday(Date date) const {
  return m_table->isWorkday(indexOf(date));
}

bool WorkCalendar::isWeeklyRestDay(Date date) const {
  return m_table->restDays[std::chrono::weekday{sys_days{date}}.c_encoding()];
}

bool WorkCalendar::isPublished(int year) const {
  return std::find(m_table->years.begin(), m_table->years.end(), year) != m_table->years.end();
}

bool WorkCalendar::isPublished(Date date) const {
  const int year = int(date.year());
  if (!isPublished(year)) return false;
  const auto reach = m_table->nextYearReaches;
  return !reach || std::chrono::month_day{date.month(), date.day()} < *reach || isPublished(year + 1);
}

std::optional<std::string> WorkCalendar::dayName(Date date) const {
  const auto found = m_table->names.find(indexOf(date));
  if (found == m_table->names.end()) return std::nullopt;
  return found->second;
}

std::string WorkCalendar::translatedName(const std::string& name, std::string_view language) const {
  const auto languages = m_table->translations.find(name);
  if (languages == m_table->translations.end()) return name;
  const auto text = languages->second.find(std::string(language));
  return text == languages->second.end() ? name : text->second;
}

Instant WorkCalendar::openOfBusiness(Date date) const {
  return m_table->zone.toInstant(local_days{date} + m_table->hours.front().from);
}

Instant WorkCalendar::closeOfBusiness(Date date) const {
  return m_table->zone.toInstant(local_days{date} + m_table->hours.back().until);
}

bool WorkCalendar::isOpen(Instant instant) const {
  return nextOpening(instant) == instant;
}

Instant WorkCalendar::nextOpening(Instant instant) const {
  const auto local = m_table->zone.toLocal(instant);
  const auto day = std::chrono::floor<days>(local);
  const Date date{day};
  if (isWorkday(date)) {
    const auto clock = local - day;
    for (const auto& span : m_table->hours) {
      if (clock < span.from) return m_table->zone.toInstant(day + span.from);
      if (clock < span.until) return instant;
    }
  }
  return openOfBusiness(addWorkdays(date, 1));
}

int WorkCalendar::workdaysBetween(Date after, Date through) const {
  const auto& before = m_table->workdaysBefore;
  return before[std::size_t(indexOf(through)) + 1] - before[std::size_t(indexOf(after)) + 1];
}

Date WorkCalendar::addWorkdays(Date date, int n) const {
  if (n == 0) return date;
  const auto& before = m_table->workdaysBefore;
  const auto i = std::size_t(indexOf(date));
  // The day wanted is the one whose own step brings the sum to `rank`: after the date, its sum counts too; before it, it does
  // not.
  const std::int64_t rank = n > 0 ? std::int64_t{before[i + 1]} + n : std::int64_t{before[i]} + n + 1;
  const auto found = std::lower_bound(before.begin() + 1, before.end(), rank);
  if (found == before.end()) return dateAt(kDays - 1);
  return dateAt(int(found - before.begin()) - 1);
}

Date WorkCalendar::firstWorkdayFrom(Date date) const {
  return isWorkday(date) ? date : addWorkdays(date, 1);
}

milliseconds WorkCalendar::openTimeSinceStart(Instant instant) const {
  const auto local = m_table->zone.toLocal(instant);
  const auto day = std::chrono::floor<days>(local);
  const int index = indexOf(Date{day});
  auto sum = m_table->openPerDay * m_table->workdaysBefore[std::size_t(index)];
  if (!m_table->isWorkday(index)) return sum;
  const milliseconds clock = local - day;
  for (const auto& span : m_table->hours)
    sum += std::clamp(clock, milliseconds{span.from}, milliseconds{span.until}) - milliseconds{span.from};
  return sum;
}

milliseconds WorkCalendar::openTimeBetween(Instant from, Instant until) const {
  return openTimeSinceStart(until) - openTimeSinceStart(from);
}

Instant WorkCalendar::addOpenTime(Instant from, milliseconds amount) const {
  if (amount <= milliseconds{0}) return from;
  const auto target = openTimeSinceStart(from) + amount;
  // The day during which the sum reaches the target; a sum reached exactly at a closing stays there.
  const auto wholeDays = (target - milliseconds{1}) / m_table->openPerDay;
  const auto& before = m_table->workdaysBefore;
  const auto found = std::lower_bound(before.begin() + 1, before.end(), wholeDays + 1);
  const Date date = found == before.end() ? dateAt(kDays - 1) : dateAt(int(found - before.begin()) - 1);
  auto left = target - m_table->openPerDay * wholeDays;
  for (const auto& span : m_table->hours) {
    const milliseconds length = span.until - span.from;
    if (left <= length) return m_table->zone.toInstant(local_days{date} + span.from + left);
    left -= length;
  }
  return closeOfBusiness(date);
}

Result<WorkCalendar> findBundledCalendar(std::string_view jurisdiction) {
  const auto text = resources::file("calendars/" + std::string(jurisdiction) + ".json");
  if (text.data() == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "calendar"}});
  return WorkCalendar::parse(text);
}

WorkCalendar bundledCalendar(std::string_view jurisdiction) {
  return findBundledCalendar(jurisdiction).value();
}

}  // namespace ow::domain
