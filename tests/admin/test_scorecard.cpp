// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;
using Keys = std::set<std::string>;

namespace {

const AdminHall& hall() {
  static AdminHall made;
  static const bool isFilled = [] {
    made.init();
    return made.json({"demo", "--persons", "200", "--cases", "2000"}).code == 0;
  }();
  REQUIRE(isFilled);
  return made;
}

const json::object& named(const json::object& card, std::string_view id) {
  for (const json::value& one : card.at("indicators").as_array())
    if (one.at("id") == json::string(id)) return one.as_object();
  throw std::runtime_error("no such indicator");
}

const Keys kFigure{"id",          "version",
                   "perspective", "zh",
                   "en",          "kind",
                   "unit",        "better",
                   "value",       "numerator",
                   "denominator", "low",
                   "high",        "sample",
                   "score",       "formula_numerator",
                   "floor",       "target",
                   "floor_to",    "target_to",
                   "minimum",     "formula_denominator",
                   "formula",     "series",
                   "amount",      "of_amount"};

}  // namespace

TEST_CASE("the scorecard of a period says every figure with its formula, counts and interval", "[admin][scorecard]") {
  const auto ran = hall().json({"scorecard", "--period", "2000..2009"});
  REQUIRE(ran.code == 0);  // long before the demo hall
  CHECK(keysOf(ran.document()) == Keys{"hall", "period", "from", "to", "as_of", "definitions", "indicators", "perspectives",
                                       "open_cases", "open_cases_by_department"});
  const json::object empty = ran.document();
  CHECK(named(empty, "customer.good_rate").at("value").is_null());
  CHECK(named(empty, "customer.good_rate").at("sample") == "suppressed");

  const auto stats = hall().json({"stats"}).document();
  const json::object card = hall().json({"scorecard", "--period", "2018..2027"}).document();
  for (const json::value& one : card.at("indicators").as_array()) CHECK(keysOf(one) == kFigure);
  CHECK(named(card, "process.opened").at("value").to_number<double>() == stats.at("cases").to_number<double>());
  // Without what was voided on appeal, as the recount of the sealed set has it.
  CHECK(named(card, "customer.good_rate").at("denominator") ==
        hall().json({"ratings", "check"}).document().at("published").at("total"));
  CHECK(named(card, "customer.good_rate").at("low").to_number<double>() <
        named(card, "customer.good_rate").at("value").as_double());
  // The second time it is read and not counted, and comes to the same.
  json::object again = hall().json({"scorecard", "--period", "2018..2027"}).document();
  CHECK(again.at("indicators") == card.at("indicators"));
}

TEST_CASE("a figure is taken apart by department, and by month with its limits", "[admin][scorecard]") {
  const auto split =
      hall().json({"scorecard", "--period", "2018..2027", "--by", "department", "--indicator", "customer.in_time"});
  REQUIRE(split.code == 0);
  const json::object document = split.document();
  CHECK(keysOf(document) == Keys{"whole", "by", "members", "hidden"});
  REQUIRE_FALSE(document.at("members").as_array().empty());
  std::int64_t sum = 0;
  for (const json::value& member : document.at("members").as_array()) sum += member.at("denominator").as_int64();
  CHECK(sum <= document.at("whole").at("denominator").as_int64());
  const auto trend = hall().json({"scorecard", "--period", "2026", "--by", "month", "--indicator", "customer.in_time"});
  REQUIRE(trend.code == 0);
  CHECK(trend.document().at("points").as_array().size() == 24);
  CHECK(hall().json({"scorecard", "--period", "2026", "--by", "month"}).fact("field") == "indicator");
  CHECK(hall().json({"scorecard", "--period", "2026", "--by", "window", "--indicator", "nothing"}).errorKind() == "not_found");
  CHECK(hall().json({"scorecard", "--period", "last year"}).fact("field") == "period");
  CHECK(hall().json({"scorecard"}).code == 2);
}

TEST_CASE("explain prints the formula, the counts and the cases behind them", "[admin][scorecard]") {
  const auto ran = hall().json({"indicators", "explain", "customer.bad_rate", "--period", "2018..2027", "--most", "1000"});
  REQUIRE(ran.code == 0);
  const json::object document = ran.document();
  Keys keys = kFigure;
  keys.insert({"note_zh", "note_en", "period", "definitions", "as_of", "part", "cases", "cut"});
  CHECK(keysOf(document) == keys);
  CHECK(document.at("formula_numerator") == "rating[bad]");
  CHECK(std::int64_t(document.at("cases").as_array().size()) == document.at("numerator").as_int64());
  for (const json::value& one : document.at("cases").as_array()) {
    CHECK(one.at("level").as_int64() >= 4);
    CHECK(one.at("case").is_string());
  }
}

TEST_CASE("the definitions are listed, and a file of them is checked before it is used", "[admin][scorecard]") {
  const auto list = admin({"indicators", "list", "--json"});
  REQUIRE(list.code == 0);
  CHECK(list.document().at("indicators").as_array().size() >= 15);
  const auto shipped = std::string(OW_SOURCE_DIR) + "/resources/indicators/CN.json";
  CHECK(admin({"indicators", "check", shipped, "--json"}).document() == list.document());
  std::string text = contentOf(shipped);
  text.replace(text.find("\"in_time\""), 9, "\"on_time\"");
  const auto wrong = admin({"indicators", "check", hall().write("wrong.json", text), "--json"});
  CHECK(wrong.code == 1);
  CHECK(wrong.fact("rule") == "unknown_word");
  CHECK(wrong.fact("indicator") == "customer.in_time");
}
