// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;

namespace {

// A demo hall whose citizens have rated a few hundred times.
const AdminHall& hall() {
  static AdminHall made;
  static const bool isFilled = [] {
    made.init();
    return made.json({"demo", "--persons", "200", "--cases", "600"}).code == 0;
  }();
  REQUIRE(isFilled);
  return made;
}

std::vector<std::string> linesOf(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}
void writeLines(const std::string& path, const std::vector<std::string>& lines) {
  std::ofstream file(path);
  for (const std::string& line : lines) file << line << "\n";
}
std::vector<std::string> faultsOf(const Ran& ran) {
  std::vector<std::string> faults;
  const json::object document = ran.document();
  for (const json::value& finding : document.at("findings").as_array()) faults.emplace_back(finding.at("fault").as_string());
  return faults;
}

}  // namespace

TEST_CASE("the sealed set is recounted without the store, and comes to the same", "[admin][rating]") {
  const std::string set = hall().path("set.jsonl");
  const auto written = hall().json({"ratings", "export", set});
  REQUIRE(written.code == 0);
  CHECK(keysOf(written.document()) == std::set<std::string>{"pads", "ratings", "set_aside", "to"});
  const auto here = hall().json({"ratings", "check"});
  REQUIRE(here.code == 0);
  CHECK(keysOf(here.document()) == std::set<std::string>{"sealed", "imported", "voided", "published", "set_aside", "elsewhere",
                                                         "findings", "finding_count", "pads"});
  const auto there = admin({"ratings", "recount", set, "--json"});
  REQUIRE(there.code == 0);
  CHECK(there.document() == here.document());
  CHECK(there.document().at("sealed").at("total") == written.document().at("ratings"));
  CHECK(there.document().at("sealed").at("total").as_int64() > 200);
  CHECK(hall().json({"ratings", "export", set}).errorKind() == "duplicate");
}

TEST_CASE("a set that somebody has bent is told by place and pad", "[admin][rating]") {
  const std::string set = hall().path("bent.jsonl");
  REQUIRE(hall().json({"ratings", "export", set}).code == 0);
  const auto lines = linesOf(set);
  const auto recounted = [&](const std::vector<std::string>& bent) {
    writeLines(set, bent);
    auto ran = admin({"ratings", "recount", set, "--json"});
    CHECK(ran.code == 1);
    return ran;
  };
  auto bent = lines;
  const auto at = bent[40].find("\"level\": ") + 9;
  bent[40][at] = bent[40][at] == '1' ? '2' : '1';
  CHECK(faultsOf(recounted(bent)) == std::vector<std::string>{"changed"});
  bent = lines;
  bent.erase(bent.begin() + 50);
  CHECK(faultsOf(recounted(bent)) == std::vector<std::string>{"missing"});
  bent = lines;
  bent.push_back(bent[60]);
  CHECK(faultsOf(recounted(bent)) == std::vector<std::string>{"forked"});
  bent = lines;
  bent.erase(bent.begin() + 1);  // a pad
  CHECK(faultsOf(recounted(bent)).front() == "unknown_pad");
}

TEST_CASE("what is no set of ratings is refused with its line", "[admin][rating]") {
  const std::string header = "{\"format\": \"onewindow-ratings/1\"}\n";
  CHECK(admin({"ratings", "recount", hall().write("a.jsonl", "no set\n"), "--json"}).errorKind() == "unsupported_format");
  const auto broken = admin({"ratings", "recount", hall().write("b.jsonl", header + "{\"rating\": 5}\n"), "--json"});
  CHECK(broken.errorKind() == "invalid_input");
  CHECK(broken.fact("line") == "2");
  CHECK(admin({"ratings", "recount", hall().path("nowhere"), "--json"}).errorKind() == "not_found");
  CHECK(admin({"ratings", "check", "--json"}).fact("field") == "store");
  CHECK(admin({"ratings", "recount", "--json"}).fact("field") == "file");
  const auto empty = admin({"ratings", "recount", hall().write("c.jsonl", header), "--json"});
  CHECK(empty.code == 0);
  CHECK(empty.document().at("sealed").at("good_rate").is_null());
}

TEST_CASE("what another system took comes in under its name, once, and opens the reviews of the bad ones", "[admin][rating]") {
  AdminHall fresh;
  const auto secret = fresh.write("passphrase", "correct horse 2026\n");
  REQUIRE(fresh.json({"init", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
  REQUIRE(fresh.json({"clerk", "--clerk", "wang", "--name", "王敏", "--passphrase-file", secret}).code == 0);
  const std::string table = fresh.write("ratings.csv",
                                        "id,level,rated_at,channel,text\n"
                                        "1,非常满意,2026-03-02 10:00:00,hotline,\n"
                                        "2,5,2026-03-02T11:00:00+08:00,,等了很久\n"
                                        "3,6,2026-03-02 10:00:00,hotline,\n"
                                        ",1,2026-03-02 10:00:00,hotline,\n"
                                        "5,1,yesterday,hotline,\n"
                                        "6,1,2026-03-02 10:00:00,drum,\n");
  const auto taken = fresh.json({"ratings", "import", table, "--source", "12345", "--as", "zhao"});
  REQUIRE(taken.code == 0);
  const json::object document = taken.document();
  CHECK(keysOf(document) == std::set<std::string>{"rows", "accepted", "rejected", "unchanged", "reviews", "faults"});
  CHECK(document.at("accepted") == 2);
  CHECK(document.at("rejected") == 4);
  CHECK(document.at("reviews") == 1);
  const json::object again = fresh.json({"ratings", "import", table, "--source", "12345", "--as", "zhao"}).document();
  CHECK(again.at("accepted") == 0);
  CHECK(again.at("unchanged") == 2);
  const json::object counted = fresh.json({"ratings", "check"}).document();
  CHECK(counted.at("imported").at("total") == 2);
  CHECK(counted.at("sealed").at("total") == 0);
  CHECK(counted.at("finding_count") == 0);
  // A clerk brings none in, nor does somebody unknown; and a table without levels is none of ratings.
  CHECK(fresh.json({"ratings", "import", table, "--source", "12345", "--as", "wang"}).fact("rule") == "not_your_right");
  CHECK(fresh.json({"ratings", "import", table, "--source", "12345", "--as", "li"}).fact("entity") == "staff");
  CHECK(fresh.json({"ratings", "import", table, "--as", "zhao"}).fact("field") == "source");
  const auto other = fresh.write("other.csv", "id,stars\n1,5\n");
  CHECK(fresh.json({"ratings", "import", other, "--source", "x", "--as", "zhao"}).fact("column") == "level");
}

TEST_CASE("a rating of another system finds its case by our number and by the foreign one", "[admin][rating]") {
  AdminHall fresh;
  const auto secret = fresh.write("passphrase", "correct horse 2026\n");
  REQUIRE(fresh.json({"init", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
  REQUIRE(fresh.json({"import", "requests", fresh.write("requests.csv", twoRequests())}).code == 0);
  const json::object listed = fresh.json({"cases", "--limit", "1"}).document();
  const std::string ours(listed.at("cases").as_array().front().at("number").as_string());
  const std::string table = fresh.write("ratings.csv",
                                        "id,level,rated_at,case\n"
                                        "1,2,2015-03-05 10:00:00,101\n"
                                        "2,2,2015-03-05 10:00:00," +
                                            ours +
                                            "\n"
                                            "3,2,2015-03-05 10:00:00,103\n");
  const json::object taken = fresh.json({"ratings", "import", table, "--source", "12345", "--as", "zhao"}).document();
  CHECK(taken.at("accepted") == 2);
  REQUIRE(taken.at("faults").as_array().size() == 1);
  CHECK(taken.at("faults").as_array().front().at("rule") == "unknown_case");
  const json::object behind = fresh.json({"indicators", "explain", "customer.csat", "--period", "2015-03"}).document();
  REQUIRE(behind.at("cases").as_array().size() == 2);
  for (const json::value& one : behind.at("cases").as_array()) CHECK(one.at("case").is_string());
}

TEST_CASE("what looks wrong in ratings is asked, with the evidence, and a hall without cheats has little to ask",
          "[admin][rating]") {
  AdminHall hall;
  hall.init();
  REQUIRE(hall.json({"demo", "--persons", "100", "--cases", "1500"}).code == 0);
  CHECK(hall.json({"ratings", "findings"}).code == 1);  // of which period?
  const auto answer = hall.json({"ratings", "findings", "--period", "2018..2027"}).document();
  CHECK(keysOf(answer) == std::set<std::string>{"period", "as_of", "ratings", "findings"});
  CHECK(answer.at("ratings").as_int64() > 100);
  for (const json::value& one : answer.at("findings").as_array())
    CHECK(keysOf(one) ==
          std::set<std::string>{"rule", "subject", "id", "name", "hits", "trials", "of", "expected", "from", "to", "evidence"});
  CHECK(answer.at("findings").as_array().size() < 30);
}
