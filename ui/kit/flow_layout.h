// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace ow::ui {

// Lays its items in rows like words in a paragraph, so that nothing is clipped at 200 % or in a narrow window.
class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(int columnGap, int rowGap, QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;  // takes ownership
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;  // gives ownership away
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  enum class Pass { measure, place };
  int flow(const QRect& rect, Pass pass) const;

  int m_columnGap, m_rowGap;
  std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace ow::ui
