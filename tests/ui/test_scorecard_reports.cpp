// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModel>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <fstream>

#include "scorecard/reports_card.h"
#include "ui/scorecard_pages.h"

using namespace ow;
using namespace ow::testkit;

namespace {

// The card of January, where departments' figures are taken in.
struct ReportsScreen : testkit::Card {
  explicit ReportsScreen(Office& office) : Card(office) {
    page->restore({{QStringLiteral("period"), QStringLiteral("2026-01")}});
    REQUIRE(until([this] { return what()->count() > 5; }));
    QTest::keyClick(page.get(), Qt::Key_R);
    REQUIRE(what()->hasFocus());
  }
  QComboBox* what() const { return find<QComboBox>("reportWhat"); }
  QLineEdit* field(const char* name) const { return find<QLineEdit>(name); }
  void choose(const char* series) const { what()->setCurrentIndex(what()->findData(QLatin1String(series))); }
  void save() const { find<QPushButton>("saveReport")->click(); }
  bool says(const char* text) const {
    return until([&] { return find<QLabel>("reportSaid")->text().contains(QString::fromUtf8(text)); });
  }
  int rows() const { return find<QTableView>("reportsTable")->model()->rowCount(); }
  QString cell(int row, int column) const {
    const auto* model = find<QTableView>("reportsTable")->model();
    return model->index(row, column).data().toString();
  }
};

}  // namespace

TEST_CASE("a supervisor types what a department reports, and the figure stands on the card", "[ui][scorecard][reports]") {
  Month month;
  ReportsScreen screen(month);
  screen.choose("deposits");
  screen.field("reportDepartment")->setText(QStringLiteral("公积金中心"));
  screen.field("reportAmount")->setText(QStringLiteral("1,200,000.5"));
  screen.field("reportOf")->setText(QStringLiteral("1000000"));
  screen.save();
  REQUIRE(screen.says("reported"));
  REQUIRE(screen.until([&] { return screen.rows() == 1; }));
  CHECK(screen.cell(0, 0) == QStringLiteral("Deposits"));
  CHECK(screen.cell(0, 3) == QStringLiteral("1,200,000.50"));
  CHECK(screen.cell(0, 4) == QStringLiteral("1,000,000"));
  CHECK(screen.until([&] { return screen.said("finance.deposit_plan").find("120.0 %") != std::string::npos; }));
  // Typed once more it is nothing new; corrected it counts anew, in the same row.
  screen.field("reportAmount")->setText(QStringLiteral("1200000.50"));
  screen.field("reportOf")->setText(QStringLiteral("1000000"));
  screen.save();
  REQUIRE(screen.says("known already"));
  month.hall.clock.advance(std::chrono::minutes(1));
  screen.field("reportAmount")->setText(QStringLiteral("900000"));
  screen.field("reportOf")->setText(QStringLiteral("1000000"));
  screen.save();
  REQUIRE(screen.until([&] { return screen.cell(0, 3) == QStringLiteral("900,000"); }));
  CHECK(screen.rows() == 1);
}

TEST_CASE("what is no number is said at its field, and nothing is lost", "[ui][scorecard][reports]") {
  Month month;
  ReportsScreen screen(month);
  screen.choose("enforcement");
  screen.field("reportAmount")->setText(QStringLiteral("1.5"));
  screen.save();
  REQUIRE(screen.until([&] { return screen.field("reportAmount")->hasFocus(); }));
  CHECK(screen.field("reportAmount")->text() == QStringLiteral("1.5"));
  CHECK(screen.rows() == 0);
  QTest::keyClick(screen.field("reportAmount"), Qt::Key_Escape);
  CHECK_FALSE(screen.field("reportAmount")->isVisible());
}

TEST_CASE("a department's table is taken in, and what was not is said by its line", "[ui][scorecard][reports]") {
  Month month;
  ReportsScreen screen(month);
  const auto path = month.hall.storePath().parent_path() / "月报.csv";
  std::ofstream(path) << "series,period,amount,of_amount\nhousing_loans,2026-01,100,400\ndeposits,2026-13,1,\n";
  auto* card = screen.find<ReportsCard>("reportsCard");
  card->read(QString::fromStdU16String(path.u16string()));
  REQUIRE(screen.says("1 figure taken in"));
  CHECK(screen.text("reportSaid").find("Line 3, period") != std::string::npos);
  REQUIRE(screen.until([&] { return screen.rows() == 1; }));
  CHECK(screen.cell(0, 5) == QStringLiteral("月报.csv"));
  std::ofstream(path) << "what,period,amount\n";
  card->read(QString::fromStdU16String(path.u16string()));
  CHECK(screen.says("no column “series”"));
}
