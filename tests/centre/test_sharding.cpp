// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <set>
#include <sstream>

#include "centre/postgres_server.h"

// What would forbid a spread of scopes over several nodes (Citus and its kind) must not creep into the schema. The page that
// says why, and how the spread would be made, is core/centre/SIZING.md.

using namespace ow;
using namespace ow::test;

namespace {

std::set<std::string> linesOf(const std::string& database, const std::string& sql) {
  const std::string all =
      runSql(PostgresServer::shared().superuser(database), "SELECT string_agg(x, E'\n') FROM (" + sql + ") AS t(x)");
  std::istringstream stream(all);
  std::set<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

// Small tables of which every node has a whole copy.
const std::set<std::string> kOnEveryNode = {"site",           "kind",          "merge_rule",    "scope",      "hall",
                                            "desk",           "desk_scope",    "staff",         "staff_hall", "session",
                                            "epoch",          "fork",          "anchor",        "migration",  "chunk_sweep",
                                            "administration", "clerk_at_desk", "document_type", "authority"};
// Kept by a key of their own: what became of an operation by its entity, a look by its party, leave to search by its id.
const std::set<std::string> kByAnotherKey = {"operation_log", "look", "search_grant"};
// All others are spread by the column `scope` or `hall`.

std::set<std::string> tables(const std::string& database) {
  return linesOf(database, "SELECT relname FROM pg_class WHERE relnamespace = 'ow'::regnamespace AND relkind IN ('r', 'p')");
}
std::set<std::string> spreadTables(const std::string& database) {
  std::set<std::string> spread = tables(database);
  for (const auto& others : {kOnEveryNode, kByAnotherKey})
    for (const std::string& table : others) spread.erase(table);
  return spread;
}
// The column by which a table is spread, or 0.
const std::string kSpreadBy =
    "coalesce((SELECT min(a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('scope', 'hall')), 0)";

std::set<std::string> amongSpread(const std::string& database, const std::string& sql) {
  std::string list;
  for (const std::string& table : spreadTables(database)) list += (list.empty() ? "'ow." : ", 'ow.") + table + "'::regclass";
  return linesOf(database, sql + " AND c.oid IN (" + list + ")");
}
std::set<std::string> withoutPlace(const std::string& database) {
  return amongSpread(database, "SELECT c.relname FROM pg_class c WHERE " + kSpreadBy + " = 0");
}
std::set<std::string> uniqueWithoutScope(const std::string& database) {
  return amongSpread(database,
                     "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                     " WHERE i.indisunique AND NOT " +
                         kSpreadBy + " = ANY (i.indkey)");
}
// A reference within one scope, or to what every node has, would be borne; none of them leads to or from rows of another scope.
std::set<std::string> foreignKeysOfRows(const std::string& database) {
  return amongSpread(database,
                     "SELECT f.conname FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid OR c.oid = f.confrelid"
                     " WHERE f.contype = 'f' AND NOT " +
                         kSpreadBy +
                         " = ANY (CASE WHEN c.oid = f.conrelid THEN f.conkey"
                         " ELSE f.confkey END)");
}
std::set<std::string> triggers(const std::string& database) {
  return linesOf(database,
                 "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
                 " AND c.relnamespace = 'ow'::regnamespace UNION SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid ="
                 " r.ev_class WHERE c.relnamespace = 'ow'::regnamespace AND c.relkind IN ('r', 'p')");
}
std::set<std::string> deferrable(const std::string& database) {
  return linesOf(database, "SELECT conname FROM pg_constraint WHERE condeferrable AND connamespace = 'ow'::regnamespace");
}
std::set<std::string> sequences(const std::string& database) {
  return linesOf(database, "SELECT relname FROM pg_class WHERE relnamespace = 'ow'::regnamespace AND relkind = 'S'");
}
std::set<std::string> functionsThatSay(const std::string& database, const std::string& pattern) {
  return linesOf(database,
                 "SELECT DISTINCT p.proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                 " WHERE n.nspname LIKE 'ow%' AND p.prosrc ~* '" +
                     pattern + "'");
}

const std::string kSpeaksToListeners = "\\m(listen|notify|pg_notify)\\M";
const std::string kTransactionIds =
    "\\m(xmin|xmax|pg_current_xact_id|pg_snapshot_xmin|pg_current_snapshot|pg_visible_in_snapshot|txid_current)\\M";

// The first numbers operations in the order of their arrival: compared only among the operations of one entity, which lie
// together wherever they are kept, so any node may number its own. The other orders what administrators did, on one node.
const std::set<std::string> kSequencesWithAReason = {"operation_log_n_seq", "administration_n_seq"};
// Leave to search is given in one transaction and used in a later one: a row is compared with the transaction that wrote it, on
// its node.
const std::set<std::string> kOwnTransactionOnly = {"grant_search", "take_grant"};

}  // namespace

TEST_CASE("every table of the centre has its place when scopes are spread over nodes", "[centre][sharding]") {
  const std::string database = PostgresServer::shared().newCentre();
  CHECK(spreadTables(database).contains("entity"));
  CHECK(withoutPlace(database).empty());  // name them above, and in SIZING.md
}

TEST_CASE("nothing in the schema ties the rows of one scope to those of another", "[centre][sharding]") {
  const std::string database = PostgresServer::shared().newCentre();
  CHECK(uniqueWithoutScope(database).empty());
  CHECK(foreignKeysOfRows(database).empty());
  CHECK(triggers(database).empty());
  CHECK(deferrable(database).empty());
  CHECK(sequences(database) == kSequencesWithAReason);
  CHECK(functionsThatSay(database, kSpeaksToListeners).empty());
  for (const std::string& function : functionsThatSay(database, kTransactionIds)) {
    INFO(function);
    CHECK(kOwnTransactionOnly.contains(function));
  }
}

TEST_CASE("a schema that forbids the spread is found out", "[centre][sharding]") {
  const std::string database = PostgresServer::shared().newCentre();
  const auto plant = [&](const std::string& sql) { runSql(PostgresServer::shared().superuser(database), sql); };
  plant("CREATE UNIQUE INDEX planted_number ON ow.entity ((body ->> 'number'))");
  CHECK(uniqueWithoutScope(database) == std::set<std::string>{"ow.planted_number"});
  plant("ALTER TABLE ow.entity ADD CONSTRAINT planted_kind FOREIGN KEY (kind) REFERENCES ow.kind");
  CHECK(foreignKeysOfRows(database) == std::set<std::string>{"planted_kind"});
  plant(
      "CREATE FUNCTION ow.planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_notify($$x$$, $$y$$); RETURN NEW; "
      "END'");
  plant("CREATE TRIGGER planted_wake AFTER INSERT ON ow.entity FOR EACH ROW EXECUTE FUNCTION ow.planted()");
  CHECK(triggers(database) == std::set<std::string>{"planted_wake"});
  CHECK(functionsThatSay(database, kSpeaksToListeners) == std::set<std::string>{"planted"});
  plant("ALTER TABLE ow.scope ADD CONSTRAINT planted_late UNIQUE (name) DEFERRABLE");
  CHECK(deferrable(database) == std::set<std::string>{"planted_late"});
  plant("ALTER TABLE ow.entity ADD COLUMN planted bigserial");
  CHECK(sequences(database).contains("entity_planted_seq"));
  plant("CREATE FUNCTION ow.planted_cursor() RETURNS text LANGUAGE sql AS 'SELECT pg_current_snapshot()::text'");
  CHECK(functionsThatSay(database, kTransactionIds).contains("planted_cursor"));
  plant("CREATE TABLE ow.planted_table (id uuid PRIMARY KEY)");
  CHECK(withoutPlace(database) == std::set<std::string>{"planted_table"});
}
