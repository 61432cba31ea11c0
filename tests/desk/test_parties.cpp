// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/finding.h"
#include "desk/parties.h"
#include "desk/profile.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using testkit::Hall;

namespace {

desk::NewParty person(const std::string& name, const std::string& number = "", const std::string& phone = "") {
  desk::NewParty party;
  party.name = name;
  party.identifierType = domain::IdentifierType::citizenId;
  party.identifier = number;
  party.phone = phone;
  return party;
}

}  // namespace

TEST_CASE("a number that fails its check is taken with a reason, never refused for good", "[desk][party]") {
  Hall hall;
  desk::NewParty given = person("张三", "110105194912310021");
  const auto refused = desk::registerParty(hall.desk(), given);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fact("rule") == "reason_needed");
  CHECK(refused.error().fact("field") == "identifier");
  given.identifierReason = "mis-issued card, seen in the original";
  const auto taken = desk::registerParty(hall.desk(), given);
  REQUIRE(taken);
  CHECK(desk::openProfile(hall.desk(), taken.value(), desk::Purpose::enquiry).value().identifiers[0].isDoubtful);
}

TEST_CASE("the same number again names the party that has it", "[desk][party]") {
  Hall hall;
  const auto first = hall.addPerson("张三", "11010519491231002X");
  const auto again = desk::registerParty(hall.desk(), person("张山", "11010519491231002x"));
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::duplicate);
  CHECK(again.error().fact("id") == first.text());
}

TEST_CASE("the 15-digit number of somebody who is here with 18 digits is the same person", "[desk][party][duplicate]") {
  Hall hall;
  const auto known = hall.addPerson("张三", "11010519491231002X");
  const auto again = desk::registerParty(hall.desk(), person("张三", "110105491231002"));
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::duplicate);
  CHECK(again.error().fact("id") == known.text());
  desk::PartyHints hints;
  hints.name = "张三";
  hints.identifier = "110105 491231 002";
  const auto warned = desk::findDuplicates(hall.desk(), hints).value();
  REQUIRE(warned.size() == 1);
  CHECK(warned[0].id == known);
  CHECK(warned[0].reasons == std::vector<std::string>{"same_identifier", "same_name"});
}

TEST_CASE("the 18-digit number of somebody who is here with 15 digits is the same person", "[desk][party][duplicate]") {
  Hall hall;
  const auto known = hall.addPerson("张三", "110105491231002");
  const auto again = desk::registerParty(hall.desk(), person("张三", "11010519491231002X"));
  REQUIRE_FALSE(again);
  CHECK(again.error().fact("id") == known.text());
  // Nobody born in this century has a number of 15 digits.
  CHECK(domain::identifierForms(domain::IdentifierType::citizenId, "110105200412310027").size() == 1);
}

TEST_CASE("two desks that register one person offline make one id", "[desk][party][sync]") {
  Hall one, two;
  const std::string key = "the jurisdiction's secret";
  for (Hall* hall : {&one, &two}) {
    auto write = hall->store().write().value();
    REQUIRE(write.connection().execute("UPDATE desk_state SET value = '" + std::string("0123456789abcdef") +
                                       "' WHERE name = 'identity_key'"));
    REQUIRE(write.commit());
    hall->restart();
  }
  CHECK(one.addPerson("张三", "11010519491231002X") == two.addPerson("张 三", "11010519491231002X"));
  CHECK(one.addPerson("李四") != one.addPerson("李四"));  // without a number nobody can know
}

TEST_CASE("hostile text is refused at the field it stands in and nothing is written", "[desk][party][hostile]") {
  Hall hall;
  const std::pair<std::string, const char*> bad[] = {
      {std::string("a\0b", 3), "control"},  {"\xed\xa0\x80", "utf8"}, {"\xc0\xaf", "utf8"}, {"\xef\xbf\xbf", "noncharacter"},
      {std::string(1000, 'x'), "too_long"}, {"   ", "required"}};
  for (const auto& [name, rule] : bad) {
    const auto refused = desk::registerParty(hall.desk(), person(name));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalidInput);
    CHECK(refused.error().fact("field") == "name");
    CHECK(refused.error().fact("rule") == rule);
  }
  const auto hidden = desk::registerParty(hall.desk(), person("张三",
                                                              "1101051949\xe2\x80\xae"
                                                              "1231002X"));
  REQUIRE_FALSE(hidden);
  CHECK(hidden.error().fact("rule") == "invisible");
  CHECK(hall.store().read().value().connection().integer("SELECT count(*) FROM party").value() == 0);
}

TEST_CASE("names of every script are kept to the code point", "[desk][party]") {
  Hall hall;
  for (const char* name : {"王", "买买提·吐尔逊", "司马相如", "𠮷野", "བསྟན་འཛིན", "ئابدۇللا", "O'Brien", "Null", "1E5",
                           "van der Berg", "Nguyễn Thị"}) {
    const auto id = hall.addPerson(name);
    const auto profile = desk::openProfile(hall.desk(), id, desk::Purpose::enquiry).value();
    CHECK(desk::reveal(hall.desk(), id, profile.name, desk::Purpose::enquiry).value() == name);
  }
}

TEST_CASE("a likely duplicate shows while typing, with its reasons, from the second field on", "[desk][party][duplicate]") {
  Hall hall;
  const auto known = hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  desk::PartyHints hints;
  hints.name = "张三丰";
  CHECK(desk::findDuplicates(hall.desk(), hints).value().empty());
  hints.phone = "138 0013 8000";
  const auto found = desk::findDuplicates(hall.desk(), hints).value();
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == known);
  CHECK(found[0].reasons == std::vector<std::string>{"same_name", "same_phone"});
  hints.name = "李四";
  hints.phone = "13900000000";
  CHECK(desk::findDuplicates(hall.desk(), hints).value().empty());
}

TEST_CASE("a sole trader's number is a person's: masked on the page and in every list, a firm's stands in full",
          "[desk][party][privacy]") {
  Hall hall;
  const auto firm = [&](const char* name, const char* number) {
    desk::NewParty party;
    party.kind = domain::PartyKind::enterprise;
    party.name = name;
    party.identifierType = domain::IdentifierType::uscc;
    party.identifier = number;
    return desk::registerParty(hall.desk(), party).value();
  };
  const auto trader = firm("王记包子铺", "92110000600037341H");
  const auto company = firm("光明股份有限公司", "91110000600037341L");
  const auto pageOf = [&](domain::PartyId id) {
    return desk::openProfile(hall.desk(), id, desk::Purpose::enquiry).value().identifiers.at(0).shown;
  };
  CHECK(pageOf(trader) == "921***********341H");
  CHECK(pageOf(company) == "91110000600037341L");

  const auto found = desk::find(hall.desk(), "王记", 10).value();
  REQUIRE(found.size() == 1);
  CHECK(found[0].detail == "921***********341H");
  const auto alsoFound = desk::find(hall.desk(), "光明", 10).value();
  REQUIRE(alsoFound.size() == 1);
  CHECK(alsoFound[0].detail == "91110000600037341L");
}
