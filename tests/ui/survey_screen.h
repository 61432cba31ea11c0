// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>

#include "desk/drafts.h"
#include "desk/survey_hall.h"
#include "desk/survey_results.h"
#include "kit/bridge.h"
#include "surveys/survey_list.h"
#include "surveys/survey_sheet.h"
#include "surveys/surveys_page.h"
#include "ui/recording_navigator.h"

namespace ow::testkit {

// The survey rounds in front of somebody, over the office of SurveyHall: 王敏 served everybody, 李娜 calls, 赵磊 and 孙芳
// look after what is said.
struct SurveyScreen {
  explicit SurveyScreen(int persons) : office(persons) {}
  ~SurveyScreen() { leave(); }

  void leave() {
    page.reset();
    bridge.reset();
  }
  void look(const char* login) {
    leave();
    office.hall.close();
    office.hall.seat(login);
    bridge = std::make_unique<ui::Bridge>(office.hall.sharedDesk());
    page = std::make_unique<ui::SurveysPage>(*bridge, navigator);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    page->takeFocus();
    settle();
  }
  // Whatever was asked of the lanes so far has been answered.
  void settle() {
    for (const ui::Lane lane : {ui::Lane::read, ui::Lane::write, ui::Lane::count}) {
      bool isPast = false;
      bridge->run(lane, bridge.get(), [](desk::Desk&) { return 0; }, [&](int) { isPast = true; });
      REQUIRE(QTest::qWaitFor([&] { return isPast; }));
    }
  }
  // As the list shows it, with that view in front and the keyboard in it.
  void open(ui::SurveySheet::View view) {
    REQUIRE(QTest::qWaitFor([&] { return list()->currentRow() != nullptr && list()->hasFocus(); }));
    press(static_cast<int>(Qt::Key_1) + static_cast<int>(view));
    REQUIRE(QTest::qWaitFor([&] { return sheet()->isVisible() && sheet()->view() == view; }));
    settle();
    press(Qt::Key_Return);
    settle();
  }

  template <class Widget>
  Widget* part(const char* name) const {
    auto* found = page->findChild<Widget*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  ui::SurveyList* list() const { return part<ui::SurveyList>("surveyList"); }
  ui::SurveySheet* sheet() const { return part<ui::SurveySheet>("surveySheet"); }
  int rows() const { return list()->model()->rowCount(); }
  QAbstractButton* button(const char* name) const { return part<QAbstractButton>(name); }
  QString shown(const char* label) const { return part<QLabel>(label)->text(); }
  bool waitForText(const char* label, const char* text) const {
    return QTest::qWaitFor([&] { return shown(label).contains(QString::fromUtf8(text)); });
  }
  QString hands() const {
    const QWidget* with = page->focusWidget();
    return with != nullptr ? with->objectName() : QString();
  }
  bool waitForHands(const char* name) const {
    return QTest::qWaitFor([&] { return hands() == QLatin1String(name); });
  }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
    QWidget* hands = page->focusWidget();
    QTest::keyClick(hands != nullptr ? hands : page.get(), static_cast<Qt::Key>(key), modifiers);
  }
  void keys(const char* digits) const {
    for (const char* at = digits; *at != '\0'; ++at) QTest::keyClick(page->focusWidget(), *at);
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
  QString notice() const { return navigator.notices.empty() ? QString() : navigator.notices.back().first; }
  // The sums, as a supervisor reads them; nobody sits at the screen any more.
  desk::SurveyResults results(domain::SurveyRoundId round) {
    leave();
    office.hall.close();
    office.hall.seat("zhao.lei");
    return desk::resultsOf(office.hall.desk(), round).value();
  }

  SurveyHall office;
  RecordingNavigator navigator;
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::SurveysPage> page;
};

}  // namespace ow::testkit
