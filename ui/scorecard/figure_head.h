// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/scorecard.h"
#include "kit/card.h"

namespace ow::ui {

class Sign;

// What a figure says: value, where it stands, what it was counted from, its formula and what it does not say.
class FigureHead : public Card {
  Q_OBJECT
 public:
  explicit FigureHead(QWidget* parent);

  // `beside`: the figure that must be read with it; nullptr: none.
  void showLine(const desk::ScorecardLine& line, const desk::ScorecardLine* beside);

 private:
  QLabel* m_value;
  QLabel* m_unit;
  Sign* m_sign;
  QLabel* m_counted;
  QLabel* m_note;
  QLabel* m_formula;
};

}  // namespace ow::ui
