// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace ow::ui {

class FlowLayout;

// One of a few, all in sight: a row of toggle buttons. Tab reaches the chosen one, the arrow keys move and choose.
class ChoiceRow : public QWidget {
  Q_OBJECT
 public:
  // `name`: object name of the row; a button gets it with "_" and its own stable word behind.
  ChoiceRow(const QString& name, const QString& accessibleName, QWidget* parent);

  void add(int value, const QString& word, const QString& text, const QString& shortcutHint = {});
  void addBehind(QWidget* widget);  // something that stands in the row after the buttons
  int value() const;                // -1: nothing chosen yet
  void choose(int value);           // without a signal; a value that is no button leaves nothing chosen
  QList<QAbstractButton*> buttons() const;

 signals:
  void changed(int value);  // by the clerk

 private:
  FlowLayout* m_flow;
  QButtonGroup* m_group;
};

}  // namespace ow::ui
