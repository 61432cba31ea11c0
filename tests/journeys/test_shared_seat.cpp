// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include "desk/opening.h"
#include "journeys/shown_text.h"
#include "kit/page.h"
#include "shell/front_office.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "shell/unlock_window.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

constexpr int kPatience = 20000;
constexpr const char* kOther = "li.hua";
constexpr const char* kOtherPassphrase = "another horse 2026";

bool becomes(const std::function<bool()>& isSo) {
  return QTest::qWaitFor(isSo, kPatience);
}

// The program as main.cpp puts it together, on a hall of two clerks.
struct Seat {
  Hall hall;
  std::unique_ptr<ui::FrontOffice> office;

  Seat() {
    const desk::FirstClerk other{kOther, "李华", base::Redacted<std::string>(kOtherPassphrase), domain::Role::clerk};
    REQUIRE(desk::addClerk(hall.store(), other, hall.ports(), store::Hardness::cheap()));
    hall.close();
    ui::Wishes wishes;
    wishes.store = hall.storePath();
    wishes.language = ui::Language::english;
    office = std::make_unique<ui::FrontOffice>(*qobject_cast<QApplication*>(QApplication::instance()), std::move(wishes));
    office->start();
    comeIn(Hall::kLogin, Hall::kPassphrase);
  }

  ui::MainWindow& window() const { return *office->window(); }
  template <class Widget>
  Widget* part(const char* name) const {
    auto* found = window().findChild<Widget*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return found;
  }
  void comeIn(const char* login, const char* passphrase) {
    REQUIRE(becomes([&] { return office->unlockWindow() != nullptr && office->window() == nullptr; }));
    office->unlockWindow()->chooseClerk(QLatin1String(login));
    office->unlockWindow()->tryPassphrase(base::Redacted<std::string>(passphrase));
    REQUIRE(becomes([&] { return office->window() != nullptr && window().frontPage() != nullptr; }));
  }
  void switchClerk() {
    window().lock();
    part<QPushButton>("lockSwitchClerk")->click();
  }
};

}  // namespace

TEST_CASE("text typed before the lock comes back to the same clerk and is never shown to another", "[journey][lock]") {
  Seat seat;
  const QString secret = QStringLiteral("says her brother hides the deeds");
  seat.window().newContact(std::nullopt, std::nullopt);
  seat.part<QLineEdit>("contactSubject")->setText(secret);
  seat.part<QPlainTextEdit>("contactText")->setPlainText(secret + QStringLiteral(", twice"));
  seat.window().newParty(secret.left(20));
  seat.switchClerk();

  seat.comeIn(kOther, kOtherPassphrase);
  QTest::keyClick(&seat.window(), Qt::Key_F12);  // among the citizens unfinished forms are offered
  REQUIRE(becomes([&] { return seat.window().frontPage()->kind() == ui::kind::kCitizens; }));
  seat.window().newContact(std::nullopt, std::nullopt);
  seat.part<QLineEdit>("contactSubject")->setText(QStringLiteral("what the second clerk wrote"));
  // Kept: so whatever would have come back before it is there by now.
  REQUIRE(becomes([&] { return !seat.part<QLabel>("contactDraftState")->text().isEmpty(); }));
  CHECK_FALSE(journeys::everyWordIn(seat.window()).contains(secret.left(12)));
  // Their own work stays theirs as well.
  seat.switchClerk();

  seat.comeIn(Hall::kLogin, Hall::kPassphrase);
  REQUIRE(becomes([&] {
    const auto* subject = seat.window().findChild<QLineEdit*>(QStringLiteral("contactSubject"));
    return subject != nullptr && subject->text() == secret;
  }));
  CHECK(seat.part<QPlainTextEdit>("contactText")->toPlainText() == secret + QStringLiteral(", twice"));
  CHECK(seat.window().frontPage()->kind() == ui::kind::kNewParty);
  CHECK_FALSE(journeys::everyWordIn(seat.window()).contains(QStringLiteral("second clerk")));
}

TEST_CASE("a live change of language, size and colours keeps every form word for word", "[journey][settings]") {
  Seat seat;
  const QString typed = QStringLiteral("  “Straße” 𠮷田  O'Brien & <b> ");
  seat.window().newContact(std::nullopt, std::nullopt);
  seat.part<QLineEdit>("contactSubject")->setText(typed);
  for (const ui::Preferences looks : {ui::Preferences{ui::Language::simplifiedChinese, ui::ThemeKind::dark, 200, 10},
                                      ui::Preferences{ui::Language::english, ui::ThemeKind::highContrast, 125, 10}}) {
    const ui::MainWindow* before = &seat.window();
    emit seat.window().preferencesChanged(looks);
    REQUIRE(becomes([&] { return seat.office->window() != before; }));
    REQUIRE(becomes([&] {
      const auto* subject = seat.window().findChild<QLineEdit*>(QStringLiteral("contactSubject"));
      return subject != nullptr && subject->text() == typed && seat.window().frontPage()->kind() == ui::kind::kNewContact;
    }));
  }
}
