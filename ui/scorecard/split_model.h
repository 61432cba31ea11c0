// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "desk/scorecard.h"

namespace ow::ui {

// One indicator by member: rank, name, value, interval, how many it was counted from. UI thread.
class SplitModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { rank, name, value, interval, n, standing, kColumns };

  explicit SplitModel(QObject* parent) : QAbstractTableModel(parent) {}

  void show(desk::SplitFigure split, insight::Split by);
  const desk::SplitFigure& split() const { return m_split; }
  insight::Split by() const { return m_by; }
  const desk::SplitLine& line(int row) const { return m_split.lines[static_cast<std::size_t>(row)]; }
  // What the drawn intervals run over: all of them and the whole.
  insight::Interval reach() const { return m_reach; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const desk::SplitLine& line, int column) const;

  desk::SplitFigure m_split;
  insight::Split m_by = insight::Split::service;
  insight::Interval m_reach;
};

}  // namespace ow::ui
