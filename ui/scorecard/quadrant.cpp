// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/quadrant.h"

#include <cmath>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "scorecard/figure_tile.h"
#include "scorecard/figure_words.h"
#include "scorecard/tile_grid.h"

namespace ow::ui {

namespace {

int whole(double value) {
  return static_cast<int>(std::lround(value));
}

// What nobody reports or asks here, and nobody weighs, is no tile.
bool isWanted(const desk::ScorecardLine& line) {
  return line.indicator.isCounted() || line.indicator.weight > 0 || line.figure.count.trials > 0;
}

}  // namespace

Quadrant::Quadrant(insight::Perspective perspective, QWidget* parent)
    : Card(words::of(perspective), parent), m_perspective(perspective), m_score(new QLabel(this)), m_nothing(new QLabel(this)) {
  m_score->setObjectName(QStringLiteral("perspectiveScore"));
  setLook(m_score, Look::quiet);
  addBesideHeading(m_score);
  m_nothing->setText(tr("Nothing of this is counted here yet."));
  m_nothing->setWordWrap(true);
  setLook(m_nothing, Look::quiet);
  body()->addWidget(m_nothing);
  m_area = new QWidget(this);
  m_tiles = new TileGrid(FigureTile::leastWidth(), m_area);
  m_tiles->setContentsMargins(0, 0, 0, 0);
  m_tiles->setSpacing(px(Space::small));
  m_area->setVisible(false);
  body()->addWidget(m_area);
  body()->addStretch(1);
}

FigureTile* Quadrant::tileOf(const std::string& indicator) {
  FigureTile*& tile = m_byIndicator[indicator];
  if (tile != nullptr) return tile;
  tile = new FigureTile(m_area);
  m_tiles->addWidget(tile);
  tile->setVisible(true);
  connect(tile, &FigureTile::clicked, this, [this, indicator] { emit opened(QString::fromStdString(indicator)); });
  return tile;
}

void Quadrant::showCard(const desk::Scorecard& card) {
  for (const desk::ScorecardLine& line : card.lines)
    if (line.indicator.perspective == m_perspective && isWanted(line)) tileOf(line.indicator.id)->showLine(line);
  for (const desk::ScorecardLine& line : card.lines)
    if (const auto tile = m_byIndicator.find(line.indicator.id); tile != m_byIndicator.end())
      tile->second->setVisible(isWanted(line));
  const bool isAny = !m_byIndicator.empty();
  m_area->setVisible(isAny);
  m_nothing->setVisible(!isAny);
  m_score->clear();
  for (const desk::PerspectiveLine& line : card.perspectives) {
    if (line.perspective != m_perspective || !line.score) continue;
    const int score = whole(line.score->score);
    const int known = whole(line.score->coverage * 100);
    // What is not known weighs nothing, and that is said.
    m_score->setText(known >= 100 ? tr("%1 of 100 points").arg(score)
                                  : tr("%1 of 100 points, from %2 % of the weight").arg(score).arg(known));
  }
}

void Quadrant::showTrend(const desk::Trend& trend) {
  const auto found = m_byIndicator.find(trend.indicator.id);
  if (found != m_byIndicator.end()) found->second->showTrend(trend);
}

}  // namespace ow::ui
