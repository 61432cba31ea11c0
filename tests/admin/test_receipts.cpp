// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;

namespace {

// A store with two open cases of another system.
struct Gateway : AdminHall {
  Gateway() {
    const auto secret = write("passphrase", "correct horse 2026\n");
    REQUIRE(json({"init", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
    REQUIRE(json({"clerk", "--clerk", "wang", "--name", "王敏", "--passphrase-file", secret}).code == 0);
    REQUIRE(json({"import", "requests", write("requests.csv", twoRequests())}).code == 0);
    const json::object listed = json({"cases", "--limit", "1"}).document();
    const json::value& one = listed.at("cases").as_array().front();
    id = one.at("id").as_string();
    number = one.at("number").as_string();
  }
  json::object receipt() const {
    const auto made = json({"ratings", "receipt", number, "--as", "wang"});
    REQUIRE(made.code == 0);
    return made.document();
  }
  std::string id, number;
};

const std::set<std::string> kReceiptKeys{"code", "about",    "case",      "service", "hall",
                                         "day",  "last_day", "days_open", "zh",      "en"};

}  // namespace

TEST_CASE("a receipt is printed for a case by its number or id, the same each time", "[admin][rating][receipt]") {
  const Gateway at;
  const json::object receipt = at.receipt();
  CHECK(keysOf(receipt) == kReceiptKeys);
  CHECK(receipt.at("about") == "visit");
  CHECK(receipt.at("case").as_string() == at.number.c_str());
  CHECK(receipt.at("code").as_string().size() == 19);
  CHECK(at.receipt() == receipt);
  CHECK(at.json({"ratings", "receipt", at.id, "--as", "wang"}).document() == receipt);
  // Whoever gave the plain answer reads the code too.
  CHECK(at.run({"--store", at.path("hall.ow"), "ratings", "receipt", at.number, "--as", "wang"})
            .out.find(std::string(receipt.at("code").as_string())) != std::string::npos);
  CHECK(at.json({"ratings", "receipt"}).fact("field") == "case");
  CHECK(at.json({"ratings", "receipt", "no such"}).fact("entity") == "case");
}

TEST_CASE("a gateway redeems a code without a line, once its desk is a kiosk, and once", "[admin][rating][receipt]") {
  const Gateway at;
  const std::string code(at.receipt().at("code").as_string());
  CHECK(at.json({"ratings", "redeem", code, "--level", "2"}).fact("rule") == "not_a_kiosk");
  CHECK(at.json({"ratings", "kiosk"}).document().at("kiosk") == false);
  CHECK(at.json({"ratings", "kiosk", "on", "--as", "wang"}).fact("rule") == "not_your_right");
  CHECK(at.json({"ratings", "kiosk", "on"}).fact("field") == "as");
  CHECK(at.json({"ratings", "kiosk", "maybe", "--as", "zhao"}).fact("field") == "kiosk");
  CHECK(at.json({"ratings", "kiosk", "on", "--as", "zhao"}).document().at("kiosk") == true);

  std::string typed = code;
  typed.back() = typed.back() == 'A' ? 'B' : 'A';
  const auto wrong = at.json({"ratings", "redeem", typed, "--level", "2"});
  CHECK(wrong.fact("rule") == "check_letter");
  CHECK(wrong.out.find(typed) == std::string::npos);
  CHECK(at.json({"ratings", "redeem", code}).fact("field") == "level");
  CHECK(at.json({"ratings", "redeem", code, "--level", "6"}).code == 2);
  CHECK(at.json({"ratings", "redeem", code, "--level", "2", "--channel", "drum"}).fact("field") == "channel");
  CHECK(at.json({"ratings", "redeem", code, "--level", "2", "--channel", "counter"}).fact("field") == "channel");
  CHECK(at.json({"ratings", "redeem", code, "--level", "2", "--reasons", "attitude.cold"}).fact("field") == "reasons");

  const auto done =
      at.json({"ratings", "redeem", code, "--level", "2", "--channel", "web", "--reasons", "efficiency.quick,skill.clear"});
  REQUIRE(done.code == 0);
  CHECK(keysOf(done.document()) == std::set<std::string>{"about", "service", "level", "channel"});
  CHECK(done.document().at("channel") == "web");
  CHECK(at.json({"ratings", "redeem", code, "--level", "1"}).errorKind() == "duplicate");
  const json::object counted = at.json({"ratings", "check"}).document();
  CHECK(counted.at("sealed").at("total") == 1);
  CHECK(counted.at("finding_count") == 0);
}

TEST_CASE("without a clerk the receipt is about the matter, and waits for its end", "[admin][rating][receipt]") {
  const Gateway at;
  const json::object receipt = at.json({"ratings", "receipt", "101"}).document();  // the other system's number
  CHECK(keysOf(receipt) == kReceiptKeys);
  CHECK(receipt.at("about") == "matter");
  CHECK(receipt.at("last_day").is_null());
  CHECK(receipt.at("day") == "2015-03-02");
  REQUIRE(at.json({"ratings", "kiosk", "on", "--as", "zhao"}).code == 0);
  const auto early = at.json({"ratings", "redeem", std::string(receipt.at("code").as_string()), "--level", "1"});
  CHECK(early.fact("rule") == "not_ended");
}
