// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kParty = anId(1);
const domain::EntityId kNumber = anId(2);
const domain::EntityId kCase = anId(3);

OperationBuilder aPerson(std::uint64_t n) {
  return anOperation(n).create("party", kParty, {{"name", "张伟"}});
}
OperationBuilder aNumber(std::uint64_t n) {
  return anOperation(n).create("identifier", kNumber, {{"party_id", kParty.uuid}, {"raw", "E12345678"}});
}

}  // namespace

TEST_CASE("A new entity stands in the hall of the desk that made it and nowhere else", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  CHECK(stage.body(stage.east, "party", kParty) == R"({"name": "张伟"})");
  CHECK_FALSE(stage.body(stage.west, "party", kParty));
}

TEST_CASE("A person whom two halls registered stands in both, and so does what is added later", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  const auto again = stage.tell(stage.westOne(), aPerson(2));
  CHECK(again.outcome == Outcome::applied);
  CHECK(stage.body(stage.west, "party", kParty) == stage.body(stage.east, "party", kParty));
  CHECK(stage.openConflicts(stage.east).empty());

  CHECK(stage.tell(stage.westOne(), aNumber(3)).outcome == Outcome::applied);
  CHECK(stage.body(stage.east, "identifier", kNumber));
  CHECK(stage.body(stage.west, "identifier", kNumber));
  // From now on both may change it, and both see what the other did.
  CHECK(stage.tell(stage.westOne(), anOperation(4).patch("party", kParty, "note", {}, "听力不便")).outcome == Outcome::applied);
  CHECK(fieldOf(*stage.body(stage.east, "party", kParty), "note") == "听力不便");
}

TEST_CASE("What two halls wrote of one person comes together field by field", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("party", kParty, {{"name", "张伟"}, {"sex", "male"}}));
  const auto met = stage.tell(
      stage.westOne(), anOperation(2).create("party", kParty, {{"name", "张 伟"}, {"ethnicity", "汉"}, {"sex", "male"}}));
  CHECK(met.outcome == Outcome::conflict);
  CHECK(factOf(met, "field") == "name");
  CHECK(stage.body(stage.east, "party", kParty) == R"({"sex": "male", "name": "张 伟", "ethnicity": "汉"})");
  CHECK(stage.body(stage.west, "party", kParty) == stage.body(stage.east, "party", kParty));
  CHECK(stage.openConflicts(stage.east).size() == 1);
  CHECK(stage.openConflicts(stage.west) == stage.openConflicts(stage.east));
}

TEST_CASE("What was known of a person comes along when a second hall registers them", "[sync][contract][law5]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1), aNumber(2)});
  CHECK_FALSE(stage.body(stage.west, "identifier", kNumber));
  stage.tell(stage.westOne(), aPerson(3));
  CHECK(stage.body(stage.west, "identifier", kNumber));
}

TEST_CASE("What arrived before its person stands where the person stands once they arrive", "[sync][contract][law5]") {
  OW_EACH_ADAPTER(stage);
  CHECK(stage.tell(stage.eastOne(), aNumber(1)).outcome == Outcome::applied);
  CHECK(stage.body(stage.east, "identifier", kNumber));
  stage.tell(stage.eastOne(), aPerson(2));
  stage.tell(stage.westOne(), aPerson(3));
  CHECK(stage.body(stage.west, "identifier", kNumber));
}

TEST_CASE("Another hall's case can neither be changed nor told from one that does not exist", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"title", "居住证"}, {"state", "received"}}));
  const auto hidden = stage.tell(stage.westOne(), anOperation(2).patch("case", kCase, "title", "居住证", "改"));
  const auto absent = stage.tell(stage.westOne(), anOperation(3).patch("case", anId(77), "title", "居住证", "改"));
  CHECK(hidden.outcome == Outcome::refused);
  CHECK(factOf(hidden, "rule") == "unknown_entity");
  CHECK(hidden.facts == absent.facts);
  CHECK(hidden.rev == 0);
  CHECK(hidden.digest == 0);
  CHECK(fieldOf(*stage.body(stage.east, "case", kCase), "title") == "居住证");
  CHECK(stage.bodies(stage.west, "proposal").empty());
  CHECK(factOf(stage.tell(stage.westOne(), anOperation(4).erase("case", kCase)), "rule") == "unknown_entity");
  CHECK(factOf(stage.tell(stage.westOne(), anOperation(5).transition("case", kCase, "received", "closed")), "rule") ==
        "unknown_entity");
}

TEST_CASE("What this hall made and was refused comes back from nobody, and another hall hears nothing of it",
          "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto ticket = anId(70);
  const auto made =
      stage.tell(stage.eastOne(), anOperation(1).create("ticket", ticket, {{"number", "A001"}, {"state", "done"}}));
  REQUIRE(factOf(made, "rule") == "malformed");
  const auto step = [&](std::uint64_t n) {
    return anOperation(n).transition("ticket", ticket, "waiting", "left").by(stage.by);
  };
  CHECK(factOf(stage.tell(stage.eastTwo(), step(2)), "rule") == "creation_refused");
  CHECK(factOf(stage.tell(stage.westOne(), step(3)), "rule") == "unknown_entity");
  CHECK(stage.bodies(stage.east, "proposal").empty());
}

TEST_CASE("What is hung on another hall's case stays with whoever hung it, as if there were no such case", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto note = [](std::uint64_t n, const domain::EntityId& of) {
    return anOperation(n).append("case_event", anId(n), {{"case_id", of.uuid}, {"text", "x"}});
  };
  stage.tell(stage.eastOne(), anOperation(1).create("case", kCase, {{"state", "received"}}));
  const auto hidden = stage.tell(stage.westOne(), note(12, kCase));
  const auto absent = stage.tell(stage.westOne(), note(13, anId(77)));
  CHECK(hidden.outcome == Outcome::applied);
  CHECK(hidden.outcome == absent.outcome);
  CHECK(hidden.facts == absent.facts);
  CHECK(hidden.rev == absent.rev);
  CHECK(stage.head(stage.west).rows == 2);
  CHECK(stage.head(stage.east).rows == 1);
}

TEST_CASE("It does not matter whether what was hung on a person came before them or after", "[sync][contract][law5]") {
  OW_EACH_ADAPTER(stage);
  const bool isNumberFirst = GENERATE(true, false);
  if (isNumberFirst) stage.tell(stage.westOne(), aNumber(1));
  stage.tell(stage.eastOne(), aPerson(2));
  if (!isNumberFirst) stage.tell(stage.westOne(), aNumber(1));
  CHECK(stage.body(stage.west, "identifier", kNumber));
  CHECK_FALSE(stage.body(stage.east, "identifier", kNumber));
  // Once the person is known in that hall too, what belongs to them stands in both.
  stage.tell(stage.westOne(), aPerson(3));
  CHECK(stage.body(stage.west, "identifier", kNumber));
  CHECK(stage.body(stage.east, "identifier", kNumber));
}

TEST_CASE("A line of a case that the centre does not know yet is kept", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto note = anOperation(1).append("case_event", anId(4), {{"case_id", kCase.uuid}, {"text", "x"}});
  CHECK(stage.tell(stage.eastOne(), note).outcome == Outcome::applied);
  CHECK(stage.head(stage.east).rows == 1);
}

TEST_CASE("A hall that a desk is not subscribed to shows it nothing", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.tell(stage.eastOne(), aPerson(1));
  std::vector<sync::PulledRow> seen;
  const sync::RowSink sink = [&seen](sync::PulledRow&& row) {
    seen.push_back(std::move(row));
    return base::Result<void>(base::success());
  };
  const std::vector<sync::Cursor> cursors{{stage.east, stage.epoch(), 0}, {stage.west, stage.epoch(), 0}};
  const auto heads = stage.westOne().heads(cursors, {});
  REQUIRE(heads);
  REQUIRE(heads.value().scopes.size() == 1);
  CHECK(heads.value().scopes.front().scope == stage.west);
  (void)stage.westOne().pull(cursors, 10, sink);
  (void)stage.westOne().fill(stage.east, "", 10, sink);
  const std::vector<sync::EntityKey> keys{{"party", kParty}};
  REQUIRE(stage.westOne().fetch(keys, sink));
  const auto listed = stage.westOne().listBucket(stage.east, sync::bucketOf(kParty));
  CHECK((!listed || listed.value().empty()));
  const auto buckets = stage.westOne().buckets(stage.east);
  CHECK((!buckets || buckets.value() == std::vector<sync::Bucket>(sync::kBuckets)));
  CHECK(seen.empty());
}
