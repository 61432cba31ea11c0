// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <vector>

namespace ow::ui {

class SyncModel;
struct SyncRow;

// Paints the rows of the sync page: a conflict with its values side by side, late work and what is on its way as two lines.
class SyncDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  SyncDelegate(const SyncModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  // One value of a conflict.
  struct Tile {
    QString above, value, below;
    bool isShown = false;
    bool isBase = false;
  };
  // What a row says, in its order.
  struct Content {
    QString section;  // when it begins one
    QString subject, what, story, hint;
    bool isWarning = false;  // the hint
    std::vector<Tile> tiles;
  };
  Content contentOf(int row) const;
  void tellConflict(const SyncRow& row, Content& content) const;
  void tellProposal(const SyncRow& row, Content& content) const;
  int heightOf(const Content& content, int width) const;
  void paintTiles(QPainter* painter, const QRect& box, const Content& content) const;

  const SyncModel& m_model;
};

}  // namespace ow::ui
