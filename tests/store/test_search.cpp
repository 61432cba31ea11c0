// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/uuid.h"
#include "desk/finding.h"
#include "store/schema.h"
#include "store/search.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

// The clear names that a search finds, best first.
std::vector<std::string> names(Hall& hall, const std::string& typed) {
  auto reader = hall.store().read().value();
  const auto results = store::search(reader.connection(), typed, store::SearchScope::everything, 20);
  REQUIRE(results);
  std::vector<std::string> names;
  for (const auto& result : results.value()) names.push_back(result.name);
  return names;
}

bool finds(Hall& hall, const std::string& typed, const std::string& name) {
  const auto found = names(hall, typed);
  return std::find(found.begin(), found.end(), name) != found.end();
}

}  // namespace

TEST_CASE("a person is found by name, pinyin, initials, mixed typing, phone and number", "[store][search]") {
  Hall hall;
  hall.addPerson("张三丰", "11010519491231002X", "138 0013 8000");
  hall.addPerson("李明朗");
  for (const char* typed : {"张三丰", "张三", "三丰", "zhangsanfeng", "zhang san", "zsf", "张san", "zhangs", "張三豐",
                            "13800138000", "138 0013-8000", "8000", "+86 138 0013 8000", "110105", "002x", "１１０１０５"}) {
    INFO(typed);
    CHECK(finds(hall, typed, "张三丰"));
    CHECK_FALSE(finds(hall, typed, "李明朗"));
  }
  CHECK(finds(hall, "lml", "李明朗"));
}

TEST_CASE("a Han query never finds a homophone", "[store][search]") {
  Hall hall;
  hall.addPerson("张珊");
  hall.addPerson("章三");
  CHECK_FALSE(finds(hall, "张三", "张珊"));
  CHECK_FALSE(finds(hall, "张三", "章三"));
}

TEST_CASE("surnames are found by the way they are read", "[store][search]") {
  Hall hall;
  hall.addPerson("单雄信");
  hall.addPerson("解晓东");
  CHECK(finds(hall, "shanxiongxin", "单雄信"));
  CHECK(finds(hall, "sxx", "单雄信"));
  CHECK(finds(hall, "xiexd", "解晓东"));
}

TEST_CASE("an exact name comes before one that only begins so, and newer before older", "[store][search]") {
  Hall hall;
  hall.addPerson("王伟东");
  hall.addPerson("王伟");
  hall.addPerson("王伟明");
  const auto found = names(hall, "王伟");
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "王伟");
  CHECK(found[1] == "王伟明");
}

TEST_CASE("two words narrow the search: a surname and the end of a phone", "[store][search]") {
  Hall hall;
  hall.addPerson("王芳", "", "13900008812");
  hall.addPerson("王丽", "", "13900001234");
  const auto found = names(hall, "王 8812");
  REQUIRE(found.size() == 1);
  CHECK(found[0] == "王芳");
}

TEST_CASE("two words that thousands share still find the one person who has both", "[store][search]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  domain::OperationWriter writer(ids, hall.clock.now(), domain::Actor{{}, "007", "import", {}});
  const auto add = [&](const std::string& name, const std::string& phone) {
    domain::Party person;
    person.id = ids.make<domain::PartyId>();
    person.name = name;
    person.registeredAt = hall.clock.now();
    person.jurisdiction = "CN";
    writer.create(person);
    domain::ContactPoint contact;
    contact.id = ids.make<domain::ContactPointId>();
    contact.partyId = person.id;
    contact.raw = phone;
    contact.normal = "+86" + phone;
    writer.create(contact);
  };
  const auto phone = [](const std::string& head, int i) { return head + std::to_string(10'000'000 + i); };
  add("王龙", "13899999999");
  for (int i = 0; i < 3200; ++i) {
    add("王芳", phone("139", i));
    add("李娜", phone("138", i));
  }
  auto write = hall.store().write(store::Indexing::deferred).value();
  REQUIRE(write.apply(writer.take()));
  REQUIRE(write.commit());
  REQUIRE(hall.store().rebuildSearch());
  for (const char* typed : {"王 138", "138 王", "wang 138"}) {
    INFO(typed);
    CHECK(finds(hall, typed, "王龙"));
    CHECK_FALSE(finds(hall, typed, "李娜"));
  }
}

TEST_CASE("a case is found by its number with or without separators, its last eight, and its words", "[store][search]") {
  Hall hall;
  const auto service = hall.addService("社会保障卡申领", {20, domain::LimitUnit::workingDay});
  const auto opened = hall.openCase(service, {}, "路灯不亮 near the school gate");
  std::string plain = opened.number;
  std::erase(plain, '-');
  for (const std::string& typed : {opened.number, plain, plain.substr(0, 10), plain.substr(plain.size() - 8),
                                   std::string("路灯"), std::string("school gate"), std::string("SCHOOL")}) {
    INFO(typed);
    CHECK(finds(hall, typed, "路灯不亮 near the school gate"));
  }
}

TEST_CASE("a changed name is found under the new one and no longer under the old", "[store][search]") {
  Hall hall;
  const auto id = hall.addPerson("孙悟空");
  auto reader = hall.store().read().value();
  const auto before = store::loadEntity<domain::Party>(reader.connection(), id).value();
  domain::Party after = before;
  after.name = "孙行者";
  base::IdSource ids(hall.clock, hall.random);
  domain::OperationWriter writer(ids, hall.clock.now(), {std::nullopt, "007", "test", std::nullopt});
  writer.change(before, after);
  REQUIRE(hall.store().commit(writer.take()));
  CHECK(finds(hall, "孙行者", "孙行者"));
  CHECK(names(hall, "孙悟空").empty());
}

TEST_CASE("the index built at once from the rows equals the one kept write by write", "[store][search]") {
  Hall hall;
  hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  hall.addPerson("买买提·吐尔逊", "", "+1 617 555 0143");
  const auto service = hall.addService("出生登记", {5, domain::LimitUnit::workingDay});
  hall.openCase(service, {}, "newborn registration");
  const auto snapshot = [&] {
    auto reader = hall.store().read().value();
    auto row = reader.connection().prepare("SELECT k, c FROM term ORDER BY k, c").value();
    std::vector<std::pair<std::string, std::int64_t>> terms;
    while (row.step().value()) terms.emplace_back(row.text(0), row.integer(1));
    return terms;
  };
  const auto kept = snapshot();
  REQUIRE_FALSE(kept.empty());
  REQUIRE(hall.store().rebuildSearch());
  CHECK(snapshot() == kept);
  CHECK(finds(hall, "newborn", "newborn registration"));
}

TEST_CASE("query syntax in the box is only text", "[store][search]") {
  Hall hall;
  hall.addPerson("O'Brien");
  hall.addPerson("100% (test) OR \"x\"");
  for (const char* typed : {"\"", "*", "AND", "OR", "NOT",  "NEAR(", "^",    "a:b",      "-",      "+",   "{",
                            "}",  "%", "_",   "\\", "';--", "'",     "((((", "\xff\xfe", "ab\0cd", "   ", "k>='' OR 1=1"}) {
    INFO(typed);
    auto reader = hall.store().read().value();
    CHECK(store::search(reader.connection(), typed, store::SearchScope::everything, 20));
    CHECK(store::caseRowsMatching(reader.connection(), typed, 100));
  }
  CHECK(finds(hall, "o'brien", "O'Brien"));
  auto reader = hall.store().read().value();
  CHECK(store::search(reader.connection(), std::string(10000, 'z') + " " + std::string(10000, '\''),
                      store::SearchScope::everything, 20));
}

TEST_CASE("the search box shows people masked and firms by name", "[desk][search][privacy]") {
  Hall hall;
  hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  const auto found = desk::find(hall.desk(), "zsf", 10);
  REQUIRE(found);
  REQUIRE(found.value().size() == 1);
  CHECK(found.value()[0].label == "张*丰");
  CHECK(found.value()[0].detail.find("19491231") == std::string::npos);
  CHECK(found.value()[0].detail.find("00138000") == std::string::npos);
  CHECK(found.value()[0].matched == "initials");
}
