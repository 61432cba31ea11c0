// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;

namespace {

using Words = std::vector<std::string>;

// Exit 2, one document, and the same sentence on stderr.
std::string usage(const AdminHall& hall, const Words& arguments) {
  CAPTURE(arguments);
  const auto ran = hall.json(arguments);
  CHECK(ran.code == 2);
  CHECK(ran.errorKind() == "usage");
  const auto message = boost::json::value_to<std::string>(ran.document().at("error").at("message"));
  CHECK(ran.err.find(message) != std::string::npos);
  Words plain{"--store", hall.path("hall.ow")};
  plain.insert(plain.end(), arguments.begin(), arguments.end());
  const auto forPeople = hall.run(plain);
  CHECK(forPeople.code == 2);
  CHECK(forPeople.out.empty());
  return message;
}

}  // namespace

TEST_CASE("a command line that cannot be one is usage and says what would be right", "[admin][usage]") {
  const AdminHall hall;
  CHECK(usage(hall, {}).find("a command is needed") != std::string::npos);
  CHECK(usage(hall, {"bogus"}).find("'bogus'") != std::string::npos);
  CHECK(usage(hall, {"--bogus", "stats"}).find("--bogus") != std::string::npos);
  CHECK(usage(hall, {"stats", "--bogus"}).find("--bogus") != std::string::npos);
  CHECK(usage(hall, {"cases", "--lim", "3"}).find("--lim") != std::string::npos);  // no half words
  for (const Words& arguments : {Words{"search"}, Words{"import", "requests"}, Words{"show", "party"}, Words{"backup"},
                                 Words{"export", "cases"}, Words{"import", "requests", "a.csv", "b.csv"}})
    usage(hall, arguments);
  for (const Words& arguments :
       {Words{"import", "people", "a.csv"}, Words{"imports", "drop"}, Words{"show", "staff", "x"},
        Words{"export", "parties", "--to", "x.csv"}, Words{"cases", "--state", "lost"}, Words{"cases", "--light", "blue"}})
    CHECK(usage(hall, arguments).find("takes one of: ") != std::string::npos);
}

TEST_CASE("a number out of range is usage and says the range", "[admin][usage]") {
  const AdminHall hall;
  for (const char* const limit : {"-1", "0", "10001", "99999999999"}) {
    CAPTURE(limit);
    CHECK(usage(hall, {"cases", "--limit", limit}).find("from 1 to 10000") != std::string::npos);
    CHECK(usage(hall, {"search", "wang", "--limit", limit}).find("from 1 to 1000") != std::string::npos);
  }
  CHECK(usage(hall, {"demo", "--persons", "0"}).find("from 1 to 5000000") != std::string::npos);
  CHECK(usage(hall, {"demo", "--cases", "-5"}).find("from 0 to 5000000") != std::string::npos);
  usage(hall, {"demo", "--seed", "-1"});
  usage(hall, {"cases", "--limit", "many"});
  usage(hall, {"cases", "--limit", "99999999999999999999"});
}

TEST_CASE("a text that begins with a dash is searched for behind two", "[admin][usage]") {
  AdminHall hall;
  CHECK(usage(hall, {"search", "-x"}).find("put -- before") != std::string::npos);
  hall.init();
  CHECK(hall.json({"search", "--", "-x"}).code == 0);
  CHECK(hall.json({"search", "--", "--json"}).code == 0);
}

TEST_CASE("a store must be named, wherever the option stands", "[admin][usage]") {
  AdminHall hall;
  const auto none = hall.run({"--json", "stats"});
  CHECK(none.code == 2);
  CHECK(none.errorKind() == "usage");
  CHECK(hall.run({"stats", "--json", "--store"}).errorKind() == "usage");
  hall.init();
  CHECK(hall.run({"stats", "--json", "--store=" + hall.path("hall.ow")}).code == 0);
  CHECK(hall.run({"stats", "--store", hall.path("hall.ow"), "--key-file=" + hall.path("hall.ow.key")}).code == 0);
}
