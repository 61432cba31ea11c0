// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/centre_rows.h"
#include "desk/conflicts.h"
#include "desk/inbox.h"
#include "desk/profile.h"
#include "store/schema.h"

using namespace ow;
using testkit::Hall;

namespace {

// A case whose title two clerks changed at once; 李娜's stands on the screen, as hers is the greater operation.
struct TwoTitles {
  Hall hall;
  domain::StaffId li = hall.addClerk("li.na", "李娜");
  domain::ServiceId service = hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay});
  desk::OpenedCase opened = hall.openCase(service, {}, "hers");
  testkit::ArrivedConflict conflict;

  TwoTitles() {
    testkit::subscribe(hall);
    conflict = testkit::conflictArrives(hall, "case", domain::anyId(opened.id), "title",
                                        {{"mine", hall.desk().clerk().id}, {"hers", li}});
  }
  std::string title() { return desk::openCasePage(hall.desk(), opened.id).value().row.title; }
  desk::ConflictPage page() { return desk::openConflicts(hall.desk(), {}, 10).value(); }
};

}  // namespace

TEST_CASE("a conflict shows base, mine and theirs, with who and when", "[desk][conflict]") {
  TwoTitles two;
  const auto page = two.page();
  REQUIRE(page.conflicts.size() == 1);
  CHECK_FALSE(page.next);
  const auto& one = page.conflicts.front();
  CHECK(one.subject.text == two.opened.number);
  CHECK(one.subject.caseId == two.opened.id);
  CHECK(one.field == "title");
  CHECK(one.base.text == "old");
  REQUIRE(one.rivals.size() == 2);
  CHECK(one.rivals[0].value.text == "mine");
  CHECK(one.rivals[0].isMine);
  CHECK_FALSE(one.rivals[0].isShown);
  CHECK(one.rivals[1].author == "李娜");
  CHECK(one.rivals[1].desk == "002");
  CHECK(one.rivals[1].isShown);
  CHECK_FALSE(one.isAlikeMasked);
}

TEST_CASE("settling for the value that is not shown writes it, after the conflict's end", "[desk][conflict]") {
  TwoTitles two;
  REQUIRE(desk::settleConflict(two.hall.desk(), two.conflict.id, two.conflict.ops[0]));
  CHECK(two.title() == "mine");
  CHECK(two.page().conflicts.empty());
  const auto waiting = testkit::waitingIn(two.hall);
  REQUIRE(waiting.size() >= 2);
  CHECK(waiting[waiting.size() - 2] == "transition conflict");
  CHECK(waiting.back() == "patch case");
  auto reader = two.hall.store().read().value();
  const auto operations = store::nextOperations(reader.connection(), two.hall.clock.now(), 100, 1 << 20).value();
  CHECK(operations.back().cause == operations[operations.size() - 2].id);
  const auto settled = store::loadEntity<domain::Conflict>(reader.connection(), two.conflict.id).value();
  CHECK(settled.rivals == "[]");
  CHECK(settled.settledBy == two.hall.desk().clerk().id);
  CHECK(settled.settledAt == two.hall.clock.now());
}

TEST_CASE("settling for the value that is shown changes nothing but the conflict", "[desk][conflict]") {
  TwoTitles two;
  REQUIRE(desk::settleConflict(two.hall.desk(), two.conflict.id, two.conflict.ops[1]));
  CHECK(two.title() == "hers");
  CHECK(testkit::waitingIn(two.hall).back() == "transition conflict");
}

TEST_CASE("what was settled meanwhile is not settled again", "[desk][conflict]") {
  TwoTitles two;
  REQUIRE(desk::settleConflict(two.hall.desk(), two.conflict.id, two.conflict.ops[1]));
  const auto again = desk::settleConflict(two.hall.desk(), two.conflict.id, two.conflict.ops[0]);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == base::ErrorKind::conflict);
  CHECK(two.title() == "hers");
  const auto unknown = desk::settleConflict(two.hall.desk(), domain::ConflictId{}, two.conflict.ops[0]);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == base::ErrorKind::notFound);
}

TEST_CASE("a value that joined and is unknown here is not chosen", "[desk][conflict]") {
  TwoTitles two;
  const auto chosen = desk::settleConflict(two.hall.desk(), two.conflict.id, domain::OperationId{});
  REQUIRE_FALSE(chosen);
  CHECK(chosen.error().kind == base::ErrorKind::conflict);
  CHECK(two.page().conflicts.size() == 1);
}

TEST_CASE("a citizen's rivals are masked until they are shown on purpose", "[desk][conflict][mask]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto li = hall.addClerk("li.na", "李娜");
  const auto person = hall.addPerson("王晓明");
  const auto arrived = testkit::conflictArrives(hall, "party", domain::anyId(person), "name",
                                                {{"王小明", hall.desk().clerk().id}, {"王晓明", li}});
  const auto masked = desk::openConflicts(hall.desk(), {}, 10).value().conflicts.front();
  CHECK(masked.subject.text == "王*明");
  CHECK(masked.rivals[0].value.text == "王*明");
  CHECK(masked.isAlikeMasked);
  const auto clear = desk::showConflict(hall.desk(), arrived.id).value();
  CHECK(clear.rivals[0].value.text == "王小明");
  CHECK(clear.rivals[1].value.text == "王晓明");
  auto reader = hall.store().read().value();
  CHECK(reader.connection().integer("SELECT count(*) FROM access_log WHERE act = 'reveal' AND field = 'name'").value() == 1);
}

TEST_CASE("an owner in conflict is told by name", "[desk][conflict]") {
  TwoTitles two;
  testkit::conflictArrives(two.hall, "case", domain::anyId(two.opened.id), "owner_id",
                           {{two.hall.desk().clerk().id.text(), two.li}, {two.li.text(), two.li}});
  const auto page = two.page();
  REQUIRE(page.conflicts.size() == 2);
  CHECK(page.conflicts[1].rivals[0].value.text == "王敏");
  CHECK(page.conflicts[1].rivals[1].value.text == "李娜");
}

TEST_CASE("conflicts page by key", "[desk][conflict]") {
  TwoTitles two;
  for (const char* field : {"description", "place"})
    testkit::conflictArrives(two.hall, "case", domain::anyId(two.opened.id), field, {{"a", two.li}, {"b", two.li}});
  const auto first = desk::openConflicts(two.hall.desk(), {}, 2).value();
  REQUIRE(first.conflicts.size() == 2);
  REQUIRE(first.next);
  const auto second = desk::openConflicts(two.hall.desk(), first.next, 2).value();
  REQUIRE(second.conflicts.size() == 1);
  CHECK(second.conflicts.front().field == "place");
}

TEST_CASE("the inbox finds the cases that wait for a decision, and each row says so", "[desk][conflict][inbox]") {
  TwoTitles two;
  two.hall.openCase(two.service, {}, "another");
  const auto keys = desk::inbox(two.hall.desk(), {desk::InboxView::toSettle, "", {}}).value().keys;
  REQUIRE(keys.size() == 1);
  const auto row = desk::inboxRows(two.hall.desk(), keys).value().front();
  CHECK(row.id == two.opened.id);
  CHECK(row.toSettle == 1);
  CHECK(desk::inboxCounts(two.hall.desk()).value().toSettle == 1);
  CHECK_FALSE(desk::inboxCounts(two.hall.desk()).value().unsent);  // no centre, nothing to send
  REQUIRE(desk::settleConflict(two.hall.desk(), two.conflict.id, two.conflict.ops[1]));
  CHECK(desk::inbox(two.hall.desk(), {desk::InboxView::toSettle, "", {}}).value().keys.empty());
}
