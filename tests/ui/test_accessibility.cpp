// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>

#include "desk/queue.h"
#include "kit/bridge.h"
#include "pad/pad.h"
#include "pad/pad_window.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "shell/side_windows.h"
#include "shell/unlock_window.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::ui;

namespace {

bool isInteractive(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QTabBar*>(widget) != nullptr ||
         qobject_cast<const QAbstractItemView*>(widget) != nullptr;
}

// Parts that Qt makes inside a widget that has a name itself.
bool isPartOfNamed(const QWidget* widget) {
  if (qobject_cast<const QHeaderView*>(widget) != nullptr) return true;
  if (widget->objectName().startsWith(QLatin1String("qt_"))) return true;
  if (QByteArray(widget->metaObject()->className()) == "QTableCornerButton") return true;
  if (widget->inherits("QComboBoxPrivateContainer")) return true;
  for (const QWidget* up = widget->parentWidget(); up != nullptr; up = up->parentWidget()) {
    if (qobject_cast<const QComboBox*>(up) != nullptr || qobject_cast<const QAbstractSpinBox*>(up) != nullptr) return true;
    if (qobject_cast<const QTabBar*>(up) != nullptr && widget->objectName().isEmpty()) return true;  // scroll arrows
  }
  return false;
}

QString accessibleNameOf(QWidget* widget) {
  QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
  if (seen == nullptr) return {};
  QString name = seen->text(QAccessible::Name);
  if (!name.isEmpty()) return name;
  // A combo box says its value; what it is about is its buddy label.
  for (const auto& [other, relation] : seen->relations(QAccessible::Label)) name += other->text(QAccessible::Name);
  return name;
}

std::string describe(const QWidget* widget) {
  QString path;
  for (const QWidget* up = widget; up != nullptr; up = up->parentWidget())
    path.prepend(QStringLiteral("/%1#%2").arg(QLatin1String(up->metaObject()->className()), up->objectName()));
  return path.toStdString();
}

void checkNames(QWidget* window) {
  int interactive = 0;
  for (QWidget* widget : window->findChildren<QWidget*>()) {
    if (auto* label = qobject_cast<QLabel*>(widget)) {
      CAPTURE(describe(label));
      CHECK(label->accessibleName().isEmpty());  // it would hide what the label shows
    }
    if (!isInteractive(widget) || isPartOfNamed(widget)) continue;
    ++interactive;
    CAPTURE(describe(widget));
    CHECK_FALSE(widget->objectName().isEmpty());
    CHECK_FALSE(accessibleNameOf(widget).trimmed().isEmpty());
  }
  CHECK(interactive > 0);
}

}  // namespace

TEST_CASE("every widget that takes keys or clicks has a name, on every page", "[ui][accessibility]") {
  testkit::Hall hall("2026-03-02T09:30:00+08:00", domain::Role::supervisor);
  const auto person = hall.addPerson("王小明", "110101199003071233", "13800138000");
  const auto service = hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay});
  const auto opened = hall.openCase(service, person, "社保卡补领");
  REQUIRE(desk::issueTicket(hall.desk(), {"A"}));
  Bridge bridge(hall.sharedDesk());
  Pad pad(bridge, hall.sharedDesk());
  MainWindow window(bridge, Preferences{}, &pad);
  bool isRestored = false;
  QObject::connect(&window, &MainWindow::visitsRestored, &window, [&] { isRestored = true; });
  window.resize(1280, 900);
  window.show();
  window.restoreVisits();
  REQUIRE(QTest::qWaitFor([&] { return isRestored; }));
  window.openParty(person, desk::Purpose::enquiry);
  window.openCase(opened.id);
  window.newContact(person, opened.id);
  window.newCase(person);
  window.newParty(QStringLiteral("张三"));
  window.correctParty(person);
  for (const char* place :
       {"rail_citizens", "rail_reviews", "rail_surveys", "rail_board", "rail_scorecard", "rail_sync", "rail_settings"}) {
    auto* button = window.findChild<QAbstractButton*>(QLatin1String(place));
    REQUIRE(button != nullptr);
    button->click();
  }
  window.openFigure(QStringLiteral("customer.in_time"), QStringLiteral("2026-01"), {});
  // The pages fill themselves from the store.
  for (const Lane lane : {Lane::read, Lane::count}) {
    bool isQuiet = false;
    bridge.run(lane, &bridge, [](desk::Desk&) { return 0; }, [&](int) { isQuiet = true; });
    REQUIRE(QTest::qWaitFor([&] { return isQuiet; }));
  }
  CHECK(window.pages().size() == 15);
  checkNames(&window);
  checkNames(&pad.window());
}

TEST_CASE("the unlock window, the keys and the about box have names too", "[ui][accessibility]") {
  testkit::Hall hall;
  UnlockWindow unlock(hall.storePath());
  unlock.show();
  checkNames(&unlock);
  auto* keys = new CheatSheet(nullptr);
  keys->show();
  checkNames(keys);
  keys->close();
  auto* about = new AboutWindow(nullptr);
  about->show();
  checkNames(about);
  about->close();
}
