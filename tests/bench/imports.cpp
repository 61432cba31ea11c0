// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/imports.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "bench/bare.h"
#include "bench/must.h"
#include "bench/stopwatch.h"
#include "desk/opening.h"
#include "intake/request_import.h"
#include "testkit/hall.h"

namespace ow::bench {

namespace {

constexpr int kRows = 60'000;
constexpr int kTransaction = 2'000;

std::string lineOf(int i) {
  constexpr const char* kTypes[] = {"Request for Pothole Repair", "Street Light Outages", "Graffiti Removal",
                                    "Sidewalk Repair"};
  char line[400];
  std::snprintf(
      line, sizeof line,
      "%d,2015-%02d-%02d %02d:%02d:00,%s,%s,%s,Public Works Department,Street Cleaning,%s,\"%d Main St, Boston\",%s\n",
      100'000'000 + i, 1 + i % 6, 1 + i % 28, 8 + i % 10, i % 60, i % 7 == 0 ? "" : "2015-07-01 10:00:00",
      i % 7 == 0 ? "Open" : "Closed", kTypes[i % 4], kTypes[i % 4], i % 900, i % 2 == 0 ? "Constituent Call" : "Self Service");
  return line;
}

double rowsPerSecond(const Sample& sample) {
  return kRows / (sample.millis[0] / 1000);
}

}  // namespace

boost::json::object measureImport() {
  const testkit::TempFolder folder;
  std::vector<std::string> lines;
  for (int i = 0; i < kRows; ++i) lines.push_back(lineOf(i));
  const auto path = folder / "requests.csv";
  {
    std::ofstream file(path, std::ios::binary);
    file << "CASE_ENQUIRY_ID,OPEN_DT,CLOSED_DT,CASE_STATUS,CASE_TITLE,SUBJECT,REASON,TYPE,Location,Source\n";
    for (const std::string& line : lines) file << line;
  }
  desk::Place place;
  place.jurisdiction = "US-MA-Boston";
  const base::Redacted<std::string> secret{std::string(64, 'a')};
  const auto ports = desk::systemPorts();
  auto store = must(desk::initialise(folder / "import.ow", place, secret, {}, ports));
  intake::ImportOptions options;
  options.mapping = "boston311";
  std::int64_t accepted = 0;
  const Sample ours = measure(
      1, [&](int) { accepted = must(intake::importRequests(*store, path, options, *ports.clock, *ports.random)).accepted; }, 0);

  Bare bare(folder / "import.ow", store->key());
  bare.execute("CREATE TABLE bare (line TEXT NOT NULL)");
  bare.prepare("INSERT INTO bare (line) VALUES (?1)");
  const Sample plain = measure(
      1,
      [&](int) {
        for (int i = 0; i < kRows; ++i) {
          if (i % kTransaction == 0) bare.execute(i == 0 ? "BEGIN" : "COMMIT; BEGIN");
          bare.run(lines[std::size_t(i)]);
        }
        bare.execute("COMMIT");
      },
      0);
  return {{"rows", accepted},
          {"seconds", ours.millis[0] / 1000},
          {"rows_per_s", rowsPerSecond(ours)},
          {"bare_rows_per_s", rowsPerSecond(plain)},
          {"ratio", ours.millis[0] / plain.millis[0]},
          {"budget_rows_per_s", 1000}};  // 60,000 requests in well under a minute
}

}  // namespace ow::bench
