// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTableView>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "kit/bridge.h"
#include "scorecard/figure_page.h"
#include "scorecard/figure_tile.h"
#include "scorecard/scorecard_page.h"
#include "testkit/office.h"
#include "ui/recording_navigator.h"

// The pages of the scorecard over a month of an office.
namespace ow::testkit {

using namespace ow::ui;

inline constexpr auto kInTime = "customer.in_time";

// Twelve permits due after two working days: eight end in time, two late, two are still open. Six were rated, one of them
// badly.
struct Month : Office {
  std::vector<domain::CaseId> cases;

  Month() {
    for (int i = 0; i < 12; ++i) cases.push_back(open(permit));
    for (std::size_t i = 0; i < 8; ++i) finish(cases[i]);
    hall.clock.advance(std::chrono::days(7));
    for (std::size_t i = 8; i < 10; ++i) finish(cases[i]);
    for (std::size_t i = 0; i < 5; ++i) rate(cases[i], 1);
    rate(cases[5], 5);
  }
};

template <class PageType>
struct Shown {
  explicit Shown(Office& office) : bridge(office.hall.sharedDesk()), page(std::make_unique<PageType>(bridge, navigator)) {
    page->resize(1300, 800);
    page->show();
    page->activateWindow();
  }
  template <class Widget>
  Widget* find(const char* name) const {
    return page->template findChild<Widget*>(QLatin1String(name));
  }
  std::string text(const char* label) const { return find<QLabel>(label)->text().toStdString(); }
  template <class Condition>
  bool until(Condition condition) const {
    return QTest::qWaitFor(condition);
  }

  RecordingNavigator navigator;
  Bridge bridge;
  std::unique_ptr<PageType> page;
};

struct Card : Shown<ScorecardPage> {
  explicit Card(Office& office) : Shown(office) {
    REQUIRE(until([this] { return tile(kInTime) != nullptr; }));
  }
  FigureTile* tile(const char* indicator) const {
    return page->findChild<FigureTile*>(QStringLiteral("figure_") + QLatin1String(indicator));
  }
  std::string said(const char* indicator) const { return tile(indicator)->accessibleName().toStdString(); }
};

struct Figure : Shown<FigurePage> {
  explicit Figure(Office& office, const char* indicator = kInTime) : Shown(office) {
    page->restore(
        {{QStringLiteral("indicator"), QLatin1String(indicator)}, {QStringLiteral("period"), QStringLiteral("2026-01")}});
    REQUIRE(until([this] { return !find<QLabel>("figureValue")->text().isEmpty() && trend()->model()->rowCount() > 0; }));
  }
  QTableView* trend() const { return find<QTableView>("trendTable"); }
  QTableView* split() const { return find<QTableView>("splitTable"); }
  QTableView* behind() const { return find<QTableView>("behindTable"); }
  bool waitForCases(int rows) const {
    return until([&] { return behind()->model()->rowCount() == rows; });
  }
  std::string cell(QTableView* table, int row, int column) const {
    return table->model()->index(row, column).data().toString().toStdString();
  }
};

}  // namespace ow::testkit
