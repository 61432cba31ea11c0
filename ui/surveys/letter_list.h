// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace ow::ui {

// A short list of texts that wrap. J and K move, Enter and Esc are told; other letters do not search, for the view would walk
// through every row.
class LetterList : public QListWidget {
  Q_OBJECT
 public:
  LetterList(const QString& name, const QString& accessibleName, QWidget* parent);

  void selectRow(int row);

 signals:
  void enterPressed();
  void left();  // Esc

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace ow::ui
