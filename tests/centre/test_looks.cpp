// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>

#include "centre/looks.h"
#include "centre/postgres_register.h"
#include "centre/two_halls.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::test;
using testkit::anId;
using testkit::anOperation;

namespace {

constexpr const char* kNumber = "110101199003070038";

// The east knows a person; the west has a token and its login.
struct Stage : TwoHalls {
  Stage() {
    centre::PostgresCentre line(east());
    REQUIRE(line.hello());
    const std::array<domain::WrittenOperation, 2> known{
        anOperation(1).create("party", anId(1), {{"kind", "person"}, {"name", "王小明"}, {"birth_date", "1990-03-07"}}),
        anOperation(2).create("identifier", anId(2),
                              {{"party_id", anId(1).uuid}, {"type", "citizen_id"}, {"normal", kNumber}})};
    REQUIRE(line.push(line.heads({}, {}).value().epoch, known));
    west_token = token(west());
  }

  std::string grant(const std::string& as) const {
    return "ow_api.grant_search(" + as + ", '" + clerk.text() + "', 'identifier', ARRAY['" + kNumber +
           "'], NULL, 'enquiry', NULL)";
  }
  std::string grant() const { return grant(west_token); }
  std::string search(const std::string& of) const { return "ow_api.search(" + west_token + ", (" + of + ")::uuid)"; }
  std::string lines() const { return runSql(root(), "SELECT count(*) FROM ow.look"); }
  // A grant in a transaction of its own, as it should be.
  std::string granted() const { return runSql(west().address, "SELECT " + grant() + " ->> 'grant'"); }

  std::string west_token;
};

const std::string kRefused = "! OW001 grant";

bool isShown(const std::string& answer) {
  return answer.find("王**") != std::string::npos;
}

}  // namespace

TEST_CASE("nobody is shown in the transaction that granted the look, however it is written", "[centre][register][rights]") {
  const Stage stage;
  const std::string keep = "SELECT set_config('my.grant', " + stage.grant() + " ->> 'grant', false); ";
  const std::string look = "SELECT " + stage.search("current_setting('my.grant')") + "; ";
  for (const std::string& trick :
       {"BEGIN; " + keep + look, "BEGIN; SAVEPOINT a; " + keep + "RELEASE a; " + look,
        "BEGIN; SAVEPOINT a; " + keep + "SAVEPOINT b; " + look, "BEGIN ISOLATION LEVEL SERIALIZABLE; " + keep + look,
        keep + look,  // one message is one transaction
        std::string("DO $$ DECLARE g uuid; BEGIN g := (" + stage.grant() + " ->> 'grant')::uuid; PERFORM " + stage.search("g") +
                    "; END $$"),
        std::string("DO $$ DECLARE g uuid; BEGIN BEGIN g := (" + stage.grant() + " ->> 'grant')::uuid; END; PERFORM " +
                    stage.search("g") + "; END $$"),
        std::string("WITH g AS MATERIALIZED (SELECT " + stage.grant() + " ->> 'grant' AS g) SELECT " +
                    stage.search("SELECT g FROM g") + " FROM g"),
        "BEGIN; " + keep + "PREPARE TRANSACTION 'x'; " + look}) {
    CAPTURE(trick);
    const auto before = stage.lines();
    SqlSession session(stage.west().address);
    const std::string answer = session.say(trick);
    CHECK(answer.starts_with("! "));
    CHECK_FALSE(isShown(answer));
    session.say("ROLLBACK");
    // Rolled back, the grant is worth nothing either.
    CHECK_FALSE(isShown(session.say(look)));
    CHECK(stage.lines() == before);
  }
}

TEST_CASE("whoever is shown has a line that no rollback and no crash takes away", "[centre][register][rights]") {
  const Stage stage;
  SECTION("rolled back after the look") {
    const std::string granted = stage.granted();
    SqlSession session(stage.west().address);
    CHECK(isShown(session.say("BEGIN; SELECT " + stage.search("'" + granted + "'"))));
    session.say("ROLLBACK");
    CHECK(stage.lines() == "1");
    // Not used up: the same look may be had once more, and its line stands.
    CHECK(isShown(session.say("SELECT " + stage.search("'" + granted + "'"))));
    CHECK(session.say("SELECT " + stage.search("'" + granted + "'")) == kRefused);
  }
  SECTION("the server dies while the log was not forced to the disk") {
    SqlSession session(stage.west().address);
    session.say("SET synchronous_commit = off");
    std::string granted = session.say("SELECT " + stage.grant() + " ->> 'grant'");
    granted.pop_back();
    const std::string answer = session.say("BEGIN; SELECT " + stage.search("'" + granted + "'"));
    PostgresServer::shared().crash();
    REQUIRE(isShown(answer));
    CHECK(stage.lines() == "1");
  }
}

TEST_CASE("a stranger's open transaction does not keep anybody from searching", "[centre][register]") {
  const Stage stage;
  SqlSession stranger(stage.root());
  stranger.say("BEGIN; CREATE TABLE public.stranger (x int); INSERT INTO public.stranger SELECT generate_series(1, 10)");
  CHECK(isShown(runSql(stage.west().address, "SELECT " + stage.search("'" + stage.granted() + "'"))));
}

TEST_CASE("a grant is worth nothing to another desk, another session, or nobody", "[centre][register][rights]") {
  const Stage stage;
  const std::string granted = "'" + stage.granted() + "'";
  const auto with = [&](const std::string& token) { return "SELECT ow_api.search(" + token + ", " + granted + ")"; };
  SqlSession east(stage.east().address), west(stage.west().address);
  const std::string foreign = east.say(with(stage.token(stage.east())));
  CHECK(foreign == kRefused);
  CHECK(west.say(with(stage.token(stage.west()))) == kRefused);
  CHECK(east.say(with(stage.west_token)) == "! OW001 session");
  CHECK(west.say("SELECT ow_api.search(" + stage.west_token + ", gen_random_uuid())") == foreign);
  CHECK(west.say("SELECT ow_api.adopt(" + stage.west_token + ", " + granted + ", 1)") == "! OW001 candidate");
  CHECK(isShown(west.say(with(stage.west_token))));
}

TEST_CASE("over random calls in random transactions nobody is shown without a committed line", "[centre][register][rights]") {
  const Stage stage;
  runSql(stage.root(), "UPDATE ow.site SET searches_per_hour = 100000, searches_per_day = 100000");
  base::SeededRandom dice{20261127};
  std::vector<std::string> grants{"00000000-0000-0000-0000-000000000000"};
  SqlSession session(stage.west().address), root(stage.root());
  int shown = 0, unaudited = 0, refused = 0;
  for (int step = 0; step < 600; ++step) {
    switch (dice.below(8)) {
      case 0:
        session.say("BEGIN");
        break;
      case 1:
        session.say("COMMIT");
        break;
      case 2:
        session.say("ROLLBACK");
        break;
      case 3:
        session.say("SAVEPOINT s");
        break;
      case 4:
        session.say("ROLLBACK TO SAVEPOINT s");
        break;
      case 5: {
        const std::string made = session.say("SELECT " + stage.grant() + " ->> 'grant'");
        if (made.size() == 37) grants.push_back(made.substr(0, 36));
        break;
      }
      default: {
        const std::string& of = grants[grants.size() - 1 - dice.below(std::min<std::size_t>(grants.size(), 3))];
        const std::string answer = session.say("SELECT " + stage.search("'" + of + "'"));
        if (!isShown(answer)) {
          ++refused;
          break;
        }
        ++shown;
        if (root.say("SELECT count(*) FROM ow.look WHERE id = '" + of + "'") != "1\n") ++unaudited;
      }
    }
  }
  CHECK(unaudited == 0);
  CHECK(shown > 10);
  CHECK(refused > 10);
}

TEST_CASE("whoever registers somebody that another hall knows has looked, and the line says so", "[centre][register][looks]") {
  const Stage stage;
  centre::PostgresCentre line(stage.west());
  REQUIRE(line.hello());
  const auto epoch = line.heads({}, {}).value().epoch;
  const std::array<domain::WrittenOperation, 1> own{
      anOperation(11).create("party", anId(11), {{"kind", "person"}, {"name", "李四"}})};
  REQUIRE(line.push(epoch, own));
  CHECK(stage.lines() == "0");
  const std::array<domain::WrittenOperation, 1> known{
      anOperation(12).create("party", anId(1), {{"kind", "person"}, {"name", "王小明"}}).by(stage.clerk)};
  REQUIRE(line.push(epoch, known));
  REQUIRE(line.push(epoch, known));
  CHECK(runSql(stage.root(), "SELECT string_agg(act || ' ' || author || ' ' || purpose, ',') FROM ow.look WHERE party = '" +
                                 anId(1).text() + "'") == "join staff intake");
}

TEST_CASE("auditors read the lines by person, clerk and day", "[centre][register][looks]") {
  const Stage stage;
  centre::PostgresRegister desk(std::make_unique<centre::PostgresCentre>(stage.west()));
  const auto at = base::fromMillis(1772415000000);
  const std::vector<sync::SentLook> told{
      {{testkit::aUuid(1)}, at, stage.clerk, {anId(1).uuid}, "open", "", "enquiry"},
      {{testkit::aUuid(2)}, at + std::chrono::hours(24), stage.clerk, {anId(1).uuid}, "reveal", "phone", "appeal"},
      {{testkit::aUuid(3)}, at, {testkit::aUuid(77)}, {anId(9).uuid}, "stare", std::string(900, 'x'), "because"}};
  REQUIRE(desk.recordLooks(told, {}));
  const auto all = centre::looks(stage.root(), {}).value();
  REQUIRE(all.size() == 3);
  CHECK(all[0].act == "reveal");
  CHECK(all[0].subject == "phone");
  CHECK(all[0].clerk == "wang");
  CHECK(all[0].desk == "002");
  CHECK(all[0].author == "staff");
  centre::LookFilter ofPerson;
  ofPerson.person = domain::PartyId{anId(9).uuid};
  const auto strange = centre::looks(stage.root(), ofPerson).value();
  REQUIRE(strange.size() == 1);
  CHECK(strange[0].act == "other");
  CHECK(strange[0].author == "unknown");
  CHECK(strange[0].subject.size() == 400);
  centre::LookFilter since;
  since.since = at + std::chrono::hours(1);
  CHECK(centre::looks(stage.root(), since).value().size() == 1);
  centre::LookFilter ofClerk;
  ofClerk.clerk = "wang";
  CHECK(centre::looks(stage.root(), ofClerk).value().size() == 2);
  ofClerk.clerk = "nobody";
  CHECK(centre::looks(stage.root(), ofClerk).value().empty());
}

TEST_CASE("a chain of looks that was tampered with names its first bad line", "[centre][register][looks]") {
  const Stage stage;
  centre::PostgresRegister desk(std::make_unique<centre::PostgresCentre>(stage.west()));
  std::vector<sync::SentLook> told;
  for (std::uint64_t n = 1; n <= 9; ++n)
    told.push_back({{testkit::aUuid(n)}, base::fromMillis(1772415000000), stage.clerk, {anId(n).uuid}, "open", "", "enquiry"});
  REQUIRE(desk.recordLooks(told, {}));
  const auto sound = centre::checkLooks(stage.root()).value();
  REQUIRE(sound.size() == 1);
  CHECK(sound[0].lines == 9);
  CHECK_FALSE(sound[0].fault);

  struct Tampering {
    std::string sql;
    std::int64_t n;
    std::string how;
  };
  const Tampering done = GENERATE(
      Tampering{"UPDATE ow.look SET purpose = 'statistics' WHERE n = 4", 4, "changed"},
      Tampering{"UPDATE ow.look SET party = NULL WHERE n = 1", 1, "changed"},
      Tampering{"UPDATE ow.look SET at = at + interval '1 day' WHERE n = 9", 9, "changed"},
      Tampering{"DELETE FROM ow.look WHERE n = 5", 5, "missing"}, Tampering{"DELETE FROM ow.look WHERE n = 1", 1, "missing"},
      Tampering{"DELETE FROM ow.look WHERE n > 7", 8, "missing"},
      Tampering{
          "UPDATE ow.look SET n = 99 WHERE n = 3; UPDATE ow.look SET n = 3 WHERE n = 4; UPDATE ow.look SET n = 4 WHERE n = 99",
          3, "changed"},
      Tampering{
          "UPDATE ow.look l SET purpose = 'x', hash = sha256(prev || convert_to(ow.look_text((l.hall, l.n, l.id, l.at, "
          "l.received_at, l.desk, l.staff, l.author, l.act, l.subject, 'x', l.party, l.case_id, l.prev, l.hash)::ow.look), "
          "'UTF8')) WHERE n = 6",
          7, "moved"},
      Tampering{"UPDATE ow.look_head SET n = 7, hash = (SELECT hash FROM ow.look WHERE n = 7)", 8, "moved"});
  CAPTURE(done.sql);
  runSql(stage.root(), done.sql);
  const auto checked = centre::checkLooks(stage.root()).value();
  REQUIRE(checked[0].fault);
  CHECK(checked[0].fault->n == done.n);
  CHECK(checked[0].fault->how == done.how);
}
