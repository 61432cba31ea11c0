// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

#include "desk/drafts.h"
#include "desk/unlock.h"
#include "kit/bridge.h"
#include "kit/theme.h"
#include "shell/lock_screen.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "shell/side_windows.h"
#include "shell/unlock_window.h"
#include "shell/visit.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::ui;

namespace {

// A clerk's window on a real store.
struct Desktop {
  testkit::Hall hall;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<MainWindow> window;

  Desktop() { open(); }
  ~Desktop() { close(); }

  void open() {
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    window = std::make_unique<MainWindow>(*bridge, Preferences{});
    bool isRestored = false;
    QObject::connect(window.get(), &MainWindow::visitsRestored, window.get(), [&] { isRestored = true; });
    window->resize(1200, 800);
    window->show();
    window->restoreVisits();
    REQUIRE(QTest::qWaitFor([&] { return isRestored; }));
  }
  void close() {
    if (window) window->close();
    window.reset();
    bridge.reset();
  }
  template <class Widget>
  Widget* find(const char* name) {
    return window->findChild<Widget*>(QLatin1String(name));
  }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.get(), Qt::Key(key), modifiers);
  }
  QStringList kinds() {
    QStringList all;
    for (const Page* page : window->pages()) all.append(page->kind());
    return all;
  }
};

}  // namespace

TEST_CASE("the window opens on the inbox and says who sits where", "[ui][shell]") {
  Desktop desktop;
  REQUIRE(desktop.window->frontPage() != nullptr);
  CHECK(desktop.window->frontPage()->kind() == kind::kInbox);
  CHECK(desktop.find<QPushButton>("clerkMenu")->text() == QStringLiteral("王敏"));
  CHECK(desktop.find<QLabel>("storeState")->text() == QStringLiteral("Everything is saved"));
}

TEST_CASE("a committed write shows when it was saved", "[ui][shell]") {
  Desktop desktop;
  desktop.hall.addPerson("王小明");
  CHECK(QTest::qWaitFor([&] { return desktop.find<QLabel>("storeState")->text() == QStringLiteral("Saved 09:30:00"); }));
}

TEST_CASE("visits stand again after a restart, in their order", "[ui][shell][drafts]") {
  Desktop desktop;
  const auto person = desktop.hall.addPerson("王小明");
  desktop.window->openParty(person, desk::Purpose::enquiry);
  desktop.window->newContact(person, std::nullopt);
  desktop.window->newCase(std::nullopt);
  const QStringList before = desktop.kinds();
  desktop.close();
  desktop.open();
  CHECK(desktop.kinds() == before);
  CHECK(desktop.window->frontPage()->kind() == kind::kNewCase);
  // Once more: nothing is doubled.
  desktop.close();
  desktop.open();
  CHECK(desktop.kinds() == before);
}

TEST_CASE("a visit that was closed on purpose does not come back", "[ui][shell][drafts]") {
  Desktop desktop;
  desktop.window->newContact(std::nullopt, std::nullopt);
  desktop.press(Qt::Key_W, Qt::ControlModifier);
  CHECK(desktop.kinds() == QStringList{kind::kInbox});
  desktop.close();
  desktop.open();
  CHECK(desktop.kinds() == QStringList{kind::kInbox});
}

TEST_CASE("the inbox stays open", "[ui][shell]") {
  Desktop desktop;
  desktop.press(Qt::Key_W, Qt::ControlModifier);
  CHECK(desktop.kinds() == QStringList{kind::kInbox});
}

TEST_CASE("the same person is not opened twice", "[ui][shell]") {
  Desktop desktop;
  const auto person = desktop.hall.addPerson("王小明");
  desktop.window->openParty(person, desk::Purpose::enquiry);
  desktop.window->openParty(person, desk::Purpose::enquiry);
  CHECK(desktop.kinds().count(kind::kParty) == 1);
}

TEST_CASE("F8 parks a visit: it stays, and the next search can be typed at once", "[ui][shell]") {
  Desktop desktop;
  desktop.window->activateWindow();
  desktop.window->newContact(std::nullopt, std::nullopt);
  desktop.press(Qt::Key_F8);
  CHECK(desktop.kinds().contains(kind::kNewContact));
  auto* focused = qobject_cast<QLineEdit*>(desktop.window->focusWidget());
  REQUIRE(focused != nullptr);
  CHECK(focused->accessibleName() == QStringLiteral("Search"));
  // Durable, as parked.
  CHECK(QTest::qWaitFor([&] {
    const auto drafts = desk::drafts(desktop.hall.desk());
    return std::any_of(drafts.value().begin(), drafts.value().end(), [](const desk::Draft& draft) {
      const auto record = readVisit(draft);
      return record && record->kind == kind::kNewContact && record->isParked;
    });
  }));
}

TEST_CASE("Ctrl and a digit go to a visit; F12 makes room for the next citizen", "[ui][shell]") {
  Desktop desktop;
  desktop.window->newContact(std::nullopt, std::nullopt);
  desktop.press(Qt::Key_1, Qt::ControlModifier);
  CHECK(desktop.window->frontPage()->kind() == kind::kInbox);
  desktop.press(Qt::Key_2, Qt::ControlModifier);
  CHECK(desktop.window->frontPage()->kind() == kind::kNewContact);
  desktop.press(Qt::Key_F12);
  CHECK(desktop.window->frontPage()->kind() == kind::kCitizens);
  CHECK(desktop.kinds().contains(kind::kNewContact));
}

TEST_CASE("locking hides everything and closes nothing; the passphrase brings it back", "[ui][shell][lock]") {
  Desktop desktop;
  desktop.window->newContact(std::nullopt, std::nullopt);
  auto* subject = desktop.find<QLineEdit>("contactSubject");
  REQUIRE(subject != nullptr);
  subject->setText(QStringLiteral("问社保卡"));
  const QStringList before = desktop.kinds();
  desktop.window->lock();
  CHECK(desktop.window->isLocked());
  CHECK_FALSE(subject->isVisible());
  CHECK_FALSE(desktop.window->windowTitle().contains(QStringLiteral("社保")));
  desktop.press(Qt::Key_W, Qt::ControlModifier);  // no key reaches what is behind
  CHECK(desktop.kinds() == before);

  auto* passphrase = desktop.find<QLineEdit>("lockPassphrase");
  passphrase->setText(QStringLiteral("not this one"));
  QTest::keyClick(passphrase, Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return !desktop.find<QLabel>("lockMessage")->text().isEmpty(); }, 20000));
  CHECK(desktop.window->isLocked());
  passphrase->setText(QString::fromLatin1(testkit::Hall::kPassphrase));
  QTest::keyClick(passphrase, Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return !desktop.window->isLocked(); }, 20000));
  CHECK(subject->isVisible());
  CHECK(subject->text() == QStringLiteral("问社保卡"));
}

TEST_CASE("a closed form with unfinished text is offered among the citizens", "[ui][shell][drafts]") {
  Desktop desktop;
  desktop.window->newContact(std::nullopt, std::nullopt);
  desktop.find<QLineEdit>("contactSubject")->setText(QStringLiteral("half a sen"));
  desktop.press(Qt::Key_W, Qt::ControlModifier);
  desktop.press(Qt::Key_F12);
  REQUIRE(QTest::qWaitFor([&] { return desktop.find<QPushButton>("continueDraft") != nullptr; }));
  desktop.find<QPushButton>("continueDraft")->click();
  CHECK(desktop.window->frontPage()->kind() == kind::kNewContact);
  CHECK(QTest::qWaitFor([&] {
    auto* subject = desktop.window->frontPage()->findChild<QLineEdit*>(QStringLiteral("contactSubject"));
    return subject != nullptr && subject->text() == QStringLiteral("half a sen");
  }));
}

TEST_CASE("the unlock window knows the clerks and opens the store with the right passphrase only", "[ui][unlock]") {
  testkit::Hall hall;
  hall.close();
  UnlockWindow unlock(hall.storePath());
  bool isUnlocked = false;
  QObject::connect(&unlock, &UnlockWindow::unlocked, &unlock,
                   [&](const Unlocked& answer) { isUnlocked = answer.desk->clerk().login == testkit::Hall::kLogin; });
  unlock.show();
  auto* button = unlock.findChild<QPushButton*>(QStringLiteral("unlockButton"));
  auto* message = unlock.findChild<QLabel*>(QStringLiteral("unlockMessage"));
  unlock.chooseClerk(QString::fromLatin1(testkit::Hall::kLogin));
  unlock.tryPassphrase(base::Redacted<std::string>("wrong"));
  REQUIRE(QTest::qWaitFor([&] { return !message->text().isEmpty(); }, 20000));
  CHECK_FALSE(button->isEnabled());  // the field is empty again
  CHECK_FALSE(isUnlocked);
  unlock.tryPassphrase(base::Redacted<std::string>(testkit::Hall::kPassphrase));
  CHECK(QTest::qWaitFor([&] { return isUnlocked; }, 20000));
}

TEST_CASE("a store that is not there is said so, with what to do next", "[ui][unlock]") {
  const testkit::TempFolder folder;
  UnlockWindow unlock(folder / "nothing.ow");
  unlock.show();
  auto* title = unlock.findChild<QLabel*>(QStringLiteral("troubleTitle"));
  REQUIRE(QTest::qWaitFor([&] { return title->isVisible(); }));
  CHECK(title->text() == headingOfTrouble(base::ErrorKind::storeMissing));
  CHECK(unlock.findChild<QPushButton*>(QStringLiteral("troubleAgain"))->isVisible());
}

TEST_CASE("a clerk's choices are kept in the store", "[ui][settings]") {
  testkit::Hall hall;
  const Preferences chosen{Language::simplifiedChinese, ThemeKind::dark, 175, 5};
  REQUIRE(savePreferences(hall.desk(), chosen));
  CHECK(preferencesOf(hall.desk(), Preferences{}) == chosen);
  CHECK(nearestScale(99) == 100);
  CHECK(nearestScale(140) == 150);
  CHECK(nearestScale(500) == 200);
}

TEST_CASE("the list of keys is no larger than the screen, and keys reach its last line", "[ui][shell][accessibility]") {
  applyTheme(*qApp, ThemeKind::light, 200);
  auto* keys = new CheatSheet(nullptr);
  keys->show();
  REQUIRE(QTest::qWaitForWindowExposed(keys));
  CHECK(keys->height() <= keys->screen()->availableSize().height());
  CHECK(keys->width() <= keys->screen()->availableSize().width());
  auto* scroll = keys->findChild<QScrollArea*>(QStringLiteral("cheatSheetKeys"));
  REQUIRE(scroll != nullptr);
  const QScrollBar* bar = scroll->verticalScrollBar();
  REQUIRE(bar->maximum() > 0);
  scroll->setFocus();
  for (int press = 0; press < 50 && bar->value() < bar->maximum(); ++press) QTest::keyClick(scroll, Qt::Key_PageDown);
  CHECK(bar->value() == bar->maximum());
  keys->close();
  applyTheme(*qApp, ThemeKind::light, 100);
}
