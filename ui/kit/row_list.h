// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ow::ui {

// A list of painted rows beside a sheet that follows it. Letters and digits are keys here, not text: J and K move, others are
// the page's.
class RowList : public QListView {
  Q_OBJECT
 public:
  RowList(const QString& name, const QString& accessibleName, QAbstractItemModel& model, QWidget* parent);

  void selectRow(int row);

 signals:
  void currentMoved();

 protected:
  // Whether that key, without Ctrl and Alt, means something in this list.
  virtual bool answer(int key) = 0;

  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

}  // namespace ow::ui
