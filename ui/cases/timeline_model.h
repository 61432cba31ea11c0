// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

#include "base/time_zone.h"
#include "desk/profile.h"

namespace ow::ui {

// A story as rows, newest first. Each row says in plain words what stands in it, for screen readers and for copying.
class TimelineModel : public QAbstractListModel {
  Q_OBJECT
 public:
  TimelineModel(base::TimeZone zone, QObject* parent);

  void setItems(std::vector<desk::TimelineItem> items);
  void append(std::vector<desk::TimelineItem> items);

  const desk::TimelineItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  const base::TimeZone& zone() const { return m_zone; }
  // Whether this row is the first of its day, so that the day stands above it.
  bool beginsDay(int row) const;
  QString headline(int row) const;
  QString day(int row) const;
  QString time(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QString spoken(int row) const;

  base::TimeZone m_zone;
  std::vector<desk::TimelineItem> m_items;
};

}  // namespace ow::ui
