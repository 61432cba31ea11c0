// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "base/digest.h"
#include "base/uuid.h"
#include "desk/centre_account.h"
#include "desk/inside.h"
#include "shell/unlock_window.h"
#include "testkit/clerk_line.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::ui;

namespace {

constexpr const char* kFirst = "7K2QF-9WXYZ-1ABCD";
constexpr const char* kOwn = "li na 2026 spring";

// The first window of the morning at a desk of a centre where 李娜 was never seen.
struct Morning {
  testkit::Hall hall;
  std::shared_ptr<testkit::ScriptedClerkLine> line = std::make_shared<testkit::ScriptedClerkLine>();
  std::unique_ptr<UnlockWindow> window;
  std::shared_ptr<desk::Desk> opened;

  Morning() {
    base::IdSource ids(hall.clock, hall.random);
    const base::Redacted<std::string> identity(hall.desk().inside().identityKey);
    REQUIRE(desk::keepEnrolment(hall.store(), {"host=centre", ids.next(), ids.next(), "hall", {}, {}, {}}, hall.desk().place(),
                                identity));
    line->people["li.na"] = {"李娜", kFirst, true};
    line->storeKey = base::hexOf(hall.store().key().bytes());
    line->leaseUntil = base::SystemClock().now() + std::chrono::days(14);
    hall.close();
    window = std::make_unique<UnlockWindow>(hall.storePath(), [line = line](const auto&) { return line; });
    QObject::connect(window.get(), &UnlockWindow::unlocked, window.get(),
                     [this](const Unlocked& unlocked) { opened = unlocked.desk; });
    window->resize(760, 560);
    window->show();
    REQUIRE(QTest::qWaitFor([this] { return clerks()->count() > 0; }));
  }
  ~Morning() {
    window.reset();
    opened.reset();
  }
  template <class T>
  T* find(const char* name) const {
    return window->findChild<T*>(QLatin1String(name));
  }
  QComboBox* clerks() const { return find<QComboBox>("unlockClerk"); }
  void type(const char* field, const QString& text) { QTest::keyClicks(find<QLineEdit>(field), text); }
  void enter(const char* field) { QTest::keyClick(find<QLineEdit>(field), Qt::Key_Return); }
  bool waitFor(const char* field) {
    return QTest::qWaitFor([&] { return find<QLineEdit>(field)->isVisible() && find<QLineEdit>(field)->isEnabled(); }, 20000);
  }
  bool waitForWords(const QString& words) {
    return QTest::qWaitFor([&] { return find<QLabel>("unlockMessage")->text().contains(words); }, 20000);
  }
  void chooseSomebodyElse() {
    clerks()->setCurrentIndex(clerks()->count() - 1);
    emit clerks() -> activated(clerks()->currentIndex());
  }
};

}  // namespace

TEST_CASE("somebody who was never at this desk types a login, and chooses a passphrase before anything opens", "[ui][unlock]") {
  Morning morning;
  CHECK_FALSE(morning.find<QLineEdit>("unlockLogin")->isVisible());
  morning.chooseSomebodyElse();
  REQUIRE(morning.find<QLineEdit>("unlockLogin")->isVisible());
  morning.type("unlockLogin", QStringLiteral("li.na"));
  morning.type("unlockPassphrase", QString::fromLatin1(kFirst));
  morning.enter("unlockPassphrase");
  REQUIRE(morning.waitFor("unlockNewPassphrase"));
  CHECK_FALSE(morning.find<QLineEdit>("unlockPassphrase")->isVisible());
  for (const char* field : {"unlockLogin", "unlockNewPassphrase", "unlockNewPassphraseAgain"})  // none is cut short
    CHECK(morning.find<QLineEdit>(field)->height() >= morning.find<QLineEdit>(field)->sizeHint().height());
  CHECK(morning.window->focusWidget() == morning.find<QLineEdit>("unlockNewPassphrase"));
  CHECK(morning.opened == nullptr);

  morning.type("unlockNewPassphrase", QString::fromLatin1(kOwn));
  morning.type("unlockNewPassphraseAgain", QStringLiteral("something else"));
  morning.enter("unlockNewPassphraseAgain");
  CHECK(morning.waitForWords(UnlockWindow::tr("The two new passphrases are not the same.")));
  morning.find<QLineEdit>("unlockNewPassphraseAgain")->clear();
  morning.type("unlockNewPassphraseAgain", QString::fromLatin1(kOwn));
  morning.enter("unlockNewPassphraseAgain");
  REQUIRE(QTest::qWaitFor([&] { return morning.opened != nullptr; }, 20000));
  CHECK(morning.opened->clerk().login == "li.na");
  CHECK(morning.line->people["li.na"].passphrase == kOwn);
}

TEST_CASE("without the line a new clerk is told so, and who worked here before is not asked for it", "[ui][unlock]") {
  Morning morning;
  morning.line->isAway = true;
  morning.chooseSomebodyElse();
  morning.type("unlockLogin", QStringLiteral("li.na"));
  morning.type("unlockPassphrase", QString::fromLatin1(kFirst));
  morning.enter("unlockPassphrase");
  CHECK(morning.waitForWords(
      UnlockWindow::tr("The centre does not answer, and this login needs it. Whoever worked here lately can unlock without.")));
  CHECK(morning.opened == nullptr);
}

TEST_CASE("a wrong passphrase of a known clerk is counted here, whatever the centre says", "[ui][unlock]") {
  Morning morning;
  morning.type("unlockPassphrase", QStringLiteral("a bold guess"));
  morning.enter("unlockPassphrase");
  REQUIRE(QTest::qWaitFor([&] { return !morning.find<QLabel>("unlockMessage")->text().isEmpty(); }, 20000));
  CHECK(morning.line->asked == 1);
  CHECK(morning.find<QLabel>("unlockMessage")->text().contains(QLatin1String("4")));
}
