// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <vector>

#include "desk/survey_results.h"

namespace ow::ui {

// How often each answer of a question was given: a bar for each with its number below it, and all of it in words for whoever
// hears it.
class AnswerBars : public QWidget {
  Q_OBJECT
 public:
  AnswerBars(const insight::SurveyQuestionFigure& figure, QWidget* parent);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::int64_t m_low;
  std::vector<std::int64_t> m_counts;
};

}  // namespace ow::ui
