// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "desk/equal_treatment.h"

namespace ow::ui {

// The groups of applicants against what they met: a row for each member, the first for all together.
class GroupModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void show(desk::EqualTreatment treatment);
  void choose(desk::ApplicantGroup group);
  desk::ApplicantGroup group() const { return m_group; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  // Of a cell: its figure, null in the column of names. And that of all together.
  const insight::Figure* figure(const QModelIndex& index) const;
  const insight::Figure* whole(int column) const;
  const insight::Indicator* indicator(int column) const;
  bool isApart(const QModelIndex& index) const;
  // From where to where the values and intervals of a column reach.
  insight::Interval reach(int column) const;

 private:
  const desk::GroupTable* table() const;
  const desk::GroupCell* cell(const QModelIndex& index) const;

  desk::EqualTreatment m_treatment;
  desk::ApplicantGroup m_group = desk::ApplicantGroup::age;
};

}  // namespace ow::ui
