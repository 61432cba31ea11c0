// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>
#include <vector>

#include "desk/drafts.h"
#include "desk/opening.h"
#include "desk/rating_pad.h"
#include "desk/reviews.h"
#include "desk/unlock.h"
#include "kit/bridge.h"
#include "reviews/review_list.h"
#include "reviews/reviews_page.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

namespace ow::testkit {

// 王敏 serves at window 3; the supervisors zhao.lei and sun.fang look after what citizens say, 李娜 is a colleague.
struct ReviewHall {
  ReviewHall() {
    addStaff("zhao.lei", "赵磊", domain::Role::supervisor);
    addStaff("sun.fang", "孙芳", domain::Role::supervisor);
    addStaff("li.na", "李娜", domain::Role::clerk);
  }
  ~ReviewHall() { leave(); }

  void addStaff(const char* login, const char* name, domain::Role role) {
    REQUIRE(desk::addClerk(hall.store(), {login, name, base::Redacted<std::string>(Hall::kPassphrase), role}, hall.ports(),
                           store::Hardness::cheap()));
  }
  // A visit that is not rated yet, served by whoever sits here.
  desk::RatingInvitation visit() {
    const auto opened = hall.openCase(service, person).id;
    return desk::inviteToRate(hall.desk(), opened).value();
  }
  void rate(const desk::RatingInvitation& visit, int level, const std::string& text = "等了很久") {
    const auto pad = desk::RatingPad::over(hall.sharedDesk()).value();
    desk::RatingAnswer answer;
    answer.level = level;
    if (level >= 4) answer.reasons = {"efficiency.slow", "efficiency.long_wait"};
    answer.text = text;
    REQUIRE(pad->rate(visit, answer));
  }
  void rate(int level) { rate(visit(), level); }
  void leave() {
    page.reset();
    bridge.reset();
  }
  void seat(const char* login) {
    leave();
    hall.close();
    hall.seat(login);
    bridge = std::make_unique<ui::Bridge>(hall.sharedDesk());
  }
  // That clerk with the reviews in front of them.
  void look(const char* login) {
    seat(login);
    page = std::make_unique<ui::ReviewsPage>(*bridge, navigator);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    page->takeFocus();
    settle();
  }
  // Whatever was asked of the read lane so far has been answered.
  void settle() {
    bool isPast = false;
    bridge->run(ui::Lane::read, bridge.get(), [](desk::Desk&) { return 0; }, [&](int) { isPast = true; });
    REQUIRE(QTest::qWaitFor([&] { return isPast; }));
  }

  template <class Widget>
  Widget* part(const char* name) const {
    auto* found = page->findChild<Widget*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  ui::ReviewList* list() const { return part<ui::ReviewList>("reviewList"); }
  int rows() const { return list()->model()->rowCount(); }
  bool waitForRows(int count) const {
    return QTest::qWaitFor([&] { return rows() == count; });
  }
  QAbstractButton* action(const char* event) const {
    return part<QAbstractButton>((std::string("reviewAction_") + event).c_str());
  }
  bool waitForAction(const char* event) const {
    return QTest::qWaitFor([&] { return action(event)->isVisible() && action(event)->isEnabled(); });
  }
  bool isFormOpen() const { return part<QWidget>("reviewForm")->isVisible(); }
  QString shown(const char* label) const { return part<QLabel>(label)->text(); }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
    QWidget* hands = page->focusWidget();
    QTest::keyClick(hands != nullptr ? hands : page.get(), static_cast<Qt::Key>(key), modifiers);
  }
  // The mnemonic of a step. A button shows that it was pressed before it is.
  void openFields(Qt::Key mnemonic) const {
    press(mnemonic, Qt::AltModifier);
    REQUIRE(QTest::qWaitFor([this] { return isFormOpen(); }));
  }
  // What an input method commits, into the field that has the keyboard.
  void type(const char* text) const {
    QInputMethodEvent commit;
    commit.setCommitString(QString::fromUtf8(text));
    QCoreApplication::sendEvent(page->focusWidget(), &commit);
  }
  void send() const { press(Qt::Key_Return, Qt::ControlModifier); }
  bool waitForNotice(std::size_t count) const {
    return QTest::qWaitFor([&] { return navigator.notices.size() >= count; });
  }
  const desk::ReviewRow& first() const {
    list()->selectRow(0);
    return *list()->currentRow();
  }
  // The one that is open longest.
  domain::RatingReviewId eldest() {
    const auto page = desk::reviewsOf(hall.desk(), desk::ReviewsShown::open, {}, 1);
    REQUIRE(page);
    return page.value().rows.at(0).id;
  }
  // Steps that were taken before, or by somebody else.
  void giveToLiNa(domain::RatingReviewId id) {
    desk::ReviewMove move;
    move.id = id;
    move.assignee = domain::staffId("li.na");
    REQUIRE(desk::moveReview(hall.desk(), move));
  }
  void step(domain::RatingReviewId id, domain::ReviewState from, domain::ReviewEvent event, const char* text) {
    desk::ReviewMove move;
    move.id = id;
    move.event = event;
    move.expected = from;
    move.text = text;
    REQUIRE(desk::moveReview(hall.desk(), move));
  }

  Hall hall;
  RecordingNavigator navigator;
  domain::ServiceId service = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
  domain::PartyId person = hall.addPerson("张三");
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::ReviewsPage> page;
};

}  // namespace ow::testkit
