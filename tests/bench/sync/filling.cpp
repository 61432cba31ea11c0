// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <fstream>

#include "bench/sync/desk_process.h"
#include "bench/sync/figures.h"
#include "bench/sync/hall_rows.h"
#include "bench/sync/shell.h"
#include "bench/sync/site.h"
#include "testkit/hall.h"

// A desk's first filling beside `psql COPY` piped into `sqlite3 .import`: unencrypted, without checks, without a search index,
// without proof, and from typed tables that need no taking apart.
namespace ow::bench {

namespace json = boost::json;

namespace {

// The indexes stand before the rows come, as they do where a table is in use.
double importSeconds(const std::vector<PlainTable>& tables, const Site& site, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "plain.db";
  std::filesystem::remove(file);
  std::string schema, script = ".mode csv\n";
  for (const PlainTable& table : tables) {
    schema += "CREATE TABLE " + table.name + " (" + table.columns + ");";
    for (const std::string& index : table.indexes) schema += index + ";";
    script += ".import '|psql -qc \"COPY plain." + table.name + " TO STDOUT (FORMAT csv)\"' " + table.name + "\n";
  }
  output({"sqlite3", file, schema});
  std::vector<std::pair<std::string, std::string>> environment;
  const centre::Address root = site.superuser();
  for (const auto& [name, value] : root.hosts.front()) {
    if (name == "host") environment.emplace_back("PGHOST", value);
    if (name == "user") environment.emplace_back("PGUSER", value);
    if (name == "password") environment.emplace_back("PGPASSWORD", value);
    if (name == "dbname") environment.emplace_back("PGDATABASE", value);
  }
  const Sample took = measure(1, [&](int) { output({"sqlite3", file}, script, environment); }, 0);
  return took.millis.front() / 1000;
}

}  // namespace

json::array measureFilling(const Amount& amount, std::int64_t cases, int copies) {
  const testkit::TempFolder folder;
  test::PostgresServer server({.isDurable = true, .sharedMiB = 512});
  Site site(server);
  BareLine root(site.superuser());
  const int scope = site.addHall(kHall);
  const auto store = demoStore(folder / "demo.ow", cases);
  const std::int64_t rows = copyIntoScope(*store, root, scope, copies);
  const auto tables = makePlainTables(*store, root, scope);
  Timed ours, plain;
  double aboveIdle = 0, idle = 0;
  std::int64_t bytes = 0;
  for (int turn = 0; turn < amount.turns; ++turn) {
    const auto account = site.addDesk(kHall);
    json::object filled;
    ours.run(server.program(), [&](int) { filled = fillInAProcess(account, folder / "desk.ow"); });
    if (filled.at("rows").as_int64() != rows) throw std::runtime_error("not all rows came");
    ours.wall.millis.back() = filled.at("seconds").as_double() * 1000;  // without opening and closing
    idle = filled.at("idle_mib").as_double();
    aboveIdle = std::max(aboveIdle, filled.at("peak_mib").as_double() - idle);
    bytes = filled.at("store_bytes").to_number<std::int64_t>();
    for (const char* end : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(folder / ("desk.ow" + std::string(end)));
    double seconds = 0;
    plain.run(server.program(), [&](int) { seconds = importSeconds(tables, site, folder.path()); });
    plain.wall.millis.back() = seconds * 1000;
  }
  json::object counts;
  for (const PlainTable& table : tables)
    counts[table.name] = std::int64_t(root.number("SELECT count(*) FROM plain." + table.name));
  const double perEntity = root.number("SELECT pg_total_relation_size('ow.entity')::float8") / double(rows);
  return {json::object{{"what", "first filling, " + std::to_string(cases * copies) + " cases"},
                       {"rows", rows},
                       {"rows_of", counts},
                       {"seconds", median(ours.wall) / 1000},
                       {"all_ms", all(ours.wall)},
                       {"limit", "psql COPY | sqlite3 .import, same rows and indexes"},
                       {"limit_seconds", median(plain.wall) / 1000},
                       {"limit_all_ms", all(plain.wall)},
                       {"rows_per_s", double(rows) / median(ours.wall) * 1000},
                       {"ratio", median(plain.wall) / median(ours.wall)},
                       {"goal", ">= 1.5"},
                       {"processor_s", median(ours.processor)},
                       {"limit_processor_s", median(plain.processor)},
                       {"ratio_of_processor_time", median(plain.processor) / median(ours.processor)},
                       {"store_bytes", bytes},
                       {"centre_bytes_per_entity", perEntity}},
          json::object{{"what", "memory of a desk while filling " + std::to_string(rows) + " rows"},
                       {"idle_mib", idle},
                       {"above_idle_mib", aboveIdle},
                       {"goal", "< 150"}}};
}

}  // namespace ow::bench
