// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ow::ui {

struct SyncRow;

// What can be done with the chosen row, as buttons that name their keys: for the mouse, and for whoever listens to the screen.
class SyncActions : public QWidget {
  Q_OBJECT
 public:
  explicit SyncActions(QWidget* parent);

  enum class May { decide, onlyLook };
  // nullptr: nothing is chosen.
  void show(const SyncRow* row, May may);

 signals:
  void rivalChosen(int number);  // from 1
  void acceptChosen();
  void dismissChosen();
  void revealChosen();
  void openChosen();

 private:
  QPushButton* add(const QString& name, const QString& text);
  void showRivals(const SyncRow* row, May may);

  QHBoxLayout* m_row;
  QPushButton* m_accept;
  QPushButton* m_dismiss;
  QPushButton* m_reveal;
  QPushButton* m_open;
  std::vector<QPushButton*> m_rivals;
};

}  // namespace ow::ui
