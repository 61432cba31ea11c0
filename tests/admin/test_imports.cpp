// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;
namespace json = boost::json;

namespace {

std::string text(const json::object& document, const char* key) {
  return json::value_to<std::string>(document.at(key));
}

}  // namespace

TEST_CASE("an import whose report cannot be written says that it stands, with its id", "[admin][import]") {
  AdminHall hall;
  hall.init();
  const auto file = hall.write("two.csv", twoRequests());
  std::filesystem::create_directories(hall.path("report.csv.making/full"));  // nobody looks there before the rows are stored
  const auto ran = hall.json({"import", "requests", file, "--report", hall.path("report.csv")});
  CHECK(ran.code == 1);
  const auto answer = ran.document();
  CHECK(answer.at("accepted") == 2);
  CHECK(answer.at("report").is_null());
  CHECK(ran.errorKind() == "duplicate");
  CHECK(ran.err.find("The rows are stored as import " + text(answer, "import_id")) != std::string::npos);
  CHECK(hall.json({"stats"}).document().at("cases") == 2);
  CHECK(hall.json({"imports", "undo", text(answer, "import_id")}).code == 0);
}

TEST_CASE("a report that could not be written anyway is refused before the first row", "[admin][import]") {
  AdminHall hall;
  hall.init();
  const auto file = hall.write("two.csv", twoRequests());
  CHECK(hall.json({"import", "requests", file, "--report", hall.path("no/report.csv")}).code == 1);
  std::filesystem::create_symlink(hall.path("nowhere"), hall.path("link.csv"));
  CHECK(hall.json({"import", "requests", file, "--report", hall.path("link.csv")}).errorKind() == "duplicate");
  CHECK(hall.json({"stats"}).document().at("cases") == 0);
}

TEST_CASE("how sure the encoding is stands in the answer, and the administrator can say it", "[admin][import]") {
  AdminHall hall;
  hall.init();
  const auto file = hall.write("odd.csv", twoRequests("103,03/02/2015 12:00:00 PM,Open,CE Collection,x,Caf\xe9\n"));
  const auto guessed = hall.json({"import", "requests", file, "--dry-run"});
  const auto answer = guessed.document();
  CHECK(text(answer, "encoding") == "UTF-8");
  CHECK(text(answer, "encoding_how") == "statistics");
  CHECK(answer.at("encoding_confidence").to_number<double>() < 0.5);
  CHECK(answer.at("rejected") == 1);
  CHECK(guessed.err.find("is a guess") != std::string::npos);
  CHECK(hall.read("hall.ow.dry-run.report.csv").find("4,rejected,encoding,") != std::string::npos);
  const auto given = hall.json({"import", "requests", file, "--encoding", "windows-1252", "--dry-run"});
  CHECK(given.document().at("accepted") == 3);
  CHECK(given.err.find("guess") == std::string::npos);
  CHECK(hall.json({"import", "requests", file, "--encoding", "klingon"}).fact("field") == "encoding");
}

TEST_CASE("a file that was cut is said to be", "[admin][import]") {
  AdminHall hall;
  hall.init();
  std::string wide = "\xff\xfe";
  for (const char c : twoRequests()) wide += std::string{c, '\0'};
  const auto ran = hall.json({"import", "requests", hall.write("cut.csv", wide.substr(0, wide.size() - 1))});
  const auto answer = ran.document();
  CHECK(answer.at("truncated") == true);
  CHECK(answer.at("accepted") == 1);
  CHECK(answer.at("rejected") == 1);
  CHECK(ran.err.find("It was cut") != std::string::npos);
}

TEST_CASE("lists of services and tokens are not taken for requests", "[admin][import]") {
  AdminHall hall;
  hall.init();
  const auto services = hall.write("s.json", R"([{"service_code":"001","service_name":"Pothole"}])");
  const auto refused = hall.json({"import", "requests", services, "--mapping", "open311"});
  CHECK(refused.code == 1);
  CHECK(refused.fact("holds") == "services");
  CHECK(refused.err.find("not a list of requests") != std::string::npos);
  const auto tokens = hall.write("t.xml", "<service_requests><request><token>1</token></request></service_requests>");
  CHECK(hall.json({"import", "requests", tokens, "--mapping", "open311"}).fact("holds") == "tokens");
  CHECK(hall.json({"imports"}).document().at("imports").as_array().empty());
}

TEST_CASE("an older import waits until the newer one on its cases is taken back", "[admin][import]") {
  AdminHall hall;
  hall.init();
  const auto first = text(hall.json({"import", "requests", hall.write("a.csv", twoRequests())}).document(), "import_id");
  auto changed = twoRequests();
  changed.replace(changed.find("Missed trash"), 12, "Other trash!");
  const auto second = text(hall.json({"import", "requests", hall.write("b.csv", changed)}).document(), "import_id");
  const auto refused = hall.json({"imports", "undo", first});
  CHECK(refused.code == 1);
  CHECK(refused.fact("rule") == "undo_newer_first");
  CHECK(refused.fact("import_id") == second);
  CHECK(hall.json({"imports", "undo", second}).code == 0);
  CHECK(hall.json({"imports", "undo", first}).code == 0);
  CHECK(hall.json({"stats"}).document().at("cases") == 0);
  CHECK(hall.json({"imports", "undo", first}).fact("rule") == "import_undone");
}
