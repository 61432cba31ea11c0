// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <map>
#include <optional>

#include "desk/inbox.h"

class QButtonGroup;

namespace ow::ui {

// One saved filter: its name on the left, its live count on the right.
class InboxFilterButton : public QAbstractButton {
  Q_OBJECT
 public:
  InboxFilterButton(const QString& name, domain::Light light, QWidget* parent);
  void setCount(std::optional<std::int64_t> count);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  domain::Light m_light;
  QString m_count;
};

// The saved filters as a strip, one of them chosen.
class InboxFilters : public QWidget {
  Q_OBJECT
 public:
  explicit InboxFilters(QWidget* parent);

  desk::InboxView view() const;
  void setView(desk::InboxView view);
  void setCounts(const desk::InboxCounts& counts);
  static QString nameOf(desk::InboxView view);

 signals:
  void viewChosen(ow::desk::InboxView view);

 private:
  QButtonGroup* m_group = nullptr;
  std::map<desk::InboxView, InboxFilterButton*> m_buttons;
};

// Stable words of the views: in object names and in a restored page's state.
const char* codeOf(desk::InboxView view);
std::optional<desk::InboxView> viewFromCode(const QString& code);

}  // namespace ow::ui
