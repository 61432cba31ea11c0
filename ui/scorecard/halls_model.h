// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "base/time_zone.h"
#include "desk/rolled_up.h"

namespace ow::ui {

class HallsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { hall, asOf, signature, missing, columnCountOfHalls };

  HallsModel(const base::TimeZone& zone, QObject* parent) : QAbstractTableModel(parent), m_zone(zone) {}

  void show(std::vector<desk::HallPart> halls);
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_halls.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : columnCountOfHalls; }
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  base::TimeZone m_zone;
  std::vector<desk::HallPart> m_halls;
};

}  // namespace ow::ui
