// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "kit/page.h"

class QStackedWidget;
class QTabBar;

namespace ow::ui {

// Visits side by side: a tab for each, the page of the front one below. The first tab (the inbox) has no close button.
class VisitTabs : public QWidget {
  Q_OBJECT
 public:
  enum class Closing { withButton, never };

  explicit VisitTabs(QWidget* parent);

  void add(Page* page, Closing closing);
  void remove(Page* page);  // does not delete it
  void bringToFront(Page* page);
  void markParked(Page* page, bool isParked);
  void refreshTitle(Page* page);

  int count() const;
  Page* front() const;
  Page* at(int index) const;
  int indexOf(const Page* page) const;

 signals:
  void frontChanged(ow::ui::Page* page);
  void closeWanted(ow::ui::Page* page);

 private:
  QString tabText(const Page* page) const;

  QTabBar* m_bar;
  QStackedWidget* m_stack;
};

}  // namespace ow::ui
