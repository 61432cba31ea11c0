// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ow::ui {

class ReviewModel;

// Paints a review as three lines: the face and its word with the light of what is due, service and window, then how it stands.
class ReviewDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  ReviewDelegate(const ReviewModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintHead(QPainter* painter, const QRect& line, int row, const QColor& ink) const;

  const ReviewModel& m_model;
};

}  // namespace ow::ui
