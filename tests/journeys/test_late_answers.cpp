// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>

#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "journeys/clerk.h"
#include "shell/pages.h"
#include "shell/unlock_window.h"
#include "testkit/hall.h"

using namespace ow;
using journeys::Clerk;
using testkit::Hall;

namespace {

constexpr int kPatience = 15000;

struct Room {
  Hall hall;
  domain::ServiceId service = hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
  desk::OpenedCase opened = hall.openCase(service);
  Clerk clerk{hall.sharedDesk()};

  // The case is asked for and its answer has not come: it never comes before the event loop turns.
  const ui::Page* openCase() {
    clerk.window().openCase(opened.id);
    return clerk.page();
  }
  static bool isLoaded(const ui::Page* page) {
    return QTest::qWaitFor([&] { return !page->findChild<QLabel*>(QStringLiteral("caseNumber"))->text().isEmpty(); },
                           kPatience);
  }
};

}  // namespace

TEST_CASE("a case that is loaded behind another page leaves the keyboard where the clerk is", "[journey][focus]") {
  Room room;
  const ui::Page* behind = room.openCase();
  room.clerk.window().newContact(std::nullopt, std::nullopt);
  auto* subject = room.clerk.here<QLineEdit>("contactSubject");
  subject->setFocus();
  REQUIRE(Room::isLoaded(behind));
  CHECK(room.clerk.window().focusWidget() == subject);
  room.clerk.type("t");
  CHECK(subject->text() == QStringLiteral("t"));
}

TEST_CASE("a case that is loaded after the lock leaves the keyboard at the passphrase", "[journey][focus][lock]") {
  Room room;
  const ui::Page* behind = room.openCase();
  room.clerk.window().lock();
  REQUIRE(Room::isLoaded(behind));
  auto* passphrase = room.clerk.part<QLineEdit>("lockPassphrase");
  CHECK(room.clerk.window().focusWidget() == passphrase);
  room.clerk.type("t");
  CHECK(passphrase->text() == QStringLiteral("t"));
}

TEST_CASE("a case that was closed before it was loaded takes nothing along", "[journey][focus]") {
  Room room;
  room.openCase();
  room.clerk.window().newContact(std::nullopt, std::nullopt);
  auto* subject = room.clerk.here<QLineEdit>("contactSubject");
  subject->setFocus();
  room.clerk.window().closePage(room.clerk.window().pages()[1]);
  room.clerk.type("still here");
  CHECK(subject->text() == QStringLiteral("still here"));
}

TEST_CASE("while a passphrase is tried, keys reach neither the choice of languages nor the button for another clerk",
          "[journey][focus][lock]") {
  Hall hall;
  hall.close();
  ui::UnlockWindow unlock(hall.storePath());
  unlock.show();
  unlock.activateWindow();
  unlock.chooseClerk(QString::fromLatin1(Hall::kLogin));
  unlock.tryPassphrase(base::Redacted<std::string>("wrong"));
  const auto* passphrase = unlock.findChild<QLineEdit*>(QStringLiteral("unlockPassphrase"));
  REQUIRE(QTest::qWaitFor([&] { return !passphrase->isEnabled() || passphrase->hasFocus(); }, kPatience));
  CHECK(unlock.focusWidget() != unlock.findChild<QWidget*>(QStringLiteral("unlockLanguage")));

  Room room;
  room.clerk.window().lock();
  auto* field = room.clerk.part<QLineEdit>("lockPassphrase");
  field->setText(QStringLiteral("wrong"));
  QTest::keyClick(field, Qt::Key_Return);
  CHECK_FALSE(field->isEnabled());
  CHECK(room.clerk.window().focusWidget() != room.clerk.part<QWidget>("lockSwitchClerk"));
  REQUIRE(QTest::qWaitFor([&] { return field->isEnabled(); }, kPatience));
  CHECK(room.clerk.window().focusWidget() == field);
}
