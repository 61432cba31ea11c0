// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scorecard/plain_table.h"
#include "scorecard/split_model.h"

namespace ow::ui {

// Draws the interval of each member on one scale, with the value of all together as a line through every row.
class IntervalDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};
// The drawing alone, for paper too.
void paintInterval(QPainter& painter, const QRectF& box, const SplitModel& model, int row, const QColor& ink,
                   const QColor& quiet);

class SplitTable : public PlainTable {
  Q_OBJECT
 public:
  SplitTable(SplitModel& model, QWidget* parent);

 protected:
  void share() override;

 private:
  SplitModel& m_model;
};

}  // namespace ow::ui
