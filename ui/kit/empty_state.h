// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace ow::ui {

// Where a list has nothing to show: one sentence that says why, and at most one thing to do about it.
class EmptyState : public QWidget {
  Q_OBJECT
 public:
  explicit EmptyState(const QString& sentence, QWidget* parent = nullptr);

  void setSentence(const QString& sentence);
  // The button is made at the first call; `name` is its object name.
  QPushButton* setAction(const QString& name, const QString& text);

 private:
  QLabel* m_sentence;
  QPushButton* m_action = nullptr;
};

}  // namespace ow::ui
