// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar_data.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <utility>

#include "base/time_text.h"

namespace ow::domain {

namespace json = boost::json;
using base::Error;
using base::ErrorKind;
using base::Result;
using std::chrono::minutes;
using std::chrono::sys_days;

namespace {

constexpr std::size_t kLargestFile = 1 << 20;
constexpr std::array<std::string_view, 7> kDayWords{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

Error wrong(std::string_view field, std::string_view rule = "format") {
  return base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
}

Result<std::string> textOf(const json::value& value, std::string_view field) {
  const auto* text = value.if_string();
  if (text == nullptr || text->empty() || text->size() > 200) return wrong(field);
  return std::string(*text);
}

Result<sys_days> dayOf(const json::value& value, std::string_view field) {
  OW_TRY(const auto text, textOf(value, field));
  OW_TRY(const auto date, base::parseIsoDate(text));
  return sys_days{date};
}

// "HH:MM", 24:00 included.
std::optional<minutes> clockOf(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  auto number = [](std::string_view digits) {
    int n = -1;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return failure == std::errc{} && end == digits.data() + digits.size() ? n : -1;
  };
  const int hour = number(text.substr(0, 2));
  const int minute = number(text.substr(3));
  if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return minutes{hour * 60 + minute};
}

Result<std::vector<OpeningSpan>> hoursOf(const json::value& value) {
  const auto* list = value.if_array();
  if (list == nullptr || list->empty() || list->size() > 12) return wrong("hours");
  std::vector<OpeningSpan> spans;
  for (const auto& item : *list) {
    OW_TRY(const auto text, textOf(item, "hours"));
    if (text.size() != 11 || text[5] != '-') return wrong("hours");
    const auto from = clockOf(std::string_view(text).substr(0, 5));
    const auto until = clockOf(std::string_view(text).substr(6));
    if (!from || !until) return wrong("hours");
    if (*from >= *until || (!spans.empty() && *from < spans.back().until)) return wrong("hours", "order");
    spans.push_back({*from, *until});
  }
  return spans;
}

Result<std::array<bool, 7>> restDaysOf(const json::value& value) {
  const auto* list = value.if_array();
  if (list == nullptr) return wrong("rest_days");
  std::array<bool, 7> rest{};
  for (const auto& item : *list) {
    OW_TRY(const auto word, textOf(item, "rest_days"));
    const auto* found = std::find(kDayWords.begin(), kDayWords.end(), word);
    if (found == kDayWords.end()) return wrong("rest_days", "unknown_word");
    rest[std::size_t(found - kDayWords.begin())] = true;
  }
  // A week without a working day would never end a limit.
  if (std::all_of(rest.begin(), rest.end(), [](bool isRest) { return isRest; })) return wrong("rest_days", "no_working_day");
  return rest;
}

// off: [from, until, name]; work: [day, name].
Result<std::vector<DayRow>> rowsOf(const json::object& year, std::string_view key, DayKind kind) {
  std::vector<DayRow> rows;
  const auto* value = year.if_contains(key);
  if (value == nullptr) return rows;
  const auto* list = value->if_array();
  if (list == nullptr || list->size() > 400) return wrong(key);
  for (const auto& item : *list) {
    const auto* cells = item.if_array();
    const std::size_t width = kind == DayKind::off ? 3 : 2;
    if (cells == nullptr || cells->size() != width) return wrong(key);
    OW_TRY(const auto from, dayOf((*cells)[0], key));
    OW_TRY(const auto until, dayOf((*cells)[width - 2], key));
    OW_TRY(auto name, textOf((*cells)[width - 1], key));
    if (until < from || until - from > std::chrono::days{366}) return wrong(key, "order");
    rows.push_back({from, until, kind, std::move(name)});
  }
  return rows;
}

Result<void> readYears(const json::value& value, CalendarData& data) {
  const auto* years = value.if_object();
  if (years == nullptr || years->size() > 400) return wrong("years");
  for (const auto& [key, entry] : *years) {
    int year = 0;
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), year);
    const auto* table = entry.if_object();
    if (failure != std::errc{} || end != key.data() + key.size() || year < 1800 || year > 2199 || table == nullptr)
      return wrong("years");
    OW_TRY(auto off, rowsOf(*table, "off", DayKind::off));
    OW_TRY(auto work, rowsOf(*table, "work", DayKind::work));
    data.years.push_back(year);
    data.rows.insert(data.rows.end(), off.begin(), off.end());
    data.rows.insert(data.rows.end(), work.begin(), work.end());
  }
  return base::success();
}

Result<void> readNames(const json::value& value, CalendarData& data) {
  const auto* names = value.if_object();
  if (names == nullptr) return wrong("names");
  for (const auto& [name, entry] : *names) {
    const auto* languages = entry.if_object();
    if (languages == nullptr) return wrong("names");
    for (const auto& [language, translated] : *languages) {
      OW_TRY(auto text, textOf(translated, "names"));
      data.names[std::string(name)][std::string(language)] = std::move(text);
    }
  }
  return base::success();
}

Result<std::chrono::month_day> monthDayOf(const json::value& value, std::string_view field) {
  OW_TRY(const auto text, textOf(value, field));
  const auto date = base::parseIsoDate("2001-" + text);
  if (!date) return wrong(field);
  return std::chrono::month_day{date.value().month(), date.value().day()};
}

Result<void> readSettings(const json::object& file, CalendarData& data) {
  if (const auto* zone = file.if_contains("zone")) {
    OW_TRY(auto name, textOf(*zone, "zone"));
    data.zone = std::move(name);
  }
  if (const auto* hours = file.if_contains("hours")) {
    OW_TRY(auto spans, hoursOf(*hours));
    data.hours = std::move(spans);
  }
  if (const auto* rule = file.if_contains("start_rule")) {
    OW_TRY(const auto word, textOf(*rule, "start_rule"));
    data.startRule = base::fromCode<StartRule>(word);
    if (!data.startRule) return wrong("start_rule", "unknown_word");
  }
  if (const auto* rest = file.if_contains("rest_days")) {
    OW_TRY(const auto days, restDaysOf(*rest));
    data.restDays = days;
  }
  if (const auto* reach = file.if_contains("next_year_reaches")) {
    OW_TRY(const auto day, monthDayOf(*reach, "next_year_reaches"));
    data.nextYearReaches = day;
  }
  return base::success();
}

}  // namespace

Result<CalendarData> parseCalendarData(std::string_view text) {
  if (text.size() > kLargestFile)
    return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargestFile)}, {"unit", "byte"}});
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  if (format == nullptr || *format != "onewindow-calendar/1")
    return base::fail(ErrorKind::unsupportedFormat, {{"format", "onewindow-calendar/1"}});

  CalendarData data;
  const auto* jurisdiction = file->if_contains("jurisdiction");
  if (jurisdiction == nullptr) return wrong("jurisdiction", "missing");
  OW_TRY(data.jurisdiction, textOf(*jurisdiction, "jurisdiction"));
  if (const auto* base = file->if_contains("base")) {
    OW_TRY(data.base, textOf(*base, "base"));
  }
  OW_TRYV(readSettings(*file, data));
  if (const auto* years = file->if_contains("years")) {
    OW_TRYV(readYears(*years, data));
  }
  if (const auto* names = file->if_contains("names")) {
    OW_TRYV(readNames(*names, data));
  }
  return data;
}

CalendarData layOver(CalendarData base, CalendarData overlay) {
  base.jurisdiction = std::move(overlay.jurisdiction);
  base.base.clear();
  if (overlay.zone) base.zone = std::move(overlay.zone);
  if (overlay.hours) base.hours = std::move(overlay.hours);
  if (overlay.startRule) base.startRule = overlay.startRule;
  if (overlay.restDays) base.restDays = overlay.restDays;
  if (overlay.nextYearReaches) base.nextYearReaches = overlay.nextYearReaches;
  base.rows.insert(base.rows.end(), overlay.rows.begin(), overlay.rows.end());
  for (auto& [name, languages] : overlay.names)
    for (auto& [language, text] : languages) base.names[name][language] = std::move(text);
  return base;
}

}  // namespace ow::domain
