// SPDX-License-Identifier: GPL-3.0-or-later
// A half year of a real city's requests: 57,552 rows of Boston 311, January to June 2015, and a sample of the ten years after.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdio>
#include <map>

#include "domain/due.h"
#include "domain/limit_table.h"
#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;
using namespace std::chrono_literals;

namespace {

struct DueRow {
  base::Instant opened, city;
  std::optional<base::Instant> ours;
};

// Rows with a target, by type.
std::map<std::string, std::vector<DueRow>> dueRows(ImportHall& hall) {
  auto reader = hall.hall.store().read();
  auto row = reader.value().connection().prepare(
      "SELECT s.code, c.opened_at, c.external_due_at, c.due_at FROM case_record c JOIN service s ON s.id = c.service_id"
      " WHERE c.external_due_at IS NOT NULL");
  REQUIRE(row);
  std::map<std::string, std::vector<DueRow>> rows;
  while (row.value().step().value()) {
    DueRow due{base::fromMillis(row.value().integer(1)), base::fromMillis(row.value().integer(2)), std::nullopt};
    if (!row.value().isNull(3)) due.ours = base::fromMillis(row.value().integer(3));
    rows[row.value().text(0)].push_back(due);
  }
  return rows;
}

// The city counted from when the form was opened, up to a quarter of an hour before it was saved
// (tests/domain/test_boston_due).
bool isEqual(base::Instant ours, base::Instant city) {
  return ours - city <= 15min && city - ours <= 2min;
}

// Another whole number of days that would explain the city's date.
std::optional<domain::Limit> otherLimit(const DueRow& due, const domain::WorkCalendar& calendar) {
  const auto& zone = calendar.zone();
  const auto from = zone.dateOf(calendar.nextOpening(due.opened));
  const auto apart = std::chrono::sys_days{zone.dateOf(due.city)} - std::chrono::sys_days{zone.dateOf(due.opened)};
  for (const domain::Limit limit :
       {domain::Limit{calendar.workdaysBetween(from, zone.dateOf(due.city)), domain::LimitUnit::workingDay},
        domain::Limit{int(apart.count()), domain::LimitUnit::calendarDay}}) {
    if (limit.amount <= 0) continue;
    const auto explained = domain::dueAt(due.opened, limit, calendar);
    if (explained && isEqual(explained->at, due.city)) return limit;
  }
  return std::nullopt;
}

struct Judged {
  int equal = 0;
  bool hasSecondRule = false;  // another limit fits one in twenty rows where the type's own does not
};
Judged judge(const std::vector<DueRow>& rows, const domain::WorkCalendar& calendar) {
  Judged judged;
  std::map<std::pair<int, domain::LimitUnit>, std::size_t> others;
  for (const auto& due : rows) {
    if (due.ours && isEqual(*due.ours, due.city)) {
      ++judged.equal;
      continue;
    }
    const auto other = otherLimit(due, calendar);
    if (other && ++others[{other->amount, other->unit}] * 20 >= rows.size()) judged.hasSecondRule = true;
  }
  return judged;
}

void checkDueDates(ImportHall& hall) {
  const auto calendar = domain::bundledCalendar("US-MA-Boston");
  const auto table = domain::findBundledLimitTable("us-ma-boston").value();
  int all = 0, equal = 0, types = 0;
  for (const auto& [type, rows] : dueRows(hall)) {
    const auto periods = table.types().find(type);
    if (periods == table.types().end() || periods->second.size() != 1) continue;
    if (periods->second.front().limit.unit != domain::LimitUnit::workingDay) continue;
    const Judged judged = judge(rows, calendar);
    if (judged.hasSecondRule) continue;
    ++types;
    all += int(rows.size());
    equal += judged.equal;
  }
  std::printf("due dates equal to the city's: %d of %d rows of %d types\n", equal, all, types);
  CHECK(types >= 13);
  CHECK(all > 20'000);
  CHECK(equal * 100.0 >= all * 99.0);
}

std::map<std::string, std::int64_t> rulesOf(const std::vector<std::string>& report) {
  std::map<std::string, std::int64_t> rules;
  for (const auto& line : report) {
    const auto first = line.find(',');
    ++rules[line.substr(first + 1)];
  }
  return rules;
}

}  // namespace

TEST_CASE("a half year of Boston is accounted for to the row, and again it changes nothing", "[intake][boston][shared]") {
  const auto folder = sharedData("311");
  if (folder.empty()) SKIP("needs the shared test data: data/311");
  ImportHall hall;
  double last = -1;
  bool isForward = true;
  const auto start = std::chrono::steady_clock::now();
  const auto outcome = hall.requests(folder / "boston_311_2015H1.csv.gz", "boston311", [&](const intake::ImportProgress& p) {
    isForward = isForward && p.fraction >= last && p.fraction <= 1.0;
    last = p.fraction;
    return true;
  });
  const auto took = std::chrono::steady_clock::now() - start;
  REQUIRE(outcome);
  std::printf("57,552 rows in %.1f s\n", std::chrono::duration<double>(took).count());
  CHECK(isForward);
  CHECK(outcome.value().rows == 57'552);
  CHECK(outcome.value().accepted == 57'552);
  CHECK(outcome.value().rejected == 0);
  CHECK(hall.count("SELECT count(*) FROM case_record") == 57'552);
  CHECK(hall.count("SELECT count(*) FROM case_record WHERE closed_at IS NULL") == 8'789);
  CHECK(hall.count("SELECT count(DISTINCT number) FROM case_record") == 57'552);
  CHECK(hall.count("SELECT count(*) FROM service") == 150);
  CHECK(hall.count("SELECT count(*) FROM case_event") == 2 * 57'552);
  CHECK(hall.hall.store().isSearchComplete());

  const auto rules = rulesOf(reportOf(outcome.value()));
  for (const auto& [rule, count] : rules) std::printf("%8lld  %s\n", (long long)count, rule.c_str());
  CHECK(rules.at("warning,closed_before_opened,closed_at") == 84);
  CHECK(rules.at("warning,default_geocode,latitude") == 8'478);
  CHECK(rules.at("warning,missing,due_at") == 13'960);
  CHECK(rules.at("warning,number_repaired,postcode") > 40'000);
  CHECK(rules.at("warning,spelling_unified,Police district") == 22);
  CHECK_FALSE(rules.contains("warning,status_contradicts_dates,status_flag"));
  CHECK(hall.count("SELECT count(*) FROM case_record WHERE outcome = 'duplicate'") > 1'000);
  checkDueDates(hall);

  const auto operations = hall.count("SELECT count(*) FROM operation");
  const auto again = hall.requests(folder / "boston_311_2015H1.csv.gz");
  REQUIRE(again);
  CHECK(again.value().rows == 57'552);
  CHECK(again.value().unchanged == 57'552);
  CHECK(again.value().accepted == 0);
  CHECK(hall.count("SELECT count(*) FROM operation") == operations);
  CHECK(hall.count("SELECT count(*) FROM import_load") == 1);
}

TEST_CASE("ten years of Boston in another shape come in by the same mapping", "[intake][boston][shared]") {
  const auto folder = sharedData("311");
  if (folder.empty()) SKIP("needs the shared test data: data/311");
  ImportHall hall;
  const auto outcome = hall.requests(folder / "boston_311_2015-2024_sample.csv.gz");
  REQUIRE(outcome);
  CHECK(outcome.value().rows == 4'995);
  CHECK(outcome.value().accepted == 4'995);
  const auto rules = rulesOf(reportOf(outcome.value()));
  for (const auto& [rule, count] : rules) std::printf("%8lld  %s\n", (long long)count, rule.c_str());
  CHECK(rules.at("warning,zone_shifted,closing_text") > 4'600);
  CHECK(rules.at("warning,spelling_unified,Ward") > 500);
}
