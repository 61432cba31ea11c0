// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "desk/scorecard.h"

namespace ow::ui {

// One indicator on the scorecard: name, value, where it stands to its target, how many it was counted from, and the last months
// as a line. An arrow only where a run rule says that something changed. Pressing it opens the figure.
class FigureTile : public QAbstractButton {
  Q_OBJECT
 public:
  explicit FigureTile(QWidget* parent);

  void showLine(const desk::ScorecardLine& line);
  void showTrend(const desk::Trend& trend);
  const std::string& indicator() const { return m_line.indicator.id; }

  static int leastWidth();
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString below() const;

  desk::ScorecardLine m_line;
  std::vector<std::optional<double>> m_months;
  std::optional<insight::Signal> m_signal;  // of the last month
};

}  // namespace ow::ui
