// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/questionnaire.h"

using namespace ow;
using namespace ow::domain;

namespace {

std::string catalogueWith(const std::string& indexes, const std::string& questions) {
  return R"({"format": "onewindow-surveys/1", "jurisdiction": "CN", "questionnaires": [{"id": "x", "version": "1", "zh": "问卷",
             "en": "Form", "indexes": [)" +
         indexes + R"(], "questions": [)" + questions + "]}]}";
}
std::string aQuestion(const std::string& id, int low, int high, const std::string& index = "i") {
  return R"({"id": ")" + id + R"(", "index": ")" + index + R"(", "low": )" + std::to_string(low) + R"(, "high": )" +
         std::to_string(high) + R"(, "zh": "问", "en": "Q"})";
}
std::string anIndex(const std::string& kind, const std::string& more = "") {
  return R"({"id": "i", "zh": "指数", "en": "Index", "kind": ")" + kind + "\"" + more + "}";
}
// The field and rule by which it is refused; "taken" when it is not.
std::string judged(const std::string& indexes, const std::string& questions) {
  const auto parsed = QuestionnaireCatalogue::parse(catalogueWith(indexes, questions));
  if (parsed) return "taken";
  return std::string(parsed.error().fact("field")) + " " + std::string(parsed.error().fact("rule"));
}

}  // namespace

TEST_CASE("the bundled questionnaires ask what the field asks, on its usual scales", "[domain][survey]") {
  const auto catalogue = QuestionnaireCatalogue::bundled("CN").value();
  const auto acsi = catalogue.find("acsi").value();
  REQUIRE(acsi.questions.size() == 3);
  for (const auto& question : acsi.questions) CHECK((question.low == 1 && question.high == 10));
  CHECK(catalogue.find("csat").value().indexes.front().goodTo == 2);
  CHECK(catalogue.find("nps").value().questions.front().high == 10);
  CHECK(catalogue.find("sus").value().questionsOf("sus").size() == 10);
  CHECK(catalogue.find("three_rates").value().indexes.size() == 3);
  CHECK(catalogue.find("ecsi").value().questionsOf("satisfaction").size() == 4);
  CHECK(catalogue.find("acsi", "1"));
  CHECK(catalogue.find("acsi", "99").error().fact("entity") == "questionnaire");
  CHECK(catalogue.find("nothing").error().kind == base::ErrorKind::notFound);
  CHECK(QuestionnaireCatalogue::bundled("XX").value().jurisdiction == "CN");  // where a place has none of its own
  CHECK(acsi.question("acsi2") == &acsi.questions[1]);
  CHECK(acsi.question("sat1") == nullptr);
}

TEST_CASE("a questionnaire whose formula could not be computed is refused with its field", "[domain][survey]") {
  CHECK(judged(anIndex("satisfaction"), aQuestion("a", 1, 10) + "," + aQuestion("b", 1, 10)) == "taken");
  CHECK(judged(anIndex("satisfaction"), aQuestion("a", 1, 10) + "," + aQuestion("b", 1, 5)) == "scale one_scale");
  CHECK(judged(anIndex("satisfaction", R"(, "weights": [0.5, 0.5])"), aQuestion("a", 1, 10) + "," + aQuestion("b", 1, 10)) ==
        "taken");
  CHECK(judged(anIndex("satisfaction", R"(, "weights": [0.5, 0.4])"), aQuestion("a", 1, 10) + "," + aQuestion("b", 1, 10)) ==
        "weights sum_is_1");
  CHECK(judged(anIndex("satisfaction", R"(, "weights": [1])"), aQuestion("a", 1, 10) + "," + aQuestion("b", 1, 10)) ==
        "weights sum_is_1");
  CHECK(judged(anIndex("net_promoter"), aQuestion("a", 1, 10)) == "questions net_promoter");
  CHECK(judged(anIndex("usability"), aQuestion("a", 1, 5)) == "questions usability");
  CHECK(judged(anIndex("share", R"(, "good_from": 1, "good_to": 2)"), aQuestion("a", 1, 5)) == "taken");
  CHECK(judged(anIndex("share", R"(, "good_from": 0, "good_to": 2)"), aQuestion("a", 1, 5)) == "questions share");
  CHECK(judged(anIndex("share"), aQuestion("a", 1, 5)) == "good_from missing");
  CHECK(judged(anIndex("wish"), aQuestion("a", 1, 5)) == "kind unknown_word");
  CHECK(judged(anIndex("satisfaction"), aQuestion("a", 5, 5)) == "high low_below_high");
  CHECK(judged(anIndex("satisfaction"), aQuestion("a", 1, 5, "j")) == "index unknown_word");
  CHECK(judged(anIndex("satisfaction"), aQuestion("a", 1, 5) + "," + aQuestion("a", 1, 5)) == "id twice");
  CHECK(judged(anIndex("satisfaction"), aQuestion("A b", 1, 5)) == "id format");
  CHECK(judged(anIndex("satisfaction"), "") == "questions missing");
}

TEST_CASE("what is no catalogue of questionnaires is told apart from one with a fault", "[domain][survey]") {
  for (const char* text : {"", "[]", "{}", R"({"format": "onewindow-ratings/1"})"})
    CHECK(QuestionnaireCatalogue::parse(text).error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(QuestionnaireCatalogue::parse(std::string(2 << 20, ' ')).error().kind == base::ErrorKind::tooLarge);
}
