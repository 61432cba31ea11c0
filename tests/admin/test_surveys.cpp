// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <filesystem>

#include "admin.h"

using namespace ow;
using namespace ow::test;
using Catch::Matchers::WithinAbs;
namespace json = boost::json;
using Keys = std::set<std::string>;

namespace {

// A store with a supervisor, a clerk and two requests.
struct SurveyStore {
  AdminHall hall;

  SurveyStore() {
    const auto secret = hall.write("passphrase", "correct horse 2026\n");
    REQUIRE(hall.json({"init", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
    REQUIRE(hall.json({"clerk", "--clerk", "wang", "--name", "王敏", "--passphrase-file", secret}).code == 0);
  }
  Ran surveys(std::vector<std::string> arguments, const char* as = "zhao") {
    arguments.insert(arguments.begin(), "surveys");
    arguments.insert(arguments.end(), {"--as", as});
    return hall.json(arguments);
  }
  std::string openElsewhere(const char* questionnaire, const char* count) {
    const auto opened = surveys(
        {"open", "--name", "外部调查", "--questionnaire", questionnaire, "--elsewhere", count, "--by", "elsewhere,paper"});
    REQUIRE(opened.code == 0);
    return std::string(opened.document().at("id").as_string());
  }
};

const Keys kIndex{"id", "kind", "zh", "en", "value", "low", "high", "answers", "off_scale", "sample"};
const Keys kQuestion{"id", "index", "zh", "en", "low", "high", "mean", "answers", "counts", "off_scale"};

}  // namespace

TEST_CASE("a round is opened, filled from another system's file, told and closed", "[admin][survey]") {
  SurveyStore office;
  const std::string round = office.openElsewhere("csat", "8");
  const std::string file = office.hall.write("answers.csv", "no,level\n1,1\n2,2\n3,2\n4,5\n5,0\n6,1\n7,x\n");
  const auto taken = office.surveys({"import", round, file, "--column", "csat=level", "--id-column", "no"});
  REQUIRE(taken.code == 0);
  CHECK(keysOf(taken.document()) == Keys{"rows", "accepted", "rejected", "unchanged", "off_scale", "faults"});
  CHECK(taken.document().at("accepted") == 6);
  CHECK(taken.document().at("off_scale") == 1);
  CHECK(taken.document().at("faults").at(0).at("rule") == "format");

  const auto told = office.surveys({"results", round});
  REQUIRE(told.code == 0);
  const json::object results = told.document();
  CHECK(keysOf(results) == Keys{"id", "name", "hall", "questionnaire", "version", "state", "as_of", "drawn", "answered",
                                "refused", "not_reached", "unheard", "response_rate", "response_low", "response_high",
                                "off_scale", "indexes", "questions"});
  CHECK(results.at("response_rate") == 0.75);
  CHECK(keysOf(results.at("indexes").at(0)) == kIndex);
  CHECK(keysOf(results.at("questions").at(0)) == kQuestion);
  CHECK(results.at("indexes").at(0).at("value") == 0.8);  // 0 belongs to no level
  CHECK(results.at("indexes").at(0).at("off_scale") == 1);
  CHECK(results.at("questions").at(0).at("counts").as_array().size() == 5);

  const auto slips = office.surveys({"slips", round});
  CHECK(slips.document().at("slips").as_array().size() == 8);
  const auto closed = office.surveys({"close", round});
  CHECK(closed.document().at("state") == "closed");
  CHECK(office.surveys({"close", round}).errorKind() == "conflict");
  CHECK(office.surveys({"import", round, file}).fact("rule") == "round_closed");
  const json::object list = office.hall.json({"surveys", "list"}).document();
  REQUIRE(list.at("rounds").as_array().size() == 1);
  CHECK(keysOf(list.at("rounds").at(0)) ==
        Keys{"id", "name", "questionnaire", "state", "drawn", "answered", "opened_at", "closes_at", "closed_at", "created_by"});
  CHECK(list.at("rounds").at(0).at("answered") == 6);
  CHECK(office.hall.json({"check"}).document().at("ok") == true);
}

TEST_CASE("under five answers the figures are null and not even their number is told", "[admin][survey]") {
  SurveyStore office;
  const std::string round = office.openElsewhere("csat", "8");
  const std::string file = office.hall.write("answers.csv", "csat\n1\n2\n");
  REQUIRE(office.surveys({"import", round, file}).code == 0);
  const json::object results = office.surveys({"results", round}).document();
  CHECK(results.at("answered") == 2);
  const json::object& index = results.at("indexes").at(0).as_object();
  CHECK(index.at("sample") == "suppressed");
  for (const char* key : {"value", "low", "high", "answers", "off_scale"}) CHECK(index.at(key).is_null());
  for (const char* key : {"mean", "answers", "counts", "off_scale"}) CHECK(results.at("questions").at(0).at(key).is_null());
}

TEST_CASE("a segment is drawn, the same again by its seed, and then asked", "[admin][survey]") {
  AdminHall made;
  made.init();
  REQUIRE(made.json({"demo", "--persons", "200", "--cases", "600"}).code == 0);
  const auto secret = made.write("passphrase", "correct horse 2026\n");
  REQUIRE(made.json({"clerk", "--clerk", "zhao", "--name", "赵主任", "--supervisor", "--passphrase-file", secret}).code == 0);
  const auto draw = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"surveys", "draw", "--as", "zhao", "--size", "20"};
    words.insert(words.end(), more.begin(), more.end());
    return made.json(words);
  };
  const auto drawn = draw({});
  REQUIRE(drawn.code == 0);
  CHECK(keysOf(drawn.document()) == Keys{"drawn_from", "segment", "frame_size", "drawn", "seed", "faults", "fault_count"});
  CHECK(drawn.document().at("drawn") == 20);
  CHECK(drawn.document().at("frame_size").as_int64() > 20);
  const std::string seed(drawn.document().at("seed").as_string());
  CHECK(draw({"--seed", seed}).document() == drawn.document());
  CHECK(draw({"--ended-from", "2100-01-01"}).document().at("frame_size") == 0);
  CHECK(draw({"--service", "no such"}).fact("entity") == "service");
  CHECK(draw({"--seed", "7"}).fact("field") == "seed");
  CHECK(draw({"--ended-from", "yesterday"}).fact("field") == "ended-from");
  const auto opened = made.json(
      {"surveys", "open", "--as", "zhao", "--name", "回访", "--questionnaire", "acsi", "--size", "20", "--seed", seed});
  REQUIRE(opened.code == 0);
  CHECK(keysOf(opened.document()) ==
        Keys{"id", "drawn_from", "segment", "frame_size", "drawn", "seed", "faults", "fault_count"});
  CHECK(opened.document().at("seed") == drawn.document().at("seed"));
}

TEST_CASE("what is no round, no supervisor and no question is told as that", "[admin][survey]") {
  SurveyStore office;
  const std::string round = office.openElsewhere("acsi", "8");
  const std::string file = office.hall.write("answers.csv", "csat\n1\n");
  CHECK(office.surveys({"results", round}, "wang").fact("rule") == "supervisor_only");
  CHECK(office.surveys({"results", round}, "nobody").fact("entity") == "staff");
  CHECK(office.hall.json({"surveys", "results", round}).fact("field") == "as");
  CHECK(office.surveys({"results"}).fact("field") == "round");
  CHECK(office.surveys({"results", "x"}).fact("entity") == "survey_round");
  CHECK(office.surveys({"results", "00000000-0000-7000-8000-000000000000"}).fact("entity") == "survey_round");
  CHECK(office.surveys({"import", round}).fact("field") == "file");
  CHECK(office.surveys({"import", round, file}).fact("rule") == "no_question");
  CHECK(office.surveys({"import", round, file, "--column", "acsi1"}).fact("field") == "column");
  CHECK(office.surveys({"open", "--name", "x", "--questionnaire", "wish", "--elsewhere", "5", "--by", "elsewhere"})
            .fact("entity") == "questionnaire");
  CHECK(office.surveys({"open", "--name", "x", "--questionnaire", "acsi", "--elsewhere", "5"}).fact("rule") ==
        "phone_needs_persons");
  CHECK(office.surveys({"open", "--name", "x", "--questionnaire", "acsi", "--by", "drum"}).fact("field") == "by");
  CHECK(office.surveys({"wish"}).code == 2);
  CHECK(office.surveys({"draw", "--size", "0"}).code == 2);
}

TEST_CASE("the bank's file comes to 64.81 on the command line", "[admin][survey][shared]") {
  const auto file = std::filesystem::path(OW_SHARED_DIR) / "data" / "csat" / "ecsi_bank_satisfaction_250.csv";
  if (!std::filesystem::exists(file)) SKIP("the shared data is not here: data/csat");
  SurveyStore office;
  const std::string round = office.openElsewhere("ecsi", "250");
  CHECK(office.surveys({"import", round, file.string()}).document().at("off_scale") == 111);
  const json::object results = office.surveys({"results", round}).document();
  for (const json::value& index : results.at("indexes").as_array())
    if (index.at("id") == "satisfaction") CHECK_THAT(index.at("value").as_double(), WithinAbs(64.81, 0.005));
  CHECK(results.at("indexes").as_array().size() == 6);
}
