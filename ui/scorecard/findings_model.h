// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "desk/rating_findings.h"

namespace ow::ui {

// What looks wrong in the ratings of a period, a line each.
class FindingsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { rule, who, seen, expected, kColumns };

  FindingsModel(base::TimeZone zone, QObject* parent) : QAbstractTableModel(parent), m_zone(std::move(zone)) {}
  void show(desk::RatingFindings findings);
  const desk::RatingFinding& finding(int row) const { return m_findings.findings[static_cast<std::size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const desk::RatingFinding& one, int column) const;
  QString evidence(const desk::RatingFinding& one) const;

  desk::RatingFindings m_findings;
  base::TimeZone m_zone;
};

}  // namespace ow::ui
