// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;
using Keys = std::set<std::string>;

namespace {

// A store with a supervisor and a clerk.
struct FigureStore {
  AdminHall hall;

  FigureStore() {
    const auto secret = hall.write("passphrase", "correct horse 2026\n");
    REQUIRE(hall.json({"init", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
    REQUIRE(hall.json({"clerk", "--clerk", "wang", "--name", "王敏", "--passphrase-file", secret}).code == 0);
  }
  Ran figures(std::vector<std::string> arguments, const char* as = "zhao") {
    arguments.insert(arguments.begin(), "figures");
    arguments.insert(arguments.end(), {"--as", as});
    return hall.json(arguments);
  }
  json::object indicator(const char* id, const char* period) {
    const auto card = hall.json({"scorecard", "--period", period});
    REQUIRE(card.code == 0);
    const json::object document = card.document();
    for (const json::value& one : document.at("indicators").as_array())
      if (one.at("id") == id) return one.as_object();
    FAIL("no such indicator");
    return {};
  }
};

}  // namespace

TEST_CASE("what departments report is taken in, told and on the card", "[admin][figures]") {
  FigureStore office;
  const std::string file = office.hall.write("report.csv",
                                             "series,period,department,amount,of_amount\n"
                                             "deposits,2026-01,公积金中心,1000.50,2000\n"
                                             "loans,2026-01,公积金中心,1,2\n");
  const auto taken = office.figures({"report", file});
  CHECK(taken.code == 1);  // a row was not taken
  CHECK(keysOf(taken.document()) == Keys{"rows", "accepted", "unchanged", "rejected", "faults"});
  CHECK(taken.document().at("accepted") == 1);
  CHECK(taken.document().at("faults").at(0).at("rule") == "unknown_series");
  const auto told = office.figures({"reports", "--period", "2026-01"});
  CHECK(told.document().at("reports").at(0).at("amount") == 100050);
  const auto deposits = office.indicator("finance.deposits", "2026-01");
  CHECK(deposits.at("value") == 0.10005);
  CHECK(deposits.at("formula") == "series deposits / 10000");
  CHECK(office.indicator("finance.deposit_plan", "2026-01").at("value") == 1000.5 / 2000);
}

TEST_CASE("a period is signed, commented and given targets on the command line", "[admin][figures]") {
  FigureStore office;
  CHECK(office.figures({"sign", "--period", "2026-01"}).code == 0);
  CHECK(office.figures({"sign", "--period", "2026-01"}).code != 0);
  CHECK(office.figures({"sign", "--period", "2026-01", "--note", "补报后重签"}).code == 0);
  CHECK(office.figures({"sign", "--period", "2999-01"}).code != 0);
  const auto cards = office.figures({"signed", "--period", "2026-01"}).document().at("signed").as_array();
  REQUIRE(cards.size() == 2);
  CHECK(keysOf(cards[0].as_object()) ==
        Keys{"id", "period", "definitions", "as_of", "signed_at", "signed_by", "note", "figures"});
  CHECK(cards[0].at("note") == "补报后重签");
  CHECK(cards[0].at("signed_by") == "赵主任");

  CHECK(office.figures({"comment", "--period", "2026-01", "--note", "春节前集中", "--indicator", "customer.in_time"}).code ==
        0);
  const auto comments = office.figures({"comments", "--period", "2026-01"}).document().at("comments").as_array();
  REQUIRE(comments.size() == 1);
  CHECK(comments[0].at("text") == "春节前集中");

  CHECK(
      office.figures({"target", "--indicator", "customer.in_time", "--period", "2026-02", "--target", "0.9", "--floor", "0.5"})
          .code == 0);
  CHECK(
      office.figures({"target", "--indicator", "customer.in_time", "--period", "2026-02", "--target", "0.4", "--floor", "0.5"})
          .code != 0);
  CHECK(office.indicator("customer.in_time", "2026-01").at("target") == 0.98);
  CHECK(office.indicator("customer.in_time", "2026-02").at("target") == 0.9);
  CHECK(office.figures({"targets", "--indicator", "customer.in_time"}).document().at("targets").as_array().size() == 1);
}

TEST_CASE("a hall publishes its months, and the district's card names the halls in it", "[admin][figures][district]") {
  FigureStore office;
  CHECK(office.hall.json({"scorecard", "--period", "2026-01", "--scope", "district"}).code != 0);  // nobody has
  CHECK(office.figures({"publish", "--period", "2026-01"}).document().at("published") == 1);
  CHECK(office.figures({"publish", "--period", "2026-01"}).document().at("published") == 0);
  const auto card = office.hall.json({"scorecard", "--period", "2026-01", "--scope", "district"});
  REQUIRE(card.code == 0);
  const json::object document = card.document();
  CHECK(document.at("scope") == "district");
  REQUIRE(document.at("halls").as_array().size() == 1);
  CHECK(keysOf(document.at("halls").at(0).as_object()) == Keys{"hall", "division", "as_of", "missing", "signed"});
  CHECK(office.hall
            .json({"scorecard", "--period", "2026-01", "--scope", "district", "--by", "hall", "--indicator", "process.opened"})
            .code == 0);
  CHECK(office.hall.json({"scorecard", "--period", "2026-01", "--by", "hall", "--indicator", "process.opened"}).code != 0);
  const auto book = office.hall.json(
      {"scorecard", "--period", "2026-01", "--scope", "district", "--xlsx", office.hall.path("district.xlsx")});
  CHECK(book.code == 0);
}

TEST_CASE("a clerk writes nothing about the scorecard", "[admin][figures]") {
  FigureStore office;
  for (const auto& words : {std::vector<std::string>{"publish", "--period", "2026-01"},
                            {"sign", "--period", "2026-01"},
                            {"comment", "--period", "2026-01", "--note", "x"},
                            {"target", "--indicator", "customer.in_time", "--period", "2026-02"}}) {
    const auto refused = office.figures(words, "wang");
    CHECK(refused.code != 0);
    CHECK(refused.fact("rule") == "supervisor_only");
  }
}
