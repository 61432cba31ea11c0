// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/row_text.h"
#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kCase = anId(3);

OperationBuilder aCase(std::uint64_t n) {
  return anOperation(n).create("case", kCase, {{"title", "a"}, {"state", "received"}, {"last_event_at", std::int64_t{100}}});
}

}  // namespace

TEST_CASE("A row is told byte for byte as every program writes it", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto settled = stage.tell(stage.eastOne(), anOperation(1).create("case", kCase,
                                                                         {{"title", "„7/8”\n\t\x01 \\ \"q\" 二"},
                                                                          {"is_due_expected", std::int64_t{0}},
                                                                          {"latitude", 39.90923},
                                                                          {"longitude", -0.5},
                                                                          {"description", domain::Value{}},
                                                                          {"service_id", anId(8).uuid}}));
  const std::string expected = R"({"title": "„7/8”\n\t\u0001 \\ \"q\" 二", "latitude": 39.90923, "longitude": -0.5, )"
                               R"("service_id": "00000000-0008-7000-8000-000000000008", "is_due_expected": 0})";
  CHECK(stage.body(stage.east, "case", kCase) == expected);
  CHECK(settled.rev == 1);
  CHECK(settled.digest == domain::rowDigest("case", kCase, expected));
}

TEST_CASE("An operation that is sent again gets the same answer and changes nothing", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const std::vector<domain::WrittenOperation> batch{aCase(1), anOperation(2).patch("case", kCase, "title", "a", "b"),
                                                    anOperation(3).patch("case", kCase, "title", "x", "c"),
                                                    anOperation(4).transition("case", kCase, "closed", "archived"),
                                                    anOperation(5).append("case_event", anId(6), {{"case_id", kCase.uuid}})};
  const auto first = stage.push(stage.eastOne(), batch);
  const auto head = stage.head(stage.east);
  const auto again = stage.push(stage.eastOne(), batch);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    CHECK(again.settled[i].outcome == first.settled[i].outcome);
    CHECK(again.settled[i].facts == first.settled[i].facts);
    CHECK(again.settled[i].rev == first.settled[i].rev);
    CHECK(again.settled[i].digest == first.settled[i].digest);
  }
  CHECK(first.settled[0].rev == first.settled[2].rev);  // as it was after the batch
  CHECK(stage.head(stage.east).pos == head.pos);
  CHECK(stage.head(stage.east).digest == head.digest);
}

TEST_CASE("The same operation twice in one batch takes effect once", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const domain::WrittenOperation raise = anOperation(2).patch("case", kCase, "title", "a", "b");
  const auto answer = stage.push(stage.eastOne(), {aCase(1), raise, raise});
  CHECK(answer.settled[1].outcome == Outcome::applied);
  CHECK(answer.settled[2].outcome == Outcome::applied);
  CHECK(answer.settled[2].rev == 2);
}

TEST_CASE("An id that comes again with another content is refused", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", "b"));
  const auto reused = stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "b", "c"));
  CHECK(reused.outcome == Outcome::refused);
  CHECK(factOf(reused, "rule") == "id_reused");
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "title") == "b");
  // What was there first keeps its answer.
  CHECK(stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", "b")).outcome == Outcome::applied);
}

TEST_CASE("A patch sets what is as its author saw it, and nothing else", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  const auto settled =
      stage.tell(stage.eastTwo(), anOperation(2).patch("case", kCase, "title", "a", "b").step("window", {}, "3"));
  CHECK(settled.outcome == Outcome::applied);
  CHECK(settled.rev == 2);
  CHECK(stage.body(stage.east, "case", kCase) == R"({"state": "received", "title": "b", "window": "3", "last_event_at": 100})");
}

TEST_CASE("A field that is emptied is left out of the row", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", {}));
  CHECK(stage.body(stage.east, "case", kCase) == R"({"state": "received", "last_event_at": 100})");
}

TEST_CASE("A value that the centre has already changes nothing", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", "b"));
  const auto head = stage.head(stage.east);
  const auto settled = stage.tell(stage.eastTwo(), anOperation(3).patch("case", kCase, "title", "a", "b"));
  CHECK(settled.outcome == Outcome::merged);
  CHECK(settled.facts.empty());
  CHECK(stage.head(stage.east).pos == head.pos);
  CHECK(stage.head(stage.east).digest == head.digest);
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("Different fields of one case never conflict", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  CHECK(stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", "b")).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), anOperation(3).patch("case", kCase, "window", {}, "3")).outcome == Outcome::applied);
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("The later event and the greater count hold, whatever came first", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto last = [](std::int64_t millis) { return domain::Value{millis}; };
  stage.tell(stage.eastOne(), aCase(1));
  CHECK(stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "last_event_at", last(100), last(300))).outcome ==
        Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), anOperation(3).patch("case", kCase, "last_event_at", last(100), last(200))).outcome ==
        Outcome::merged);
  CHECK(stage.tell(stage.eastTwo(), anOperation(4).patch("case", kCase, "reopened_count", {}, last(1))).outcome ==
        Outcome::applied);
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "last_event_at") == "300");
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("A person was registered when the first hall did it", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto person = [](std::uint64_t n, std::int64_t millis) {
    return anOperation(n).create("party", anId(1), {{"name", "张伟"}, {"registered_at", millis}});
  };
  stage.tell(stage.eastOne(), person(1, 500));
  stage.tell(stage.westOne(), person(2, 400));
  CHECK(fieldOf(*stage.body(stage.east, "party", anId(1)), "registered_at") == "400");
  stage.tell(stage.eastTwo(), person(3, 600));
  CHECK(fieldOf(*stage.body(stage.east, "party", anId(1)), "registered_at") == "400");
  CHECK(stage.openConflicts(stage.east).empty());
}

TEST_CASE("A line of the timeline that is there already is merged", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  const auto line = [](std::uint64_t n) { return anOperation(n).append("case_event", anId(4), {{"case_id", kCase.uuid}}); };
  CHECK(stage.tell(stage.eastOne(), line(2)).outcome == Outcome::applied);
  const auto head = stage.head(stage.east);
  CHECK(stage.tell(stage.eastOne(), line(3)).outcome == Outcome::merged);
  CHECK(stage.head(stage.east).pos == head.pos);
}

TEST_CASE("What a newer program wrote waits", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  const auto head = stage.head(stage.east);
  const domain::WrittenOperation newer = anOperation(2).patch("case", kCase, "title", "a", "b").format(99);
  CHECK(stage.tell(stage.eastOne(), newer).outcome == Outcome::postponed);
  CHECK(stage.tell(stage.eastOne(), newer).outcome == Outcome::postponed);
  CHECK(stage.head(stage.east).pos == head.pos);
}

TEST_CASE("What waits with its cause is judged with it", "[sync][contract][proposed]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  const auto line = anOperation(3).append("case_event", anId(4), {{"case_id", kCase.uuid}}).because(anOperationId(2));
  CHECK(stage.tell(stage.eastOne(), line).outcome == Outcome::postponed);
  CHECK(stage.tell(stage.eastOne(), anOperation(2).transition("case", kCase, "received", "accepted")).outcome ==
        Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), line).outcome == Outcome::applied);
}

TEST_CASE("What is erased is gone in both halls, and what comes for it later is kept as a proposal", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto person = [](std::uint64_t n) { return anOperation(n).create("party", anId(1), {{"name", "张伟"}}); };
  stage.tell(stage.eastOne(), person(1));
  stage.tell(stage.westOne(), person(2));
  const auto erased = stage.tell(stage.eastOne(), anOperation(3).erase("party", anId(1)));
  CHECK(erased.outcome == Outcome::applied);
  CHECK(erased.digest == 0);
  CHECK_FALSE(stage.body(stage.east, "party", anId(1)));
  CHECK_FALSE(stage.body(stage.west, "party", anId(1)));
  CHECK(stage.head(stage.west).rows == 0);
  CHECK(stage.head(stage.west).digest == 0);

  const auto late = stage.tell(stage.westOne(), anOperation(4).patch("party", anId(1), "name", "张伟", "张玮"));
  CHECK(late.outcome == Outcome::refused);
  CHECK(factOf(late, "rule") == "erased");
  CHECK_FALSE(stage.body(stage.west, "party", anId(1)));
  const auto proposal = stage.body(stage.west, "proposal", anId(4));
  REQUIRE(proposal);
  CHECK(fieldOf(*proposal, "rule") == "erased");
  CHECK(stage.body(stage.east, "proposal", anId(4)) == proposal);
}

TEST_CASE("The conflicts of what is erased go with it", "[sync][contract][law5]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aCase(1));
  stage.tell(stage.eastOne(), anOperation(2).patch("case", kCase, "title", "a", "b"));
  stage.tell(stage.eastTwo(), anOperation(3).patch("case", kCase, "title", "a", "c"));
  stage.tell(stage.eastOne(), anOperation(4).erase("case", kCase));
  CHECK(stage.head(stage.east).rows == 0);
}
