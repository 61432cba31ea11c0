// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "desk/drafts.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

namespace ow::testkit {

// A hall with one form or page in front of it, driven by object names.
struct FormDesk {
  FormDesk() { bridge = std::make_unique<ui::Bridge>(hall.sharedDesk()); }
  ~FormDesk() { page.reset(); }

  template <class PageType, class... Args>
  void show(Args&&... args) {
    page = std::make_unique<PageType>(*bridge, navigator, std::forward<Args>(args)...);
    page->resize(1000, 800);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
  }
  template <class Widget>
  Widget* part(const char* name) const {
    auto* widget = page->findChild<Widget*>(QLatin1String(name));
    INFO(name);
    REQUIRE(widget != nullptr);
    return widget;
  }
  QLineEdit* line(const char* name) const { return part<QLineEdit>(name); }
  // What an input method commits: Han included, which key presses cannot carry.
  void type(const char* name, const QString& text) const {
    auto* widget = part<QWidget>(name);
    widget->setFocus();
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QCoreApplication::sendEvent(widget, &commit);
  }
  bool isFocused(const char* name) const { return part<QWidget>(name)->hasFocus(); }
  std::vector<desk::Draft> drafts() {
    const auto found = desk::drafts(hall.desk());
    REQUIRE(found.has_value());
    return found.value();
  }
  bool waitForDraft() {
    return QTest::qWaitFor([this] { return !drafts().empty(); });
  }

  Hall hall;
  RecordingNavigator navigator;
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::Page> page;
};

}  // namespace ow::testkit
