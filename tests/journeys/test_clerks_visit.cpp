// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>

#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/profile.h"
#include "journeys/clerk.h"
#include "shell/pages.h"
#include "testkit/hall.h"

using namespace ow;
using journeys::Clerk;
using testkit::Hall;

TEST_CASE("a visit by keyboard alone: search, profile, contact, case, close, search again", "[journey]") {
  Hall hall;
  const auto person = hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  hall.addPerson("李明朗");
  hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
  hall.addService("社会保障卡申领", {20, domain::LimitUnit::workingDay});
  Clerk clerk(hall.sharedDesk());

  // Three letters find him.
  REQUIRE(clerk.searchAndOpen("zsf", ui::kind::kParty));
  REQUIRE(clerk.canUse("profileHeader"));

  // He asks something first.
  REQUIRE(QTest::qWaitFor([&] { return clerk.page()->isAncestorOf(clerk.window().focusWidget()); }, 10000));
  clerk.press(Qt::Key_C);
  REQUIRE(clerk.sees(ui::kind::kNewContact));
  REQUIRE(clerk.canUse("contactSubject"));
  clerk.here<QLineEdit>("contactSubject")->setFocus();
  clerk.commit(QStringLiteral("问公积金提取"));
  clerk.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(QTest::qWaitFor(
      [&] {
        const auto items = desk::timeline(hall.desk(), person, desk::TimelineFilter::contacts, {}, 10);
        return items && items.value().size() == 1 && items.value()[0].subject == "问公积金提取";
      },
      10000));

  // Then he applies.
  REQUIRE(clerk.searchAndOpen("13800138000", ui::kind::kParty));
  REQUIRE(clerk.canUse("profileHeader"));
  REQUIRE(QTest::qWaitFor([&] { return clerk.page()->isAncestorOf(clerk.window().focusWidget()); }, 10000));
  clerk.press(Qt::Key_N);
  REQUIRE(clerk.sees(ui::kind::kNewCase));
  REQUIRE(clerk.canUse("caseService"));
  clerk.here<QLineEdit>("caseService")->setFocus();
  clerk.type("gjj");
  REQUIRE(clerk.take("caseServiceList"));
  clerk.here<QLineEdit>("caseTitle")->setFocus();
  clerk.type("withdrawal for rent");
  clerk.press(Qt::Key_F9);
  REQUIRE(clerk.sees(ui::kind::kCase));
  REQUIRE(QTest::qWaitFor(
      [&] { return clerk.here<QLabel>("caseNumber") != nullptr && !clerk.here<QLabel>("caseNumber")->text().isEmpty(); },
      10000));
  const QString number = clerk.here<QLabel>("caseNumber")->text();

  // Accept, review, decide, close: F9 is always the next step.
  REQUIRE(clerk.canUse("caseAction_accepted"));
  clerk.press(Qt::Key_F9);
  REQUIRE(clerk.canUse("caseAction_review_started"));
  clerk.press(Qt::Key_F9);
  REQUIRE(QTest::qWaitFor([&] { return !clerk.here<QWidget>("caseAction_review_started")->isEnabled(); }, 10000));
  clerk.press(Qt::Key_F9);
  REQUIRE(clerk.canUse("caseOutcome_granted"));
  clerk.here<QAbstractButton>("caseOutcome_granted")->setFocus();
  clerk.press(Qt::Key_Space);
  clerk.press(Qt::Key_F9);
  REQUIRE(clerk.canUse("caseAction_closed"));
  clerk.press(Qt::Key_F9);
  REQUIRE(clerk.canUse("caseAction_reopened"));

  // And the case is found by its number without separators, closed.
  QString plain = number;
  plain.remove(QLatin1Char('-'));
  REQUIRE(clerk.searchAndOpen(plain, ui::kind::kCase));
  CHECK(clerk.here<QLabel>("caseNumber")->text() == number);
  const auto profile = desk::openProfile(hall.desk(), person, desk::Purpose::enquiry);
  REQUIRE(profile);
  CHECK(profile.value().openCaseCount == 0);
  CHECK(profile.value().closedCaseCount == 1);
}

TEST_CASE("an overdue case is taken, annotated and closed from the inbox without a mouse", "[journey][inbox]") {
  Hall hall("2026-03-02T09:30:00+08:00");
  const auto service = hall.addService("街道路灯报修", {1, domain::LimitUnit::workingDay});
  const auto opened = hall.openCase(service, {}, "street light out");
  REQUIRE(desk::assignCase(hall.desk(), opened.id, std::nullopt));
  hall.clock.set(testkit::at("2026-03-09T10:00:00+08:00"));
  Clerk clerk(hall.sharedDesk());
  REQUIRE(clerk.sees(ui::kind::kInbox));
  auto* table = clerk.here<QAbstractItemView>("inboxTable");
  REQUIRE(table != nullptr);
  REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, 10000));
  REQUIRE(QTest::qWaitFor(
      [&] { return table->model()->index(0, 1).data().toString().contains(QString::fromStdString(opened.number).right(7)); },
      10000));
  CHECK(clerk.window().focusWidget() == table);  // the first key after unlocking goes to the list
  clerk.press(Qt::Key_J);
  clerk.press(Qt::Key_T);
  const auto page = [&] { return desk::openCasePage(hall.desk(), opened.id).value(); };
  REQUIRE(QTest::qWaitFor([&] { return page().row.isMine; }, 10000));
  clerk.press(Qt::Key_Return);
  REQUIRE(clerk.sees(ui::kind::kCase));
  REQUIRE(clerk.canUse("caseNote"));
  clerk.here<QPlainTextEdit>("caseNote")->setFocus();
  clerk.type("lamp replaced");
  clerk.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(QTest::qWaitFor([&] { return page().story.front().text == "lamp replaced"; }, 10000));
  CHECK(page().row.light == domain::Light::red);
}
