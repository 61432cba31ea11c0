// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "desk/rolled_up.h"
#include "desk/scorecard_records.h"
#include "domain/operation.h"
#include "insight/published_counts.h"
#include "ui/scorecard_pages.h"

using namespace ow;
using namespace ow::testkit;
using store::FactSource;

namespace {

// January is over.
struct February : Month {
  February() { hall.clock.advance(std::chrono::days(25)); }
};

struct JanuaryCard : Card {
  explicit JanuaryCard(Office& office) : Card(office) {
    page->restore({{QStringLiteral("period"), QStringLiteral("2026-01")}});
    REQUIRE(until([this] { return said(kInTime).find("8 of 10") != std::string::npos; }));
  }
  QPlainTextEdit* words() const { return find<QPlainTextEdit>("commentText"); }
  void sign() const {
    auto* button = find<QPushButton>("signScorecard");
    REQUIRE(until([&] { return button->isEnabled(); }));
    button->click();
  }
};

// Another hall of the district has published its January.
void publishElsewhere(Office& office) {
  insight::Aggregate counts;
  const auto word = [](const char* name) { return insight::conditionNamed(FactSource::caseClosed, name).value(); };
  counts.add(FactSource::caseClosed, word("has_due") | word("ended") | word("in_time") | word("closed"), 2, 90);
  domain::PublishedScorecard card;
  base::IdSource ids(office.hall.clock, office.hall.random);
  card.id = ids.make<domain::PublishedScorecardId>();
  card.hall = "东城第二大厅";
  card.division = "110101";
  card.period = "2026-01";
  card.asOf = office.hall.clock.now();
  card.counts = insight::countsText(counts);
  card.authorId = office.hall.desk().clerk().id;
  domain::OperationWriter writer(ids, office.hall.clock.now(), {card.authorId, "901", "scorecard", {}});
  writer.create(card);
  auto write = office.hall.store().write().value();
  REQUIRE(write.apply(writer.take()));
  REQUIRE(write.commit());
  REQUIRE(desk::publishMonths(office.hall.desk(), insight::parsePeriod("2026-01").value()).value() == 1);
}

}  // namespace

TEST_CASE("a comment typed under the card stands there with who and when", "[ui][scorecard][comment]") {
  February month;
  JanuaryCard card(month);
  QTest::keyClicks(card.words(), "two permits were late");
  QTest::keyClick(card.words(), Qt::Key_Return, Qt::ControlModifier);
  CHECK(card.until([&] { return card.text("comments").find("two permits were late") != std::string::npos; }));
  CHECK(card.text("comments").find("2026") != std::string::npos);
  CHECK(card.until([&] { return card.words()->toPlainText().isEmpty(); }));
  CHECK_FALSE(card.find<QPushButton>("addComment")->isEnabled());
}

TEST_CASE("a period that is not over has no signature, and says so", "[ui][scorecard][signoff]") {
  Month month;
  Card card(month);
  CHECK_FALSE(card.find<QPushButton>("signScorecard")->isEnabled());
  CHECK(card.text("remarksMessage") == "It can be signed when the period is over.");
}

TEST_CASE("who signs sees it, and later what has changed since", "[ui][scorecard][signoff]") {
  February month;
  JanuaryCard card(month);
  card.sign();
  REQUIRE(card.until([&] { return card.text("signedWords").find("Signed by") == 0; }));
  CHECK(card.until([&] { return card.text("changesSinceSigning") == "Nothing has changed since."; }));
  CHECK_FALSE(card.find<QPushButton>("signScorecard")->isEnabled());  // not without a reason
  CHECK(card.text("remarksMessage") == "To sign once more, write down why.");
  REQUIRE(desk::moveCase(month.hall.desk(),
                         {month.cases[0], domain::CaseEventKind::reopened, domain::CaseState::closed, {}, "复议"}));
  REQUIRE(card.until(
      [&] { return card.text("changesSinceSigning").find("Ended in time: signed 80.0 %, now 77.8 %") != std::string::npos; }));
  QTest::keyClicks(card.words(), "taken up again");
  card.sign();
  CHECK(card.until([&] { return card.text("signedWords").find("taken up again") != std::string::npos; }));
  CHECK(desk::signedScorecards(month.hall.desk(), "2026-01").value().size() == 2);
}

TEST_CASE("T sets a target of the hall's own, and the figure is judged by it", "[ui][scorecard][target]") {
  Month month;
  Figure figure(month);
  REQUIRE(figure.until([&] { return figure.text("targetWords") == "100 points at 98.0 %, none at 80.0 %."; }));
  QTest::keyClick(figure.page.get(), Qt::Key_T);
  auto* target = figure.find<QLineEdit>("targetValue");
  auto* floor = figure.find<QLineEdit>("floorValue");
  REQUIRE(target->isVisible());
  CHECK(target->text() == QStringLiteral("98"));
  target->setText(QStringLiteral("60"));
  CHECK_FALSE(figure.find<QPushButton>("targetSave")->isEnabled());  // below its floor
  target->setText(QStringLiteral("75"));
  floor->setText(QStringLiteral("50"));
  figure.find<QPushButton>("targetSave")->click();
  REQUIRE(figure.until([&] { return figure.text("targetWords") == "100 points at 75.0 %, none at 50.0 %."; }));
  CHECK(figure.until([&] { return figure.text("targetHistory").find("From January 2026: target 75.0 %") == 0; }));
  CHECK(figure.text("figureCounted").find("target 75.0 %, floor 50.0 %") != std::string::npos);
  CHECK_FALSE(target->isVisible());
  // Esc leaves the fields and the target as it is.
  QTest::keyClick(figure.page.get(), Qt::Key_T);
  QTest::keyClick(target, Qt::Key_Escape);
  CHECK_FALSE(target->isVisible());
}

TEST_CASE("a hall alone is offered no area", "[ui][scorecard][district]") {
  Month month;
  Card card(month);
  CHECK_FALSE(card.find<QComboBox>("areaChoice")->isVisible());
  CHECK_FALSE(card.find<QTableView>("hallsTable")->isVisible());
}

TEST_CASE("the district's figures stand beside the hall's, with the halls that they are made of", "[ui][scorecard][district]") {
  February month;
  publishElsewhere(month);
  JanuaryCard card(month);
  auto* area = card.find<QComboBox>("areaChoice");
  REQUIRE(card.until([&] { return area->isVisible(); }));
  CHECK(area->itemText(1) == QStringLiteral("东城区: 2 halls"));
  QTest::keyClick(area, Qt::Key_Down);
  REQUIRE(card.until([&] { return card.said(kInTime).find("98 of 100") != std::string::npos; }));
  CHECK(card.find<QTableView>("hallsTable")->isVisible());
  CHECK(card.find<QTableView>("hallsTable")->model()->rowCount() == 2);
  CHECK_FALSE(card.find<QPlainTextEdit>("commentText")->isVisible());

  Figure figure(month);
  figure.page->restore({{QStringLiteral("area"), QStringLiteral("district")},
                        {QStringLiteral("period"), QStringLiteral("2026-01")},
                        {QStringLiteral("indicator"), QLatin1String(kInTime)}});
  REQUIRE(figure.until([&] { return figure.text("figureValue") == "98.0 %"; }));
  REQUIRE(figure.until([&] { return figure.split()->model()->rowCount() == 2; }));
  CHECK_FALSE(figure.behind()->isVisible());
}

TEST_CASE("Q compares the groups of applicants, each with its interval, once somebody asks", "[ui][scorecard][treatment]") {
  Month month;
  Card card(month);
  auto* table = card.find<QTableView>("treatmentTable");
  CHECK_FALSE(table->isVisible());
  QTest::keyClick(card.page.get(), Qt::Key_Q);
  REQUIRE(card.until([&] { return table->isVisible() && table->model()->rowCount() == 2; }));
  const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
    return table->model()->index(row, column).data(role).toString().toStdString();
  };
  CHECK(cell(0, 0) == "All together");
  CHECK(cell(1, 0) == "(not known)");  // nobody wrote down how old the applicant is
  CHECK(cell(1, 2) == "80.0 %");
  CHECK(cell(1, 2, Qt::AccessibleTextRole).find("49.0–94.3 %") != std::string::npos);
  card.find<QPushButton>("group_kind")->click();
  CHECK(cell(1, 0) == "Person");
  // Another month is not what was asked for.
  QTest::keyClick(card.page.get(), Qt::Key_PageUp);
  CHECK(card.until([&] { return !table->isVisible(); }));
}
