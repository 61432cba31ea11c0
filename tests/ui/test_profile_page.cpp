// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "cases/timeline_view.h"
#include "desk/contacts.h"
#include "desk/party_correction.h"
#include "profile/profile_page.h"
#include "profile/reveal_field.h"
#include "ui/form_desk.h"

using namespace ow;
using namespace std::chrono_literals;

namespace {

const QString kNumber = QStringLiteral("11010519491231002X");

struct Visit : testkit::FormDesk {
  Visit() { party = hall.addPerson("王小明", kNumber.toStdString(), "13800138000"); }
  void open() {
    show<ui::ProfilePage>(party, desk::Purpose::enquiry);
    REQUIRE(QTest::qWaitFor([this] { return page->findChild<QPushButton*>(QStringLiteral("profileReveal_1")) != nullptr; }));
  }
  void openCase() {
    opened = hall.openCase(hall.addService("食品经营许可", domain::Limit{20, domain::LimitUnit::workingDay}), party);
  }
  QString shown() const { return part<QLabel>("profileValue_1")->text(); }
  ui::RevealField* field() const { return qobject_cast<ui::RevealField*>(part<QLabel>("profileValue_1")->parentWidget()); }

  domain::PartyId party;
  desk::OpenedCase opened;
};

}  // namespace

TEST_CASE("a masked number shows itself for a while when a case is open, and hides again", "[ui][profile][privacy]") {
  Visit desk;
  desk.openCase();
  desk.open();
  REQUIRE(desk.shown() != kNumber);
  desk.field()->setShownFor(200ms);
  QTest::mouseClick(desk.part<QPushButton>("profileReveal_1"), Qt::LeftButton);
  REQUIRE(QTest::qWaitFor([&] { return desk.shown() == kNumber; }));
  CHECK_FALSE(desk.part<QWidget>("profilePurpose")->isVisible());
  for (const QWidget* widget : desk.page->findChildren<QWidget*>()) {
    CHECK_FALSE(widget->toolTip().contains(kNumber));
    CHECK_FALSE(widget->accessibleDescription().contains(kNumber));
    CHECK_FALSE(widget->windowTitle().contains(kNumber));
  }
  CHECK_FALSE(desk.page->title().contains(kNumber));
  CHECK_FALSE(QGuiApplication::clipboard()->text().contains(kNumber));
  CHECK(QTest::qWaitFor([&] { return desk.shown() != kNumber; }));
}

TEST_CASE("without an open case the page asks for what purpose, and asks in place", "[ui][profile][privacy]") {
  Visit desk;
  desk.open();
  QTest::mouseClick(desk.part<QPushButton>("profileReveal_1"), Qt::LeftButton);
  REQUIRE(desk.part<QWidget>("profilePurpose")->isVisible());
  CHECK(desk.shown() != kNumber);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
  CHECK_FALSE(desk.part<QWidget>("profilePurpose")->isVisible());
  REQUIRE(QTest::qWaitFor([&] { return desk.shown() == kNumber; }));
  desk.page->hide();  // parked: nothing stays readable behind
  CHECK(desk.shown() != kNumber);
}

TEST_CASE("keys filter the story and start a contact or a case", "[ui][profile]") {
  Visit desk;
  desk.openCase();
  desk::NewContact contact;
  contact.party = desk.party;
  contact.subject = "Asked about papers";
  REQUIRE(desk::registerContact(desk.hall.desk(), contact).has_value());
  desk.open();
  auto* story = desk.part<ui::TimelineView>("profileStory");
  REQUIRE(QTest::qWaitFor([&] { return story->count() == 2; }));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
  REQUIRE(QTest::qWaitFor([&] { return story->count() == 1; }));
  CHECK(story->item(0).kind == desk::TimelineItem::Kind::interaction);
  CHECK(desk.page->state().value(QStringLiteral("filter")).toInt() == static_cast<int>(desk::TimelineFilter::contacts));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
  CHECK(desk.navigator.contacts == 1);
  CHECK(desk.navigator.newCases == 1);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_R);
  auto* menu = desk.page->findChild<QMenu*>(QStringLiteral("profileRevealMenu"));
  REQUIRE(menu != nullptr);
  CHECK(menu->actions().size() >= 3);  // name, number, phone
  menu->close();
}

TEST_CASE("an open case opens from the profile", "[ui][profile]") {
  Visit desk;
  desk.openCase();
  desk.open();
  auto* row = desk.part<QAbstractButton>("profileCase_0");
  row->setFocus();
  QTest::keyClick(row, Qt::Key_Return);
  REQUIRE(desk.navigator.cases.size() == 1);
  CHECK(desk.navigator.cases.front() == desk.opened.id);
}

TEST_CASE("a page that stays open is one look in the access log, and other people's cases do not concern it",
          "[ui][profile][privacy]") {
  Visit desk;
  desk.open();
  const auto looks = [&desk] {
    return desk.hall.store().read().value().connection().integer("SELECT count(*) FROM access_log").value();
  };
  REQUIRE(looks() == 1);
  int readings = 0;
  auto* profile = qobject_cast<ui::ProfilePage*>(desk.page.get());
  QObject::connect(profile, &ui::ProfilePage::loaded, profile, [&] { ++readings; });
  const auto service = desk.hall.addService("出生登记", domain::Limit{5, domain::LimitUnit::workingDay});
  desk.hall.openCase(service, desk.hall.addPerson("李四"));
  desk.openCase();
  REQUIRE(QTest::qWaitFor([&] { return desk.page->findChild<QAbstractButton*>(QStringLiteral("profileCase_0")) != nullptr; }));
  CHECK(readings == 1);
  CHECK(looks() == 1);
}

TEST_CASE("E corrects the data; what was corrected stands on the page, masked", "[ui][profile][correction]") {
  Visit desk;
  desk::Correction correction;
  correction.seen = desk::factsOf(desk.hall.desk(), desk.party).value();
  correction.name = "王晓明";
  correction.sex = correction.seen.party.sex;
  correction.birthDate = correction.seen.party.birthDate;
  REQUIRE(desk::correctParty(desk.hall.desk(), correction).has_value());
  desk.open();
  auto* line = desk.part<QLabel>("profileCorrection_0");
  CHECK(line->text().contains(QStringLiteral("王*明 → 王*明")));
  CHECK_FALSE(line->text().contains(QStringLiteral("晓")));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_E);
  CHECK(desk.navigator.corrected == std::vector{desk.party});
}
