// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "desk/scorecard.h"

namespace ow::ui {

// The months of a figure as a table: everything that the chart draws, in numbers and words.
class TrendModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { month, value, n, lower, centre, upper, signal, kColumns };

  explicit TrendModel(QObject* parent) : QAbstractTableModel(parent) {}
  void show(desk::Trend trend);
  const desk::Trend& trend() const { return m_trend; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const desk::TrendPoint& point, int column) const;

  desk::Trend m_trend;  // the newest month stands first in the table
};

}  // namespace ow::ui
