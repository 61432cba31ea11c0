// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance.h"

#include <sqlite3.h>

#include <array>

#include "store/migration.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;

namespace {

// Each selects the ids of rows that break a promise of the domain.
struct Invariant {
  const char* name;
  const char* sql;
};
constexpr std::array kInvariants{
    Invariant{"identifier_without_party",
              "SELECT i.id FROM identifier i WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.id = i.party_id)"},
    Invariant{"contact_point_without_party",
              "SELECT c.id FROM contact_point c WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.id = c.party_id)"},
    Invariant{"address_without_party",
              "SELECT a.id FROM address a WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.id = a.party_id)"},
    Invariant{"relationship_without_party",
              "SELECT r.id FROM relationship r WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.id = r.from_party)"
              " OR NOT EXISTS (SELECT 1 FROM party p WHERE p.id = r.to_party)"},
    Invariant{"case_without_service",
              "SELECT c.id FROM case_record c WHERE NOT EXISTS (SELECT 1 FROM service s WHERE s.id = c.service_id)"},
    Invariant{"case_without_party",
              "SELECT c.id FROM case_record c WHERE c.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM party p WHERE p.id = "
              "c.party_id)"},
    Invariant{"case_owner_unknown",
              "SELECT c.id FROM case_record c WHERE c.owner_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = "
              "c.owner_id)"},
    Invariant{"case_without_story",
              "SELECT c.id FROM case_record c WHERE NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id)"},
    // The last move led to it; or, where moves of several desks came together in another order than that of their clocks, one
    // more move led to it than away from it.
    Invariant{"case_state_not_of_its_story",
              "SELECT c.id FROM case_record c WHERE c.state <> (SELECT e.to_state FROM case_event e WHERE e.case_id = c.id"
              " AND e.to_state IS NOT NULL ORDER BY e.at DESC, e.n DESC LIMIT 1)"
              " AND (SELECT count(*) FROM case_event e WHERE e.case_id = c.id AND e.to_state = c.state)"
              " <= (SELECT count(*) FROM case_event e WHERE e.case_id = c.id AND e.from_state = c.state)"},
    Invariant{"event_without_case",
              "SELECT e.id FROM case_event e WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = e.case_id)"},
    Invariant{"link_without_case",
              "SELECT l.id FROM case_link l WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = l.from_case)"
              " OR NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = l.to_case)"},
    Invariant{"interaction_without_case",
              "SELECT i.id FROM interaction i WHERE i.case_id IS NOT NULL"
              " AND NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = i.case_id)"},
    Invariant{"rating_without_case",
              "SELECT r.id FROM rating r WHERE r.case_id IS NOT NULL"
              " AND NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = r.case_id)"},
    Invariant{"two_preferred_phones",
              "SELECT party_id FROM contact_point WHERE is_preferred = 1 AND kind = 'phone'"
              " GROUP BY party_id HAVING count(*) > 1"},
    Invariant{"search_term_of_nobody",
              "SELECT k FROM term t WHERE c % 2 = 0 AND NOT EXISTS (SELECT 1 FROM party p WHERE p.n = t.c / 2)"},
    Invariant{"search_term_of_no_case",
              "SELECT k FROM term t WHERE c % 2 = 1 AND NOT EXISTS (SELECT 1 FROM case_record x WHERE x.n = t.c / 2)"},
    Invariant{"party_not_in_search",
              "SELECT p.id FROM party p WHERE NOT EXISTS (SELECT 1 FROM term t WHERE t.c = p.n * 2)"
              " AND 0 = (SELECT count(*) FROM desk_state WHERE name = 'search_stale') AND p.n % 997 = 0"},
    Invariant{"operation_of_unknown_entity",
              "SELECT id FROM operation WHERE entity NOT IN ('party', 'identifier', 'contact_point', 'address', "
              "'relationship', 'service',"
              " 'case', 'case_event', 'case_link', 'interaction', 'rating', 'staff', 'conflict', 'proposal', 'attachment', "
              "'document', 'pad', 'rating_review', 'survey_round', 'survey_answer', 'survey_task', 'ticket', "
              "'published_scorecard', 'scorecard_signoff', 'scorecard_comment', 'indicator_target', 'reported_figure')"},
    Invariant{"attachment_without_case",
              "SELECT t.id FROM attachment t WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = t.case_id)"},
    Invariant{"document_without_case",
              "SELECT d.id FROM official_document d WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = d.case_id)"},
    Invariant{"rating_of_unknown_pad",
              "SELECT r.id FROM rating r WHERE r.pad_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pad p WHERE p.id = r.pad_id)"
              // Those of another hall came along with their person, and are checked there.
              " AND (r.hall IS NULL OR r.hall = coalesce((SELECT value FROM desk_state WHERE name = 'place.hall'), r.hall))"},
    Invariant{"content_with_holes",
              "SELECT w.attachment_id FROM attachment_content w WHERE w.state = 'here' AND EXISTS (SELECT 1 FROM chunk_use u"
              " WHERE u.attachment_id = w.attachment_id AND NOT EXISTS (SELECT 1 FROM chunk c WHERE c.hash = u.hash))"},
    Invariant{"chunk_of_nobody",
              "SELECT c.hash FROM chunk c WHERE NOT EXISTS (SELECT 1 FROM chunk_use u WHERE u.hash = c.hash)"},
    // Two desks took it in before they heard of each other, or one did where the centre had it.
    Invariant{"case_taken_in_twice",
              "SELECT min(id) FROM case_record WHERE source IS NOT NULL GROUP BY source, external_no HAVING count(*) > 1"},
};

std::string exampleOf(const Statement& row) {
  const auto id = base::Uuid::fromBytes(row.blob(0));
  return id ? id->text() : std::string();  // a search key is personal: it is counted, not shown
}

Result<void> checkInvariants(Connection& connection, std::vector<Problem>& problems,
                             const std::function<void(double)>& progress) {
  for (std::size_t i = 0; i < kInvariants.size(); ++i) {
    OW_TRY(auto row, connection.prepare(kInvariants[i].sql));
    Problem problem{kInvariants[i].name, 0, ""};
    for (;;) {
      OW_TRY(const bool more, row.step());
      if (!more) break;
      if (problem.rows++ == 0) problem.example = exampleOf(row);
    }
    if (problem.rows > 0) problems.push_back(std::move(problem));
    if (progress) progress(0.3 + 0.7 * (double(i + 1) / double(kInvariants.size())));
  }
  return base::success();
}

// The rows of a pragma that names damage; "ok" is no damage.
Result<void> checkFile(Connection& connection, const char* pragma, const char* what, std::vector<Problem>& problems) {
  OW_TRY(auto row, connection.prepare(pragma));
  Problem problem{what, 0, ""};
  for (;;) {
    const auto more = row.step();
    if (!more && more.error().kind != ErrorKind::storeDamaged) return more.error();
    if (!more) {
      ++problem.rows;
      break;
    }
    if (!more.value()) break;
    if (row.view(0) == "ok") continue;
    if (problem.rows++ == 0) problem.example = row.text(0);
  }
  if (problem.rows > 0) problems.push_back(std::move(problem));
  return base::success();
}

Result<void> copyPages(Connection& from, Connection& to, const std::function<void(double)>& progress) {
  constexpr int kPagesAtOnce = 2000;  // between them the clerk's writes go on
  sqlite3_backup* copying = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (copying == nullptr) return sqliteError(to.handle(), sqlite3_errcode(to.handle()));
  int code = SQLITE_OK;
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    code = sqlite3_backup_step(copying, kPagesAtOnce);
    const int all = sqlite3_backup_pagecount(copying);
    if (progress && all > 0) progress(1.0 - double(sqlite3_backup_remaining(copying)) / all);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
  }
  sqlite3_backup_finish(copying);
  if (code != SQLITE_DONE) return sqliteError(to.handle(), code);
  return base::success();
}

Result<void> verifyCopy(Connection& connection) {
  OW_TRYV(checkVersion(connection));
  std::vector<Problem> problems;
  OW_TRYV(checkFile(connection, "PRAGMA cipher_integrity_check", "damaged_page", problems));
  OW_TRYV(checkFile(connection, "PRAGMA integrity_check", "damaged_tree", problems));
  if (!problems.empty()) return base::fail(ErrorKind::storeDamaged, {{"detail", problems.front().what}});
  return base::success();
}

void removeLogs(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path.string() + suffix, ignored);
}

// Copies the pages of `from` into a new file that is whole by itself, its log folded in.
Result<void> writeCopy(Connection& from, const StoreKey& key, const std::filesystem::path& making,
                       const std::function<void(double)>& progress) {
  OW_TRY(auto copy, Connection::open(making.string(), key.bytes(), OpenMode::create));
  OW_TRYV(copyPages(from, *copy, progress));
  return copy->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Read back as somebody will who needs it: from the file alone.
Result<void> verifyFile(const StoreKey& key, const std::filesystem::path& path) {
  OW_TRY(auto copy, Connection::open(path.string(), key.bytes(), OpenMode::immutable));
  return verifyCopy(*copy);
}

// The copy gets its name when it is verified. A log that a crash has left under that name would be played over it: it goes
// first.
Result<void> copyStore(Connection& from, const StoreKey& key, const std::filesystem::path& to,
                       const std::function<void(double)>& progress) {
  const std::filesystem::path making = to.string() + ".making";
  std::error_code code;
  std::filesystem::remove(making, code);
  removeLogs(making);
  const auto written = writeCopy(from, key, making, progress);
  removeLogs(making);
  const auto verified = written ? verifyFile(key, making) : written;
  if (!verified) {
    std::filesystem::remove(making, code);
    return verified.error();
  }
  removeLogs(to);
  std::filesystem::rename(making, to, code);
  if (code) return base::fail(ErrorKind::ioFailure, {{"operation", "rename"}});
  return base::success();
}

// The keys first: a store without its keys could never be opened, keys without a store are in nobody's way.
Result<void> copyWithKeys(Connection& from, const StoreKey& key, const std::string& keys, const std::filesystem::path& to,
                          const std::function<void(double)>& progress) {
  OW_TRYV(replaceFile(KeyRing::pathFor(to), keys));
  const auto copied = copyStore(from, key, to, progress);
  std::error_code ignored;
  if (!copied) std::filesystem::remove(KeyRing::pathFor(to), ignored);
  return copied;
}

// The text of the key ring beside a store that is there.
Result<std::string> keysOf(const std::filesystem::path& store) {
  auto keys = readSmallFile(KeyRing::pathFor(store));
  if (!keys && keys.error().kind == ErrorKind::storeMissing) return base::fail(ErrorKind::keysMissing);
  return keys;
}

base::Error thereAlready() {
  return base::fail(ErrorKind::duplicate, {{"entity", "store"}});
}

}  // namespace

Result<Counts> countEverything(Connection& connection) {
  Counts counts;
  const std::pair<const char*, std::int64_t*> tables[] = {{"party", &counts.parties},
                                                          {"case_record", &counts.cases},
                                                          {"interaction", &counts.interactions},
                                                          {"case_event", &counts.events},
                                                          {"service", &counts.services},
                                                          {"rating", &counts.ratings},
                                                          {"identifier", &counts.identifiers},
                                                          {"contact_point", &counts.contactPoints},
                                                          {"relationship", &counts.relationships},
                                                          {"staff", &counts.staff}};
  for (const auto& [table, count] : tables) {
    OW_TRY(*count, connection.integer("SELECT count(*) FROM " + std::string(table)));
  }
  OW_TRY(counts.outbox, connection.integer("SELECT count(*) FROM operation WHERE state = 'waiting'"));
  OW_TRY(counts.openCases, connection.integer("SELECT count(*) FROM case_record WHERE closed_at IS NULL"));
  return counts;
}

Result<std::vector<Problem>> checkStore(Store& store, const std::function<void(double)>& progress) {
  OW_TRYV(store.checkpoint());
  OW_TRY(auto reader, store.read());
  Connection& connection = reader.connection();
  std::vector<Problem> problems;
  if (!store.hasPendingLog()) OW_TRYV(checkFile(connection, "PRAGMA cipher_integrity_check", "damaged_page", problems));
  if (progress) progress(0.15);
  OW_TRYV(checkFile(connection, "PRAGMA integrity_check", "damaged_tree", problems));
  if (progress) progress(0.3);
  // Invariants of a damaged file would only repeat the damage in other words.
  if (problems.empty()) OW_TRYV(checkInvariants(connection, problems, progress));
  return problems;
}

Result<void> backup(Store& store, const std::filesystem::path& to, const std::function<void(double)>& progress) {
  std::error_code code;
  if (std::filesystem::exists(to, code) || std::filesystem::exists(KeyRing::pathFor(to), code)) return thereAlready();
  OW_TRY(auto reader, store.read());
  OW_TRY(const auto keys, keysOf(store.path()));
  // One snapshot: without it every write of a clerk would make the copy begin again.
  OW_TRYV(reader.beginSnapshot());
  OW_TRYV(reader.connection().integer("SELECT count(*) FROM sqlite_schema"));
  return copyWithKeys(reader.connection(), store.key(), keys, to, progress);
}

Result<void> restore(const std::filesystem::path& from, StoreKey key, const std::filesystem::path& to) {
  std::error_code code;
  if (std::filesystem::exists(to, code) || std::filesystem::exists(KeyRing::pathFor(to), code)) return thereAlready();
  if (!std::filesystem::exists(from, code)) return base::fail(ErrorKind::storeMissing);
  // A backup is whole by itself and may lie on a medium that cannot be written.
  const bool hasLog = std::filesystem::exists(from.string() + "-wal", code);
  OW_TRY(auto source, Connection::open(from.string(), key.bytes(), hasLog ? OpenMode::readOnly : OpenMode::immutable));
  OW_TRYV(verifyCopy(*source));
  OW_TRY(const auto keys, keysOf(from));
  return copyWithKeys(*source, key, keys, to, {});
}

}  // namespace ow::store
