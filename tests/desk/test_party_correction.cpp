// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/finding.h"
#include "desk/parties.h"
#include "desk/party_correction.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using desk::Purpose;
using testkit::Hall;

namespace {

constexpr const char* kNumber = "11010519491231002X";
constexpr const char* kOtherNumber = "110105194912310038";

// Everything as it is on record: what the form holds before anything is typed.
desk::Correction asItIs(Hall& hall, domain::PartyId id) {
  desk::Correction correction;
  correction.seen = desk::factsOf(hall.desk(), id).value();
  const domain::Party& party = correction.seen.party;
  correction.name = party.name;
  correction.latinName = party.latinName.value_or("");
  correction.formerName = party.formerName.value_or("");
  correction.note = party.note.value_or("");
  correction.sex = party.sex;
  correction.birthDate = party.birthDate;
  correction.preferredChannel = party.preferredChannel;
  correction.preferredLanguage = party.preferredLanguage;
  for (const auto& one : correction.seen.identifiers) correction.identifiers.push_back({one.id, one.type, one.raw});
  for (const auto& one : correction.seen.contactPoints)
    correction.contacts.push_back({one.id, one.kind, one.raw, one.isPreferred});
  for (const auto& one : correction.seen.addresses) correction.addresses.push_back({one.id, one.kind, one.text});
  return correction;
}

desk::Profile profile(Hall& hall, domain::PartyId id) {
  return desk::openProfile(hall.desk(), id, Purpose::correction).value();
}

std::int64_t count(Hall& hall, const std::string& what) {
  return hall.store().read().value().connection().integer("SELECT count(*) FROM " + what).value();
}

}  // namespace

TEST_CASE("a misspelt name is put right, the old one is kept as former name, and both find the person", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张山丰", kNumber);
  auto correction = asItIs(hall, id);
  correction.name = "张三丰";
  correction.formerName = "张山丰";
  correction.preferredChannel = domain::Channel::sms;
  REQUIRE(desk::correctParty(hall.desk(), correction));
  const auto facts = desk::factsOf(hall.desk(), id).value();
  CHECK(facts.party.name == "张三丰");
  CHECK(facts.party.formerName == "张山丰");
  CHECK(facts.party.preferredChannel == domain::Channel::sms);
  CHECK(facts.identifiers.size() == 1);
  for (const char* typed : {"张三丰", "zsf", "张山丰"}) CHECK(desk::find(hall.desk(), typed, 10).value().size() == 1);
}

TEST_CASE("a correction shows what it changes before it is saved, and writes nothing by that", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张山", kNumber, "13800138000");
  auto correction = asItIs(hall, id);
  CHECK(desk::changesOf(hall.desk(), correction).error().fact("rule") == "nothing_changed");
  CHECK(desk::correctParty(hall.desk(), correction).error().fact("rule") == "nothing_changed");
  correction.name = "张三";
  correction.contacts.push_back({{}, domain::ContactKind::email, "Zhang@Example.COM", false});
  correction.contacts.push_back({{}, domain::ContactKind::phone, "", false});  // an empty line of the form
  const auto operations = count(hall, "operation");
  const auto changes = desk::changesOf(hall.desk(), correction).value();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].field == "name");
  CHECK(changes[0].before == "张山");
  CHECK(changes[0].after == "张三");
  CHECK(changes[1].field == "email");
  CHECK(changes[1].before.empty());
  CHECK(changes[1].after == "Zhang@example.com");
  CHECK(count(hall, "operation") == operations);
}

TEST_CASE("a number on record is changed only with a reason, and a doubtful one too", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张三", kNumber);
  auto correction = asItIs(hall, id);
  correction.identifiers[0].text = kOtherNumber;
  CHECK(desk::correctParty(hall.desk(), correction).error().fact("rule") == "reason_needed");
  correction.reason = "misread from a worn card";
  REQUIRE(desk::correctParty(hall.desk(), correction));
  CHECK(desk::factsOf(hall.desk(), id).value().identifiers[0].normal == kOtherNumber);
  CHECK(desk::find(hall.desk(), kNumber, 10).value().empty());
  // Whose number it really is comes later, and is somebody else.
  const auto owner = hall.addPerson("李四", kNumber);
  CHECK(owner != id);
}

TEST_CASE("another paper is added without a reason; one that somebody else holds is theirs", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张三", kNumber);
  const auto other = hall.addPerson("李四", kOtherNumber);
  auto correction = asItIs(hall, id);
  correction.identifiers.push_back({{}, domain::IdentifierType::passportCn, "E12345678"});
  REQUIRE(desk::correctParty(hall.desk(), correction));
  CHECK(desk::factsOf(hall.desk(), id).value().identifiers.size() == 2);
  correction = asItIs(hall, id);
  correction.identifiers.push_back({{}, domain::IdentifierType::citizenId, kOtherNumber});
  const auto refused = desk::correctParty(hall.desk(), correction);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::duplicate);
  CHECK(refused.error().fact("id") == other.text());
}

TEST_CASE("the wished number is chosen among all, an address moves, and what was not listed stays", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张三", kNumber, "13800138000");
  auto correction = asItIs(hall, id);
  correction.contacts[0].isPreferred = false;
  correction.contacts.push_back({{}, domain::ContactKind::phone, "13900139000", true});
  correction.addresses.push_back({{}, domain::AddressKind::residence, "北京市东城区东华门街道1号"});
  correction.identifiers.clear();
  REQUIRE(desk::correctParty(hall.desk(), correction));
  const auto facts = desk::factsOf(hall.desk(), id).value();
  REQUIRE(facts.contactPoints.size() == 2);
  CHECK(facts.contactPoints[0].raw == "13900139000");  // the preferred one stands first
  CHECK(facts.contactPoints[0].isPreferred);
  CHECK_FALSE(facts.contactPoints[1].isPreferred);
  CHECK(facts.identifiers.size() == 1);
  correction = asItIs(hall, id);
  correction.addresses[0].text = "北京市西城区什刹海街道2号";
  REQUIRE(desk::correctParty(hall.desk(), correction));
  CHECK(desk::factsOf(hall.desk(), id).value().addresses[0].text == "北京市西城区什刹海街道2号");
}

TEST_CASE("a colleague's newer correction of the same field is told, of another field is kept",
          "[desk][correction][conflict]") {
  Hall hall;
  const auto id = hall.addPerson("张山", kNumber);
  auto mine = asItIs(hall, id), theirs = asItIs(hall, id);
  theirs.name = "张珊";
  REQUIRE(desk::correctParty(hall.desk(), theirs));
  mine.name = "张三";
  const auto refused = desk::correctParty(hall.desk(), mine);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::conflict);
  CHECK(refused.error().fact("field") == "name");
  mine.name = "张山";
  mine.sex = domain::Sex::male;
  REQUIRE(desk::correctParty(hall.desk(), mine));
  const auto facts = desk::factsOf(hall.desk(), id).value();
  CHECK(facts.party.name == "张珊");
  CHECK(facts.party.sex == domain::Sex::male);
}

TEST_CASE("the profile tells who corrected what and when, masked", "[desk][correction][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张山丰", kNumber, "13800138000");
  CHECK(profile(hall, id).corrections.empty());
  hall.clock.advance(std::chrono::hours{1});
  auto correction = asItIs(hall, id);
  correction.name = "张三丰";
  correction.identifiers[0].text = kOtherNumber;
  correction.reason = "misread";
  correction.contacts[0].text = "13900139000";
  REQUIRE(desk::correctParty(hall.desk(), correction));
  const auto told = profile(hall, id).corrections;
  REQUIRE(told.size() == 3);
  for (const auto& one : told) {
    CHECK(one.by == "王敏");
    CHECK(one.at == hall.clock.now());
  }
  CHECK(told[0].what.field == "phone");
  CHECK(told[0].what.after.find("139****9000") != std::string::npos);
  CHECK(told[1].what.field == "identifier");
  CHECK(told[1].what.kind == "citizen_id");
  CHECK(told[1].what.before == "110***********002X");
  CHECK(told[1].what.after == "110***********0038");
  CHECK(told[1].reason == "misread");
  CHECK(told[2].what.field == "name");
  CHECK(told[2].what.before == "张*丰");
}

TEST_CASE("reading somebody's facts to correct them stands in the access log first", "[desk][correction][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三", kNumber);
  REQUIRE(desk::factsOf(hall.desk(), id));
  CHECK(count(hall, "access_log WHERE act = 'reveal' AND purpose = 'correction'") == 1);
  CHECK(desk::factsOf(hall.desk(), domain::PartyId{}).error().kind == ErrorKind::notFound);
  CHECK(count(hall, "access_log") == 1);
}

TEST_CASE("hostile text in a correction is refused at its field and nothing is written", "[desk][correction][hostile]") {
  Hall hall;
  const auto id = hall.addPerson("张三", kNumber);
  auto correction = asItIs(hall, id);
  correction.sex = domain::Sex::other;
  correction.formerName = std::string("a\0b", 3);
  const auto refused = desk::correctParty(hall.desk(), correction);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fact("field") == "former_name");
  correction.formerName.clear();
  correction.name = "  ";
  CHECK(desk::correctParty(hall.desk(), correction).error().fact("field") == "name");
  CHECK(count(hall, "operation WHERE purpose = 'correction'") == 0);
}

TEST_CASE("a correction to a birth date that no calendar has is refused at the field", "[desk][correction]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰");
  auto wanted = asItIs(hall, id);
  using namespace std::chrono;
  wanted.birthDate = base::Date{year{2023}, month{2}, day{30}};
  const auto done = desk::correctParty(hall.desk(), wanted);
  REQUIRE_FALSE(done);
  CHECK(done.error().fact("field") == "birth_date");
}
