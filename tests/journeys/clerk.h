// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTest>

#include <memory>

#include "desk/desk.h"
#include "kit/bridge.h"
#include "shell/main_window.h"

namespace ow::journeys {

// A clerk at the true window: hands on the keyboard, eyes on what the window shows.
class Clerk {
 public:
  explicit Clerk(std::shared_ptr<desk::Desk> desk);
  ~Clerk();

  ui::MainWindow& window() { return *m_window; }
  ui::Bridge& bridge() { return *m_bridge; }
  ui::Page* page() { return m_window->frontPage(); }
  QString pageKind() { return page() != nullptr ? page()->kind() : QString(); }

  // Keys go to whatever has the focus, as they do at a desk.
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  void type(const QString& latin);
  void commit(const QString& text);  // what an input method commits: Han and everything else
  // Waits until the window shows a page of that kind.
  bool sees(const QString& kind);
  // Types into the search box, waits for an answer and takes the first.
  bool searchAndOpen(const QString& typed, const QString& expectedKind);
  int found(const QString& typed);
  // Enter until what is marked in that list of suggestions is taken: it is not before the list answers what was typed.
  bool take(const char* list);

  template <class Widget>
  Widget* part(const char* name) {
    return m_window->findChild<Widget*>(QLatin1String(name));
  }
  // Inside the page in front; earlier visits have widgets of the same names.
  template <class Widget>
  Widget* here(const char* name) {
    return page() != nullptr ? page()->findChild<Widget*>(QLatin1String(name)) : nullptr;
  }
  // Waits until the widget of the page in front is there, visible and enabled.
  bool canUse(const char* name);

 private:
  std::unique_ptr<ui::Bridge> m_bridge;
  std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace ow::journeys
