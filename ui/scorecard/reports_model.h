// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "desk/reported_figures.h"
#include "desk/scorecard.h"

namespace ow::ui {

// What departments reported of a period, one figure a row: money in yuan, as it counts.
class ReportsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { series, month, department, amount, ofAmount, source, author, columnCountOfReports };

  using QAbstractTableModel::QAbstractTableModel;

  void show(std::vector<desk::ReportShown> reports, std::vector<insight::ReportedSeries> known);
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_reports.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : columnCountOfReports; }
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  const insight::ReportedSeries* seriesOf(const desk::ReportShown& report) const;
  QString textOf(const desk::ReportShown& report, int column) const;

  std::vector<desk::ReportShown> m_reports;
  std::vector<insight::ReportedSeries> m_known;
};

}  // namespace ow::ui
