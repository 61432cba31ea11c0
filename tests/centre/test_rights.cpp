// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/installation.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::test;

namespace {

constexpr const char* kDenied = "42501";

PostgresServer& server() {
  return PostgresServer::shared();
}

// Two halls with a desk each, and the login that a desk of the first has.
struct Site {
  explicit Site(const std::string& mark) : own("own-" + mark), other("other-" + mark) {
    REQUIRE(centre::installCentre(server().admin(database),
                                  centre::Installing::upgrade));  // rights on a database are not copied with it
    for (const auto& hall : {own, other}) REQUIRE(centre::addHall(server().admin(database), key, {hall, hall, "110101", "CN"}));
    mine = enrol(own, "001");
    theirs = enrol(other, "002");
    REQUIRE(centre::putStaff(server().admin(database), {{}, "wang", "王敏", "clerk", true, false, {own}, {}}));
  }

  centre::Enrolled enrol(const std::string& hall, const std::string& code) {
    const auto invitation = centre::addDesk(server().admin(database), key, {hall, code, "1", {}}, clock, random);
    REQUIRE(invitation);
    auto enrolled = centre::enrol(address(), invitation.value().code, random);
    REQUIRE(enrolled);
    return std::move(enrolled.value());
  }
  centre::Address address() const { return centre::Address::parse(server().dsn(database)).value(); }
  centre::Address as(const centre::Enrolled& desk) const { return address().as(desk.role, desk.password.reveal()); }
  centre::PostgresCentre line(const centre::Enrolled& desk) const {
    return centre::PostgresCentre({as(desk), desk.desk, desk.secret});
  }

  base::SystemClock clock;
  base::SeededRandom random{4};
  centre::SiteKey key = centre::SiteKey::make(random);
  std::string database = server().newCentre();
  std::string own, other;
  centre::Enrolled mine, theirs;
};

std::vector<std::string> listOf(const centre::Address& as, const std::string& sql) {
  std::vector<std::string> lines;
  const std::string all = runSql(as, "SELECT string_agg(x, E'\\n') FROM (" + sql + ") AS t(x)");
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = std::min(all.find('\n', from), all.size());
    lines.push_back(all.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a desk has no right on any table of the centre", "[centre][rights]") {
  const Site site("tables");
  const auto tables = listOf(server().superuser(site.database),
                             "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname LIKE 'ow%'");
  REQUIRE(tables.size() > 15);
  for (const std::string& table : tables) {
    CAPTURE(table);
    CHECK(stateOf(site.as(site.mine), "SELECT count(*) FROM " + table) == kDenied);
    CHECK(stateOf(site.as(site.mine), "DELETE FROM " + table) == kDenied);
    CHECK(stateOf(site.as(site.mine), "EXPLAIN SELECT * FROM " + table) == kDenied);
    CHECK(stateOf(site.as(site.mine), "COPY " + table + " TO STDOUT") == kDenied);
    CHECK(stateOf(site.as(site.mine), "BEGIN; LOCK TABLE " + table) == kDenied);
  }
}

TEST_CASE("a desk may call what desks call, and nothing else of ours", "[centre][rights]") {
  const Site site("functions");
  const auto root = server().superuser(site.database);
  const auto functions = listOf(root,
                                "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM "
                                "pg_namespace WHERE nspname LIKE 'ow%')");
  REQUIRE(functions.size() > 30);
  for (const std::string& function : functions) {
    CAPTURE(function);
    const std::string may = runSql(root, "SELECT has_function_privilege('" + site.mine.role + "', '" + function +
                                             "', 'EXECUTE') AND has_schema_privilege('" + site.mine.role + "', split_part('" +
                                             function + "', '.', 1), 'USAGE')");
    CHECK((may == "t") == function.starts_with("ow_api."));
  }
}

TEST_CASE("what runs with the owner's rights cannot be led astray", "[centre][rights]") {
  const Site site("owner");
  const auto root = server().superuser(site.database);
  CHECK(runSql(root,
               "SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname LIKE 'ow%' AND "
               // Two expressions with a name: no rights of their own, and everything in them is named in full.
               "NOT (p.proname IN ('held_session', 'id_of', 'row_digest') AND NOT p.prosecdef) AND NOT EXISTS (SELECT FROM "
               "unnest(p.proconfig) "
               "c WHERE c LIKE 'search_path=%pg_temp')") == "0");
  CHECK(
      runSql(
          root,
          "SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner "
          "WHERE n.nspname LIKE 'ow%' AND r.rolname <> CASE n.nspname WHEN 'ow_roles' THEN 'ow_role_keeper' ELSE 'ow_owner' "
          "END") == "0");
  CHECK(runSql(root,
               "SELECT rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = 'ow_owner'") ==
        "f");
  CHECK(runSql(root, "SELECT rolcanlogin OR rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'ow_role_keeper'") == "f");
  CHECK(runSql(root, "SELECT count(*) FROM pg_views WHERE schemaname LIKE 'ow%'") == "0");
  CHECK(runSql(root, "SELECT count(*) FROM pg_matviews WHERE schemaname LIKE 'ow%'") == "0");
  CHECK(runSql(
            root,
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'ow'::regnamespace AND relkind = 'r' AND NOT relrowsecurity") ==
        "0");
}

TEST_CASE("the tricks of a curious desk come to nothing", "[centre][rights]") {
  const Site site("tricks");
  const std::string role = site.mine.role;
  for (const std::string& trick : std::vector<std::string>{
           "SET ROLE ow_owner",
           "SET ROLE ow_admin",
           "SET SESSION AUTHORIZATION postgres",
           "CREATE TABLE public.t (x int)",
           "CREATE TEMP TABLE t (x int)",
           "CREATE FUNCTION ow_api.f() RETURNS int LANGUAGE sql AS 'select 1'",
           "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'select 1'",
           "CREATE SCHEMA mine",
           "ALTER FUNCTION ow_api.anchor(bytea) SECURITY INVOKER",
           "GRANT ow_owner TO CURRENT_USER",
           "ALTER ROLE ow_owner LOGIN",
           "CREATE ROLE friend",
           "COPY (SELECT 1) TO PROGRAM 'true'",
           "COPY (SELECT 1) TO '/tmp/x'",
           "SELECT pg_read_file('/etc/passwd')",
           "SELECT pg_ls_dir('.')",
           "SELECT lo_import('/etc/passwd')",
           "SELECT ow.put(ARRAY[1], 1::smallint, gen_random_uuid(), 1, '{}')",
           "SELECT ow.session_of('x')",
           "SELECT ow_admin.staff()",
           "SELECT ow_clerk.keys_for(gen_random_uuid())",
           "SELECT ow_roles.shut('ow_hall_x')",
           "SET ROLE ow_role_keeper",
           "SELECT ow_enrol.enrol('x', 'y')",
           "DO $$ BEGIN PERFORM ow.current_epoch(); END $$",
           "SELECT pg_stat_reset()",
           "CREATE EXTENSION dblink",
           "CREATE EXTENSION postgres_fdw",
           "CREATE PUBLICATION p FOR ALL TABLES",
           "SELECT pg_create_logical_replication_slot('s', 'test_decoding')",
           "ALTER SYSTEM SET log_statement = 'all'",
           "SET log_statement = 'all'",
           "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION suppress_redundant_updates_trigger()",
           "ALTER DATABASE postgres SET search_path = public",
           "SELECT * FROM pg_authid",
           "SELECT * FROM pg_statistic",
           "CREATE SERVER s FOREIGN DATA WRAPPER f"}) {
    CAPTURE(trick);
    CHECK_FALSE(stateOf(site.as(site.mine), trick).empty());
  }
  // What the catalogues of every database show, and this one's must not.
  CHECK(runSql(site.as(site.mine), "SELECT count(*) FROM pg_stats WHERE schemaname LIKE 'ow%'") == "0");
  CHECK(runSql(site.as(site.mine),
               "SELECT count(*) FROM pg_stat_activity WHERE usename <> current_user AND query NOT IN ('', '<insufficient "
               "privilege>')") == "0");
  // A setting changes nothing about who somebody is.
  CHECK(stateOf(site.as(site.mine), "SET row_security = off; SELECT count(*) FROM ow.entity") == kDenied);
}

TEST_CASE("a token is worth nothing over another hall's login, and an invented one nothing at all", "[centre][rights]") {
  const Site site("token");
  const std::string opened = runSql(site.as(site.mine), "SELECT ow_api.open_session('" + site.mine.desk.text() + "', '\\x" +
                                                            site.mine.secret.reveal() + "', 1) ->> 'token'");
  REQUIRE(opened.size() == 64);
  const std::string call = "SELECT ow_api.anchor('\\x" + opened + "')";
  CHECK(stateOf(site.as(site.mine), call).empty());
  CHECK(stateOf(site.as(site.theirs), call) == "OW001");
  CHECK(stateOf(site.as(site.mine), "SELECT ow_api.anchor('\\x00')") == "OW001");
  CHECK(stateOf(site.as(site.theirs), "SELECT ow_api.open_session('" + site.mine.desk.text() + "', '\\x" +
                                          site.mine.secret.reveal() + "', 1)") == "OW001");
}

TEST_CASE("what another hall holds and what nobody holds look alike", "[centre][rights]") {
  const Site site("alike");
  auto theirs = site.line(site.theirs);
  const auto hello = theirs.hello();
  REQUIRE(hello);
  const sync::ScopeId hidden = hello.value().scopes.front().id;
  const auto hiddenParty = testkit::anId(7);
  const std::int32_t epoch = theirs.heads({}, {}).value().epoch;
  REQUIRE(theirs.push(epoch, std::array<domain::WrittenOperation, 1>{testkit::anOperation(1).create(
                                 "party", hiddenParty, {{"kind", std::string("person")}, {"name", std::string("张三")}})}));

  auto mine = site.line(site.mine);
  REQUIRE(mine.hello());
  const sync::ScopeId absent{hidden.n + 1000};
  for (const sync::ScopeId scope : {hidden, absent}) {
    CAPTURE(scope.n);
    int rows = 0;
    const sync::RowSink count = [&](sync::PulledRow&&) -> base::Result<void> {
      ++rows;
      return base::success();
    };
    const auto heads = mine.heads(std::array{sync::Cursor{scope, epoch, 0}}, {});
    REQUIRE(heads);
    CHECK(heads.value().scopes.empty());
    CHECK(mine.pull(std::array{sync::Cursor{scope, epoch, 0}}, 10, count));
    CHECK(mine.fill(scope, "", 10, count).value().next.empty());
    const auto buckets = mine.buckets(scope);
    REQUIRE(buckets);
    CHECK(
        std::all_of(buckets.value().begin(), buckets.value().end(), [](const sync::Bucket& b) { return b == sync::Bucket{}; }));
    CHECK(mine.listBucket(scope, hiddenParty.uuid.bytes.back()).value().empty());
    CHECK(rows == 0);
  }
  // Changing it and asking for it by id: as if it were not there.
  const auto answer = mine.push(
      epoch, std::array<domain::WrittenOperation, 2>{
                 testkit::anOperation(2).patch("party", hiddenParty, "name", std::string("张三"), std::string("李四")),
                 testkit::anOperation(3).patch("party", testkit::anId(8), "name", std::string("张三"), std::string("李四"))});
  REQUIRE(answer);
  REQUIRE(answer.value().settled.size() == 2);
  CHECK(answer.value().settled[0].outcome == answer.value().settled[1].outcome);
  CHECK(answer.value().settled[0].facts == answer.value().settled[1].facts);
  CHECK(answer.value().settled[0].rev == answer.value().settled[1].rev);
}
