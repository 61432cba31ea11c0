// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "desk/scorecard.h"
#include "kit/card.h"

namespace ow::ui {

class FigureTile;
class TileGrid;

// One perspective of the scorecard: its score, and a tile for each of its indicators.
class Quadrant : public Card {
  Q_OBJECT
 public:
  Quadrant(insight::Perspective perspective, QWidget* parent);

  // Tiles stay the same ones as long as the register does: the keyboard stays where it is.
  void showCard(const desk::Scorecard& card);
  void showTrend(const desk::Trend& trend);

 signals:
  void opened(const QString& indicator);

 private:
  FigureTile* tileOf(const std::string& indicator);

  insight::Perspective m_perspective;
  QLabel* m_score;
  QLabel* m_nothing;
  QWidget* m_area;
  TileGrid* m_tiles;
  std::map<std::string, FigureTile*> m_byIndicator;
};

}  // namespace ow::ui
