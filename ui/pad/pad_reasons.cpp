// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_reasons.h"

#include <algorithm>

#include "pad/pad_button.h"
#include "pad/pad_pages.h"
#include "pad/pad_words.h"

namespace ow::ui {

namespace {
constexpr int kMostColumns = 4;
constexpr int kLeastColumns = 2;
constexpr std::size_t kFew = 8;  // reasons that still look well in two columns
}  // namespace

PadReasons::PadReasons(QWidget* parent)
    : QWidget(parent), m_more(new PadButton(PadButton::Look::quiet, QStringLiteral("padMoreReasons"), this)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(m_more, &QAbstractButton::clicked, this, [this] {
    m_leaf = (m_leaf + 1) % std::max(1, leaves());
    arrange();
    emit touched();
  });
}

void PadReasons::show(const PadView& view, const PadWords& words) {
  std::vector<std::string> codes;
  for (const domain::RatingReason& reason : view.offered) codes.push_back(reason.code);
  if (codes != m_codes) {
    for (PadButton* chip : m_chips) sendAway(chip);
    m_chips.clear();
    m_leaf = 0;
    for (const std::string& code : codes) {
      const QString word = QString::fromStdString(code);
      auto* chip = new PadButton(PadButton::Look::chip, QStringLiteral("padReason_") + word, this);
      chip->fit(m_measure);
      connect(chip, &QAbstractButton::clicked, this, [this, word] { emit reasonTouched(word); });
      m_chips.push_back(chip);
    }
    m_codes = std::move(codes);
  }
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    m_chips[i]->say(words.reason(view.offered[i]));
    m_chips[i]->setChecked(view.isChosen(view.offered[i].code));
  }
  m_more->setAccessibleName(words.more());
  m_more->setText(words.more());
  arrange();
}

void PadReasons::fit(const PadMeasure& measure) {
  m_measure = measure;
  for (PadButton* chip : m_chips) chip->fit(measure);
  m_more->fit(measure);
  arrange();
}

int PadReasons::leaves() const {
  const int count = static_cast<int>(m_chips.size());
  if (count <= m_grid.room()) return 1;
  const int perLeaf = std::max(1, m_grid.room() - 1);  // the last place turns the leaf
  return (count + perLeaf - 1) / perLeaf;
}

PadReasons::Grid PadReasons::gridFor(int columns) const {
  Grid grid;
  grid.columns = columns;
  const int chipWidth = (width() - (columns - 1) * m_measure.gap) / columns;
  grid.chipHeight = m_measure.target;
  for (const PadButton* chip : m_chips) grid.chipHeight = std::max(grid.chipHeight, chip->heightFor(chipWidth));
  grid.rows = std::max(1, (height() + m_measure.gap) / (grid.chipHeight + m_measure.gap));
  return grid;
}

// The fewest columns that hold everything, so that the chips are as wide as they can be; else what holds most.
PadReasons::Grid PadReasons::grid() const {
  Grid best = gridFor(kLeastColumns);
  for (int columns = m_chips.size() > kFew ? kLeastColumns + 1 : kLeastColumns; columns <= kMostColumns; ++columns) {
    const Grid next = gridFor(columns);
    if (next.room() >= static_cast<int>(m_chips.size())) return next;
    if (next.room() > best.room()) best = next;
  }
  return best;
}

void PadReasons::arrange() {
  if (m_chips.empty() || width() <= 0) return;
  m_grid = grid();
  const int count = static_cast<int>(m_chips.size());
  const int perLeaf = leaves() == 1 ? count : m_grid.room() - 1;
  m_leaf = std::min(m_leaf, leaves() - 1);
  const int gap = m_measure.gap;
  const int chipWidth = (width() - (m_grid.columns - 1) * gap) / m_grid.columns;
  const auto place = [&](int index) {
    return QRect((index % m_grid.columns) * (chipWidth + gap), (index / m_grid.columns) * (m_grid.chipHeight + gap), chipWidth,
                 m_grid.chipHeight);
  };
  for (int i = 0; i < count; ++i) {
    const bool isHere = i / perLeaf == m_leaf;
    m_chips[static_cast<std::size_t>(i)]->setVisible(isHere);
    if (isHere) m_chips[static_cast<std::size_t>(i)]->setGeometry(place(i % perLeaf));
  }
  m_more->setVisible(leaves() > 1);
  if (leaves() > 1) m_more->setGeometry(place(m_grid.room() - 1));
}

void PadReasons::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace ow::ui
