// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/time_text.h"
#include "domain/work_calendar.h"

namespace {

using namespace ow;
using namespace ow::domain;
using namespace std::chrono_literals;
using base::Date;
using std::chrono::days;
using std::chrono::sys_days;

Date day(std::string_view text) {
  return base::parseIsoDate(text).value();
}

std::string at(base::Instant instant, const WorkCalendar& calendar) {
  return base::isoText(instant, calendar.zone());
}

base::Instant instant(std::string_view text) {
  return base::parseIsoInstant(text).value();
}

std::string readFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What another list of China's special days says, day by day.
std::map<std::string, bool> listedDays(const std::filesystem::path& folder) {
  std::map<std::string, bool> off;
  for (int year = 2007; year <= 2026; ++year) {
    const auto document = boost::json::parse(readFile(folder / (std::to_string(year) + ".json")));
    for (const auto& row : document.at("days").as_array())
      off[std::string(row.at("date").as_string())] = row.at("isOffDay").as_bool();
  }
  return off;
}

constexpr std::string_view kSmall = R"({"format": "onewindow-calendar/1", "jurisdiction": "X", "zone": "Asia/Shanghai",
  "hours": ["09:00-12:00", "13:30-17:00"], "start_rule": "next_day", "rest_days": ["sat", "sun"], "years": {"2026": {}}})";

std::string with(std::string_view found, std::string_view replacement) {
  std::string text(kSmall);
  const auto position = text.find(found);
  REQUIRE(position != std::string::npos);
  return text.replace(position, found.size(), replacement);
}

}  // namespace

TEST_CASE("China's table says which weekends are worked and which weekdays are off", "[calendar]") {
  const auto cn = bundledCalendar("CN");
  CHECK(cn.jurisdiction() == "CN");
  CHECK(cn.isWorkday(day("2026-02-14")));        // Saturday, worked
  CHECK_FALSE(cn.isWorkday(day("2026-02-16")));  // Monday of the Spring Festival
  CHECK(cn.isWorkday(day("2026-02-24")));
  CHECK_FALSE(cn.isWorkday(day("2026-03-07")));  // an ordinary Saturday
  CHECK(cn.dayName(day("2026-02-23")) == "春节");
  CHECK(cn.dayName(day("2026-02-28")) == "春节");
  CHECK(cn.dayName(day("2026-03-07")) == std::nullopt);
  CHECK(cn.translatedName("春节", "en") == "Spring Festival");
  CHECK(cn.translatedName("春节", "fr") == "春节");
  CHECK(cn.translatedName("泼水节", "en") == "泼水节");
}

TEST_CASE("Every day of 2007 to 2026 agrees with two other lists of China's special days", "[calendar][shared]") {
  const std::filesystem::path shared = std::filesystem::path(OW_SHARED_DIR) / "data" / "cn";
  if (!std::filesystem::exists(shared / "holiday-cn")) SKIP("needs the shared test data: data/cn/holiday-cn");
  const auto cn = bundledCalendar("CN");
  const auto listed = listedDays(shared / "holiday-cn");
  REQUIRE(listed.size() > 600);
  std::map<std::string, bool> newer;
  std::ifstream csv(shared / "cn_special_days_2019_2026.csv");
  std::string line;
  std::getline(csv, line);
  while (std::getline(csv, line)) newer[line.substr(0, 10)] = line.substr(11, 4) == "off,";
  REQUIRE(newer.size() > 250);

  int compared = 0;
  int named = 0;
  for (auto d = sys_days{day("2007-01-01")}; d <= sys_days{day("2026-12-31")}; d += days{1}, ++compared) {
    const auto text = base::isoText(Date{d});
    const auto weekday = std::chrono::weekday{d};
    const auto row = listed.find(text);
    const bool worked = row != listed.end() ? !row->second : weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
    INFO(text);
    REQUIRE(cn.isWorkday(Date{d}) == worked);
    REQUIRE(cn.dayName(Date{d}).has_value() == (row != listed.end()));
    named += row != listed.end() ? 1 : 0;
    if (const auto other = newer.find(text); other != newer.end()) REQUIRE(cn.isWorkday(Date{d}) != other->second);
  }
  CHECK(compared == 7305);
  CHECK(named > 600);
}

TEST_CASE("A year without a table is expected, and so are the last days of December before one", "[calendar]") {
  const auto cn = bundledCalendar("CN");
  CHECK(cn.isPublished(2007));
  CHECK(cn.isPublished(2026));
  CHECK_FALSE(cn.isPublished(2006));
  CHECK_FALSE(cn.isPublished(2027));
  // The table of 2019 came in December 2018 and made 31 December 2018 a rest day.
  CHECK_FALSE(cn.isWorkday(day("2018-12-31")));
  CHECK(cn.isPublished(day("2018-12-31")));
  CHECK(cn.isPublished(day("2026-12-28")));
  CHECK_FALSE(cn.isPublished(day("2026-12-29")));
  // Weekends still count in a year without a table.
  CHECK_FALSE(cn.isWorkday(day("2027-03-06")));
  CHECK(cn.isWorkday(day("2027-03-08")));
}

TEST_CASE("Boston keeps Sunday holidays on Monday and moves no Saturday holiday", "[calendar]") {
  const auto boston = bundledCalendar("US-MA-Boston");
  CHECK_FALSE(boston.isWorkday(day("2015-04-20")));
  CHECK(boston.dayName(day("2015-04-20")) == "Patriots' Day");
  CHECK(boston.isWorkday(day("2015-07-03")));        // the Friday before a Saturday holiday
  CHECK_FALSE(boston.isWorkday(day("2023-01-02")));  // New Year's Day was a Sunday
  CHECK_FALSE(boston.isWorkday(day("2022-06-20")));
  CHECK(boston.isWorkday(day("2019-06-19")));  // before the law of 2020
  CHECK(boston.translatedName("Patriots' Day", "zh") == "爱国者日");
  CHECK(boston.isPublished(2015));
  CHECK_FALSE(boston.isPublished(2027));
}

TEST_CASE("The days off of Boston in 2015 and early 2016 are those that its due dates show", "[calendar][shared]") {
  const std::filesystem::path path = std::filesystem::path(OW_SHARED_DIR) / "data" / "311" / "boston_holidays_2015.txt";
  if (!std::filesystem::exists(path)) SKIP("needs the shared test data: data/311");
  std::map<std::string, bool> off;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != '#') off[line.substr(0, 10)] = true;
  REQUIRE(off.size() == 14);
  const auto boston = bundledCalendar("US-MA-Boston");
  for (auto d = sys_days{day("2015-01-01")}; d <= sys_days{day("2016-04-18")}; d += days{1}) {
    INFO(base::isoText(Date{d}));
    if (!boston.isWeeklyRestDay(Date{d})) REQUIRE(boston.isWorkday(Date{d}) == !off.contains(base::isoText(Date{d})));
  }
}

TEST_CASE("Business hours follow the wall clock of the office, also on days when clocks change", "[calendar]") {
  const auto boston = bundledCalendar("US-MA-Boston");
  CHECK(at(boston.openOfBusiness(day("2015-03-08")), boston) == "2015-03-08T08:30:00-04:00");
  CHECK(at(boston.closeOfBusiness(day("2015-03-06")), boston) == "2015-03-06T17:00:00-05:00");
  CHECK(at(boston.closeOfBusiness(day("2015-11-02")), boston) == "2015-11-02T17:00:00-05:00");
  CHECK(at(boston.nextOpening(instant("2015-03-06T17:00:00-05:00")), boston) == "2015-03-09T08:30:00-04:00");
  CHECK(boston.isOpen(instant("2015-03-06T16:59:59-05:00")));
  // From Friday 16:00 to Monday 09:30 is two hours of business, although the weekend was an hour shorter.
  CHECK(boston.openTimeBetween(instant("2015-03-06T16:00:00-05:00"), instant("2015-03-09T09:30:00-04:00")) == 2h);
  const auto cn = bundledCalendar("CN");
  CHECK(at(cn.nextOpening(instant("2026-03-02T12:10:00+08:00")), cn) == "2026-03-02T13:30:00+08:00");
  CHECK(cn.openTimeBetween(instant("2026-03-02T08:00:00+08:00"), instant("2026-03-02T20:00:00+08:00")) == 6h + 30min);
}

TEST_CASE("The table and a count day by day agree on counting, in both directions", "[calendar]") {
  const auto calendar = bundledCalendar(GENERATE(as<std::string>{}, "CN", "US-MA-Boston"));
  const auto first = sys_days{day("2016-12-20")};
  for (int offset = 0; offset < 3660; offset += 7) {
    const auto start = first + days{offset};
    int n = 0;
    for (auto d = start + days{1}; d <= start + days{45}; d += days{1}) {
      const bool worked = calendar.isWorkday(Date{d});
      n += worked ? 1 : 0;
      REQUIRE(calendar.workdaysBetween(Date{start}, Date{d}) == n);
      if (worked) REQUIRE(sys_days{calendar.addWorkdays(Date{start}, n)} == d);
      // Back from a working day over n - 1 others one comes to the first working day after the start.
      if (worked)
        REQUIRE(sys_days{calendar.addWorkdays(Date{d + days{1}}, -n)} == sys_days{calendar.addWorkdays(Date{start}, 1)});
    }
  }
}

TEST_CASE("A district adds its own holidays to the national table", "[calendar]") {
  const auto calendar = WorkCalendar::parse(R"({"format": "onewindow-calendar/1", "jurisdiction": "CN-532800", "base": "CN",
      "hours": ["08:00-11:30", "14:30-17:30"], "names": {"泼水节": {"en": "Water-Splashing Festival"}},
      "years": {"2027": {}, "2026": {"off": [["2026-04-13", "2026-04-15", "泼水节"]], "work": [["2026-02-16", "加班"]]}}})");
  REQUIRE(calendar);
  const auto& local = calendar.value();
  CHECK(local.jurisdiction() == "CN-532800");
  CHECK_FALSE(local.isWorkday(day("2026-04-14")));
  CHECK(bundledCalendar("CN").isWorkday(day("2026-04-14")));
  CHECK(local.isWorkday(day("2026-02-16")));
  CHECK_FALSE(local.isWorkday(day("2026-02-17")));
  CHECK(local.translatedName("泼水节", "en") == "Water-Splashing Festival");
  CHECK(local.translatedName("春节", "en") == "Spring Festival");
  CHECK(at(local.closeOfBusiness(day("2026-04-16")), local) == "2026-04-16T17:30:00+08:00");
  // A local holiday does not announce the national table of that year.
  CHECK_FALSE(local.isPublished(2027));
  CHECK(local.isPublished(2026));
}

TEST_CASE("A calendar file that makes no sense is refused with the field at fault", "[calendar]") {
  REQUIRE(WorkCalendar::parse(kSmall));
  const auto fieldOf = [](const std::string& text) {
    const auto parsed = WorkCalendar::parse(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == base::ErrorKind::invalidInput);
    return std::string(parsed.error().fact("field"));
  };
  CHECK(fieldOf(with("Asia/Shanghai", "Asia/Nowhere")) == "zone");
  CHECK(fieldOf(with("09:00-12:00", "12:00-09:00")) == "hours");
  CHECK(fieldOf(with("13:30", "11:30")) == "hours");
  CHECK(fieldOf(with("09:00", "25:00")) == "hours");
  CHECK(fieldOf(with("09:00", "+9:00")) == "hours");
  CHECK(fieldOf(with("next_day", "some_day")) == "start_rule");
  CHECK(fieldOf(with(R"("sat", "sun")", R"("sun","mon","tue","wed","thu","fri","sat")")) == "rest_days");
  CHECK(fieldOf(with(R"("2026": {})", R"("2026": {"off": [["2026-05-03", "2026-05-01", "劳动节"]]})")) == "off");
  CHECK(fieldOf(with(R"("2026": {})", R"("2026": {"work": [["2026-05-03"]]})")) == "work");
  CHECK(fieldOf(with(R"("2026": {})", R"("26x": {})")) == "years");
  CHECK(fieldOf(with(R"("jurisdiction": "X")", R"("jurisdiction": "X", "base": "../secret")")) == "base");
  CHECK(fieldOf(with(R"("start_rule": "next_day", )", "")) == "calendar");
  CHECK(WorkCalendar::parse("{}").error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(WorkCalendar::parse(std::string(100'000, '[')).error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(WorkCalendar::parse(std::string(2 << 20, ' ')).error().kind == base::ErrorKind::tooLarge);
  CHECK(findBundledCalendar("Atlantis").error().kind == base::ErrorKind::notFound);
}
