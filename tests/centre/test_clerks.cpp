// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_clerks.h"
#include "centre/postgres_server.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;
using base::Redacted;

namespace {

// A hall with one desk, and another hall; wang works in the first.
struct Site {
  base::SystemClock clock;
  base::SeededRandom random{11};
  centre::SiteKey key = centre::SiteKey::make(random);
  std::string database = PostgresServer::shared().newCentre();
  centre::Enrolled desk;
  std::string storeKey = std::string(64, '7');

  explicit Site(const std::string& mark) {
    for (const std::string hall : {"here-", "there-"})
      REQUIRE(centre::addHall(admin(), key, {hall + mark, hall, "110101", "CN"}));
    const auto invited = centre::addDesk(admin(), key, {"here-" + mark, "001", "1", {}}, clock, random);
    REQUIRE(invited);
    desk = std::move(centre::enrol(address(), invited.value().code, random).value());
  }
  centre::Address admin() const { return PostgresServer::shared().admin(database); }
  centre::Address root() const { return PostgresServer::shared().superuser(database); }
  centre::Address address() const { return centre::Address::parse(PostgresServer::shared().dsn(database)).value(); }

  // Answers the first passphrase.
  Redacted<std::string> hire(const std::string& login, const std::string& role, const std::vector<std::string>& halls) {
    REQUIRE(centre::putStaff(admin(), {{}, login, "王敏", role, true, false, halls, {}}));
    auto passphrase = centre::givePassphrase(admin(), key, login, random);
    REQUIRE(passphrase);
    return std::move(passphrase.value());
  }
  std::unique_ptr<centre::PostgresClerks> clerks() const {
    const std::string site = runSql(root(), "SELECT id FROM ow.site");
    return std::move(centre::PostgresClerks::at({PostgresServer::shared().dsn(database), site, desk.desk.text()}).value());
  }
  centre::PostgresCentre line(std::optional<centre::DeskAccount::Clerk> clerk = {}) const {
    centre::DeskAccount account{address().as(desk.role, desk.password.reveal()), desk.desk, desk.secret, std::move(clerk)};
    base::SystemRandom dice;
    account.sealedStoreKey = centre::seal(storeKey, desk.storeSecret.reveal(), dice);
    return centre::PostgresCentre(std::move(account));
  }
  void handInTheKey() {
    auto desk = line();
    REQUIRE(desk.hello());
  }
};

std::string ruleOf(const base::Error& error) {
  return std::string(error.fact("rule"));
}

}  // namespace

TEST_CASE("a first passphrase opens a desk that has never seen the clerk, and is replaced", "[centre][clerks]") {
  Site site("first");
  const auto first = site.hire("wang", "clerk", {"here-first"});
  auto clerks = site.clerks();
  CHECK(ruleOf(clerks->admit("wang", first).error()) == "no_store_key");
  site.handInTheKey();

  const auto admitted = clerks->admit("wang", first);
  REQUIRE(admitted);
  CHECK(admitted.value().mustChange);
  CHECK(admitted.value().storeKey.reveal() == site.storeKey);
  CHECK(admitted.value().proof.staff == domain::staffId("wang"));
  CHECK(admitted.value().proof.leaseUntil > site.clock.now() + std::chrono::days(13));

  const Redacted<std::string> own("my own passphrase");
  REQUIRE(clerks->changePassphrase("wang", first, own));
  CHECK(ruleOf(clerks->admit("wang", first).error()) == "login");
  const auto again = clerks->admit("wang", own);
  REQUIRE(again);
  CHECK_FALSE(again.value().mustChange);
  CHECK(again.value().storeKey.reveal() == site.storeKey);
}

TEST_CASE("nobody is told whether a login or its passphrase was wrong", "[centre][clerks]") {
  Site site("wrong");
  site.handInTheKey();
  (void)site.hire("wang", "clerk", {"here-wrong"});
  auto clerks = site.clerks();
  const Redacted<std::string> guess("a bold guess");
  const auto known = clerks->admit("wang", guess);
  const auto unknown = clerks->admit("li", guess);
  const auto noName = clerks->admit("x'; DROP ROLE ow_owner; --", guess);
  REQUIRE(known.has_error());
  REQUIRE(unknown.has_error());
  REQUIRE(noName.has_error());
  CHECK(ruleOf(known.error()) == "login");
  CHECK(ruleOf(unknown.error()) == "login");
  CHECK(ruleOf(noName.error()) == "login");
}

TEST_CASE("a clerk of another hall is not let in here", "[centre][clerks]") {
  Site site("hall");
  site.handInTheKey();
  const auto passphrase = site.hire("zhao", "clerk", {"there-hall"});
  CHECK(ruleOf(site.clerks()->admit("zhao", passphrase).error()) == "not_your_hall");
}

TEST_CASE("a session names the clerk who proved himself, and his work is taken from then on", "[centre][clerks]") {
  Site site("shift");
  const auto passphrase = site.hire("wang", "clerk", {"here-shift"});
  const auto wang = domain::staffId("wang");
  auto nobody = site.line();
  const auto plain = nobody.hello();
  REQUIRE(plain);
  CHECK_FALSE(plain.value().clerk);
  const auto epoch = nobody.heads({}, {}).value().epoch;
  const std::array<domain::WrittenOperation, 1> work{
      testkit::anOperation(1).create("party", testkit::anId(1), {{"name", std::string("张三")}}).by(wang)};
  CHECK(nobody.push(epoch, work).value().settled.front().outcome == sync::Outcome::postponed);

  const auto password = site.clerks()->passwordFor("wang", passphrase);
  REQUIRE(password);
  auto his = site.line(centre::DeskAccount::Clerk{"wang", password.value()});
  const auto hello = his.hello();
  REQUIRE(hello);
  REQUIRE(hello.value().clerk);
  CHECK(hello.value().clerk->staff == wang);
  CHECK(his.push(epoch, work).value().settled.front().outcome == sync::Outcome::applied);
  CHECK(runSql(site.root(), "SELECT count(*) FROM ow.session WHERE staff = '" + wang.text() + "'") == "1");
}

TEST_CASE("who was disabled proves nothing more, and the desk's own line goes on", "[centre][clerks]") {
  Site site("leaver");
  const auto passphrase = site.hire("wang", "clerk", {"here-leaver"});
  const auto password = site.clerks()->passwordFor("wang", passphrase).value();
  auto line = site.line(centre::DeskAccount::Clerk{"wang", password});
  REQUIRE(line.hello().value().clerk);
  REQUIRE(centre::disableStaff(site.admin(), "wang"));
  CHECK(runSql(site.root(), "SELECT count(*) FROM ow.session WHERE staff IS NOT NULL") == "0");
  const auto after = line.hello();
  REQUIRE(after);
  CHECK_FALSE(after.value().clerk);
  CHECK(after.value().clerkRefusal == "login");
  CHECK(ruleOf(site.clerks()->admit("wang", passphrase).error()) == "login");

  // A new passphrase lets him in again.
  const auto second = centre::givePassphrase(site.admin(), site.key, "wang", site.random);
  REQUIRE(second);
  CHECK(site.clerks()->admit("wang", second.value()));
}

TEST_CASE("a revoked desk gives its store's key to nobody", "[centre][clerks]") {
  Site site("stolen");
  site.handInTheKey();
  const auto passphrase = site.hire("wang", "clerk", {"here-stolen"});
  REQUIRE(site.clerks()->admit("wang", passphrase));
  REQUIRE(centre::revokeDesk(site.admin(), "110101", "001"));
  CHECK(site.clerks()->admit("wang", passphrase).has_error());
  CHECK(runSql(site.root(), "SELECT count(*) FROM ow.desk WHERE store_key IS NOT NULL") == "0");
}

TEST_CASE("the server never holds what would open a store", "[centre][clerks]") {
  Site site("blind");
  site.handInTheKey();
  const auto passphrase = site.hire("wang", "clerk", {"here-blind"});
  REQUIRE(site.clerks()->admit("wang", passphrase));
  std::string everything;
  for (const char* table : {"desk", "staff", "session", "hall", "administration"})
    everything += runSql(site.root(), std::string("SELECT string_agg(t::text, ' ') FROM ow.") + table + " t");
  everything += runSql(site.root(), "SELECT string_agg(rolname || coalesce(rolpassword, ''), ' ') FROM pg_authid");
  REQUIRE(everything.size() > 500);
  CHECK(everything.find(site.storeKey) == std::string::npos);
  CHECK(everything.find(site.desk.storeSecret.reveal()) == std::string::npos);
  CHECK(everything.find(passphrase.reveal()) == std::string::npos);
}

TEST_CASE("a desk of the version before keeps working until the site asks for the new one", "[centre][clerks]") {
  Site site("older");
  (void)site.hire("wang", "clerk", {"here-older"});
  const auto as = site.address().as(site.desk.role, site.desk.password.reveal());
  const std::string open =
      "SELECT ow_api.open_session('" + site.desk.desk.text() + "', '\\x" + site.desk.secret.reveal() + "', 1) ->> 'token'";
  const std::string token = runSql(as, open);
  REQUIRE(token.size() == 64);
  // It cannot prove its clerk; what the clerk wrote is taken on the word of the desk, as it was before.
  const std::string epoch = runSql(site.root(), "SELECT max(n) FROM ow.epoch");
  const std::string operation = R"([{"id": "01890000-0000-7000-8000-000000000001", "kind": "create", "entity": "party", )"
                                R"("entity_id": "01890000-0000-7000-8000-000000000002", "at": 1, "author": ")" +
                                domain::staffId("wang").text() +
                                R"(", "desk": "001", "purpose": "registration", "format": 1, "changes": {"name": "张三"}}])";
  CHECK(runSql(as, "SELECT ow_api.push('\\x" + token + "', " + epoch + ", '" + operation + "') -> 'settled' -> 0 ->> 1") ==
        "applied");
  runSql(site.root(), "UPDATE ow.site SET oldest_client = 2");
  CHECK(stateOf(as, open) == "OW001");
}
