// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

#include "base/clock.h"
#include "base/time_zone.h"
#include "desk/attachments.h"

namespace ow::ui {

// The files of one case, in the order in which they were added.
class AttachmentModel : public QAbstractListModel {
  Q_OBJECT
 public:
  AttachmentModel(base::Clock& clock, const base::TimeZone& zone, QObject* parent);

  // The same files in the same order are only told as changed, so that nobody loses their place.
  void setItems(std::vector<desk::AttachmentItem> items);
  const desk::AttachmentItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  int rowOf(domain::AttachmentId id) const;  // -1: it is not there
  QString name(int row) const;
  QString origin(int row) const;
  QString state(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  base::Clock& m_clock;
  base::TimeZone m_zone;
  std::vector<desk::AttachmentItem> m_items;
};

// Two lines a file: its name and where it is; what it is, how large, who added it and when.
class AttachmentDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  AttachmentDelegate(const AttachmentModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  static int rowHeight();

 private:
  const AttachmentModel& m_model;
};

}  // namespace ow::ui
