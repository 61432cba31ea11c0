// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kCards = anId(4), kCase = anId(2), kOther = anId(3);

// Two cases of a hall, the first for a service of 人社局.
void openCases(ContractStage& stage) {
  stage.tell(stage.eastOne(), anOperation(1).create("service", kCards, {{"name", "社保卡补领"}, {"department", "人社局"}}));
  stage.tell(stage.eastOne(),
             anOperation(2).create("case", kCase, {{"number", "1"}, {"state", "received"}, {"service_id", kCards.uuid}}));
  stage.tell(stage.eastOne(), anOperation(3).create("case", kOther, {{"number", "2"}, {"state", "received"}}));
}

domain::WrittenOperation aDocument(int n, const domain::EntityId& ofCase, const char* type = "acceptance_notice") {
  return anOperation(n).append("document", anId(n),
                               {{"case_id", ofCase.uuid}, {"type", type}, {"provisional", "临" + std::to_string(n)}});
}

// Where the number stands after the year: "〕7号" of "110101-1许受〔2026〕7号".
std::string serialOf(const std::string& number) {
  const auto at = number.find("〕");
  return at == std::string::npos ? number : number.substr(at + std::string("〕").size());
}
std::string wordOf(const std::string& number) {
  return number.substr(0, number.find("〔"));
}

// As a desk offers it again after a fork, with what it was answered.
domain::WrittenOperation again(domain::WrittenOperation operation, const domain::Settled& answer) {
  std::string told;
  for (const base::Fact& fact : answer.facts)
    told += (told.empty() ? "{\"" : ",\"") + std::string(fact.name) + "\":\"" + fact.value + "\"";
  operation.told = told + "}";
  return operation;
}

}  // namespace

TEST_CASE("Documents are numbered without gaps, each type for itself, whichever desk sends them",
          "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  const auto first =
      stage.push(stage.eastOne(), {aDocument(10, kCase), aDocument(11, kOther), aDocument(12, kCase, "approval")});
  const auto second = stage.tell(stage.eastTwo(), aDocument(13, kOther));
  REQUIRE(first.settled.size() == 3);
  CHECK(serialOf(factOf(first.settled[0], "number")) == "1号");
  CHECK(serialOf(factOf(first.settled[1], "number")) == "2号");
  CHECK(serialOf(factOf(first.settled[2], "number")) == "1号");
  CHECK(serialOf(factOf(second, "number")) == "3号");
  CHECK(wordOf(factOf(second, "number")).ends_with("许受"));
  CHECK(wordOf(factOf(first.settled[2], "number")).ends_with("许准"));
  // Everybody reads it in the row, and the desk that sent it hears that its own row is another now.
  const auto body = stage.body(stage.east, "document", anId(13));
  REQUIRE(body);
  CHECK(fieldOf(*body, "number") == factOf(second, "number"));
  CHECK(fieldOf(*body, "provisional") == "临13");
  CHECK_FALSE(first.ownFrom);
}

TEST_CASE("A document that is sent twice has one number, and one that was refused has none", "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  const auto once = stage.tell(stage.eastOne(), aDocument(10, kCase));
  const auto twice = stage.tell(stage.eastOne(), aDocument(10, kCase));
  CHECK(factOf(twice, "number") == factOf(once, "number"));
  const auto unknown = stage.tell(stage.eastOne(), aDocument(11, kCase, "love_letter"));
  CHECK(unknown.outcome == Outcome::refused);
  CHECK(factOf(unknown, "rule") == "malformed");
  CHECK(serialOf(factOf(stage.tell(stage.eastOne(), aDocument(12, kCase)), "number")) == "2号");
}

TEST_CASE("A desk cannot choose a number for itself", "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  const auto wanted = anOperation(10).append("document", anId(10),
                                             {{"case_id", kCase.uuid},
                                              {"type", "approval"},
                                              {"provisional", "临10"},
                                              {"number", "特〔2026〕8号"},
                                              {"former_number", "7号"}});
  const auto answer = stage.tell(stage.eastOne(), wanted);
  CHECK(serialOf(factOf(answer, "number")) == "1号");
  const auto body = stage.body(stage.east, "document", anId(10));
  REQUIRE(body);
  CHECK(fieldOf(*body, "number") == factOf(answer, "number"));
  CHECK(fieldOf(*body, "former_number").empty());
  // Nor by saying that it was told one: this centre has forgotten nothing.
  auto claiming = aDocument(11, kCase, "approval");
  domain::Settled claim = answer;
  claim.facts.back().value = "77";
  CHECK(serialOf(factOf(stage.tell(stage.eastOne(), again(claiming, claim)), "number")) == "2号");
}

TEST_CASE("Each department's documents are numbered in its own name, each hall's in its own", "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  stage.centre().setAuthority(stage.east, {}, "东政服");
  stage.centre().setAuthority(stage.east, "人社局", "东人社");
  CHECK(wordOf(factOf(stage.tell(stage.eastOne(), aDocument(10, kCase)), "number")) == "东人社许受");
  CHECK(wordOf(factOf(stage.tell(stage.eastOne(), aDocument(11, kOther)), "number")) == "东政服许受");
  stage.tell(stage.westOne(), anOperation(20).create("case", anId(20), {{"number", "3"}, {"state", "received"}}));
  const auto west = stage.tell(stage.westOne(), aDocument(21, anId(20)));
  CHECK(wordOf(factOf(west, "number")) != "东政服许受");
  CHECK(serialOf(factOf(west, "number")) == "1号");
}

TEST_CASE("A number that was lost with a failover comes back to the document that has it on paper",
          "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  stage.tell(stage.eastOne(), aDocument(10, kCase));
  const auto second = stage.tell(stage.eastOne(), aDocument(11, kCase));
  const auto third = stage.tell(stage.eastTwo(), aDocument(12, kOther));
  stage.centre().failover(2);
  // The third comes back first, and nobody gets the second's number meanwhile but the second.
  const auto thirdAgain = stage.tell(stage.eastTwo(), again(aDocument(12, kOther), third));
  CHECK(factOf(thirdAgain, "number") == factOf(third, "number"));
  CHECK(serialOf(factOf(stage.tell(stage.eastTwo(), aDocument(13, kOther)), "number")) == "4号");
  const auto secondAgain = stage.tell(stage.eastOne(), again(aDocument(11, kCase), second));
  CHECK(factOf(secondAgain, "number") == factOf(second, "number"));
}

TEST_CASE("A lost number that somebody else was given meanwhile is not given twice, and the row says which it was",
          "[sync][contract][documents]") {
  OW_EACH_ADAPTER(stage);
  openCases(stage);
  const auto first = stage.tell(stage.eastOne(), aDocument(10, kCase));
  stage.centre().failover(1);
  const auto other = stage.tell(stage.eastTwo(), aDocument(11, kOther));
  CHECK(factOf(other, "number") == factOf(first, "number"));
  const auto late = stage.tell(stage.eastOne(), again(aDocument(10, kCase), first));
  CHECK(serialOf(factOf(late, "number")) == "2号");
  const auto body = stage.body(stage.east, "document", anId(10));
  REQUIRE(body);
  CHECK(fieldOf(*body, "former_number") == factOf(first, "number"));
}
