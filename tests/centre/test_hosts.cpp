// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <array>

#include "centre/administration.h"
#include "centre/connection.h"
#include "centre/enrolment.h"
#include "centre/installation.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::test;
using namespace std::chrono_literals;

namespace {

PostgresServer& server() {
  return PostgresServer::shared();
}

// A desk that knows two hosts; both are the same server, and each is known there by the name of its connections.
struct DeskWithTwoHosts {
  DeskWithTwoHosts() {
    REQUIRE(centre::installCentre(server().admin(database), centre::Installing::upgrade));
    REQUIRE(centre::addHall(server().admin(database), key, {"two-hosts", "two-hosts", "110101", "CN"}));
    const auto invited = centre::addDesk(server().admin(database), key, {"two-hosts", "001", "1", {}}, clock, random);
    REQUIRE(invited);
    const auto address = centre::Address::parse(server().dsn(database)).value();
    const auto enrolled = centre::enrol(address, invited.value().code, random).value();
    account = {address.as(enrolled.role, enrolled.password.reveal()), enrolled.desk, enrolled.secret};
    const auto host = account.address.hosts.front();
    account.address.hosts = {named(host, "first host"), named(host, "second host")};
  }
  static centre::Address::Parameters named(centre::Address::Parameters host, const std::string& name) {
    std::erase_if(host, [](const auto& p) { return p.first == "application_name"; });
    host.emplace_back("application_name", name);
    return host;
  }
  bool isConnectedTo(const std::string& host) const {
    return runSql(server().superuser(database),
                  "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '" + host +
                      "'") != "0";
  }

  base::SystemClock clock;
  base::SeededRandom random{5};
  centre::SiteKey key = centre::SiteKey::make(random);
  std::string database = server().newCentre();
  centre::DeskAccount account;
};

}  // namespace

// A primary that is cut off from its standbys takes connections and says that it may write; its commits never end.
TEST_CASE("a host that did not answer is asked last", "[centre][hosts]") {
  const DeskWithTwoHosts desk;
  centre::PostgresCentre line(desk.account, {3s, 5s, 2s});
  REQUIRE(line.hello());
  const auto epoch = line.heads({}, {}).value().epoch;
  CHECK(desk.isConnectedTo("first host"));
  CHECK_FALSE(desk.isConnectedTo("second host"));

  // Nobody gets at the rows that every push needs.
  auto stranger = centre::Connection::open(server().superuser(desk.database), centre::Wants::any).value();
  REQUIRE(stranger->execute("BEGIN; SELECT count(*) FROM (SELECT n FROM ow.scope FOR UPDATE) x", 5s));
  const std::array<domain::WrittenOperation, 1> batch{testkit::anOperation(1).create("party", testkit::anId(1), {})};
  const auto pushed = line.push(epoch, batch);
  REQUIRE_FALSE(pushed);
  CHECK(pushed.error().kind == base::ErrorKind::centreAway);
  CHECK(pushed.error().fact("detail") == "no_answer");
  REQUIRE(stranger->execute("ROLLBACK", 5s));

  REQUIRE(line.push(epoch, batch));
  CHECK(desk.isConnectedTo("second host"));
}
