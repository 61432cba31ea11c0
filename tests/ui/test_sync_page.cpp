// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "desk/centre_account.h"
#include "desk/centre_rows.h"
#include "desk/inside.h"
#include "kit/bridge.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "sync/memory_centre.h"
#include "sync/sync_list.h"
#include "sync/sync_model.h"
#include "sync/sync_page.h"
#include "sync/sync_words.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using desk::SyncView;

namespace {

// A desk with a title in conflict, a late step and a citizen's name in conflict, and its sync page.
struct Stage {
  testkit::Hall hall;
  domain::StaffId li = hall.addClerk("li.na", "李娜");
  domain::ServiceId service = hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay});
  domain::PartyId person = hall.addPerson("王晓明");
  desk::OpenedCase opened = hall.openCase(service, person, "hers");
  testkit::ArrivedConflict conflict;
  domain::Proposal proposal;
  testkit::RecordingNavigator navigator;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<SyncPage> page;

  Stage() {
    testkit::subscribe(hall);
    enrol();
    conflict = testkit::conflictArrives(hall, "case", domain::anyId(opened.id), "title",
                                        {{"mine", hall.desk().clerk().id}, {"hers", li}});
    testkit::conflictArrives(hall, "party", domain::anyId(person), "name",
                             {{"王小明", hall.desk().clerk().id}, {"王晓明", li}});
    proposal = testkit::proposalOf(hall, "case", domain::anyId(opened.id), "transition",
                                   R"({"state": ["received", "accepted"]})", "state_moved", li);
    testkit::arrive(hall, testkit::kHall, {testkit::rowOf(proposal, 1)});
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    page = std::make_unique<SyncPage>(*bridge, navigator);
    page->resize(1000, 700);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitFor([this] { return list()->model()->rowCount() > 3; }));
    page->takeFocus();
  }
  ~Stage() { page.reset(); }

  void enrol() {
    base::IdSource ids(hall.clock, hall.random);
    const base::Redacted<std::string> key(hall.desk().inside().identityKey);
    REQUIRE(desk::keepEnrolment(hall.store(), {"host=centre", ids.next(), ids.next(), "hall", {}, {}, {}}, hall.desk().place(),
                                key));
  }
  SyncList* list() const { return page->findChild<SyncList*>(QStringLiteral("syncList")); }
  const SyncModel& model() const { return *qobject_cast<SyncModel*>(list()->model()); }
  QPushButton* button(const char* name) const { return page->findChild<QPushButton*>(QLatin1String(name)); }
  void press(Qt::Key key) { QTest::keyClick(list(), key); }
  bool waitForNotice(std::size_t count) {
    return QTest::qWaitFor([&] { return navigator.notices.size() >= count; });
  }
  std::string title() { return desk::openCasePage(hall.desk(), opened.id).value().row.title; }
};

SyncView away(std::int64_t waiting) {
  SyncView view;
  view.phase = SyncView::Phase::away;
  view.waiting = waiting;
  view.oldestWaiting = testkit::at("2026-03-02T13:40:00+08:00");
  return view;
}

const base::Instant kNow = testkit::at("2026-03-02T14:00:00+08:00");

QString said(const SyncView& view) {
  return words::ofSync(view, kNow, base::TimeZone::named("Asia/Shanghai").value());
}

}  // namespace

TEST_CASE("the page says in one sentence how things stand", "[ui][sync]") {
  CHECK(said(away(12)) == QStringLiteral("The line is cut; 12 changes wait here, the oldest since 13:40. Nothing is lost."));
  SyncView view;
  view.phase = SyncView::Phase::idle;
  view.freshAsOf = testkit::at("2026-03-02T14:05:12+08:00");
  CHECK(said(view) == QStringLiteral("Everything is at the centre · fresh as of 14:05:12"));
  view.phase = SyncView::Phase::filling;
  view.rowsFilled = 312000;
  CHECK(said(view).startsWith(QStringLiteral("Receiving the hall: 312,000 rows")));
  CHECK_FALSE(said(SyncView{}).isEmpty());
  CHECK(words::syncSign(SyncView{}).isEmpty());
  view.phase = SyncView::Phase::resting;
  CHECK(said(view).contains(QStringLiteral("has not begun yet")));
  CHECK(words::syncSign(view).isEmpty());  // "paused" would be somebody's doing
  CHECK(words::syncSign(away(12)).contains(QStringLiteral("sending later")));
}

TEST_CASE("a desk without a centre has nothing that waits to be sent", "[ui][sync]") {
  testkit::Hall hall;
  hall.addPerson("王晓明");
  Bridge bridge(hall.sharedDesk());
  testkit::RecordingNavigator navigator;
  SyncPage page(bridge, navigator);
  page.show();
  auto* sentence = page.findChild<QLabel*>(QStringLiteral("syncSentence"));
  REQUIRE(QTest::qWaitFor([&] { return sentence->text().startsWith(QStringLiteral("This desk works for itself")); }));
  bool isRead = false;
  bridge.run(Lane::read, &page, [](desk::Desk&) { return 0; }, [&](int) { isRead = true; });
  REQUIRE(QTest::qWaitFor([&] { return isRead; }));
  CHECK(page.findChild<SyncList*>(QStringLiteral("syncList"))->model()->rowCount() == 0);
}

TEST_CASE("a wrong clock is told, with which way and how far", "[ui][sync]") {
  SyncView view;
  CHECK(words::clockWarning(view).isEmpty());
  view.isClockWrong = true;
  view.clockOffset = std::chrono::minutes{7};
  CHECK(words::clockWarning(view).contains(QStringLiteral("7 minutes behind")));
  view.clockOffset = -view.clockOffset;
  CHECK(words::clockWarning(view).contains(QStringLiteral("7 minutes ahead")));
}

TEST_CASE("conflicts stand first, then late work, then what waits", "[ui][sync]") {
  Stage stage;
  REQUIRE(stage.model().rowCount() >= 4);
  CHECK(stage.model().row(0).section == SyncSection::conflicts);
  CHECK(stage.model().row(1).section == SyncSection::conflicts);
  CHECK(stage.model().row(2).section == SyncSection::proposals);
  CHECK(stage.model().row(3).section == SyncSection::waiting);
  CHECK(stage.list()->hasFocus());
  const QString heard = stage.model().data(stage.model().index(0), Qt::AccessibleTextRole).toString();
  for (const char* part : {"Conflicts to settle", "Title", "Before: old", "mine", "hers", "李娜"})
    CHECK(heard.contains(QString::fromUtf8(part)));
}

TEST_CASE("one key settles a conflict", "[ui][sync]") {
  Stage stage;
  CHECK(stage.button("syncRival_1")->text() == QStringLiteral("Keep mine (1)"));
  CHECK(stage.button("syncRival_2")->accessibleName() == QStringLiteral("Keep 李娜's (2)"));
  stage.press(Qt::Key_9);  // there is no ninth
  stage.press(Qt::Key_1);
  REQUIRE(stage.waitForNotice(1));
  CHECK(stage.navigator.notices.front().second == Navigator::Tone::done);
  CHECK(stage.title() == "mine");
  CHECK(QTest::qWaitFor([&] { return stage.model().row(0).conflict()->field == "name"; }));
}

TEST_CASE("masked rivals that look alike say so; R shows them", "[ui][sync][mask]") {
  Stage stage;
  stage.press(Qt::Key_J);
  REQUIRE(stage.list()->currentIndex().row() == 1);
  CHECK(stage.model().row(1).conflict()->isAlikeMasked);
  stage.press(Qt::Key_R);
  REQUIRE(QTest::qWaitFor([&] { return stage.model().row(1).conflict()->rivals[0].value.text == "王小明"; }));
  stage.page->hide();
  stage.page->show();
  CHECK(QTest::qWaitFor([&] { return stage.model().row(1).conflict()->rivals[0].value.text == "王*明"; }));
}

TEST_CASE("A accepts late work, D dismisses it, and what cannot be accepted says why", "[ui][sync]") {
  Stage stage;
  stage.list()->selectRow(2);
  CHECK(stage.button("syncAccept")->isVisible());
  stage.press(Qt::Key_A);
  REQUIRE(stage.waitForNotice(1));
  CHECK(desk::openCasePage(stage.hall.desk(), stage.opened.id).value().row.state == domain::CaseState::accepted);
  auto again = stage.proposal;
  again.id = domain::ProposalId{stage.conflict.ops[0].uuid};
  testkit::arrive(stage.hall, testkit::kHall, {testkit::rowOf(again, 1)});
  REQUIRE(QTest::qWaitFor(
      [&] { return stage.model().row(2).proposal() != nullptr && stage.model().row(2).proposal()->id == again.id; }));
  stage.list()->selectRow(2);
  CHECK_FALSE(stage.button("syncAccept")->isEnabled());
  stage.press(Qt::Key_A);
  REQUIRE(stage.waitForNotice(2));
  CHECK(stage.navigator.notices.back().second == Navigator::Tone::warning);
  stage.press(Qt::Key_D);
  REQUIRE(stage.waitForNotice(3));
  CHECK(stage.navigator.notices.back().second == Navigator::Tone::done);
}

TEST_CASE("Enter opens the case, and for a citizen's data the citizen", "[ui][sync]") {
  Stage stage;
  stage.press(Qt::Key_Return);
  REQUIRE(stage.navigator.cases.size() == 1);
  CHECK(stage.navigator.cases.front() == stage.opened.id);
  stage.press(Qt::Key_J);
  stage.press(Qt::Key_Return);
  REQUIRE(stage.navigator.parties.size() == 1);
  CHECK(stage.navigator.parties.front() == stage.person);
}

TEST_CASE("a long outbox comes in pages as somebody scrolls", "[ui][sync]") {
  Stage stage;
  for (int i = 0; i < 100; ++i) stage.hall.addPerson("张三");
  REQUIRE(QTest::qWaitFor([&] { return stage.model().rowCount() >= int(SyncModel::kPage); }));
  auto* model = stage.list()->model();
  const int before = model->rowCount();
  REQUIRE(QTest::qWaitFor([&] { return model->canFetchMore({}); }));
  model->fetchMore({});
  CHECK(QTest::qWaitFor([&] { return model->rowCount() > before; }));
}

TEST_CASE("the strip shows the sync, and a click or F5 opens the page", "[ui][sync][shell]") {
  testkit::Hall hall;
  base::SeededRandom dice{7};
  sync::MemoryCentre centre(hall.clock, dice);
  const auto scope = centre.addHall("110101-1", "东城区政务服务中心");
  centre.addStaff(hall.desk().clerk(), {scope});
  Bridge bridge(hall.sharedDesk());
  MainWindow window(bridge, Preferences{});
  window.show();
  auto* sign = window.findChild<QPushButton*>(QStringLiteral("syncSign"));
  REQUIRE(sign != nullptr);
  CHECK_FALSE(sign->isVisible());  // alone
  bridge.setSyncing(std::make_shared<desk::Syncing>(hall.sharedDesk(), centre.line(centre.addDesk({scope}))));
  REQUIRE(QTest::qWaitFor([&] { return sign->text() == QStringLiteral("✓ At the centre"); }, 20000));
  CHECK(sign->isVisible());
  QTest::mouseClick(sign, Qt::LeftButton);
  CHECK(window.frontPage()->kind() == kind::kSync);
  QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
  QTest::keyClick(&window, Qt::Key_F5);
  CHECK(window.frontPage()->kind() == kind::kSync);
  auto* pause = window.findChild<QPushButton*>(QStringLiteral("syncPause"));
  REQUIRE(QTest::qWaitFor([&] { return pause->isVisible(); }));
  pause->click();
  CHECK(QTest::qWaitFor([&] { return sign->text().contains(QStringLiteral("paused")); }));
  CHECK(QTest::qWaitFor([&] { return pause->text() == QStringLiteral("Go on (P)"); }));
  bridge.setSyncing(nullptr);
}
