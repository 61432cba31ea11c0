// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "centre/administration.h"
#include "centre/clerk_secrets.h"
#include "centre/postgres_server.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;

namespace {

constexpr const char* kDenied = "42501";

// The three who administrate, each with a login of their own.
struct Site {
  base::SystemClock clock;
  base::SeededRandom random{12};
  centre::SiteKey key = centre::SiteKey::make(random);
  std::string database = PostgresServer::shared().newCentre();
  centre::Address installer = PostgresServer::shared().admin(database);
  centre::Address address = centre::Address::parse(PostgresServer::shared().dsn(database)).value();

  centre::Address hire(const std::string& login, const std::string& role) {
    REQUIRE(centre::putStaff(installer, {{}, login, login, role, true, false, {}, {}}));
    const auto password = centre::givePassphrase(installer, key, login, random);
    REQUIRE(password);
    return address.as(centre::staffRole(login), password.value().reveal());
  }
};

}  // namespace

TEST_CASE("who keeps the machines cannot keep the people, and the other way round", "[centre][offices]") {
  Site site;
  const auto system = site.hire("sun", "system_administrator");
  const auto security = site.hire("qian", "security_administrator");
  const auto auditor = site.hire("shen", "auditor");

  REQUIRE(centre::addHall(system, site.key, {"office-hall", "政务服务中心", "110101", "CN"}));
  REQUIRE(centre::addDesk(system, site.key, {"office-hall", "001", "1", {}}, site.clock, site.random));
  CHECK(centre::putStaff(system, {{}, "friend", "friend", "clerk", true, false, {"office-hall"}, {}}).has_error());
  CHECK(centre::givePassphrase(system, site.key, "qian", site.random).has_error());

  REQUIRE(centre::putStaff(security, {{}, "wang", "王敏", "clerk", true, false, {"office-hall"}, {}}));
  REQUIRE(centre::givePassphrase(security, site.key, "wang", site.random));
  REQUIRE(centre::disableStaff(security, "wang"));
  CHECK(centre::addHall(security, site.key, {"own-hall", "own", "110101", "CN"}).has_error());
  CHECK(centre::addDesk(security, site.key, {"office-hall", "002", "1", {}}, site.clock, site.random).has_error());

  CHECK(centre::putStaff(auditor, {{}, "friend", "friend", "clerk", true, false, {}, {}}).has_error());
  CHECK(centre::disableStaff(auditor, "wang").has_error());
  CHECK(centre::acts(system, 10).has_error());
  CHECK(centre::acts(security, 10).has_error());
}

TEST_CASE("the auditor reads what each administrator did, under their own names", "[centre][offices]") {
  Site site;
  const auto system = site.hire("sun2", "system_administrator");
  const auto security = site.hire("qian2", "security_administrator");
  const auto auditor = site.hire("shen2", "auditor");
  REQUIRE(centre::addHall(system, site.key, {"seen-hall", "政务服务中心", "110101", "CN"}));
  REQUIRE(centre::putStaff(security, {{}, "wang2", "王敏", "clerk", true, false, {"seen-hall"}, {}}));
  const auto acts = centre::acts(auditor, 10);
  REQUIRE(acts);
  const auto did = [&](const char* login, const char* act, const char* subject) {
    return std::any_of(acts.value().begin(), acts.value().end(),
                       [&](const centre::Act& a) { return a.login == login && a.act == act && a.subject == subject; });
  };
  CHECK(did("ow_staff_sun2", "hall_added", "seen-hall"));
  CHECK(did("ow_staff_qian2", "staff_put", "wang2 clerk"));
}

TEST_CASE("nobody changes into another office", "[centre][offices]") {
  Site site;
  (void)site.hire("sun3", "system_administrator");
  for (const char* role : {"security_administrator", "auditor", "clerk"}) {
    CAPTURE(role);
    const auto changed = centre::putStaff(site.installer, {{}, "sun3", "sun3", role, true, false, {}, {}});
    REQUIRE(changed.has_error());
    CHECK(changed.error().kind == ErrorKind::duplicate);
    CHECK(changed.error().fact("entity") == "office");
  }
}

TEST_CASE("no login of ours is in two groups, whoever tried", "[centre][offices]") {
  Site site;
  (void)site.hire("sun4", "system_administrator");
  const auto root = PostgresServer::shared().superuser(site.database);
  const std::string twice =
      "SELECT count(*) FROM (SELECT m.member FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON "
      "r.oid "
      "= m.member WHERE r.rolname ~ '^ow_(staff|hall|new)_' AND g.rolname ~ '^ow_' GROUP BY 1 HAVING count(*) > 1) x";
  CHECK(runSql(root, twice) == "0");
  // An office that was granted behind the functions' back goes when the person gets the next passphrase. From PostgreSQL 16 on
  // only whoever granted it can take it back: until then there is no next passphrase.
  runSql(root, "GRANT ow_security_administrator TO ow_staff_sun4");
  CHECK(runSql(root, twice) == "1");
  const bool canTakeBack = std::stoi(runSql(root, "SHOW server_version_num")) < 160000;
  const auto refused = centre::givePassphrase(site.installer, site.key, "sun4", site.random);
  CHECK(refused.has_value() == canTakeBack);
  if (refused.has_error()) CHECK(refused.error().kind == ErrorKind::duplicate);
  runSql(root, "REVOKE ow_security_administrator FROM ow_staff_sun4");
  CHECK(centre::givePassphrase(site.installer, site.key, "sun4", site.random));
  CHECK(runSql(root, twice) == "0");
}

TEST_CASE("the role that makes logins makes no other ones", "[centre][offices]") {
  Site site;
  const auto owner = PostgresServer::shared().superuser(site.database);
  const std::string verifier = "SCRAM-SHA-256$4096:AAAA$BBBB:CCCC";
  for (const std::string& call :
       std::vector<std::string>{"SELECT ow_roles.put('postgres', '" + verifier + "', 'ow_desk')",
                                "SELECT ow_roles.put('ow_owner', '" + verifier + "', 'ow_desk')",
                                "SELECT ow_roles.put('ow_hall_x', '" + verifier + "', 'ow_owner')",
                                "SELECT ow_roles.put('ow_hall_x', '" + verifier + "', 'pg_read_all_data')",
                                "SELECT ow_roles.put('ow_hall_x', 'secret', 'ow_desk')",
                                "SELECT ow_roles.put('ow_hall_x\" SUPERUSER --', '" + verifier + "', 'ow_desk')",
                                "SELECT ow_roles.shut('postgres')"}) {
    CAPTURE(call);
    CHECK(stateOf(owner, call) == "OW422");
  }
  const auto system = site.hire("sun5", "system_administrator");
  CHECK(stateOf(system, "SELECT ow_roles.put('ow_hall_x', '" + verifier + "', 'ow_desk')") == kDenied);
  CHECK(stateOf(system, "SET ROLE ow_role_keeper") == kDenied);
  CHECK(stateOf(system, "CREATE ROLE friend") == kDenied);
  CHECK(stateOf(system, "SELECT * FROM ow.staff") == kDenied);
}
