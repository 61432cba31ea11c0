// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace ow::ui {

// The satisfaction that this party has given, newest first, as small faces: the mouth says the level, so the colour only helps.
// The words of all of them are the accessible description, those of one its tool tip.
class RatingFaces : public QWidget {
  Q_OBJECT
 public:
  explicit RatingFaces(QWidget* parent);

  // Levels of GB/T 39046-2020 A.8: 1 very satisfied ... 5 very dissatisfied.
  void setLevels(std::vector<int> levels);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int perRow(int width) const;
  QRect place(int index) const;

  std::vector<int> m_levels;
};

}  // namespace ow::ui
