// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ow::ui {

class SurveyModel;

// Paints a round as three lines: its name, how it stands, and how many of those drawn have answered, with a bar of that share.
class SurveyDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  SurveyDelegate(const SurveyModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const SurveyModel& m_model;
};

}  // namespace ow::ui
