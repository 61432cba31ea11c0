// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <fstream>
#include <thread>

#include "bench/must.h"
#include "bench/sync/figures.h"
#include "bench/sync/hall_rows.h"
#include "bench/sync/queue.h"
#include "testkit/hall.h"

// A desk that comes back with a full outbox, its centre waiting for a standby at every commit, beside the same rows written by
// one INSERT ... SELECT unnest per 500: no rights, no merging, no answer, nothing noted at the desk.
namespace ow::bench {

namespace json = boost::json;

namespace {

constexpr int kBatch = 500;

// The columns of a table as arrays of 500, in the form in which a parameter takes them.
std::vector<std::vector<std::string>> chunksOf(BareLine& root, const std::string& table, const std::string& order,
                                               const std::vector<std::string>& columns, const std::string& where) {
  std::vector<std::vector<std::string>> chunks;
  const auto rows = std::int64_t(root.number("SELECT count(*) FROM " + table + where));
  for (std::int64_t from = 0; from < rows; from += kBatch) {
    std::vector<std::string> arrays;
    for (const std::string& column : columns)
      arrays.push_back(root.value("SELECT array_agg(x." + column + "::text)::text FROM (SELECT * FROM " + table + where +
                                  " ORDER BY " + order + " OFFSET " + std::to_string(from) + " LIMIT " +
                                  std::to_string(kBatch) + ") x"));
    chunks.push_back(std::move(arrays));
  }
  return chunks;
}

const std::vector<std::string> kEntity = {"scope",  "kind",    "id",       "pos",      "rev",
                                          "digest", "is_gone", "parent_a", "parent_b", "body"};
const std::vector<std::string> kEntityTypes = {"int",    "smallint", "uuid", "bigint", "bigint",
                                               "bigint", "bool",     "uuid", "uuid",   "jsonb"};
const std::vector<std::string> kLog = {"id",     "content", "kind",        "entity_kind", "entity_id", "desk",   "desk_code",
                                       "author", "at",      "received_at", "purpose",     "changes",   "outcome"};
const std::vector<std::string> kLogTypes = {"uuid", "bytea",  "text",        "smallint", "uuid",  "uuid", "text",
                                            "uuid", "bigint", "timestamptz", "text",     "jsonb", "text"};

std::string insertText(const std::string& table, const std::vector<std::string>& columns, const std::vector<std::string>& types,
                       std::size_t first) {
  std::string names, arrays;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i > 0 ? ", " : "") + columns[i];
    arrays += (i > 0 ? ", $" : "$") + std::to_string(first + i) + "::" + types[i] + "[]";
  }
  return "INSERT INTO " + table + " (" + names + ") SELECT * FROM unnest(" + arrays + ")";
}

// What our push left, once more, into tables of the same columns, checks and indexes.
class Again {
 public:
  Again(BareLine& root, double after) {
    const std::string since = " WHERE n > " + std::to_string(std::int64_t(after));
    m_log = chunksOf(root, "ow.operation_log", "n", kLog, since);
    m_entity = chunksOf(root, "ow.entity", "pos", kEntity, "");
    root.value(
        "CREATE SCHEMA bare; CREATE TABLE bare.entity (LIKE ow.entity INCLUDING ALL);"
        "CREATE TABLE bare.log (LIKE ow.operation_log INCLUDING ALL)");
  }
  // One statement per 500 operations; the rows and the log go together as far as both reach.
  void run(BareLine& line) const {
    const std::string both = "WITH l AS (" + insertText("bare.log", kLog, kLogTypes, kEntity.size() + 1) + ") " +
                             insertText("bare.entity", kEntity, kEntityTypes, 1);
    for (std::size_t i = 0; i < m_log.size(); ++i) {
      std::vector<std::string> parameters;
      if (i < m_entity.size()) parameters = m_entity[i];
      parameters.insert(parameters.end(), m_log[i].begin(), m_log[i].end());
      line.value(i < m_entity.size() ? both : insertText("bare.log", kLog, kLogTypes, 1), parameters);
    }
  }

 private:
  std::vector<std::vector<std::string>> m_log, m_entity;
};

// Tries again and again to take the hall's lock, and notes for how long it was held.
class LockWatch {
 public:
  LockWatch(const centre::Address& as, int scope) : m_line(as), m_thread([this, scope] { run(scope); }) {}
  ~LockWatch() { stop(); }
  Sample stop() {
    m_isOver = true;
    if (m_thread.joinable()) m_thread.join();
    return m_held;
  }

 private:
  void run(int scope) {
    using Clock = std::chrono::steady_clock;
    const std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM ow.scope WHERE n = " + std::to_string(scope) + " FOR SHARE SKIP LOCKED) x";
    m_line.value("SET synchronous_commit = off");
    std::optional<Clock::time_point> since;
    while (!m_isOver) {
      const bool isHeld = m_line.value(sql) == "0";
      const auto now = Clock::now();
      if (isHeld && !since) since = now;
      if (!isHeld && since) m_held.millis.push_back(std::chrono::duration<double, std::milli>(now - *since).count());
      if (!isHeld) since.reset();
      rest(1);
    }
  }
  BareLine m_line;
  std::atomic<bool> m_isOver{false};
  Sample m_held;
  std::thread m_thread;
};

json::object figure(const std::string& what, std::int64_t operations, const Timed& ours, const Timed& bare, const char* goal) {
  return {{"what", what},
          {"operations", operations},
          {"ms", median(ours.wall)},
          {"all_ms", all(ours.wall)},
          {"limit", "INSERT ... SELECT unnest per 500 of the same rows and log lines, libpq"},
          {"limit_ms", median(bare.wall)},
          {"limit_all_ms", all(bare.wall)},
          {"operations_per_s", double(operations) / median(ours.wall) * 1000},
          {"ratio", median(bare.wall) / median(ours.wall)},
          {"goal", goal},
          {"processor_s", median(ours.processor)},
          {"limit_processor_s", median(bare.processor)},
          {"ratio_of_processor_time", median(bare.processor) / median(ours.processor)}};
}

void copyStore(const std::filesystem::path& from, const std::filesystem::path& to) {
  for (const char* end : {"", ".keys"})
    std::filesystem::copy_file(from.string() + end, to.string() + end, std::filesystem::copy_options::overwrite_existing);
}

}  // namespace

json::array measurePushing(const Amount& amount) {
  const std::int64_t operations = amount.isQuick ? 2000 : 10000;
  const testkit::TempFolder folder;
  {
    const auto store = demoStore(folder / "demo.ow", operations / 10);
    keepNew(*store, operations);
  }
  test::PostgresServer server({.isDurable = true, .standby = test::Standby::onDisk, .sharedMiB = 256});
  Timed fresh, bareFresh, changes;
  Sample held;
  std::int64_t freshCount = 0, changeCount = 0;
  double perOperation = 0;
  // In the first turn, which does not count, somebody looks how long the lock is held.
  for (int turn = -1; turn < amount.turns; ++turn) {
    Site site(server);
    BareLine root(site.superuser());
    const int scope = site.addHall(kHall);
    copyStore(folder / "demo.ow", folder / "desk.ow");
    ConnectedDesk desk(demoStore(folder / "desk.ow", 0), site.addDesk(kHall));
    registerStaff(*desk.store, root);
    if (turn < 0) {
      LockWatch watch(site.superuser(), scope);
      desk.round();
      held = watch.stop();
      continue;
    }
    fresh.run(server.program(), [&](int) { freshCount = desk.round(); });
    perOperation = root.number("SELECT pg_total_relation_size('ow.operation_log')::float8") /
                   root.number("SELECT count(*) FROM ow.operation_log");
    const Again again(root, 0);
    bareFresh.run(server.program(), [&](int) { again.run(root); });

    changeCount = queueChanges(*desk.store, operations);
    changes.run(server.program(), [&](int) { desk.round(); });
  }
  auto pushed = figure("pushing queued operations, synchronous standby", freshCount, fresh, bareFresh, ">= 0.5");
  pushed["operations_are"] = "new entities and lines of timelines, as an import or an offline week leaves them";
  pushed["scope_lock_held_per_batch_ms"] = json::object{{"p50", held.percentile(0.5)}, {"p95", held.percentile(0.95)}};
  pushed["centre_bytes_per_logged_operation"] = perOperation;
  json::object changed{{"what", "pushing queued changes of entities that are there, synchronous standby"},
                       {"operations", changeCount},
                       {"ms", median(changes.wall)},
                       {"operations_per_s", double(changeCount) / median(changes.wall) * 1000},
                       {"goal", "none"}};
  return {pushed, changed};
}

}  // namespace ow::bench
