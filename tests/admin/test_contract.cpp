// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <regex>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;

namespace {

using Keys = std::set<std::string>;

const Keys kCaseKeys{"id",      "number",      "external_no", "service",         "title",           "citizen", "state",
                     "outcome", "channel",     "opened_at",   "due_at",          "due_is_expected", "light",   "owner",
                     "place",   "owner_login", "closed_at",   "external_due_at", "statutory_due_at"};

// A small hall of invented people, made once; every test looks at the same one and none changes it.
const AdminHall& hall() {
  static const AdminHall made;
  static const bool isFull = [] {
    made.init();
    return made.json({"demo", "--persons", "30", "--cases", "40", "--seed", "5"}).code == 0;
  }();
  REQUIRE(isFull);
  return made;
}

// The document of a command that is done, whose keys are these and stand in its --help.
json::object done(const AdminHall& where, const std::vector<std::string>& arguments, const Keys& keys) {
  CAPTURE(arguments);
  const auto ran = where.json(arguments);
  INFO(ran.err);
  CHECK(ran.code == 0);
  auto document = ran.document();
  CHECK(keysOf(document) == keys);
  const auto help = where.run({arguments.front(), "--help"});
  CHECK(help.code == 0);
  for (const auto& key : keys) {
    CAPTURE(key);
    CHECK(std::regex_search(help.out, std::regex("\\b" + key + "\\b")));
  }
  return document;
}

void checkRows(const json::value& rows, const Keys& keys, const std::string& command) {
  const auto help = hall().run({command, "--help"});
  REQUIRE_FALSE(rows.as_array().empty());
  for (const auto& row : rows.as_array()) CHECK(keysOf(row) == keys);
  for (const auto& key : keys) {
    CAPTURE(command, key);
    CHECK(std::regex_search(help.out, std::regex("\\b" + key + "\\b")));
  }
}

bool isTime(const json::value& value) {
  static const std::regex iso(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d))");
  return value.is_string() && std::regex_match(json::value_to<std::string>(value), iso);
}

}  // namespace

TEST_CASE("a new store says where it and its key are", "[admin][contract]") {
  AdminHall fresh;
  const auto secret = fresh.write("passphrase", "correct horse 2026\n");
  done(fresh, {"init", "--clerk", "wang.min", "--name", "王敏", "--passphrase-file", secret}, {"store", "key_file", "clerks"});
  done(fresh, {"clerk", "--clerk", "li.na", "--passphrase-file", secret}, {"clerk"});
  const auto again = fresh.json({"init"});
  CHECK(again.code == 1);
  CHECK(again.errorKind() == "duplicate");
}

TEST_CASE("a demo hall is counted, once", "[admin][contract]") {
  AdminHall fresh;
  fresh.init();
  const auto counts = done(fresh, {"demo", "--persons", "20", "--cases", "10"},
                           {"persons", "organisations", "households", "cases", "interactions", "ratings", "resumed"});
  CHECK(counts.at("persons") == 20);
  CHECK(counts.at("resumed") == false);
  const auto again = fresh.json({"demo", "--persons", "20", "--cases", "10"});
  CHECK(again.code == 1);
  CHECK(again.errorKind() == "duplicate");
  CHECK(again.err.find("A demo hall was written into this store before") != std::string::npos);
}

TEST_CASE("searching answers what was found and how", "[admin][contract]") {
  const auto found = done(hall(), {"search", "wang"}, {"results"});
  checkRows(found.at("results"), {"kind", "id", "label", "detail", "matched"}, "search");
  const auto none = done(hall(), {"search", "--", "-nobody-at-all-"}, {"results"});
  CHECK(none.at("results").as_array().empty());
}

TEST_CASE("cases are listed a page at a time, and every time carries its offset", "[admin][contract]") {
  std::size_t rows = 0;
  json::value next;
  do {
    std::vector<std::string> arguments{"cases", "--limit", "15"};
    if (!next.is_null()) arguments.insert(arguments.end(), {"--after", json::serialize(next)});
    const auto page = done(hall(), arguments, {"cases", "next"});
    if (!page.at("cases").as_array().empty()) checkRows(page.at("cases"), kCaseKeys, "cases");
    for (const auto& row : page.at("cases").as_array()) {
      CHECK(isTime(row.at("opened_at")));
      for (const char* const key : {"due_at", "closed_at", "external_due_at", "statutory_due_at"})
        CHECK((row.at(key).is_null() || isTime(row.at(key))));
    }
    rows += page.at("cases").as_array().size();
    next = page.at("next");
  } while (!next.is_null());
  CHECK(rows == 40);
}

TEST_CASE("the owner that a list shows is one that it can be asked for", "[admin][contract]") {
  const auto all = hall().json({"cases", "--state", "open", "--limit", "40"}).document();
  bool hasOwner = false;
  for (const auto& row : all.at("cases").as_array()) {
    if (row.at("owner").is_null()) continue;
    hasOwner = true;
    for (const char* const key : {"owner", "owner_login"}) {
      const auto whose = json::value_to<std::string>(row.at(key));
      const auto theirs = hall().json({"cases", "--owner", whose, "--limit", "40"}).document();
      REQUIRE_FALSE(theirs.at("cases").as_array().empty());
      for (const auto& other : theirs.at("cases").as_array()) CHECK(other.at(key) == row.at(key));
    }
    break;
  }
  CHECK(hasOwner);
  const auto nobody = hall().json({"cases", "--owner", "nobody.at.all"});
  CHECK(nobody.code == 1);
  CHECK(nobody.errorKind() == "not_found");
}

TEST_CASE("the page of a party and of a case can be shown", "[admin][contract]") {
  const auto people = hall().json({"search", "wang", "--limit", "50"}).document();
  const std::string* id = nullptr;
  std::string party;
  for (const auto& found : people.at("results").as_array())
    if (found.at("kind") == "person") id = &(party = json::value_to<std::string>(found.at("id")));
  REQUIRE(id != nullptr);
  done(hall(), {"show", "party", party},
       {"id",
        "kind",
        "name",
        "latin_name",
        "sex",
        "age",
        "birth_date",
        "note",
        "ratings",
        "timeline",
        "registered_at",
        "preferred_channel",
        "preferred_language",
        "identifiers",
        "addresses",
        "relatives",
        "open_cases",
        "open_case_count",
        "closed_case_count",
        "interaction_count",
        "contact_points"});
  const auto cases = hall().json({"cases", "--limit", "1"}).document();
  done(hall(), {"show", "case", json::value_to<std::string>(cases.at("cases").at(0).at("id"))},
       {"id",          "number",     "external_no",     "service",          "title",
        "citizen",     "state",      "priority",        "channel",          "light",
        "due_at",      "owner",      "due_is_expected", "description",      "place",
        "hall",        "window",     "department",      "outcome",          "opened_at",
        "accepted_at", "decided_at", "clock",           "closed_at",        "party_id",
        "agent_id",    "agent",      "actions",         "statutory_due_at", "external_due_at",
        "links",       "story"});
  const auto nobody = hall().json({"show", "party", "00000000-0000-7000-8000-000000000000"});
  CHECK(nobody.code == 1);
  CHECK(nobody.errorKind() == "not_found");
}

TEST_CASE("a hall is counted, checked, exported, copied and brought back", "[admin][contract]") {
  const auto counts = done(hall(), {"stats"},
                           {"parties", "cases", "interactions", "events", "outbox", "open_cases", "services", "ratings",
                            "identifiers", "contact_points", "relationships", "staff"});
  CHECK(counts.at("cases") == 40);
  const auto sound = done(hall(), {"check"}, {"ok", "problems"});
  CHECK(sound.at("ok") == true);
  CHECK(sound.at("problems").as_array().empty());
  for (const char* const name : {"cases.csv", "cases.xlsx", "cases.json"}) {
    const auto written = done(hall(), {"export", "cases", "--to", hall().path(name)}, {"rows", "to", "read_back"});
    CHECK(written.at("rows") == 40);
    CHECK(written.at("read_back") == true);
  }
  done(hall(), {"backup", hall().path("copy.ow")}, {"to", "verified"});
  AdminHall other;
  const auto restored = other.json({"--key-file", hall().path("hall.ow.key"), "restore", hall().path("copy.ow")});
  INFO(restored.err);
  CHECK(restored.code == 0);
  CHECK(keysOf(restored.document()) == Keys{"store", "verified"});
  const auto same = other.json({"--key-file", hall().path("hall.ow.key"), "stats"});
  CHECK(same.document() == counts);
}

TEST_CASE("what comes in is counted row by row, listed, and can be taken back", "[admin][contract]") {
  AdminHall fresh;
  fresh.init();
  const auto file = fresh.write("two.csv", twoRequests("103,no time at all,Open,CE Collection,x,y\n"));
  const Keys keys{"rows",    "accepted", "rejected",     "unchanged",           "import_id",
                  "report",  "encoding", "encoding_how", "encoding_confidence", "truncated",
                  "resumed", "repeated", "dry_run"};
  Keys withPreview = keys;
  withPreview.insert("preview");
  const auto shown = done(fresh, {"import", "requests", file, "--dry-run"}, withPreview);
  CHECK(shown.at("import_id").is_null());
  checkRows(shown.at("preview"), {"number", "service", "title", "state", "opened_at", "due_at"}, "import");
  const auto taken = done(fresh, {"import", "requests", file}, keys);
  CHECK(taken.at("rows") == 3);
  CHECK(taken.at("accepted") == 2);
  CHECK(taken.at("rejected") == 1);
  CHECK(fresh.read(std::filesystem::path(json::value_to<std::string>(taken.at("report"))).filename().string()) ==
        "line,kind,rule,field\r\n2,warning,missing,due_at\r\n3,warning,missing,due_at\r\n4,rejected,format,opened_at\r\n");
  const auto again = done(fresh, {"import", "requests", file}, keys);
  CHECK(again.at("repeated") == true);
  CHECK(again.at("unchanged") == 2);
  CHECK(again.at("import_id") == taken.at("import_id"));

  const auto listed = done(fresh, {"imports", "list"}, {"imports"});
  checkRows(listed.at("imports"),
            {"id", "kind", "file", "mapping", "encoding", "state", "started_at", "finished_at", "rows", "accepted", "rejected",
             "unchanged"},
            "imports");
  const auto undone =
      done(fresh, {"imports", "undo", json::value_to<std::string>(taken.at("import_id"))}, {"import_id", "taken_back", "kept"});
  CHECK(undone.at("taken_back") == 3);  // and the service that the file brought
}

TEST_CASE("help tells every command with its keys, and needs no store", "[admin][contract]") {
  const AdminHall nowhere;
  const auto help = nowhere.run({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* const command : {"init", "clerk", "demo", "import", "imports", "search", "show", "cases", "stats", "export",
                                    "backup", "restore", "check"}) {
    CAPTURE(command);
    CHECK(help.out.find(std::string("\n  ") + command) != std::string::npos);
    const auto page = nowhere.run({command, "--help"});
    CHECK(page.code == 0);
    CHECK(page.err.empty());
    CHECK(page.out.find("JSON keys: ") != std::string::npos);
    CHECK(keysOf(nowhere.json({command, "--help"}).document()) == Keys{"help"});
  }
}

TEST_CASE("progress and messages go to stderr, and lines for people come without --json", "[admin][contract]") {
  const auto checked = hall().run({"--store", hall().path("hall.ow"), "check"});
  CHECK(checked.code == 0);
  CHECK(checked.out == "The file is whole and every promise of the domain holds.\n");
  CHECK(checked.err.find("Checking") != std::string::npos);
  const auto refused = hall().run({"--store", hall().path("no.ow"), "stats"});
  CHECK(refused.code == 1);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("There is no store at that place.") != std::string::npos);
  CHECK(hall().json({"--store", hall().path("no.ow"), "stats"}).errorKind() == "store_missing");
}
