// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/clerk.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QInputMethodEvent>
#include <QListView>

#include <stdexcept>

namespace ow::journeys {

namespace {
constexpr int kPatience = 10000;  // milliseconds; a busy machine is no reason to fail
}

Clerk::Clerk(std::shared_ptr<desk::Desk> desk)
    : m_bridge(std::make_unique<ui::Bridge>(std::move(desk))),
      m_window(std::make_unique<ui::MainWindow>(*m_bridge, ui::Preferences{})) {
  bool isRestored = false;
  QObject::connect(m_window.get(), &ui::MainWindow::visitsRestored, m_window.get(), [&] { isRestored = true; });
  m_window->resize(1280, 860);
  m_window->show();
  m_window->activateWindow();
  m_window->restoreVisits();
  if (!QTest::qWaitFor([&] { return isRestored; }, kPatience)) throw std::runtime_error("the visits did not come back");
}

Clerk::~Clerk() {
  m_window->close();
  m_window.reset();
  m_bridge.reset();
}

void Clerk::press(int key, Qt::KeyboardModifiers modifiers) {
  QWidget* focused = m_window->focusWidget();
  QTest::keyClick(focused != nullptr ? focused : m_window.get(), Qt::Key(key), modifiers);
}

void Clerk::type(const QString& latin) {
  // At the pace of a hand: a burst of keys is a card reader to the window, and is treated as one.
  constexpr int kBetweenKeys = 40;
  for (const QChar c : latin) QTest::keyClick(m_window->focusWidget(), c.toLatin1(), Qt::NoModifier, kBetweenKeys);
}

void Clerk::commit(const QString& text) {
  QInputMethodEvent event;
  event.setCommitString(text);
  QApplication::sendEvent(m_window->focusWidget(), &event);
}

bool Clerk::sees(const QString& kind) {
  return QTest::qWaitFor([&] { return pageKind() == kind; }, kPatience);
}

int Clerk::found(const QString& typed) {
  press(Qt::Key_K, Qt::ControlModifier);
  auto* edit = part<QLineEdit>("searchEdit");
  edit->clear();
  type(typed);
  auto* list = part<QListView>("searchResults");
  // The last answer stands when the list has stopped changing for the text that is in the box.
  if (!QTest::qWaitFor([&] { return list->isVisible() && list->model()->rowCount() > 0; }, kPatience)) return 0;
  return list->model()->rowCount();
}

bool Clerk::searchAndOpen(const QString& typed, const QString& expectedKind) {
  if (found(typed) == 0) return false;
  // Enter waits for the answer to the last key by itself; a clerk does not.
  press(Qt::Key_Return);
  return sees(expectedKind);
}

bool Clerk::take(const char* list) {
  const auto* choices = here<QListView>(list);
  if (!QTest::qWaitFor([&] { return choices->isVisible(); }, kPatience)) return false;
  return QTest::qWaitFor(
      [&] {
        press(Qt::Key_Return);
        return !choices->isVisible();
      },
      kPatience);
}

bool Clerk::canUse(const char* name) {
  return QTest::qWaitFor(
      [&] {
        const auto* widget = here<QWidget>(name);
        return widget != nullptr && widget->isVisible() && widget->isEnabled();
      },
      kPatience);
}

}  // namespace ow::journeys
