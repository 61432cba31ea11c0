// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/colleagues.h"
#include "domain/operation.h"
#include "store/schema.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

const domain::Limit kFiveDays{5, domain::LimitUnit::workingDay};

std::vector<std::string> names(Hall& hall, const std::string& typed = "") {
  std::vector<std::string> names;
  const auto found = desk::colleagues(hall.desk(), typed).value();
  for (const auto& one : found) names.push_back(one.name);
  return names;
}

// What the newest line of the case's story says.
std::string said(Hall& hall, domain::CaseId id) {
  const auto page = desk::openCasePage(hall.desk(), id).value();
  CHECK(page.story.front().event == domain::CaseEventKind::assigned);
  return page.story.front().text;
}

void retire(Hall& hall, domain::StaffId id) {
  auto reader = hall.store().read().value();
  const auto before = store::loadEntity<domain::Staff>(reader.connection(), id).value();
  auto after = before;
  after.isActive = false;
  base::IdSource ids(hall.clock, hall.random);
  domain::OperationWriter writer(ids, hall.clock.now(), {std::nullopt, "007", "test", std::nullopt});
  writer.change(before, after);
  REQUIRE(hall.store().commit(writer.take()));
}

}  // namespace

TEST_CASE("colleagues are listed with their open cases, whoever has the fewest first", "[desk][assign]") {
  Hall hall;
  hall.addClerk("li.na", "李娜");
  hall.addClerk("zhao.lei", "赵磊");
  const auto service = hall.addService("食品经营许可", kFiveDays);
  hall.openCase(service);
  hall.openCase(service);
  const auto all = desk::colleagues(hall.desk(), "").value();
  REQUIRE(all.size() == 3);
  CHECK(all.back().name == "王敏");
  CHECK(all.back().isMe);
  CHECK(all.back().openCases == 2);
  CHECK(all.front().openCases == 0);
}

TEST_CASE("a colleague is found by name, pinyin, initials and login", "[desk][assign]") {
  Hall hall;
  hall.addClerk("li.na", "李娜");
  for (const char* typed : {"李", "李娜", "lina", "ln", "li.n"}) {
    INFO(typed);
    CHECK(names(hall, typed) == std::vector<std::string>{"李娜"});
  }
  CHECK(names(hall, "nobody").empty());
}

TEST_CASE("a case is given to a colleague, and the story says from whom to whom", "[desk][assign]") {
  Hall hall;
  const auto li = hall.addClerk("li.na", "李娜");
  const auto opened = hall.openCase(hall.addService("食品经营许可", kFiveDays));
  REQUIRE(desk::assignCase(hall.desk(), opened.id, li));
  CHECK(desk::openCasePage(hall.desk(), opened.id).value().row.owner == "李娜");
  CHECK(said(hall, opened.id) == "王敏 → 李娜");
  hall.clock.advance(std::chrono::minutes{1});
  REQUIRE(desk::assignCase(hall.desk(), opened.id, std::nullopt));
  CHECK(said(hall, opened.id) == "李娜 →");
  hall.clock.advance(std::chrono::minutes{1});
  REQUIRE(desk::takeCase(hall.desk(), opened.id));
  CHECK(said(hall, opened.id) == "→ 王敏");
}

TEST_CASE("nobody who has left gets a case", "[desk][assign]") {
  Hall hall;
  const auto li = hall.addClerk("li.na", "李娜");
  const auto opened = hall.openCase(hall.addService("食品经营许可", kFiveDays));
  retire(hall, li);
  CHECK(names(hall) == std::vector<std::string>{"王敏"});
  const auto refused = desk::assignCase(hall.desk(), opened.id, li);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fact("rule") == "clerk_disabled");
  CHECK(desk::openCasePage(hall.desk(), opened.id).value().row.owner == "王敏");
}
