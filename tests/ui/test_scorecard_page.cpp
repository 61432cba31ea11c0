// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

#include "shell/main_window.h"
#include "ui/scorecard_pages.h"

using namespace ow;
using namespace ow::ui;
using namespace ow::testkit;

TEST_CASE("the scorecard shows each figure with what it was counted from", "[ui][scorecard]") {
  Month month;
  Card card(month);
  CHECK(card.said(kInTime) ==
        "Ended in time: 80.0 %, Past the floor, target 98 %, 8 of 10, 95 % interval 49.0–94.3 %, small sample");
  CHECK(card.said("process.opened") == "Cases opened: 12, cases, n 12");
  // One is too few, and nothing at all is not a zero.
  CHECK(card.said("process.review_voided") == "Voided on appeal: –, target 0 %, fewer than 5: not shown");
  // All are within their limit.
  CHECK(card.said("process.review_replied") == "Bad ratings answered: –, target 100 %, nothing counted yet");
  CHECK(card.said("customer.visit_response_rate") == "Visits rated: –, target 60 %, nothing counted yet");
  CHECK(card.text("aboutFigures").find("CN-2026.3") != std::string::npos);
}

TEST_CASE("a new rating is on the scorecard without being asked for", "[ui][scorecard]") {
  Month month;
  Card card(month);
  CHECK(card.said("customer.bad_rate").find("1 of 6") != std::string::npos);
  month.rate(month.cases[6], 5);
  CHECK(card.until([&] { return card.said("customer.bad_rate").find("2 of 7") != std::string::npos; }));
}

TEST_CASE("what looks wrong in the ratings stands below, and opens a case", "[ui][scorecard]") {
  Month month;  // six ratings at once on one pad
  Card card(month);
  auto* table = card.find<QTableView>("findingsTable");
  REQUIRE(card.until([&] { return table->model()->rowCount() == 1; }));
  const auto cell = [&](int column) { return table->model()->index(0, column).data().toString().toStdString(); };
  CHECK(cell(0) == "Ratings one upon the other");
  CHECK(cell(1) == "Pad of window 3");
  CHECK(cell(2) == "6 of 6");
  CHECK(card.text("findingsWords").find("6 ratings looked at") == 0);
  table->setCurrentIndex(table->model()->index(0, 0));
  QTest::keyClick(table, Qt::Key_Return);
  REQUIRE(card.navigator.cases.size() == 1);
  CHECK(card.navigator.cases[0] == month.cases[0]);
  month.rate(month.cases[6], 1);  // and they follow one more rating
  CHECK(card.until([&] { return cell(2) == "7 of 7"; }));
}

TEST_CASE("from tile to tile with the arrows, and Enter opens the figure", "[ui][scorecard]") {
  Month month;
  Card card(month);
  card.page->takeFocus();
  auto* first = qobject_cast<FigureTile*>(card.page->focusWidget());
  REQUIRE(first != nullptr);
  QTest::keyClick(first, Qt::Key_Right);
  auto* second = qobject_cast<FigureTile*>(card.page->focusWidget());
  REQUIRE(second != first);
  CHECK(second->y() == first->y());
  QTest::keyClick(second, Qt::Key_Left);
  CHECK(card.page->focusWidget() == first);
  QTest::keyClick(first, Qt::Key_End);
  auto* last = qobject_cast<FigureTile*>(card.page->focusWidget());
  REQUIRE(last != nullptr);
  CHECK(last->indicator() == "growth.cohesion");
  CHECK(first->indicator() == "customer.good_rate");
  QTest::keyClick(last, Qt::Key_Home);
  CHECK(card.page->focusWidget() == first);
  QTest::keyClick(first, Qt::Key_Return);
  REQUIRE(card.navigator.figures.size() == 1);
  CHECK(card.navigator.figures[0].first.toStdString() == first->indicator());
  CHECK(card.navigator.figures[0].second == QStringLiteral("2026-01"));
}

TEST_CASE("another month is another card, and the page comes back to it", "[ui][scorecard]") {
  Month month;
  Card card(month);
  CHECK(card.text("periodName") == "January 2026");
  QTest::keyClick(card.page.get(), Qt::Key_PageDown);  // has not come yet
  CHECK(card.text("periodName") == "January 2026");
  // From a tile, though the page scrolls.
  card.page->resize(1300, 300);
  QTest::keyClick(card.tile(kInTime), Qt::Key_PageUp);
  CHECK(card.text("periodName") == "December 2025");
  REQUIRE(card.until([&] { return card.said("process.opened").find("nothing counted yet") != std::string::npos; }));
  const QJsonObject kept = card.page->state();
  card.page->restore({{QStringLiteral("period"), QStringLiteral("2026-Q1")}});
  CHECK(card.text("periodName") == "quarter 1 of 2026");
  CHECK(card.until([&] { return card.said("process.opened").find("n 12") != std::string::npos; }));
  card.page->restore(kept);
  CHECK(card.text("periodName") == "December 2025");
}

TEST_CASE("a figure opens its formula and exactly the cases that it counted", "[ui][scorecard]") {
  Month month;
  Figure figure(month);
  CHECK(figure.text("figureValue") == "80.0 %");
  CHECK(figure.text("figureFormula") == "customer.in_time, version 1: case_closed[has_due, in_time] / case_closed[has_due]");
  REQUIRE(figure.waitForCases(8));
  CHECK(figure.text("behindWords") == "8 in all");
  figure.find<QPushButton>("behindRest")->click();
  REQUIRE(figure.waitForCases(2));
  CHECK(figure.cell(figure.behind(), 0, 6) == "5 working days");
  QTest::keyClick(figure.behind(), Qt::Key_J);
  QTest::keyClick(figure.behind(), Qt::Key_Return);
  REQUIRE(figure.navigator.cases.size() == 1);
  CHECK(figure.navigator.cases[0] == month.cases[9]);
  figure.find<QPushButton>("behindAll")->click();
  CHECK(figure.waitForCases(10));
}

TEST_CASE("a figure is compared by member, and a member opens its cases", "[ui][scorecard]") {
  Month month;
  for (int i = 0; i < 6; ++i) month.finish(month.open(month.card));
  Figure figure(month);
  QTest::keyClick(figure.page.get(), Qt::Key_3);
  REQUIRE(figure.until([&] { return figure.split()->model()->rowCount() == 2; }));
  CHECK(figure.cell(figure.split(), 0, 1) == "施工许可");
  CHECK(figure.cell(figure.split(), 0, 2) == "80.0 %");
  CHECK(figure.cell(figure.split(), 1, 1) == "居住证办理");
  figure.split()->setCurrentIndex(figure.split()->model()->index(1, 0));
  QTest::keyClick(figure.split(), Qt::Key_Return);
  REQUIRE(figure.waitForCases(6));
  CHECK(figure.text("behindWords") == "居住证办理: 6 in all");
  QTest::keyClick(figure.page.get(), Qt::Key_Escape);
  CHECK(figure.waitForCases(14));
}

TEST_CASE("the months stand in a table too, and say that there are too few of them for limits", "[ui][scorecard]") {
  Month month;
  Figure figure(month);
  CHECK(figure.text("trendWords").find("no control limits yet") != std::string::npos);
  CHECK(figure.cell(figure.trend(), 0, 0) == "January 2026");
  CHECK(figure.cell(figure.trend(), 0, 1) == "80.0 %");
  CHECK(figure.cell(figure.trend(), 1, 1) == "nothing counted yet");
  CHECK(figure.cell(figure.trend(), 0, 6).empty());  // no signal, no arrow
}

TEST_CASE("the scorecard is for supervisors: a clerk is offered none, and a kept page says why it is empty",
          "[ui][scorecard]") {
  Office office(domain::Role::clerk);
  Bridge bridge(office.hall.sharedDesk());
  MainWindow window(bridge, Preferences{});
  CHECK(window.findChild<QPushButton*>(QStringLiteral("rail_scorecard")) == nullptr);
  testkit::RecordingNavigator navigator;
  ScorecardPage page(bridge, navigator);
  page.show();
  REQUIRE(QTest::qWaitFor([&] { return !navigator.notices.empty(); }));
  CHECK(navigator.notices[0].second == Navigator::Tone::failed);
}
