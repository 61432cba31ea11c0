// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <set>
#include <vector>

#include "cases/case_page.h"
#include "kit/bridge.h"
#include "pad/pad.h"
#include "pad/pad_button.h"
#include "pad/pad_window.h"
#include "store/rating_queries.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

namespace ow::testkit {

// A counter with a citizen's screen and the clerk's page of one case.
struct Counter {
  Counter() {
    caseId = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}), hall.addPerson("张三")).id;
    bridge = std::make_unique<ui::Bridge>(hall.sharedDesk());
    ui::rememberPadPlace({ui::PadPlace::Kind::secondScreen, {}});
    pad = std::make_unique<ui::Pad>(*bridge, hall.sharedDesk());
    navigator.citizens = pad.get();
    QObject::connect(pad.get(), &ui::Pad::told, pad.get(),
                     [this](const QString& text, ui::Navigator::Tone tone) { navigator.notify(text, tone); });
    page = std::make_unique<ui::CasePage>(*bridge, navigator, caseId);
    QObject::connect(pad.get(), &ui::Pad::changed, page.get(), [this] { seen.insert(said()); });
    page->resize(1200, 800);
    page->show();
    REQUIRE(QTest::qWaitFor([this] { return ask()->isVisible() && ask()->isEnabled(); }));
  }
  ~Counter() {
    page.reset();
    pad.reset();
    bridge.reset();
    ui::rememberPadPlace({});
  }

  ui::PadWindow& window() { return pad->window(); }
  QPushButton* ask() { return page->findChild<QPushButton*>(QStringLiteral("caseAskRating")); }
  QString said() { return page->findChild<QLabel*>(QStringLiteral("caseRatingSaid"))->text(); }
  template <class Widget = ui::PadButton>
  Widget* part(const char* name) {
    auto* found = window().findChild<Widget*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  bool stands(const char* name) {
    const auto* found = window().findChild<QWidget*>(QLatin1String(name));
    return found != nullptr && found->isVisible();
  }
  void waitFor(const char* name) {
    REQUIRE(QTest::qWaitFor([&] { return stands(name); }));
  }
  void touch(const char* name) {
    REQUIRE(stands(name));
    QTest::mouseClick(part<QWidget>(name), Qt::LeftButton);
  }
  void askNow() {
    ask()->click();
    waitFor("padFace_1");
  }
  void pass(std::chrono::seconds time) { hall.clock.advance(time); }
  std::vector<domain::Rating> ratings() {
    const auto visit = desk::inviteToRate(hall.desk(), caseId);
    REQUIRE(visit.has_value());
    auto reader = hall.store().read().value();
    return store::voicesOn(reader.connection(), *visit.value().visit).value();
  }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  domain::CaseId caseId;
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::Pad> pad;
  std::unique_ptr<ui::CasePage> page;
  std::set<QString> seen;  // all that the clerk's page ever said about the rating
};

}  // namespace ow::testkit
