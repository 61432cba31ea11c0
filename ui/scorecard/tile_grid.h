// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace ow::ui {

// Lays widgets of one height in as many equal columns as fit.
class TileGrid : public QLayout {
 public:
  explicit TileGrid(int leastWidth, QWidget* parent = nullptr) : QLayout(parent), m_leastWidth(leastWidth) {}
  ~TileGrid() override;

  void addItem(QLayoutItem* item) override { m_items.push_back(item); }
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int columnsIn(int width) const;
  int rowHeight() const;

  int m_leastWidth;
  std::vector<QLayoutItem*> m_items;  // owned
};

}  // namespace ow::ui
