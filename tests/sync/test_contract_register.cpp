// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using domain::CentralQuestion;
using domain::SearchBy;
using sync::Outcome;

namespace {

constexpr const char* kNumber = "110101199003070038";
constexpr const char* kPhone = "+8613812345678";
const domain::EntityId kPerson = anId(1);
const base::Date kBirth = base::parseIsoDate("1990-03-07").value();

// A second desk of each hall with its way to the register, and a person whom the east knows.
struct RegisterStage : ContractStage {
  explicit RegisterStage(const AdapterFactory& adapter) : ContractStage(adapter) {
    westDesk = centre().addDesk({west});
    westLine = centre().open(westDesk);
    REQUIRE(westLine->hello());
    ours = centre().openRegister(westDesk);
    push(eastOne(),
         {anOperation(1).create("party", kPerson, {{"kind", "person"}, {"name", "王小明"}, {"birth_date", "1990-03-07"}}),
          anOperation(2).create("identifier", anId(2),
                                {{"party_id", kPerson.uuid}, {"type", "citizen_id"}, {"raw", kNumber}, {"normal", kNumber}}),
          anOperation(3).create("contact_point", anId(3),
                                {{"party_id", kPerson.uuid}, {"kind", "phone"}, {"raw", "138"}, {"normal", kPhone}}),
          anOperation(4).create("case", anId(4), {{"number", "E-1"}, {"state", "received"}, {"party_id", kPerson.uuid}})});
  }

  base::Result<base::Uuid> grant(const CentralQuestion& question, const std::string& purpose = "enquiry") {
    return ours->grantSearch(question, {by, purpose, {}});
  }
  std::vector<domain::Candidate> find(const CentralQuestion& question) {
    const auto granted = grant(question);
    REQUIRE(granted);
    lastGrant = granted.value();
    auto found = ours->search(lastGrant);
    INFO((found ? std::string() : base::describe(found.error())));
    REQUIRE(found);
    return found.value();
  }

  std::string westDesk;
  std::unique_ptr<sync::Centre> westLine;
  std::unique_ptr<sync::CentralRegister> ours;
  base::Uuid lastGrant;
};

CentralQuestion byNumber(const std::string& number = kNumber) {
  return {SearchBy::identifier, {number}, {}};
}

std::string ruleOf(const base::Error& error) {
  CHECK(error.kind == base::ErrorKind::notAllowed);
  return std::string(error.fact("rule"));
}

sync::SentLook aLook(std::uint64_t n, const domain::StaffId& staff) {
  return {{aUuid(n)}, base::fromMillis(1772000000000 + std::int64_t(n)), staff, {kPerson.uuid}, "open", "", "enquiry"};
}

}  // namespace

#define OW_REGISTER_STAGE(stage)                                                                    \
  const auto owAdapter = GENERATE(Catch::Generators::from_range(ow::testkit::adaptersUnderTest())); \
  INFO("adapter " << owAdapter.name);                                                               \
  RegisterStage stage(owAdapter)

TEST_CASE("somebody of another hall is found by number, phone, or name and birth date, and shown as little as possible",
          "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto question =
      GENERATE(byNumber(), CentralQuestion{SearchBy::phone, {kPhone}, {}}, CentralQuestion{SearchBy::name, {"王小明"}, kBirth});
  const auto found = stage.find(question);
  REQUIRE(found.size() == 1);
  CHECK(found[0].n == 1);
  CHECK(found[0].name == "王**");
  CHECK(found[0].kind == domain::PartyKind::person);
  CHECK(found[0].birthYear == "1990");
  CHECK(found[0].numberType == "citizen_id");
  CHECK(found[0].number == "110***********0038");
  CHECK(found[0].halls == std::vector<std::string>{"政务服务中心 110101-1"});
  CHECK_FALSE(found[0].party);
}

TEST_CASE("nobody is found by half of a name, another birth date, or a phone given for a number",
          "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  CHECK(stage.find({SearchBy::name, {"王小"}, kBirth}).empty());
  CHECK(stage.find({SearchBy::name, {"王小明"}, base::parseIsoDate("1990-03-08").value()}).empty());
  CHECK(stage.find(byNumber(kPhone)).empty());
  CHECK(stage.find({SearchBy::phone, {kNumber}, {}}).empty());
}

TEST_CASE("a person taken into the hall comes with what belongs to them, and without the other hall's cases",
          "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.find(byNumber());
  CHECK_FALSE(stage.body(stage.west, "party", kPerson));
  const auto adopted = stage.ours->adopt(stage.lastGrant, 1);
  REQUIRE(adopted);
  CHECK(adopted.value().uuid == kPerson.uuid);
  for (const auto& [kind, id] : {std::pair{"party", kPerson}, {"identifier", anId(2)}, {"contact_point", anId(3)}}) {
    CAPTURE(kind);
    REQUIRE(stage.body(stage.west, kind, id));
    CHECK(stage.body(stage.west, kind, id) == stage.body(stage.east, kind, id));
  }
  CHECK_FALSE(stage.body(stage.west, "case", anId(4)));
  CHECK(stage.head(stage.west).digest == stage.replica(stage.west).digest());

  const auto again = stage.find(byNumber());
  REQUIRE(again.size() == 1);
  CHECK(again[0].party == adopted.value());
  const auto rows = stage.head(stage.west).rows;
  CHECK(stage.ours->adopt(stage.lastGrant, 1));
  CHECK(stage.head(stage.west).rows == rows);
}

TEST_CASE("from then on both halls change the person, and hear of it", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.find(byNumber());
  REQUIRE(stage.ours->adopt(stage.lastGrant, 1));
  CHECK(stage.tell(*stage.westLine, anOperation(11).patch("party", kPerson, "note", {}, "听力不便")).outcome ==
        Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), anOperation(12).patch("party", kPerson, "sex", {}, "male")).outcome == Outcome::applied);
  CHECK(stage.tell(*stage.westLine, anOperation(13).create("address", anId(13), {{"party_id", kPerson.uuid}, {"text", "西街"}}))
            .outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), anOperation(14).create("address", anId(14), {{"party_id", kPerson.uuid}, {"text", "东街"}}))
            .outcome == Outcome::applied);
  for (const sync::ScopeId hall : {stage.east, stage.west}) {
    CHECK(fieldOf(*stage.body(hall, "party", kPerson), "note") == "听力不便");
    CHECK(fieldOf(*stage.body(hall, "party", kPerson), "sex") == "male");
    CHECK(stage.body(hall, "address", anId(13)));
    CHECK(stage.body(hall, "address", anId(14)));
    CHECK(stage.head(hall).digest == stage.replica(hall).digest());
  }
}

TEST_CASE("a grant searches once, and only for the desk that asked", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto theirs = stage.centre().openRegister(stage.eastOneDesk);
  const auto granted = stage.grant(byNumber());
  REQUIRE(granted);
  CHECK(ruleOf(theirs->search(granted.value()).error()) == "grant");
  CHECK(ruleOf(stage.ours->search(aUuid(99)).error()) == "grant");
  REQUIRE(stage.ours->search(granted.value()));
  CHECK(ruleOf(stage.ours->search(granted.value()).error()) == "grant");
  CHECK(ruleOf(theirs->adopt(granted.value(), 1).error()) == "grant");
  CHECK(stage.ours->adopt(granted.value(), 1));
}

TEST_CASE("a grant grows old", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto granted = stage.grant(byNumber());
  REQUIRE(granted);
  stage.centre().turnTheClock(std::chrono::minutes(3));
  CHECK(ruleOf(stage.ours->search(granted.value()).error()) == "grant");
  stage.find(byNumber());
  stage.centre().turnTheClock(std::chrono::minutes(11));
  CHECK(ruleOf(stage.ours->adopt(stage.lastGrant, 1).error()) == "grant");
}

TEST_CASE("only whom the search found can be taken", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto granted = stage.grant(byNumber());
  REQUIRE(granted);
  CHECK(ruleOf(stage.ours->adopt(granted.value(), 1).error()) == "candidate");
  REQUIRE(stage.ours->search(granted.value()));
  for (const int n : {-1, 0, 2, 1000}) CHECK(ruleOf(stage.ours->adopt(granted.value(), n).error()) == "candidate");
  stage.tell(stage.eastOne(), anOperation(21).erase("party", kPerson));
  CHECK(ruleOf(stage.ours->adopt(granted.value(), 1).error()) == "candidate");
  CHECK_FALSE(stage.body(stage.west, "party", kPerson));
}

TEST_CASE("whoever was erased is not found, and cannot be told from somebody who never was", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.tell(stage.eastOne(), anOperation(21).erase("party", kPerson));
  CHECK(stage.find(byNumber()).empty());
  CHECK(stage.find({SearchBy::name, {"王小明"}, kBirth}).empty());
  CHECK(stage.find(byNumber("110101199003079999")).empty());
}

TEST_CASE("a number that another hall hung on a person unseen does not lead to them", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.tell(*stage.westLine,
             anOperation(31).create("identifier", anId(31),
                                    {{"party_id", kPerson.uuid}, {"type", "passport"}, {"normal", "E12345678"}}));
  CHECK(stage.find(byNumber("E12345678")).empty());
}

TEST_CASE("nobody searches without a purpose, for the sake of a case that is not in hand, or by nothing at all",
          "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto ask = [&](const CentralQuestion& question, const sync::SearchReason& reason) {
    const auto granted = stage.ours->grantSearch(question, reason);
    return granted ? std::string("granted") : ruleOf(granted.error());
  };
  const domain::CaseId theirs{anId(4).uuid}, ours{anId(41).uuid}, over{anId(42).uuid};
  stage.push(*stage.westLine, {anOperation(41).create("case", anId(41), {{"number", "W-1"}, {"state", "received"}}),
                               anOperation(42).create("case", anId(42), {{"number", "W-2"}, {"state", "closed"}})});
  CHECK(ask(byNumber(), {stage.by, "", {}}) == "purpose_needed");
  CHECK(ask(byNumber(), {stage.by, "curiosity", {}}) == "purpose_needed");
  CHECK(ask(byNumber(), {stage.by, "case_work", {}}) == "purpose_needed");
  CHECK(ask(byNumber(), {stage.by, "case_work", theirs}) == "purpose_needed");
  CHECK(ask(byNumber(), {stage.by, "case_work", over}) == "purpose_needed");
  CHECK(ask(byNumber(), {stage.by, "case_work", ours}) == "granted");
  CHECK(ask(byNumber("123"), {stage.by, "enquiry", {}}) == "malformed");
  CHECK(ask({SearchBy::identifier, {}, {}}, {stage.by, "enquiry", {}}) == "malformed");
  CHECK(ask({SearchBy::name, {"王小明"}, {}}, {stage.by, "enquiry", {}}) == "malformed");
  CHECK(ask(byNumber(), {aStaffId(7), "enquiry", {}}) == "unknown_author");
  const domain::Staff auditor{aStaffId(9003), "auditor", "审计", domain::Role::clerk, true};
  stage.centre().addOnlooker(auditor);
  CHECK(ask(byNumber(), {auditor.id, "enquiry", {}}) == "not_your_right");
}

TEST_CASE("where the site asks for proof, whoever has not proven himself searches nothing", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.centre().askForProof();
  CHECK(ruleOf(stage.grant(byNumber()).error()) == "unknown_author");
}

TEST_CASE("whoever searches or takes too often waits", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  stage.centre().setLimits({3, 4, 1});
  for (int i = 0; i < 3; ++i) stage.find(byNumber());
  const auto refused = stage.grant(byNumber());
  REQUIRE_FALSE(refused);
  CHECK(ruleOf(refused.error()) == "too_many");
  const int seconds = std::stoi(std::string(refused.error().fact("seconds")));
  CHECK(seconds > 3000);
  CHECK(seconds <= 3600);
  CHECK(stage.ours->adopt(stage.lastGrant, 1));
  CHECK(ruleOf(stage.ours->adopt(stage.lastGrant, 1).error()) == "too_many");
  // Another desk is not held up.
  CHECK(stage.centre().openRegister(stage.eastOneDesk)->grantSearch(byNumber(), {stage.by, "enquiry", {}}));

  stage.centre().turnTheClock(std::chrono::hours(1));
  stage.find(byNumber());
  CHECK(ruleOf(stage.grant(byNumber()).error()) == "too_many");  // the fourth of the day was the last
  stage.centre().turnTheClock(std::chrono::hours(24));
  CHECK(stage.grant(byNumber()));
}

TEST_CASE("looks are kept once each, and their chain goes on", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const std::vector<sync::SentLook> first{aLook(51, stage.by), aLook(52, stage.by)};
  const auto one = stage.ours->recordLooks(first, {});
  REQUIRE(one);
  CHECK(one.value().head.n == 2);
  CHECK(stage.ours->recordLooks(first, {}).value().head == one.value().head);
  // Of somebody whom nobody here knows too: a log that refuses lines helps whoever made them.
  const std::vector<sync::SentLook> more{aLook(52, stage.by), aLook(53, aStaffId(7))};
  const std::vector<std::int64_t> seen{2, 9};
  const auto two = stage.ours->recordLooks(more, seen);
  REQUIRE(two);
  CHECK(two.value().head.n == 3);
  CHECK(two.value().seen == std::vector<std::string>{one.value().head.hash, ""});
  // Each hall has its own.
  CHECK(stage.centre().openRegister(stage.eastOneDesk)->recordLooks({}, {}).value().head.n == 0);
}

TEST_CASE("a line of the looks that was changed is seen by the desk that saw it before", "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const std::vector<sync::SentLook> looks{aLook(51, stage.by), aLook(52, stage.by)};
  const auto taken = stage.ours->recordLooks(looks, {});
  REQUIRE(taken);
  stage.centre().tamperWithLook(stage.west, 2);
  const std::vector<std::int64_t> seen{2};
  CHECK(stage.ours->recordLooks({}, seen).value().seen.front() != taken.value().head.hash);
}

TEST_CASE("a search leaves its line whatever it found, and a desk that was revoked asks nothing",
          "[sync][contract][register]") {
  OW_REGISTER_STAGE(stage);
  const auto before = stage.ours->recordLooks({}, {}).value().head;
  stage.find(byNumber("110101199003079999"));
  CHECK(stage.ours->recordLooks({}, {}).value().head.n == before.n + 1);
  stage.centre().revokeDesk(stage.westDesk);
  const auto refused = stage.grant(byNumber());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == base::ErrorKind::centreRefused);
}
