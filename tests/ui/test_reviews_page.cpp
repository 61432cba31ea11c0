// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>
#include <QPushButton>

#include "reviews/review_model.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "ui/review_hall.h"

using namespace ow;
using namespace ow::ui;
using domain::ReviewEvent;
using domain::ReviewState;
using testkit::ReviewHall;
using Tone = Navigator::Tone;

TEST_CASE("a supervisor sees what was rated, why, who served and until when it is to be verified", "[ui][review]") {
  ReviewHall hall;
  hall.rate(5);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForRows(1));
  REQUIRE(hall.waitForAction("assigned"));
  CHECK(hall.list()->hasFocus());
  CHECK(hall.shown("reviewLevel") == QStringLiteral("Very dissatisfied"));
  CHECK(hall.shown("reviewService") == QStringLiteral("居住证办理"));
  CHECK(hall.shown("reviewWindow").startsWith(QStringLiteral("3")));
  CHECK(hall.shown("reviewServedBy") == QStringLiteral("王敏"));
  CHECK(hall.shown("reviewCitizenText") == QStringLiteral("等了很久"));
  CHECK(hall.shown("reviewReasons") == QStringLiteral("Long wait; Slow"));
  CHECK(hall.shown("reviewNext").contains(QStringLiteral("3 Mar 2026")));
  CHECK_FALSE(hall.part<QWidget>("reviewDue")->accessibleName().isEmpty());
  const QString heard = hall.list()->currentIndex().data(Qt::AccessibleTextRole).toString();
  for (const char* word : {"Very dissatisfied", "居住证办理", "New", "left"}) CHECK(heard.contains(QString::fromUtf8(word)));
}

TEST_CASE("the loop is closed from the keyboard: assigned, verified, put right and replied, called back, closed",
          "[ui][review][keys]") {
  ReviewHall hall;
  hall.rate(5);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForAction("assigned"));
  const auto id = hall.first().id;
  hall.openFields(Qt::Key_A);
  auto* assignee = hall.part<QLineEdit>("reviewAssignee");
  REQUIRE(QTest::qWaitFor([&] { return assignee->hasFocus() && hall.part<QWidget>("reviewAssigneeList")->isVisible(); }));
  hall.type("李娜");
  hall.press(Qt::Key_Return);  // faster than the answer: nobody of the list that still stands there is taken
  CHECK(assignee->text() == QStringLiteral("李娜"));
  CHECK_FALSE(hall.part<QPushButton>("reviewFormConfirm")->hasFocus());
  REQUIRE(QTest::qWaitFor([&] {
    hall.press(Qt::Key_Return);
    return hall.part<QPushButton>("reviewFormConfirm")->hasFocus();
  }));
  hall.send();
  REQUIRE(hall.waitForAction("confirmed"));
  CHECK_FALSE(hall.isFormOpen());
  CHECK(hall.list()->hasFocus());

  hall.openFields(Qt::Key_I);
  hall.send();  // nothing is written yet
  CHECK(hall.isFormOpen());
  hall.type("窗口只有一人");
  hall.send();
  REQUIRE(hall.waitForAction("replied"));

  hall.openFields(Qt::Key_R);
  hall.type("增开一个窗口");
  hall.press(Qt::Key_Tab);
  hall.type("已增开窗口, 向您道歉");
  hall.send();
  REQUIRE(hall.waitForAction("called_back"));

  hall.openFields(Qt::Key_B);
  hall.press(Qt::Key_Space);
  hall.press(Qt::Key_Right);  // from very satisfied to satisfied
  hall.send();
  REQUIRE(hall.waitForAction("closed"));

  hall.press(Qt::Key_L, Qt::AltModifier);
  REQUIRE(hall.waitForRows(0));
  CHECK(hall.navigator.notices.size() == 5);
  for (const auto& [text, tone] : hall.navigator.notices) CHECK(tone == Tone::done);
  const auto sheet = desk::openReview(hall.hall.desk(), id).value();
  CHECK(sheet.review.state == ReviewState::closed);
  CHECK(sheet.row.assignee == "李娜");
  CHECK(sheet.review.finding == "窗口只有一人");
  CHECK(sheet.review.measure == "增开一个窗口");
  CHECK(sheet.review.reply == "已增开窗口, 向您道歉");
  CHECK(sheet.review.callBackLevel == 2);
  REQUIRE(QTest::qWaitFor([&] { return desk::drafts(hall.hall.desk()).value().empty(); }));
  hall.part<QAbstractButton>("reviewFilter_all")->click();
  REQUIRE(hall.waitForRows(1));
}

TEST_CASE("a citizen whom nobody reaches is called back with why", "[ui][review]") {
  ReviewHall hall;
  hall.rate(4);
  hall.seat("zhao.lei");
  const auto id = hall.eldest();
  hall.giveToLiNa(id);
  hall.step(id, ReviewState::assigned, ReviewEvent::explained, "无依据");
  hall.step(id, ReviewState::explaining, ReviewEvent::replied, "已解释");
  hall.look("zhao.lei");
  REQUIRE(hall.waitForAction("called_back"));
  hall.action("called_back")->click();
  auto* confirm = hall.part<QPushButton>("reviewFormConfirm");
  CHECK_FALSE(confirm->isEnabled());
  CHECK(confirm->accessibleDescription().contains(QStringLiteral("Choose how content")));
  hall.part<QAbstractButton>("reviewLevel_0")->click();
  CHECK_FALSE(confirm->isEnabled());
  hall.part<QWidget>("reviewText")->setFocus();
  hall.type("三次无人接听");
  CHECK(confirm->isEnabled());
  hall.send();
  REQUIRE(hall.waitForAction("closed"));
  const auto review = desk::openReview(hall.hall.desk(), id).value().review;
  CHECK_FALSE(review.callBackLevel.has_value());
  CHECK(review.callBackNote == "三次无人接听");
}

TEST_CASE("what cannot be done now is greyed and says why, to eyes and ears", "[ui][review][accessibility]") {
  ReviewHall hall;
  hall.rate(5);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForAction("assigned"));
  for (const char* event : {"confirmed", "replied", "closed"}) {
    CAPTURE(event);
    CHECK_FALSE(hall.action(event)->isEnabled());
    CHECK(hall.action(event)->toolTip() == QStringLiteral("Not the next step: the review stands at “New”."));
    CHECK(hall.action(event)->accessibleDescription() == hall.action(event)->toolTip());
  }
  hall.press(Qt::Key_L, Qt::AltModifier);
  CHECK_FALSE(hall.isFormOpen());
  hall.action("assigned")->click();
  hall.type("王敏");
  auto* message = hall.part<QLabel>("reviewFormMessage");
  REQUIRE(QTest::qWaitFor([&] {
    hall.press(Qt::Key_Return);
    return message->isVisible();
  }));
  CHECK(message->text().contains(QStringLiteral("王敏 served the citizen")));
  CHECK_FALSE(hall.part<QPushButton>("reviewFormConfirm")->isEnabled());
  hall.type("李娜");
  CHECK(hall.part<QLineEdit>("reviewAssignee")->text() == QStringLiteral("李娜"));  // in the place of the other name
}

TEST_CASE("an appeal is decided by another one", "[ui][review][rights]") {
  ReviewHall hall;
  hall.rate(5);
  hall.seat("zhao.lei");
  const auto id = hall.eldest();
  hall.giveToLiNa(id);
  hall.step(id, ReviewState::assigned, ReviewEvent::appealed, "点错了");
  hall.look("zhao.lei");
  REQUIRE(QTest::qWaitFor([&] { return hall.action("voided")->toolTip().contains(QStringLiteral("somebody else")); }));
  CHECK_FALSE(hall.action("voided")->isEnabled());
  hall.look("sun.fang");
  REQUIRE(hall.waitForAction("voided"));
}

TEST_CASE("Esc closes the fields and keeps what was typed, also over a change of review and a restart", "[ui][review][draft]") {
  ReviewHall hall;
  hall.rate(5);
  hall.hall.clock.advance(std::chrono::minutes(1));
  hall.rate(4);
  hall.seat("zhao.lei");
  const auto id = hall.eldest();
  hall.giveToLiNa(id);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForAction("confirmed"));
  hall.action("confirmed")->click();
  hall.type("等候四十分钟");
  hall.press(Qt::Key_Escape);
  CHECK_FALSE(hall.isFormOpen());
  CHECK(hall.list()->hasFocus());
  CHECK(hall.page->hasUnfinishedText());
  const auto text = [&] { return hall.part<QPlainTextEdit>("reviewText")->toPlainText(); };
  hall.action("appealed")->click();
  CHECK(text() == QStringLiteral("等候四十分钟"));  // another step of the same review goes on with it
  hall.list()->setFocus();
  hall.press(Qt::Key_J);
  REQUIRE(QTest::qWaitFor([&] { return hall.shown("reviewLevel") == QStringLiteral("Dissatisfied") && text().isEmpty(); }));
  hall.press(Qt::Key_K);
  REQUIRE(QTest::qWaitFor([&] { return text() == QStringLiteral("等候四十分钟"); }));
  const QJsonObject state = hall.page->state();
  hall.leave();
  hall.look("zhao.lei");
  hall.page->restore(state);
  REQUIRE(QTest::qWaitFor([&] { return text() == QStringLiteral("等候四十分钟"); }));
  CHECK(hall.isFormOpen());  // with the fields where it was typed
  CHECK(hall.list()->hasFocus());
  const auto drafts = desk::drafts(hall.hall.desk()).value();
  REQUIRE(drafts.size() == 1);
  const auto goesOn = continuationOf(drafts.front());
  REQUIRE(goesOn.has_value());
  CHECK(goesOn->kind == kind::kReviews);
  CHECK_FALSE(nameOfForm(drafts.front().form).isEmpty());
}

TEST_CASE("when somebody moved it meanwhile, it is read again and what was typed stays", "[ui][review][conflict]") {
  ReviewHall hall;
  hall.rate(5);
  hall.seat("zhao.lei");
  const auto id = hall.eldest();
  hall.giveToLiNa(id);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForAction("confirmed"));
  hall.action("confirmed")->click();
  hall.type("属实");
  hall.step(id, ReviewState::assigned, ReviewEvent::explained, "无依据");
  hall.send();
  REQUIRE(hall.waitForNotice(1));
  CHECK(hall.navigator.notices.front().second == Tone::failed);
  CHECK(hall.navigator.notices.front().first.contains(QStringLiteral("To be explained")));
  REQUIRE(hall.waitForAction("replied"));
  CHECK(hall.isFormOpen());
  CHECK(hall.part<QPlainTextEdit>("reviewText")->toPlainText() == QStringLiteral("属实"));
  auto* message = hall.part<QLabel>("reviewFormMessage");
  CHECK(message->text().contains(QStringLiteral("Not the next step")));
  CHECK_FALSE(hall.part<QPushButton>("reviewFormConfirm")->isEnabled());
  CHECK(desk::openReview(hall.hall.desk(), id).value().review.finding == "无依据");
}

TEST_CASE("more reviews than a page come as somebody scrolls, and the chosen one stays when others arrive",
          "[ui][review][paging]") {
  ReviewHall hall;
  const auto late = hall.visit();
  for (std::size_t i = 0; i < ReviewModel::kPage + 6; ++i) hall.rate(5);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForRows(int(ReviewModel::kPage)));
  hall.press(Qt::Key_End);
  REQUIRE(hall.waitForRows(int(ReviewModel::kPage) + 6));
  hall.press(Qt::Key_K);
  const auto chosen = hall.list()->currentRow()->id;
  hall.rate(late, 4);
  REQUIRE(QTest::qWaitFor([&] { return hall.list()->model()->canFetchMore({}); }));  // read anew: one more than before
  REQUIRE(hall.list()->currentRow() != nullptr);
  CHECK(hall.list()->currentRow()->id == chosen);
}

TEST_CASE("the first bad rating of the day finds the keyboard in the list, in a window that is not in front, too",
          "[ui][review][keys]") {
  ReviewHall hall;
  const auto visit = hall.visit();
  hall.look("zhao.lei");
  REQUIRE(hall.rows() == 0);
  QWidget other;
  other.show();
  other.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&other));
  hall.rate(visit, 5);
  REQUIRE(hall.waitForRows(1));
  CHECK(hall.page->focusWidget() == hall.list());
}

TEST_CASE("whoever served sees no review of it, whatever their role", "[ui][review][rights]") {
  ReviewHall hall;
  hall.rate(5);
  SECTION("a clerk") {
    hall.look("wang.min");
    CHECK_FALSE(hall.part<QAbstractButton>("reviewFilter_open")->isEnabled());
    CHECK_FALSE(hall.part<QAbstractButton>("reviewFilter_open")->toolTip().isEmpty());
    CHECK(hall.rows() == 0);
  }
  SECTION("a supervisor who stood in at the window") {
    hall.seat("zhao.lei");
    hall.rate(5);
    hall.look("zhao.lei");
    REQUIRE(hall.waitForRows(1));
    CHECK(hall.first().clerk == "王敏");
    hall.look("sun.fang");
    CHECK(hall.waitForRows(2));
  }
}

TEST_CASE("Enter opens the case, and 1, 2 and 3 choose what is shown", "[ui][review][keys]") {
  ReviewHall hall;
  hall.rate(5);
  hall.look("zhao.lei");
  REQUIRE(hall.waitForRows(1));
  hall.press(Qt::Key_Return);
  REQUIRE(hall.navigator.cases.size() == 1);
  CHECK(hall.navigator.cases.front() == hall.first().caseId);
  hall.press(Qt::Key_2);
  REQUIRE(hall.waitForRows(0));
  CHECK(hall.page->state().value(QStringLiteral("shown")).toString() == QStringLiteral("mine"));
  hall.press(Qt::Key_3, Qt::NoModifier);  // not in the list any more: the keyboard stands on the filters
  hall.part<QAbstractButton>("reviewFilter_all")->click();
  CHECK(hall.waitForRows(1));
}
