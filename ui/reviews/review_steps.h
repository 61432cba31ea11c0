// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "reviews/review_words.h"

class QGridLayout;

namespace ow::ui {

// The way of a review from the rating to its end, one line for each step: a mark, its name, who took it and when, and under it
// what was found, decided or answered. Labels, so that a screen reader walks through them.
class ReviewSteps : public QWidget {
  Q_OBJECT
 public:
  explicit ReviewSteps(QWidget* parent);

  void show(const std::vector<words::ReviewStep>& steps);

 private:
  void add(const words::ReviewStep& step);

  QGridLayout* m_grid;
  std::vector<QWidget*> m_parts;
  int m_rows = 0;
};

}  // namespace ow::ui
