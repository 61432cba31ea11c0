// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "desk/contacts.h"
#include "desk/drafts.h"
#include "desk/inbox.h"
#include "desk/opening.h"
#include "desk/profile.h"
#include "journeys/broken_disk.h"
#include "journeys/clerk.h"
#include "journeys/other_process.h"
#include "shell/pages.h"
#include "testkit/hall.h"

using namespace ow;
using journeys::Clerk;
using testkit::Hall;

namespace {

constexpr int kPatience = 15000;

bool becomes(const std::function<bool()>& isSo) {
  return QTest::qWaitFor(isSo, kPatience);
}

// A new contact for one person, with a first half of its subject that is safely kept.
struct OpenForm {
  Hall hall;
  domain::PartyId person = hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  std::unique_ptr<Clerk> clerk = std::make_unique<Clerk>(hall.sharedDesk());

  OpenForm() {
    clerk->window().newContact(person, std::nullopt);
    REQUIRE(clerk->canUse("contactSubject"));
    subject()->setFocus();
    clerk->type("first half");
    REQUIRE(becomes([&] { return keptText() == QStringLiteral("first half"); }));
  }
  QLineEdit* subject() const { return clerk->here<QLineEdit>("contactSubject"); }
  QLabel* banner() const { return clerk->part<QLabel>("storeBanner"); }
  QString state() const { return clerk->part<QLabel>("storeState")->text(); }
  // What the form's draft on the disk says.
  QString keptText() {
    const auto drafts = desk::drafts(hall.desk());
    if (!drafts) return {};
    for (const desk::Draft& draft : drafts.value())
      if (draft.form == "contact")
        return QJsonDocument::fromJson(QByteArray::fromStdString(draft.body))
            .object()
            .value(QStringLiteral("subject"))
            .toString();
    return {};
  }
  std::size_t contacts() { return desk::timeline(hall.desk(), person, desk::TimelineFilter::contacts, {}, 10).value().size(); }

  // Types on, registers, tries to go: nothing gets lost, and the clerk is told at every step.
  void workOnWithoutDisk() {
    clerk->type(", second half");
    REQUIRE(becomes([&] { return banner()->isVisible(); }));
    CHECK(state() == QStringLiteral("Not saved"));
    clerk->press(Qt::Key_F9);
    REQUIRE(becomes([&] { return clerk->here<QLabel>("contactRegisterMessage")->isVisible(); }));
    CHECK(subject()->text() == QStringLiteral("first half, second half"));
    CHECK(contacts() == 0);
    CHECK_FALSE(clerk->window().close());  // once asked, it stays
    CHECK(clerk->window().isVisible());
    CHECK(clerk->part<QLabel>("notice")->isVisible());
    // Looking things up goes on.
    CHECK(clerk->searchAndOpen("zsf", ui::kind::kParty));
    clerk->press(Qt::Key_2, Qt::ControlModifier);
    REQUIRE(clerk->sees(ui::kind::kNewContact));
    CHECK(keptText() == QStringLiteral("first half"));  // the draft on the disk is whole, as it last was
  }

  void goOn() {
    subject()->setFocus();
    subject()->setCursorPosition(static_cast<int>(subject()->text().size()));
    clerk->type("!");
    REQUIRE(becomes([&] { return keptText() == QStringLiteral("first half, second half!"); }));
    REQUIRE(becomes([&] { return !banner()->isVisible(); }));
    CHECK(state().startsWith(QStringLiteral("Saved")));
    clerk->press(Qt::Key_F9);
    REQUIRE(becomes([&] { return contacts() == 1; }));
    const auto story = desk::timeline(hall.desk(), person, desk::TimelineFilter::contacts, {}, 10).value();
    CHECK(story[0].subject == "first half, second half!");
  }
};

}  // namespace

TEST_CASE("the disk fills up while a form is open: a banner, the form stays whole, and it goes on when there is room",
          "[journey][disk]") {
  OpenForm open;
  {
    const journeys::FullDisk full;
    open.workOnWithoutDisk();
    CHECK(open.banner()->text().contains(QStringLiteral("disk is full")));
  }
  open.goOn();
}

TEST_CASE("the store becomes read-only while a form is open: the same care, in its own words", "[journey][disk]") {
  OpenForm open;
  {
    const journeys::ReadOnlyDisk disk(open.clerk->bridge(), open.hall.store());
    open.workOnWithoutDisk();
    CHECK(open.banner()->text().contains(QStringLiteral("read-only")));
  }
  open.goOn();
}

TEST_CASE("a store that can only be read opens all the same: it says so, people are found, and a form says why it stays",
          "[journey][disk]") {
  Hall hall;
  hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  const auto staff = hall.desk().clerk().id;
  const base::Redacted<std::string> keyFile{std::string(64, 'a')};
  hall.close();
  auto store = desk::openWithKeyFile(hall.storePath(), keyFile, {.access = store::Access::readOnly});
  REQUIRE(store);
  auto desk = desk::deskOver(std::move(store.value()), staff, hall.ports());
  REQUIRE(desk);
  Clerk clerk(std::shared_ptr<desk::Desk>(std::move(desk.value())));
  CHECK(clerk.part<QLabel>("storeBanner")->isVisible());
  CHECK(clerk.part<QLabel>("storeBanner")->text().contains(QStringLiteral("can only be read")));
  CHECK(clerk.searchAndOpen("zsf", ui::kind::kParty));
  clerk.window().newContact(std::nullopt, std::nullopt);
  REQUIRE(clerk.canUse("contactSubject"));
  clerk.here<QLineEdit>("contactSubject")->setFocus();
  clerk.type("asks about a card");
  clerk.press(Qt::Key_F9);
  REQUIRE(becomes([&] { return clerk.here<QLabel>("contactRegisterMessage")->isVisible(); }));
  CHECK(clerk.here<QLineEdit>("contactSubject")->text() == QStringLiteral("asks about a card"));
  CHECK(clerk.part<QLabel>("storeBanner")->text().contains(QStringLiteral("can only be read")));
  CHECK_FALSE(clerk.window().close());  // it is nowhere else
}

TEST_CASE("a clerk who closes twice on a full disk means it: the window goes", "[journey][disk]") {
  OpenForm open;
  const journeys::FullDisk full;
  open.clerk->type("!");
  REQUIRE(becomes([&] { return open.banner()->isVisible(); }));
  CHECK_FALSE(open.clerk->window().close());
  CHECK_FALSE(open.clerk->window().mayGo(ui::MainWindow::Going::switchClerk));  // that is another question
  CHECK_FALSE(open.clerk->window().close());
  CHECK(open.clerk->window().close());
}

TEST_CASE("a long message on the lock screen leaves the passphrase its room", "[journey][lock]") {
  OpenForm open;
  open.clerk->window().lock();
  auto* passphrase = open.clerk->part<QLineEdit>("lockPassphrase");
  auto* message = open.clerk->part<QLabel>("lockMessage");
  const int height = passphrase->height();
  message->setText(QStringLiteral("What was typed last is not on the disk yet. ").repeated(6));
  REQUIRE(becomes([&] { return message->height() > 2 * message->fontMetrics().height(); }));
  CHECK(passphrase->height() == height);
}

TEST_CASE("a second window on the same store says so in the clerk's language, and the first goes on unharmed", "[journey]") {
  OpenForm open;
  journeys::OtherProcess second("second-window", {open.hall.storePath().string(), Hall::kLogin});
  CHECK(second.line() == "数据库正在别处使用");
  const auto text = second.line();
  REQUIRE(text.has_value());
  CHECK(QString::fromStdString(*text).contains(QStringLiteral("另一个程序")));
  CHECK_FALSE(second.line().has_value());  // and it ended by itself

  open.clerk->press(Qt::Key_F9);
  CHECK(becomes([&] { return open.contacts() == 1; }));
}

TEST_CASE("the clock is set back while the window is open: numbers stay unique, due times stay, nothing is lost",
          "[journey][clock]") {
  OpenForm open;
  const auto service = open.hall.addService("社会保障卡申领", {20, domain::LimitUnit::workingDay});
  const auto first = open.hall.openCase(service, open.person);
  const auto due = desk::openCasePage(open.hall.desk(), first.id).value().row.dueAt;

  for (const char* wrong : {"2026-03-02T08:30:00+08:00", "2016-03-02T09:30:00+08:00"}) {
    open.hall.clock.set(testkit::at(wrong));
    const auto second = open.hall.openCase(service, open.person);
    CHECK(second.number != first.number);
    CHECK(desk::openCasePage(open.hall.desk(), first.id).value().row.dueAt == due);
  }
  open.clerk->type(", typed in the past");
  REQUIRE(becomes([&] { return open.keptText() == QStringLiteral("first half, typed in the past"); }));
  open.clerk->press(Qt::Key_F9);
  REQUIRE(becomes([&] { return open.contacts() == 1; }));

  open.hall.clock.set(testkit::at("2026-03-02T09:31:00+08:00"));
  const auto third = open.hall.openCase(service, open.person);
  CHECK(third.number != first.number);
  CHECK(desk::inbox(open.hall.desk(), {}).value().keys.size() == 4);
  // The lock opens as before.
  open.clerk->window().lock();
  open.hall.clock.set(testkit::at("2016-01-01T00:00:00+08:00"));
  auto* passphrase = open.clerk->part<QLineEdit>("lockPassphrase");
  passphrase->setText(QString::fromLatin1(Hall::kPassphrase));
  QTest::keyClick(passphrase, Qt::Key_Return);
  CHECK(becomes([&] { return !open.clerk->window().isLocked(); }));
}
