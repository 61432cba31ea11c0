// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_under_test.h"

#include <map>
#include <stdexcept>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/pooler.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_register.h"
#include "centre/postgres_server.h"

namespace ow::test {

namespace {

using testkit::CentreUnderTest;

template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

// What a history is made of; halls, desks and staff outlive a rollback here, as they would have been there before it.
// What is lost with a history, in the order in which it can be put back; the scopes beside it, which others refer to.
constexpr const char* kHistory[] = {"epoch", "entity",    "operation_log", "fork",      "anchor",
                                    "look",  "look_head", "chunk",         "chunk_use", "document_number"};

PostgresServer& serverWithStandby() {
  static PostgresServer server({.standby = Standby::applied});
  return server;
}

// The pooler keeps what it opened for a while, and each case has a database of its own.
PostgresServer& serverBehindPooler() {
  static PostgresServer server({.connections = 500});
  return server;
}
Pooler& pooler() {
  static Pooler one(serverBehindPooler(), 1);
  return one;
}

PostgresServer& serverOf(Way way) {
  if (way == Way::standby) return serverWithStandby();
  return way == Way::pooler ? serverBehindPooler() : PostgresServer::shared();
}

class PostgresUnderTest final : public CentreUnderTest {
 public:
  explicit PostgresUnderTest(Way way) : m_way(way), m_server(serverOf(way)) {
    runSql(root(), "UPDATE ow.site SET asks_proof = false");
  }

  sync::ScopeId addHall(const std::string& code) override {
    must(centre::addHall(admin(), m_key, {code, "政务服务中心 " + code, "110101", "CN"}));
    const std::string n = runSql(root(), "SELECT n FROM ow.scope WHERE code = '" + code + "'");
    m_codes[std::stoi(n)] = code;
    return {std::stoi(n)};
  }

  sync::ScopeId addScope(const std::string& kind, const std::string& code) override {
    const int n = std::stoi(runSql(root(), "SELECT ow_admin.add_scope('" + kind + "', '" + code + "', '" + code + "')"));
    m_codes[n] = code;
    m_kinds[n] = kind;
    return {n};
  }
  void addRoute(sync::ScopeId hall, sync::ScopeId scope, const std::optional<std::string>& department) override {
    runSql(root(), "SELECT ow_admin.add_route('" + m_codes.at(hall.n) + "', '" + m_kinds.at(scope.n) + "', '" +
                       m_codes.at(scope.n) + "', " + (department ? "'" + *department + "'" : "NULL") + ")");
  }
  void addFiguresRoute(sync::ScopeId hall, sync::ScopeId scope) override {
    runSql(root(), "SELECT ow_admin.add_route('" + m_codes.at(hall.n) + "', '" + m_kinds.at(scope.n) + "', '" +
                       m_codes.at(scope.n) + "', NULL, true)");
  }
  void setAuthority(sync::ScopeId hall, const std::optional<std::string>& department, const std::string& word) override {
    must(centre::putAuthority(admin(), {m_codes.at(hall.n), department.value_or(""), word}));
  }
  std::string addDesk(const std::vector<sync::ScopeId>& scopes) override {
    centre::NewDesk desk{m_codes.at(scopes.front().n), std::to_string(100 + ++m_desks), "1", {}};
    for (std::size_t i = 1; i < scopes.size(); ++i) desk.scopes.push_back(m_codes.at(scopes[i].n));
    const auto invitation = must(centre::addDesk(admin(), m_key, desk, m_clock, m_random));
    // Not by the pooler, which would keep what this login of all cases' databases may open at the server.
    const auto straight = centre::Address::parse(m_server.dsn(m_database)).value();
    const auto e = must(centre::enrol(straight, invitation.code, m_random));
    m_accounts.emplace(desk.code, centre::DeskAccount{address().as(e.role, e.password.reveal()), e.desk, e.secret});
    return desk.code;
  }

  void revokeDesk(const std::string& desk) override { must(centre::revokeDesk(admin(), "110101", desk)); }
  void endSessions() override { runSql(root(), "DELETE FROM ow.session"); }
  void addStaff(const domain::Staff& staff) override { put(staff, std::string(base::code(staff.role))); }
  void addOnlooker(const domain::Staff& staff) override { put(staff, "auditor"); }
  void disableStaff(const domain::Staff& staff) override {
    runSql(root(), "UPDATE ow.staff SET is_active = false WHERE id = '" + staff.id.text() + "'");
  }

  void askForProof() override { runSql(root(), "UPDATE ow.site SET asks_proof = true"); }
  void prove(const std::string& desk, const domain::Staff& staff) override {
    runSql(root(), "INSERT INTO ow.clerk_at_desk SELECT id, '" + staff.id.text() +
                       "', now(), now() FROM ow.desk WHERE code = '" + desk + "'");
  }
  std::unique_ptr<sync::Centre> open(const std::string& desk) override;

  std::unique_ptr<sync::CentralRegister> openRegister(const std::string& desk) override {
    return std::make_unique<centre::PostgresRegister>(std::make_unique<centre::PostgresCentre>(m_accounts.at(desk)));
  }
  void setLimits(const sync::SearchLimits& limits) override {
    runSql(root(), "UPDATE ow.site SET searches_per_hour = " + std::to_string(limits.searchesPerHour) +
                       ", searches_per_day = " + std::to_string(limits.searchesPerDay) +
                       ", adoptions_per_hour = " + std::to_string(limits.adoptionsPerHour));
  }
  void tamperWithLook(sync::ScopeId hall, std::int64_t n) override {
    runSql(root(),
           "UPDATE ow.look l SET purpose = 'statistics', hash = sha256(prev || convert_to(ow.look_text(l), 'UTF8') || 'x') "
           "WHERE hall = " +
               std::to_string(hall.n) + " AND n = " + std::to_string(n));
  }
  std::int64_t chunksKept() override {
    runSql(root(), "SELECT ow_admin.collect_chunks()");
    return std::stoll(runSql(root(), "SELECT count(*) FROM ow.chunk"));
  }

  void backUp() override { keep("backup"); }
  void putBack() override { goBack("backup"); }
  void failover(std::size_t lostPushes) override {
    if (lostPushes > 0) goBack("push_" + std::to_string(m_pushes - lostPushes + 1));
    // Another timeline than the newest epoch was opened on.
    runSql(root(), "UPDATE ow.epoch SET timeline = timeline - 1 WHERE n = (SELECT max(n) FROM ow.epoch)");
  }
  // The server's clock is the machine's: what it wrote down grows older instead.
  void turnTheClock(std::chrono::seconds by) override {
    const std::string older = " - interval '" + std::to_string(by.count()) + " seconds'";
    runSql(root(), "UPDATE ow.anchor SET at = at" + older + "; UPDATE ow.epoch SET opened_at = opened_at" + older +
                       "; UPDATE ow.search_grant SET granted_at = granted_at" + older +
                       "; UPDATE ow.look SET received_at = received_at" + older);
  }
  bool readsFromStandby() const { return m_way == Way::standby; }
  // Long stories never lose their tail, and keeping every step of them takes minutes.
  void beforePush() {
    constexpr std::size_t kMostKept = 30;
    if (++m_pushes <= kMostKept) keep("push_" + std::to_string(m_pushes));
  }

 private:
  centre::Address admin() const { return m_server.admin(m_database); }
  centre::Address root() const { return m_server.superuser(m_database); }
  centre::Address address() const {
    return centre::Address::parse(m_way == Way::direct    ? m_server.dsn(m_database)
                                  : m_way == Way::standby ? m_server.dsnWithStandby(m_database)
                                                          : pooler().dsn(m_database))
        .value();
  }

  void put(const domain::Staff& staff, const std::string& role) {
    runSql(root(), "INSERT INTO ow.staff (id, login, name, role) VALUES ('" + staff.id.text() + "', '" + staff.login + "', '" +
                       staff.name + "', '" + role + "')");
  }
  void keep(const std::string& name) {
    std::string sql = "DROP SCHEMA IF EXISTS " + name + " CASCADE; CREATE SCHEMA " + name + "; CREATE UNLOGGED TABLE " + name +
                      ".scope AS TABLE ow.scope;";
    for (const char* table : kHistory) sql += "CREATE UNLOGGED TABLE " + name + "." + table + " AS TABLE ow." + table + ";";
    runSql(root(), sql);
  }
  void goBack(const std::string& name) {
    std::string emptied, filled;
    for (const std::string table : kHistory) {
      emptied += (emptied.empty() ? "ow." : ", ow.") + table;
      filled += "INSERT INTO ow." + table + " SELECT * FROM " + name + "." + table + ";";
    }
    runSql(root(),
           "BEGIN; TRUNCATE " + emptied + "; ALTER TABLE ow.scope DISABLE TRIGGER ALL; " + filled +
               "UPDATE ow.scope s SET pos = b.pos, row_count = b.row_count, digest = b.digest, collected_to = b.collected_to"
               " FROM " +
               name + ".scope b WHERE b.n = s.n; ALTER TABLE ow.scope ENABLE TRIGGER ALL; COMMIT");
  }

  base::SystemClock m_clock;
  base::SeededRandom m_random{20260302};
  centre::SiteKey m_key = centre::SiteKey::make(m_random);
  Way m_way;
  PostgresServer& m_server;
  std::string m_database = m_server.newCentre();
  std::map<int, std::string> m_codes, m_kinds;
  std::map<std::string, centre::DeskAccount> m_accounts;
  int m_desks = 0;
  std::size_t m_pushes = 0;
};

// Keeps the history as it was before each push, so that a failover can lose some. A desk asks how things stand before it reads,
// and a standby gives nothing that was not told of; the cases do not always.
class Watched final : public sync::Centre {
 public:
  Watched(PostgresUnderTest& stage, centre::DeskAccount account) : m_stage(stage), m_centre(std::move(account)) {}
  base::Result<sync::Hello> hello() override { return m_centre.hello(); }
  base::Result<sync::Heads> heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) override {
    return m_centre.heads(cursors, anchor);
  }
  base::Result<bool> isStill(std::span<const sync::ScopeHead> known) override { return m_centre.isStill(known); }
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override { return m_centre.disagree(anchors); }
  base::Result<sync::PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override {
    m_stage.beforePush();
    return m_centre.push(epoch, batch);
  }
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor> cursors, std::size_t limit,
                                      const sync::RowSink& sink) override {
    if (m_stage.readsFromStandby()) OW_TRYV(m_centre.heads(cursors, {}));
    return m_centre.pull(cursors, limit, sink);
  }
  base::Result<sync::FillAnswer> fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                      const sync::RowSink& sink) override {
    const sync::Cursor cursor{scope, 0, 0};
    if (m_stage.readsFromStandby()) OW_TRYV(m_centre.heads(std::span(&cursor, 1), {}));
    return m_centre.fill(scope, from, limit, sink);
  }
  base::Result<void> fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) override {
    return m_centre.fetch(keys, sink);
  }
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId scope) override { return m_centre.buckets(scope); }
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId scope, int bucket) override {
    return m_centre.listBucket(scope, bucket);
  }
  sync::ChunkStore* chunks() override { return m_centre.chunks(); }

 private:
  PostgresUnderTest& m_stage;
  centre::PostgresCentre m_centre;
};

std::unique_ptr<sync::Centre> PostgresUnderTest::open(const std::string& desk) {
  return std::make_unique<Watched>(*this, m_accounts.at(desk));
}

}  // namespace

std::unique_ptr<CentreUnderTest> postgresUnderTest(Way way) {
  return std::make_unique<PostgresUnderTest>(way);
}

}  // namespace ow::test
