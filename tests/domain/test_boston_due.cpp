// SPDX-License-Identifier: GPL-3.0-or-later
// Due dates as a city computed them: 43,592 cases of Boston 311, January to June 2015, with the moment each was opened and was
// due.
//
// Equal means the same day and, but for the time that an operator takes to fill in a form, the same clock time: the city's
// system counted from when the form was opened, OPEN_DT is when it was saved. So the city's due time may lie up to a quarter of
// an hour before ours, and two minutes after, since some times have lost their seconds. A type's rule counts as unchanged when
// there is no evidence of a second one: it has one period in our table, and no other whole number of working or calendar days
// fits one in twenty of its cases where the first does not.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time_text.h"
#include "domain/due.h"
#include "domain/limit_table.h"
#include "testkit/city_file.h"

namespace {

using namespace ow;
using namespace ow::domain;
using namespace std::chrono_literals;
using base::Instant;

struct CityCase {
  std::string type;
  Instant opened;
  Instant due;
};

struct Tally {
  int rows = 0;
  int equal = 0;
  double share() const { return rows == 0 ? 0.0 : 100.0 * equal / rows; }
};

// 01/16/2015 08:30:00 AM, local time.
std::optional<Instant> cityTime(const std::string& text, const base::TimeZone& zone) {
  int month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0;
  std::array<char, 3> half{};
  if (std::sscanf(text.c_str(), "%2d/%2d/%4d %2d:%2d:%2d %2s", &month, &day, &year, &hour, &minute, &second, half.data()) != 7)
    return std::nullopt;
  hour = hour % 12 + (half[0] == 'P' ? 12 : 0);
  const std::chrono::local_days date{std::chrono::year{year} / month / day};
  return zone.toInstant(date + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second});
}

const std::vector<CityCase>& cityCases(const base::TimeZone& zone) {
  static const auto cases = [&] {
    std::vector<CityCase> read;
    const auto text = testkit::unzipped(testkit::cityFolder() / "boston_311_2015H1.csv.gz");
    std::size_t position = 0;
    const auto header = testkit::nextRecord(text, position);
    const auto column = [&](std::string_view name) {
      return std::size_t(std::find(header.begin(), header.end(), name) - header.begin());
    };
    const auto type = column("TYPE"), opened = column("OPEN_DT"), due = column("TARGET_DT");
    while (position < text.size()) {
      const auto cells = testkit::nextRecord(text, position);
      if (cells.size() <= std::max({type, opened, due})) continue;
      const auto from = cityTime(cells[opened], zone);
      const auto until = cityTime(cells[due], zone);
      if (from && until) read.push_back({cells[type], *from, *until});
    }
    return read;
  }();
  return cases;
}

// The limits of boston_sla_by_type.csv: type,unit,days,rows,reproduced.
std::map<std::string, Limit> publishedLimits() {
  std::map<std::string, Limit> limits;
  std::ifstream in(testkit::cityFolder() / "boston_sla_by_type.csv");
  std::string line;
  std::getline(in, line);
  for (; std::getline(in, line);) {
    std::size_t position = 0;
    const auto cells = testkit::nextRecord(line, position);
    const auto unit = cells.at(1) == "business" ? LimitUnit::workingDay : LimitUnit::calendarDay;
    limits[cells.at(0)] = {std::stoi(cells.at(2)), unit};
  }
  return limits;
}

bool isEqual(const CityCase& city, Limit limit, const WorkCalendar& calendar) {
  const auto due = dueAt(city.opened, limit, calendar);
  return due && due->at - city.due <= 15min && city.due - due->at <= 2min;
}

// The whole numbers of days that would explain a due date.
std::vector<Limit> explanations(const CityCase& city, const WorkCalendar& calendar) {
  const auto& zone = calendar.zone();
  const auto from = zone.dateOf(calendar.nextOpening(city.opened));
  const auto apart = std::chrono::sys_days{zone.dateOf(city.due)} - std::chrono::sys_days{zone.dateOf(city.opened)};
  std::vector<Limit> found;
  for (const Limit limit : {Limit{calendar.workdaysBetween(from, zone.dateOf(city.due)), LimitUnit::workingDay},
                            Limit{int(apart.count()), LimitUnit::calendarDay}})
    if (limit.amount > 0 && isEqual(city, limit, calendar)) found.push_back(limit);
  return found;
}

struct TypeRecord {
  Tally tally;
  std::map<std::pair<int, LimitUnit>, int> others;  // limits that fit where the type's own does not

  void add(const CityCase& city, Limit limit, const WorkCalendar& calendar) {
    ++tally.rows;
    if (isEqual(city, limit, calendar)) {
      ++tally.equal;
      return;
    }
    for (const auto& other : explanations(city, calendar)) ++others[{other.amount, other.unit}];
  }
  bool showsSecondRule() const {
    return std::any_of(others.begin(), others.end(), [&](const auto& other) { return other.second * 20 >= tally.rows; });
  }
};

void print(const std::string& name, const Tally& tally) {
  std::printf("%-50s %6d of %6d  %6.2f %%\n", name.c_str(), tally.equal, tally.rows, tally.share());
}

}  // namespace

TEST_CASE("Boston's working-day limits that did not change give the city's own due dates", "[due][boston][shared]") {
  if (!std::filesystem::exists(testkit::cityFolder())) SKIP("needs the shared test data: data/311");
  const auto boston = bundledCalendar("US-MA-Boston");
  const auto limits = publishedLimits();
  const auto table = findBundledLimitTable("us-ma-boston").value();
  std::map<std::string, TypeRecord> byType;
  for (const auto& city : cityCases(boston.zone())) {
    const auto limit = limits.find(city.type);
    if (limit != limits.end() && limit->second.unit == LimitUnit::workingDay)
      byType[city.type].add(city, limit->second, boston);
  }
  Tally all;
  int unchanged = 0;
  for (const auto& [type, record] : byType) {
    const bool isUnchanged = table.types().at(type).size() == 1 && !record.showsSecondRule();
    print(type + (isUnchanged ? "" : " (changed, or two rules)"), record.tally);
    if (!isUnchanged) continue;
    ++unchanged;
    all = {all.rows + record.tally.rows, all.equal + record.tally.equal};
  }
  print("all whose rule did not change", all);
  CHECK(unchanged >= 13);
  CHECK(all.rows > 20'000);
  CHECK(all.share() >= 99.0);
}

TEST_CASE("Limits with a date of effect reproduce the due dates of all types", "[due][boston][shared]") {
  if (!std::filesystem::exists(testkit::cityFolder())) SKIP("needs the shared test data: data/311");
  const auto boston = bundledCalendar("US-MA-Boston");
  const auto table = findBundledLimitTable("us-ma-boston").value();
  const auto change = base::parseIsoInstant("2015-02-16T13:00:00-05:00").value();
  Tally all, changed;
  std::map<std::string, Tally> byType;
  for (const auto& city : cityCases(boston.zone())) {
    const auto limit = table.limitFor(city.type, city.opened);
    const bool equal = limit && isEqual(city, *limit, boston);
    ++all.rows;
    all.equal += equal ? 1 : 0;
    auto& tally = byType[city.type];
    ++tally.rows;
    tally.equal += equal ? 1 : 0;
    if (!limit || table.limitFor(city.type, change - 1s) == table.limitFor(city.type, change)) continue;
    ++changed.rows;
    changed.equal += equal ? 1 : 0;
  }
  for (const auto& [type, tally] : byType)
    if (tally.rows >= 200 && tally.share() < 99.0) print(type, tally);
  print("types that changed on 16 February 2015", changed);
  print("every case with a due date", all);
  CHECK(all.rows == 43'592);
  CHECK(changed.rows > 11'000);
  CHECK(changed.share() >= 95.5);
  CHECK(all.share() >= 97.5);
}

TEST_CASE("A limit holds from the moment it came into effect", "[due][boston]") {
  const auto table = findBundledLimitTable("us-ma-boston").value();
  const auto at = [](std::string_view text) { return base::parseIsoInstant(text).value(); };
  CHECK(table.jurisdiction() == "US-MA-Boston");
  CHECK(table.types().size() > 100);
  CHECK(table.limitFor("Abandoned Vehicles", at("2015-02-16T12:59:59-05:00")) == Limit{20, LimitUnit::workingDay});
  CHECK(table.limitFor("Abandoned Vehicles", at("2015-02-16T13:00:00-05:00")) == Limit{12, LimitUnit::workingDay});
  CHECK(table.limitFor("Traffic Signal Repair", at("2015-06-01T13:00:00-04:00")) == Limit{180, LimitUnit::calendarDay});
  CHECK_FALSE(table.limitFor("Dragons", at("2015-06-01T13:00:00-04:00")));
}

TEST_CASE("A table of limits that makes no sense is refused", "[due]") {
  const auto table = [](std::string_view types) {
    return LimitTable::parse(R"({"format": "onewindow-limits/1", "jurisdiction": "X", "zone": "Etc/UTC", "types": )" +
                             std::string(types) + "}");
  };
  CHECK(table(R"({"a": [{"unit": "working_day", "amount": 5}]})"));
  CHECK(table(R"({"a": [{"unit": "week", "amount": 5}]})").error().fact("field") == "unit");
  CHECK(table(R"({"a": [{"unit": "working_day", "amount": 0}]})").error().fact("field") == "amount");
  CHECK(table(R"({"a": [{"unit": "working_day", "amount": 9999999999}]})").error().fact("field") == "amount");
  CHECK(table(R"({"a": [{"unit": "working_day", "amount": 5}, {"unit": "working_day", "amount": 6}]})").error().fact("field") ==
        "from");
  CHECK(table(R"({"a": [{"from": "2015-02-30T00:00", "unit": "working_day", "amount": 5}]})").error().fact("rule") ==
        "impossible_date");
  CHECK(table(R"({"a": []})").error().fact("field") == "types");
  const auto later = table(R"({"a": [{"from": "2015-02-16T00:00", "unit": "working_day", "amount": 5}]})").value();
  CHECK_FALSE(later.limitFor("a", base::parseIsoInstant("2015-02-15T23:59:59Z").value()));
  CHECK(LimitTable::parse("[]").error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(findBundledLimitTable("atlantis").error().kind == base::ErrorKind::notFound);
}
