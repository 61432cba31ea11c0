// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>

#include "profile/profile_page.h"
#include "shell/idle_watch.h"
#include "shell/main_window.h"
#include "ui/pad_counter.h"

using namespace ow;
using namespace ow::ui;
using namespace std::chrono_literals;
using testkit::Counter;
using Tone = Navigator::Tone;

TEST_CASE("one person is asked at a time, and the screen stays until they have finished", "[ui][pad]") {
  Counter counter;
  counter.askNow();
  CHECK_FALSE(counter.ask()->isEnabled());
  CHECK_FALSE(counter.ask()->toolTip().isEmpty());
  counter.pad->askForRating(counter.caseId);
  counter.pad->showOrHide();
  counter.pad->letCheck({{QStringLiteral("Name"), QStringLiteral("张*")}});
  CHECK(counter.navigator.notices.size() == 3);
  CHECK(counter.stands("padFace_1"));
  counter.touch("padNotNow");
  counter.pad->showOrHide();
  CHECK_FALSE(counter.window().isVisible());
  CHECK_FALSE(counter.ask()->isEnabled());
}

TEST_CASE("F4 asks, and says in words when there is no screen to ask on", "[ui][pad][keys]") {
  Counter counter;
  counter.page->activateWindow();
  counter.page->takeFocus();
  REQUIRE(QTest::qWaitFor([&] { return counter.page->focusWidget() != nullptr; }));
  QTest::keyClick(counter.page->focusWidget(), Qt::Key_F4);
  counter.waitFor("padFace_3");
  counter.touch("padNotNow");
  counter.pad->stand({});
  QTest::keyClick(counter.page->focusWidget(), Qt::Key_F4);
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].first.contains(QStringLiteral("Shift+F4")));
}

TEST_CASE("D on a citizen's page shows them their data, masked also where the clerk sees more", "[ui][pad][privacy]") {
  Counter counter;
  const auto person = counter.hall.addPerson("王小明", "11010519491231002X", "13800138000");
  counter.hall.openCase(counter.hall.addService("食品经营许可", {20, domain::LimitUnit::workingDay}), person);
  ProfilePage page(*counter.bridge, counter.navigator, person, desk::Purpose::enquiry);
  page.resize(1200, 800);
  page.setVisible(true);
  auto* reveal = [&] {
    REQUIRE(QTest::qWaitFor([&] { return page.findChild<QPushButton*>(QStringLiteral("profileReveal_1")) != nullptr; }));
    return page.findChild<QPushButton*>(QStringLiteral("profileReveal_1"));
  }();
  reveal->click();
  const auto* clear = page.findChild<QLabel*>(QStringLiteral("profileValue_1"));
  REQUIRE(QTest::qWaitFor([&] { return clear->text() == QStringLiteral("11010519491231002X"); }));
  page.activateWindow();
  page.takeFocus();
  QTest::keyClick(page.focusWidget() != nullptr ? page.focusWidget() : &page, Qt::Key_D);
  counter.waitFor("padDataCorrect");
  QStringList shown;
  for (const QLabel* label : counter.window().findChildren<QLabel*>())
    if (label->isVisible()) shown.append(label->text());
  const QString all = shown.join(QLatin1Char('\n'));
  CHECK(all.contains(QStringLiteral("8000")));
  CHECK(all.contains(QLatin1Char('*')));
  for (const char* secret : {"王小明", "11010519491231002X", "13800138000"}) {
    CAPTURE(secret);
    CHECK_FALSE(all.contains(QString::fromUtf8(secret)));
  }
  counter.touch("padDataCorrect");
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].second == Tone::done);
}

TEST_CASE("who touches the citizen's screen does not keep the clerk's session open", "[ui][pad][lock]") {
  Counter counter;
  IdleWatch watch(nullptr);
  bool isIdle = false;
  QObject::connect(&watch, &IdleWatch::idle, &watch, [&] { isIdle = true; });
  watch.setPatience(200ms);
  REQUIRE(QTest::qWaitFor([&] {
    QTest::mouseClick(counter.part<QWidget>("padWelcome"), Qt::LeftButton);
    QTest::mouseMove(&counter.window());
    return isIdle;
  }));
}

TEST_CASE("when the clerk goes, a question is unrated and a level that was touched is not lost", "[ui][pad][rating]") {
  Counter counter;
  counter.askNow();
  SECTION("in the question") {
    counter.page.reset();
    counter.pad.reset();
    counter.bridge.reset();
    CHECK(counter.ratings().empty());
  }
  SECTION("among the reasons") {
    counter.touch("padFace_5");
    counter.page.reset();
    counter.pad.reset();
    counter.bridge.reset();  // waits for the write
    const auto ratings = counter.ratings();
    REQUIRE(ratings.size() == 1);
    CHECK(ratings[0].level == 5);
  }
}

TEST_CASE("the clerk's window looks the same when somebody rated and when nobody did", "[ui][pad][privacy]") {
  QStringList looks;
  for (const bool isRated : {true, false}) {
    Counter counter;
    MainWindow window(*counter.bridge, Preferences{}, counter.pad.get());
    window.show();
    counter.askNow();
    counter.pass(20s);
    if (isRated) {
      counter.touch("padFace_5");
      counter.touch("padSkip");
      REQUIRE(QTest::qWaitFor([&] { return counter.part<QLabel>("padMessage")->text() == QStringLiteral("谢谢您"); }));
    }
    counter.pass(31s);
    counter.waitFor("padWelcome");
    CHECK(counter.ratings().size() == (isRated ? 1 : 0));
    QStringList look;
    for (const QLabel* label : window.findChildren<QLabel*>()) look.append(label->text());
    look.append(counter.said());
    looks.append(look.join(QLatin1Char('|')));
  }
  CHECK(looks[0] == looks[1]);
  CHECK(looks[0].contains(QStringLiteral("Saved 09:30:00")));  // the visit that was asked about
}

TEST_CASE("a locked window greets again, and takes no question along", "[ui][pad][lock]") {
  Counter counter;
  MainWindow window(*counter.bridge, Preferences{}, counter.pad.get());
  window.show();
  counter.askNow();
  window.lock();
  CHECK(counter.stands("padWelcome"));
  CHECK_FALSE(counter.stands("padFace_1"));
  CHECK(counter.ratings().empty());
}

TEST_CASE("a question that is on its way when the clerk locks is not asked", "[ui][pad][lock]") {
  Counter counter;
  counter.ask()->click();
  counter.pad->interrupt();
  bool isPast = false;
  counter.bridge->run(Lane::write, counter.pad.get(), [](desk::Desk&) { return true; }, [&](bool) { isPast = true; });
  REQUIRE(QTest::qWaitFor([&] { return isPast; }));
  CHECK(counter.stands("padWelcome"));
  CHECK(counter.ask()->isEnabled());
}

TEST_CASE("Shift+F4 and the settings show and hide the citizen's screen, and agree", "[ui][pad][settings]") {
  Counter counter;
  MainWindow window(*counter.bridge, Preferences{}, counter.pad.get());
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.findChild<QAbstractButton*>(QStringLiteral("rail_settings"))->click();
  auto* choice = window.findChild<QComboBox*>(QStringLiteral("settingsPad"));
  REQUIRE(choice != nullptr);
  CHECK(choice->currentData().toString() == QStringLiteral("second"));
  QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
  CHECK_FALSE(counter.window().isVisible());
  CHECK(choice->currentData().toString() == QStringLiteral("off"));
  choice->setCurrentIndex(choice->findData(QStringLiteral("second")));
  emit choice->activated(choice->currentIndex());
  CHECK(counter.window().isVisible());
  CHECK(lastPadPlace() == PadPlace{PadPlace::Kind::secondScreen, {}});
}

TEST_CASE("the citizen's window closes when somebody closes it, but not under a citizen", "[ui][pad]") {
  Counter counter;
  counter.askNow();
  CHECK(counter.window().close());  // it never keeps the program from ending
  REQUIRE(QTest::qWaitFor([&] { return counter.stands("padFace_1"); }));
  REQUIRE(counter.navigator.notices.size() == 1);
  counter.touch("padNotNow");
  counter.window().close();
  REQUIRE(QTest::qWaitFor([&] { return !counter.pad->isShown(); }));
  CHECK_FALSE(counter.window().isVisible());
  CHECK(lastPadPlace() == PadPlace{});
}

TEST_CASE("the end of the program puts the citizen's screen away for today only", "[ui][pad][settings]") {
  Counter counter;
  counter.page->close();
  counter.window().close();
  QCoreApplication::processEvents();
  CHECK(counter.pad->isShown());
  CHECK(lastPadPlace() == PadPlace{PadPlace::Kind::secondScreen, {}});
}
