// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_hall.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "base/uuid.h"
#include "desk/opening.h"
#include "store/schema.h"

namespace ow::test {

namespace {

const std::vector<std::string> kColumns{"",
                                        "CASE_ENQUIRY_ID",
                                        "OPEN_DT",
                                        "TARGET_DT",
                                        "CLOSED_DT",
                                        "CASE_STATUS",
                                        "OnTime_Status",
                                        "CLOSURE_REASON",
                                        "CASE_TITLE",
                                        "SUBJECT",
                                        "REASON",
                                        "TYPE",
                                        "Location",
                                        "neighborhood",
                                        "police_district",
                                        "ward",
                                        "LOCATION_ZIPCODE",
                                        "LATITUDE",
                                        "LONGITUDE",
                                        "Source",
                                        "Geocoded_Location"};

class DeadlyClock final : public base::Clock {
 public:
  DeadlyClock(base::Instant now, int calls) : m_now(now), m_calls(calls) {}
  base::Instant now() override {
    if (--m_calls == 0) raise(SIGKILL);
    return m_now;
  }

 private:
  base::Instant m_now;
  int m_calls;
};

}  // namespace

void dieDuring(ImportHall& hall, int calls, const std::function<void(store::Store&, base::Clock&, base::Random&)>& work) {
  const auto now = hall.hall.clock.now();
  hall.hall.close();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto store = desk::openWithKeyFile(hall.hall.storePath(), base::Redacted<std::string>(std::string(64, 'a')), {});
    DeadlyClock clock(now, calls);
    base::SeededRandom random{std::uint64_t(calls)};
    if (store) work(*store.value(), clock, random);
    _exit(1);  // it should not have lived to see this
  }
  int status = 0;
  CAPTURE(calls);
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGKILL);
  hall.hall.restart();
}

base::Result<intake::ImportOutcome> ImportHall::requests(const std::filesystem::path& file, const std::string& mapping,
                                                         const intake::ImportListener& progress) {
  intake::ImportOptions options;
  options.mapping = mapping;
  return intake::importRequests(hall.store(), file, options, hall.clock, hall.random, progress);
}

base::Result<intake::ImportOutcome> ImportHall::catalogue(const std::filesystem::path& file) {
  intake::ImportOptions options;
  options.mapping = "catalogue-guangan";
  return intake::importCatalogue(hall.store(), file, options, hall.clock, hall.random);
}

std::int64_t ImportHall::count(const std::string& sql) {
  auto reader = hall.store().read();
  REQUIRE(reader);
  auto value = reader.value().connection().integer(sql);
  REQUIRE(value);
  return value.value();
}

std::vector<std::string> ImportHall::texts(const std::string& sql) {
  auto reader = hall.store().read();
  REQUIRE(reader);
  auto row = reader.value().connection().prepare(sql);
  REQUIRE(row);
  std::vector<std::string> found;
  for (auto more = row.value().step(); more && more.value(); more = row.value().step()) found.push_back(row.value().text(0));
  return found;
}

std::optional<domain::Case> ImportHall::find(const std::string& externalNo) {
  auto reader = hall.store().read();
  REQUIRE(reader);
  base::Uuid id;
  {
    auto row = reader.value().connection().prepare("SELECT id FROM case_record WHERE external_no = ?1");
    REQUIRE(row);
    row.value().bindText(1, externalNo);
    if (!row.value().step().value()) return std::nullopt;
    id = row.value().uuid(0);
  }
  return store::loadEntity<domain::Case>(reader.value().connection(), domain::CaseId{id}).value();
}

std::vector<domain::CaseEvent> ImportHall::eventsOf(const domain::Case& c) {
  auto reader = hall.store().read();
  REQUIRE(reader);
  return store::loadEntities<domain::CaseEvent>(reader.value().connection(), "WHERE t.case_id = ?1 ORDER BY t.n", c.id.uuid)
      .value();
}

domain::Service ImportHall::serviceOf(const domain::Case& c) {
  auto reader = hall.store().read();
  REQUIRE(reader);
  return store::loadEntity<domain::Service>(reader.value().connection(), c.serviceId).value();
}

std::vector<std::string> ImportHall::everything() {
  std::vector<std::string> all;
  for (const char* const sql :
       {"SELECT hex(id) || number || external_no || hex(service_id) || title || coalesce(description, '') || state ||"
        " coalesce(outcome, '') || channel || opened_at || coalesce(due_at, '') || coalesce(yellow_at, '') ||"
        " coalesce(external_due_at, '') || coalesce(closed_at, '') || coalesce(place, '') || coalesce(latitude, '')"
        " FROM case_record ORDER BY id",
        "SELECT hex(id) || hex(case_id) || at || kind || coalesce(text, '') FROM case_event ORDER BY id",
        "SELECT hex(id) || code || name || department FROM service ORDER BY id",
        "SELECT source || key || hex(hash) || hex(entity_id) FROM import_row ORDER BY source, key",
        "SELECT line || kind || rule || field FROM import_fault ORDER BY line, kind, rule, field",
        "SELECT k || c FROM term ORDER BY k, c"}) {
    const auto rows = texts(sql);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

std::vector<std::string> reportOf(const intake::ImportOutcome& outcome) {
  std::ifstream in(outcome.report, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  REQUIRE(!lines.empty());
  CHECK(lines.front() == "line,kind,rule,field");
  lines.erase(lines.begin());
  return lines;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::string bostonCsv(const std::vector<Row>& rows) {
  std::string csv;
  for (std::size_t i = 0; i < kColumns.size(); ++i) csv += (i > 0 ? "," : "") + kColumns[i];
  int index = 1;
  for (const Row& given : rows) {
    Row row{{"OPEN_DT", "03/02/2015 10:00:00 AM"},   {"CASE_STATUS", "Open"},    {"TYPE", "CE Collection"},
            {"TARGET_DT", "03/03/2015 10:00:00 AM"}, {"Source", "Self Service"}, {"SUBJECT", "Public Works Department"}};
    row["CASE_ENQUIRY_ID"] = "10100" + std::to_string(index);
    row[""] = std::to_string(index++);
    for (const auto& [name, value] : given) row[name] = value;
    csv += "\r\n";
    for (std::size_t i = 0; i < kColumns.size(); ++i) csv += (i > 0 ? ",\"" : "\"") + row[kColumns[i]] + "\"";
  }
  return csv + "\r\n";
}

}  // namespace ow::test
