// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a real half year (Boston 311, January to June 2015) against what the city's file says when it is read without
// anything of ours, and against plain SQL.
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

#include "desk/scorecard.h"
#include "intake/request_import.h"
#include "testkit/city_file.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

const char* kHalfYear = "2015-01..2015-06";
// Smaller departments may be hidden, or hide a smaller one.
constexpr std::int64_t kShown = 20;

// The half year in a hall of its own; nothing where the file is not.
std::unique_ptr<Hall> city() {
  const auto file = testkit::cityFolder() / "boston_311_2015H1.csv.gz";
  if (!std::filesystem::exists(file)) return nullptr;
  auto hall = std::make_unique<Hall>("2015-07-01T12:00:00-04:00", domain::Role::supervisor, "US-MA-Boston");
  intake::ImportOptions options;
  options.mapping = "boston311";
  REQUIRE(intake::importRequests(hall->store(), file, options, hall->clock, hall->random));
  return hall;
}

// Rows of the file by type of request and month, counted by the day that its text says.
struct CityCounts {
  std::map<std::pair<std::string, std::string>, std::int64_t> opened, closed;
};
std::string monthIn(const std::string& text) {
  return text.size() < 10 ? std::string() : text.substr(6, 4) + "-" + text.substr(0, 2);  // 01/16/2015 ...
}
// Two blanks are one to us.
std::string plain(std::string text) {
  text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }), text.end());
  while (text.ends_with(' ')) text.pop_back();
  return text;
}
const CityCounts& cityCounts() {
  static const CityCounts counts = [] {
    CityCounts made;
    const auto text = testkit::unzipped(testkit::cityFolder() / "boston_311_2015H1.csv.gz");
    std::size_t position = 0;
    const auto header = testkit::nextRecord(text, position);
    const auto column = [&](std::string_view name) {
      return std::size_t(std::find(header.begin(), header.end(), name) - header.begin());
    };
    const auto type = column("TYPE"), opened = column("OPEN_DT"), closed = column("CLOSED_DT");
    while (position < text.size()) {
      const auto cells = testkit::nextRecord(text, position);
      if (cells.size() <= std::max({type, opened, closed})) continue;
      ++made.opened[{plain(cells[type]), monthIn(cells[opened])}];
      if (const auto month = monthIn(cells[closed]); !month.empty()) ++made.closed[{plain(cells[type]), month}];
    }
    return made;
  }();
  return counts;
}

std::map<std::string, insight::Count> byDepartment(Hall& hall, const char* indicator, const std::string& period) {
  const auto split =
      desk::splitFigure(hall.desk(), indicator, insight::parsePeriod(period).value(), insight::Split::department);
  REQUIRE(split);
  std::map<std::string, insight::Count> counts;
  for (const desk::SplitLine& line : split.value().lines)
    if (line.figure.count.trials >= kShown) counts[line.member] = line.figure.count;
  return counts;
}

// department, hits, trials of plain SQL over the half year in the city's own time.
std::map<std::string, insight::Count> bySql(Hall& hall, const std::string& hits, const std::string& moment,
                                            const std::string& only) {
  const auto from = std::to_string(base::toMillis(testkit::at("2015-01-01T00:00:00-05:00")));
  const auto until = std::to_string(base::toMillis(testkit::at("2015-07-01T00:00:00-04:00")));
  auto reader = hall.store().read().value();
  auto row = reader.connection()
                 .prepare("SELECT s.department, sum(" + hits +
                          "), count(*) FROM case_record c JOIN service s ON s.id = "
                          "c.service_id WHERE c." +
                          moment + " >= " + from + " AND c." + moment + " < " + until + only +
                          " GROUP BY 1 HAVING count(*) >= " + std::to_string(kShown))
                 .value();
  std::map<std::string, insight::Count> counts;
  while (row.step().value()) counts[row.text(0)] = {row.integer(1), row.integer(2)};
  return counts;
}

// What the city opened and closed, by type and month, is what its file says.
void agreesWithTheFile(Hall& hall) {
  std::map<std::string, std::string> codes;  // of services, by id
  {
    auto reader = hall.store().read().value();
    auto row = reader.connection().prepare("SELECT id, code FROM service").value();
    while (row.step().value()) codes[row.uuid(0).text()] = row.text(1);
  }
  int compared = 0;
  for (const char* month : {"2015-01", "2015-02", "2015-03", "2015-04", "2015-05", "2015-06"}) {
    for (const auto& [indicator, file] :
         {std::pair("process.remote", &cityCounts().opened), std::pair("process.straight", &cityCounts().closed)}) {
      const auto split =
          desk::splitFigure(hall.desk(), indicator, insight::parsePeriod(month).value(), insight::Split::service);
      REQUIRE(split);
      for (const desk::SplitLine& line : split.value().lines) {
        if (line.figure.count.trials < kShown) continue;
        const auto expected = file->find({codes.at(line.member), month});
        CAPTURE(month, indicator, line.name);
        REQUIRE(expected != file->end());
        // A few rows of the file close before they open; those end when they were opened.
        CHECK(std::abs(line.figure.count.trials - expected->second) <= 2);
        ++compared;
      }
    }
  }
  CHECK(compared > 300);
}

// Completion, timeliness and reopening by department agree with plain SQL to the case.
void agreesWithPlainSql(Hall& hall) {
  CHECK(byDepartment(hall, "customer.in_time", kHalfYear) ==
        bySql(hall, "c.closed_at <= c.due_at", "closed_at", " AND c.due_at IS NOT NULL"));
  CHECK(byDepartment(hall, "customer.completion", kHalfYear) == bySql(hall, "c.closed_at IS NOT NULL", "due_at", ""));
  CHECK(byDepartment(hall, "process.reopened", kHalfYear) == bySql(hall, "c.reopened_count > 0", "closed_at", ""));
  CHECK(byDepartment(hall, "customer.in_time", kHalfYear).size() >= 5);
}

// Every department's late cases open, as many as the figure says, and none of them was in time.
void opensTheLateCases(Hall& hall) {
  const auto counts = byDepartment(hall, "customer.in_time", "2015-03");
  REQUIRE_FALSE(counts.empty());
  for (const auto& [department, count] : counts) {
    CAPTURE(department);
    const desk::BehindQuestion question{"customer.in_time", insight::parsePeriod("2015-03").value(), desk::Behind::rest,
                                        insight::Split::department, department};
    std::int64_t seen = 0;
    std::optional<desk::BehindPlace> after;
    do {
      const auto page = desk::behind(hall.desk(), question, after, 500).value();
      seen += std::int64_t(page.lines.size());
      for (const desk::BehindLine& line : page.lines) CHECK(line.department == department);
      after = page.next;
    } while (after);
    CHECK(seen == count.trials - count.hits);
  }
}

// Open cases by age are all that are open, and the months stand on a chart.
void countsWhatIsOpen(Hall& hall) {
  const auto ageing = desk::ageingOf(hall.desk()).value();
  std::int64_t open = 0, ofDepartments = 0, overdue = 0;
  for (const desk::AgeLine& line : ageing.all) open += line.open, overdue += line.overdue;
  for (const auto& [department, lines] : ageing.departments)
    for (const desk::AgeLine& line : lines) ofDepartments += line.open;
  auto reader = hall.store().read().value();
  CHECK(open == reader.connection().integer("SELECT count(*) FROM case_record WHERE closed_at IS NULL").value());
  CHECK(ofDepartments == open);
  CHECK(overdue > 0);
  CHECK(overdue < open);
  const auto trend = desk::trendOf(hall.desk(), "customer.in_time", base::Date{std::chrono::year{2015} / 6 / 30}, 6).value();
  REQUIRE(trend.points.size() == 6);
  std::int64_t sum = 0;
  for (const desk::TrendPoint& point : trend.points) {
    REQUIRE(point.figure.interval);
    CHECK(point.figure.interval->low < *point.figure.value);
    CHECK(point.figure.interval->high > *point.figure.value);
    CHECK_FALSE(point.limits);  // six months set none
    sum += point.figure.count.trials;
  }
  const auto whole =
      desk::splitFigure(hall.desk(), "customer.in_time", insight::parsePeriod(kHalfYear).value(), insight::Split::channel)
          .value();
  CHECK(sum == whole.whole.figure.count.trials);
}

}  // namespace

TEST_CASE("the figures of a real half year agree with its file and with plain SQL, and open their cases",
          "[desk][scorecard][boston]") {
  const auto hall = city();
  if (hall == nullptr) SKIP("the shared data is not here");
  agreesWithTheFile(*hall);
  agreesWithPlainSql(*hall);
  opensTheLateCases(*hall);
  countsWhatIsOpen(*hall);
}
