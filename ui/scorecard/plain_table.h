// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace ow::ui {

// The ground of a row, the line under it, and the bar before the chosen one while its table has the keyboard. Answers where the
// content goes.
QRect paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);

class PlainDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// A table of this room: whole rows, one at a time, nothing to edit. J and K move like the arrows; other letters go on to the
// page instead of searching through every row.
class PlainTable : public QTableView {
  Q_OBJECT
 public:
  PlainTable(QAbstractItemModel& model, QWidget* parent);

 signals:
  void chosen(int row);  // Enter or a double click

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  // Gives the columns their widths; called whenever there is another room or other rows.
  virtual void share();
};

}  // namespace ow::ui
