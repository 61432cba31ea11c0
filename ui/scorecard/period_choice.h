// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desk/scorecard.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace ow::ui {

// Which time figures are about: a month, a quarter or a year, and the one before or after it.
class PeriodChoice : public QWidget {
  Q_OBJECT
 public:
  PeriodChoice(base::Date today, QWidget* parent);

  const insight::Period& period() const { return m_period; }
  // Its last day, or today when that has not come yet.
  base::Date lastDay() const { return std::min(m_period.days.to, m_today); }
  // False, and nothing changes, for a text that is no period.
  bool setPeriod(const QString& text);
  void step(int by);

 signals:
  void chosen();

 private:
  enum class Length { month, quarter, year };
  Length length() const;
  insight::Period periodOf(Length length, base::Date day) const;
  void setPeriod(insight::Period period);

  base::Date m_today;
  insight::Period m_period;
  QComboBox* m_length;
  QLabel* m_name;
  QToolButton* m_later;
};

}  // namespace ow::ui
