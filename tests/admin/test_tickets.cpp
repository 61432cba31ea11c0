// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;
using Keys = std::set<std::string>;

namespace {

struct QueueStore {
  AdminHall hall;

  explicit QueueStore(const char* window = "3") {
    const auto secret = hall.write("passphrase", "correct horse 2026\n");
    REQUIRE(hall.json({"init", "--clerk", "wang", "--name", "王敏", "--window", window, "--passphrase-file", secret}).code ==
            0);
  }
  Ran tickets(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "tickets");
    arguments.insert(arguments.end(), {"--as", "wang"});
    return hall.json(arguments);
  }
  std::string text(const Ran& ran, const char* key) { return std::string(ran.document().at(key).as_string()); }
};

const Keys kTicket{"number", "queue",     "priority",  "state",      "calls",
                   "window", "issued_at", "called_at", "arrived_at", "ended_at"};

}  // namespace

TEST_CASE("a number is issued, called, served and told on the board by the command line", "[admin][queue]") {
  QueueStore office;
  const Ran issued = office.tickets({"issue", "--queue", "A", "--name", "综合受理", "--priority", "priority"});
  CHECK(keysOf(issued.document()) == kTicket);
  const std::string number = office.text(issued, "number");
  CHECK(office.text(issued, "priority") == "priority");
  CHECK(office.tickets({"issue", "--queue", "A"}).code == 0);
  const Ran called = office.tickets({"call"});
  CHECK(keysOf(called.document()) == Keys{"called", "is_again", "ended"});
  CHECK(called.document().at("called").at("number").as_string() == number);
  CHECK(called.document().at("called").at("window").as_string() == "3");
  CHECK(office.text(office.tickets({"arrive"}), "state") == "serving");
  CHECK(office.text(office.tickets({"done", number}), "state") == "done");
  const json::object board = office.hall.json({"tickets", "board"}).document();
  CHECK(keysOf(board) == Keys{"as_of", "hall", "queues", "windows", "issued", "waiting", "served", "no_show", "left",
                              "median_wait", "called", "within_15", "overdue_cases", "due_today_cases"});
  CHECK(board.at("served") == 1);
  CHECK(keysOf(board.at("queues").at(0)) == Keys{"queue", "name", "waiting", "priority", "light", "oldest_from"});
  CHECK(board.at("queues").at(0).at("name").as_string() == "综合受理");
  CHECK(keysOf(board.at("windows").at(0)) == Keys{"window", "clerk", "number", "state", "since"});
  const json::object list = office.hall.json({"tickets", "list"}).document();
  CHECK(list.at("tickets").as_array().size() == 2);
  Keys row = kTicket;
  row.insert("clerk");
  CHECK(keysOf(list.at("tickets").at(0)) == row);
}

TEST_CASE("a number is called three times, transferred or given back, and what may not be is told", "[admin][queue]") {
  QueueStore office;
  CHECK(office.tickets({"issue"}).fact("rule") == "letter");
  CHECK(office.tickets({"arrive"}).fact("field") == "number");
  CHECK(office.tickets({"arrive", "A1-001"}).fact("entity") == "ticket");
  CHECK(office.tickets({"call"}).document().at("called").is_null());
  const std::string first = office.text(office.tickets({"issue", "--queue", "A"}), "number");
  CHECK(office.tickets({"call"}).code == 0);
  CHECK(office.tickets({"no-show"}).fact("rule") == "call_again_first");
  CHECK(office.tickets({"call"}).document().at("is_again") == true);
  CHECK(office.tickets({"call"}).code == 0);
  CHECK(office.tickets({"call"}).fact("rule") == "called_often");
  CHECK(office.text(office.tickets({"transfer", "--queue", "B"}), "queue") == "B");
  CHECK(office.text(office.tickets({"left", first}), "state") == "left");
  CHECK(office.tickets({"left", first}).fact("state") == "left");
  CHECK(office.tickets({"queues", "--queue", "A,C"}).document().at("queues").as_array().size() == 2);
  CHECK(office.tickets({"queues"}).document().at("queues").as_array().empty());
  CHECK(office.hall.json({"tickets", "call"}).fact("field") == "as");
  CHECK(office.tickets({"wish"}).code == 2);
  CHECK(office.tickets({"issue", "--queue", "A", "--priority", "rich"}).code == 2);
}
