// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "desk/cases.h"
#include "desk/colleagues.h"
#include "inbox/inbox_model.h"
#include "inbox/inbox_page.h"
#include "inbox/inbox_table.h"
#include "kit/bridge.h"
#include "kit/sign.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

using namespace ow;

namespace {

struct Desk {
  explicit Desk(int cases) {
    service = hall.addService("居民身份证换领", domain::Limit{20, domain::LimitUnit::workingDay});
    party = hall.addPerson("王小明");
    for (int i = 0; i < cases; ++i) {
      hall.clock.advance(std::chrono::hours(1));
      opened.push_back(hall.openCase(service, party, "Case " + std::to_string(i)));
    }
    bridge = std::make_unique<ui::Bridge>(hall.sharedDesk());
    page = std::make_unique<ui::InboxPage>(*bridge, navigator);
    page->resize(1300, 700);
    page->show();
    page->activateWindow();
    QObject::connect(page.get(), &ui::InboxPage::listed, page.get(), [this] { ++readings; });
    REQUIRE(QTest::qWaitFor([this] { return readings > 0; }));
    page->takeFocus();
  }
  ~Desk() { page.reset(); }

  ui::InboxTable* table() const { return page->findChild<ui::InboxTable*>(QStringLiteral("inboxTable")); }
  QAbstractButton* filter(const char* name) const {
    return page->findChild<QAbstractButton*>(QStringLiteral("inboxFilter_") + QLatin1String(name));
  }
  const desk::InboxRow* current() const { return table()->inbox().row(table()->currentRow()); }
  void waitForRow() {
    REQUIRE(QTest::qWaitFor([this] { return current() != nullptr; }));
  }
  void waitForReading(int after) {
    REQUIRE(QTest::qWaitFor([&] { return readings > after; }));
  }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  domain::ServiceId service;
  domain::PartyId party;
  std::vector<desk::OpenedCase> opened;
  int readings = 0;
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::InboxPage> page;
};

}  // namespace

TEST_CASE("the inbox shows every open case, the one that is due first on top, with the keyboard in the list", "[ui][inbox]") {
  Desk d(12);
  REQUIRE(d.table()->inbox().rowCount() == 12);
  CHECK(d.table()->hasFocus());
  CHECK(d.table()->currentRow() == 0);
  d.waitForRow();
  std::optional<base::Instant> before;
  for (int row = 0; row < 12; ++row) {
    const desk::InboxRow* shown = d.table()->inbox().row(row);
    REQUIRE(shown != nullptr);
    REQUIRE(shown->dueAt.has_value());
    if (before) CHECK(*before <= *shown->dueAt);
    before = shown->dueAt;
  }
}

TEST_CASE("J, Enter and T work on the chosen case", "[ui][inbox][keys]") {
  Desk d(5);
  d.waitForRow();
  QTest::keyClicks(d.table(), QStringLiteral("jj"));
  const domain::CaseId chosen = d.current()->id;
  QTest::keyClick(d.table(), Qt::Key_Return);
  CHECK(d.navigator.cases == std::vector{chosen});

  REQUIRE(desk::assignCase(d.hall.desk(), chosen, std::nullopt).has_value());
  QTest::keyClicks(d.table(), QStringLiteral("t"));
  REQUIRE(QTest::qWaitFor([&] { return desk::openCasePage(d.hall.desk(), chosen).value().row.isMine; }));
  REQUIRE(QTest::qWaitFor([&] { return !d.navigator.notices.empty(); }));
  CHECK(d.navigator.notices.back().second == ui::Navigator::Tone::done);
  CHECK(d.table()->hasFocus());
}

TEST_CASE("whatever is written, the chosen case stays chosen and the list stays where it was", "[ui][inbox]") {
  Desk d(120);
  d.waitForRow();
  d.table()->selectRow(60);
  d.waitForRow();
  const domain::CaseId chosen = d.current()->id;
  const int offset = d.table()->offsetOf(60);
  const int before = d.readings;

  // The first of all goes, so every row moves up by one.
  const domain::CaseId first = d.table()->inbox().row(0) != nullptr ? d.table()->inbox().row(0)->id : d.opened.front().id;
  REQUIRE(
      desk::moveCase(d.hall.desk(), {first, domain::CaseEventKind::withdrawn, domain::CaseState::received, {}, "asked for it"})
          .has_value());
  d.waitForReading(before);
  d.waitForRow();

  CHECK(d.table()->inbox().rowCount() == 119);
  CHECK(d.table()->currentRow() == 59);
  CHECK(d.current()->id == chosen);
  CHECK(d.table()->offsetOf(59) == offset);
  CHECK(d.table()->hasFocus());
}

TEST_CASE("the saved filters carry live counts, and an empty one says why in a sentence", "[ui][inbox]") {
  Desk d(7);
  REQUIRE(QTest::qWaitFor([&] { return d.filter("all_open")->accessibleDescription().contains(QStringLiteral("7")); }));
  const int before = d.readings;
  d.filter("overdue")->click();
  d.waitForReading(before);
  CHECK(d.table()->inbox().rowCount() == 0);
  CHECK_FALSE(d.table()->isVisible());

  d.hall.clock.advance(std::chrono::hours(24 * 90));
  const int then = d.readings;
  d.filter("overdue")->click();
  d.waitForReading(then);
  CHECK(d.table()->inbox().rowCount() == 7);
}

TEST_CASE("the filter field narrows the list as one types; Esc gives everything back", "[ui][inbox]") {
  Desk d(9);
  d.waitForRow();
  QTest::keyClicks(d.table(), QStringLiteral("/"));
  auto* field = d.page->findChild<QLineEdit*>(QStringLiteral("inboxFilterText"));
  REQUIRE(field->hasFocus());
  field->setText(QString::fromStdString(d.opened[4].number));
  REQUIRE(QTest::qWaitFor([&] { return d.table()->inbox().rowCount() == 1; }));
  CHECK(field->hasFocus());
  QTest::keyClick(field, Qt::Key_Escape);
  REQUIRE(QTest::qWaitFor([&] { return d.table()->inbox().rowCount() == 9; }));
  CHECK(d.table()->hasFocus());
}

TEST_CASE("N writes a note beside the list and gives the keyboard back to it", "[ui][inbox][keys]") {
  Desk d(3);
  d.waitForRow();
  const domain::CaseId chosen = d.current()->id;
  QTest::keyClicks(d.table(), QStringLiteral("n"));
  auto* note = d.page->findChild<QPlainTextEdit*>(QStringLiteral("caseNote"));
  REQUIRE(note->hasFocus());
  QTest::keyClicks(note, QStringLiteral("will come on Monday"));
  QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(QTest::qWaitFor([&] { return d.table()->hasFocus(); }));
  const auto page = desk::openCasePage(d.hall.desk(), chosen);
  REQUIRE(page.has_value());
  CHECK(page.value().story.front().text == "will come on Monday");
}

TEST_CASE("an inbox that comes back shows the filter it had", "[ui][inbox][visit]") {
  Desk d(2);
  d.filter("unowned")->click();
  const QJsonObject kept = d.page->state();
  ui::InboxPage again(*d.bridge, d.navigator);
  again.restore(kept);
  CHECK(again.findChild<QAbstractButton*>(QStringLiteral("inboxFilter_unowned"))->isChecked());
}

TEST_CASE("A gives the chosen case to a colleague without leaving the inbox", "[ui][inbox][keys]") {
  Desk d(2);
  const auto li = d.hall.addClerk("li.na", "李娜");
  d.waitForRow();
  const domain::CaseId chosen = d.current()->id;
  QTest::keyClick(d.table(), Qt::Key_A);
  auto* line = d.page->findChild<QLineEdit*>(QStringLiteral("assignTo"));
  REQUIRE(line != nullptr);
  REQUIRE(line->hasFocus());
  QTest::keyClicks(line, QStringLiteral("ln"));
  auto* list = d.page->findChild<QAbstractItemView*>(QStringLiteral("assignToList"));
  REQUIRE(QTest::qWaitFor([&] { return list->isVisible() && list->model()->rowCount() == 1; }));
  QTest::keyClick(line, Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return !d.navigator.notices.empty(); }));
  CHECK(desk::openCasePage(d.hall.desk(), chosen).value().row.owner == "李娜");
  CHECK(desk::colleagues(d.hall.desk(), "ln").value().front().id == li);
  CHECK(d.table()->hasFocus());
}

TEST_CASE("the words of a deadline have their room, however narrow the list", "[ui][inbox]") {
  Desk d(1);
  d.waitForRow();
  d.table()->resize(300, 400);
  const QString longest = ui::words::remaining(base::Instant{std::chrono::minutes(23 * 60 + 59)}, base::Instant{});
  const int words = QFontMetrics(d.table()->font()).horizontalAdvance(longest);
  CHECK(d.table()->columnWidth(ui::InboxModel::due) >= words + ui::signShapeWidth() + 2 * ui::scaled(8));
}

TEST_CASE("one Escape leaves the question whom to give the case to, and the list goes on", "[ui][inbox][keys]") {
  Desk d(2);
  d.waitForRow();
  QTest::keyClick(d.table(), Qt::Key_A);
  auto* line = d.page->findChild<QLineEdit*>(QStringLiteral("assignTo"));
  REQUIRE(line != nullptr);
  auto* list = d.page->findChild<QAbstractItemView*>(QStringLiteral("assignToList"));
  REQUIRE(QTest::qWaitFor([&] { return list->isVisible(); }));
  QTest::keyClick(line, Qt::Key_Escape);
  CHECK_FALSE(line->isVisible());
  CHECK(d.table()->hasFocus());
}

TEST_CASE("a person who stands on no row does not make the list read again", "[ui][inbox]") {
  Desk d(2);
  d.waitForRow();
  const int before = d.readings;
  d.hall.addPerson("李四");
  d.hall.clock.advance(std::chrono::hours(1));
  d.hall.openCase(d.service, d.party, "the next");
  d.waitForReading(before);
  CHECK(d.readings == before + 1);
}
