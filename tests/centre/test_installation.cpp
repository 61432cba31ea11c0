// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/installation.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;

namespace {

PostgresServer& server() {
  return PostgresServer::shared();
}

}  // namespace

TEST_CASE("the schema is installed once, and a second time changes nothing", "[centre]") {
  runSql(server().admin("postgres"), "CREATE DATABASE installed_twice");
  const auto address = server().admin("installed_twice");
  const auto nothing = centre::centreState(address);
  REQUIRE(nothing.has_error());
  CHECK(nothing.error().kind == ErrorKind::notFound);
  const auto missing = centre::installCentre(address, centre::Installing::upgrade);
  REQUIRE(missing.has_error());
  CHECK(missing.error().kind == ErrorKind::notFound);

  const auto first = centre::installCentre(address, centre::Installing::fresh);
  REQUIRE(first);
  CHECK(first.value().before == 0);
  CHECK(first.value().after == centre::PostgresCentre::kNewestSchema);
  const auto second = centre::installCentre(address, centre::Installing::fresh);
  REQUIRE(second);
  CHECK(second.value().before == centre::PostgresCentre::kNewestSchema);
  const auto state = centre::centreState(address);
  REQUIRE(state);
  CHECK(state.value().epoch == 1);
  CHECK_FALSE(state.value().isSynchronous);
}

TEST_CASE("a centre that is newer than the program is left alone", "[centre]") {
  const std::string database = server().newCentre();
  runSql(server().superuser(database),
         "INSERT INTO ow.migration (version, name, checksum) VALUES (99, 'migrations/0099_later.sql', '')");
  const auto answer = centre::installCentre(server().admin(database), centre::Installing::upgrade);
  REQUIRE(answer.has_error());
  CHECK(answer.error().kind == ErrorKind::centreTooNew);
  CHECK(answer.error().fact("version") == "99");
}

TEST_CASE("a released migration that was edited is noticed", "[centre]") {
  const std::string database = server().newCentre();
  runSql(server().superuser(database), "UPDATE ow.migration SET checksum = 'other'");
  const auto answer = centre::installCentre(server().admin(database), centre::Installing::upgrade);
  REQUIRE(answer.has_error());
  CHECK(answer.error().fact("code") == "checksum");
}

// A scan that is forbidden is priced at ten thousand millions: whatever cannot do without one would be compiled at each call.
TEST_CASE("what forbids scans of tables compiles no plan and hashes no table", "[centre]") {
  const std::string database = server().newCentre();
  const auto count = [&](const std::string& what) {
    return runSql(server().superuser(database),
                  "SELECT count(*) FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname LIKE "
                  "'ow%') AND 'enable_seqscan=off' = ANY(p.proconfig) AND " +
                      what);
  };
  CHECK(count("true") != "0");
  CHECK(count("NOT 'jit=off' = ANY(p.proconfig)") == "0");
  // Such a condition may be answered from a hash of all rows it could meet: of a whole hall, for each batch.
  CHECK(count(R"(p.prosrc ~* '\mor\s+(not\s+)?exists')") == "0");
}

TEST_CASE("a code enrols one desk once", "[centre]") {
  base::SystemClock clock;
  base::SeededRandom random(7);
  const std::string database = server().newCentre();
  const auto admin = server().admin(database);
  const auto key = centre::SiteKey::make(random);
  REQUIRE(centre::addHall(admin, key, {"110101-once", "东城区政务服务中心", "110101", "CN"}));
  const auto doubled = centre::addHall(admin, key, {"110101-once", "another", "110101", "CN"});
  REQUIRE(doubled.has_error());
  CHECK(doubled.error().kind == ErrorKind::duplicate);
  const auto invitation = centre::addDesk(admin, key, {"110101-once", "001", "3", {}}, clock, random);
  REQUIRE(invitation);

  const auto address = centre::Address::parse(server().dsn(database)).value();
  const auto enrolled = centre::enrol(address, invitation.value().code, random);
  REQUIRE(enrolled);
  CHECK(enrolled.value().hall == "东城区政务服务中心");
  CHECK(enrolled.value().code == "001");
  CHECK(enrolled.value().window == "3");
  const auto again = centre::enrol(address, invitation.value().code, random);
  REQUIRE(again.has_error());
  CHECK(again.error().kind == ErrorKind::centreRefused);
  const auto wrong = centre::enrol(address, "00000-00000-00000-00000-00000", random);
  REQUIRE(wrong.has_error());
  CHECK(wrong.error().kind == ErrorKind::centreRefused);

  const auto& e = enrolled.value();
  centre::PostgresCentre desk({address.as(e.role, e.password.reveal()), e.desk, e.secret});
  const auto hello = desk.hello();
  REQUIRE(hello);
  REQUIRE(hello.value().scopes.size() == 1);
  CHECK(hello.value().scopes.front().code == "110101-once");

  SECTION("a revoked desk is shut out at once, its session too") {
    const sync::Cursor cursor{hello.value().scopes.front().id, 1, 0};
    REQUIRE(desk.heads(std::array{cursor}, {}));
    REQUIRE(centre::revokeDesk(admin, "110101", "001"));
    const auto refused = desk.heads(std::array{cursor}, {});
    REQUIRE(refused.has_error());
    CHECK(refused.error().kind == ErrorKind::centreRefused);
    const auto stillRefused = desk.hello();
    REQUIRE(stillRefused.has_error());
    CHECK(stillRefused.error().kind == ErrorKind::centreRefused);
  }
  SECTION("a new code closes what the old secret opened") {
    const auto renewed = centre::renewDesk(admin, key, "110101", "001", clock, random);
    REQUIRE(renewed);
    CHECK(desk.hello().has_error());
    REQUIRE(centre::enrol(address, renewed.value().code, random));
  }
}

TEST_CASE("only TLS with a checked name goes over a network", "[centre]") {
  for (const char* weaker : {"disable", "allow", "prefer", "require", "verify-ca"}) {
    CAPTURE(weaker);
    const auto refused = centre::Address::parse("host=centre.example.org sslmode=" + std::string(weaker));
    REQUIRE(refused.has_error());
    CHECK(refused.error().fact("rule") == "tls");
  }
  const auto address =
      centre::Address::parse("host=a.example.org,b.example.org port=5432,5433 target_session_attrs=read-write");
  REQUIRE(address);
  REQUIRE(address.value().hosts.size() == 2);
  for (const auto& host : address.value().hosts) CHECK(centre::valueOf(host, "sslmode") == "verify-full");
  CHECK(address.value().name(1) == "b.example.org:5433");
  CHECK(centre::Address::parse("host=a password=secret").error().fact("rule") == "password");
  CHECK(centre::Address::parse("host=").error().fact("rule") == "no_host");
  CHECK(centre::Address::parse("nonsense").error().fact("rule") == "unreadable");
}
