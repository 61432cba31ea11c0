// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/rating_faces.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

#include "kit/face.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr int kSide = 20;
constexpr int kGap = 6;
}  // namespace

RatingFaces::RatingFaces(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("profileRatings"));
  setAccessibleName(tr("Satisfaction given, newest first"));
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void RatingFaces::setLevels(std::vector<int> levels) {
  m_levels = std::move(levels);
  QStringList all;
  for (const int level : m_levels) all.append(words::ofRatingLevel(level));
  setAccessibleDescription(all.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

int RatingFaces::perRow(int width) const {
  return std::max(1, (width + scaled(kGap)) / scaled(kSide + kGap));
}

QRect RatingFaces::place(int index) const {
  const int row = index / perRow(width()), column = index % perRow(width());
  return {column * scaled(kSide + kGap), row * scaled(kSide + kGap), scaled(kSide), scaled(kSide)};
}

int RatingFaces::heightForWidth(int width) const {
  const int count = static_cast<int>(m_levels.size());
  return ((count + perRow(width) - 1) / perRow(width)) * scaled(kSide + kGap);
}

QSize RatingFaces::sizeHint() const {
  return {scaled(kSide + kGap) * 6, heightForWidth(scaled(kSide + kGap) * 6)};
}
QSize RatingFaces::minimumSizeHint() const {
  return {scaled(kSide), scaled(kSide)};
}

void RatingFaces::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < m_levels.size(); ++i) paintFace(painter, place(static_cast<int>(i)), m_levels[i]);
}

bool RatingFaces::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (std::size_t i = 0; i < m_levels.size(); ++i)
    if (place(static_cast<int>(i)).contains(help->pos()))
      QToolTip::showText(help->globalPos(), words::ofRatingLevel(m_levels[i]), this);
  return true;
}

}  // namespace ow::ui
