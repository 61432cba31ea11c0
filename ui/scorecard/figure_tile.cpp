// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/figure_tile.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "kit/sign.h"
#include "kit/theme.h"
#include "scorecard/figure_words.h"
#include "scorecard/spark_line.h"

namespace ow::ui {

namespace {

constexpr int kLeastWidth = 216;
constexpr double kSparkPart = 0.4;  // of the width

int lineHeight(TextRole role) {
  return QFontMetrics(font(role)).height();
}

QString elided(const QString& text, TextRole role, int width) {
  return QFontMetrics(font(role)).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

FigureTile::FigureTile(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAttribute(Qt::WA_Hover);
}

void FigureTile::showLine(const desk::ScorecardLine& line) {
  m_line = line;
  setObjectName(QStringLiteral("figure_") + QString::fromStdString(line.indicator.id));
  setText(words::nameOf(line.indicator));
  const QString note = words::noteOf(line.indicator);
  setToolTip(note.isEmpty() ? text() : text() + QLatin1Char('\n') + note);
  setAccessibleName(words::spoken(line));
  update();
}

void FigureTile::showTrend(const desk::Trend& trend) {
  m_months = valuesOf(trend);
  m_signal.reset();
  if (!trend.points.empty() && !trend.points.back().runSignals.empty()) m_signal = trend.points.back().runSignals.front();
  setAccessibleDescription(m_signal ? words::of(*m_signal) : QString());
  update();
}

int FigureTile::leastWidth() {
  return scaled(kLeastWidth);
}

QSize FigureTile::sizeHint() const {
  const int height = lineHeight(TextRole::label) + lineHeight(TextRole::number) + 2 * lineHeight(TextRole::caption);
  return {leastWidth(), height + 2 * px(Space::medium) + px(Space::hair)};
}

void FigureTile::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
  QAbstractButton::keyPressEvent(event);
}

QString FigureTile::below() const {
  const insight::Figure& figure = m_line.figure;
  const QString sample = words::ofSample(m_line.indicator, figure);
  if (figure.sample == insight::SampleSize::suppressed) return sample;
  QStringList parts;
  if (!sample.isEmpty()) parts.append(sample);
  parts.append(words::ofCount(m_line.indicator, figure));
  if (figure.interval) parts.append(words::interval(m_line.indicator, *figure.interval));
  return parts.join(QStringLiteral(" · "));
}

void FigureTile::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hasFocus() ? theme.focusRing : theme.line, hasFocus() ? 2 : 1));
  painter.setBrush(isDown() ? theme.line : underMouse() ? theme.hover : theme.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), scaled(5), scaled(5));

  const QRect inside = rect().adjusted(px(Space::medium), px(Space::medium), -px(Space::medium), -px(Space::medium));
  int top = inside.top();
  painter.setFont(ui::font(TextRole::label));
  painter.setPen(theme.text);
  const int label = lineHeight(TextRole::label);
  painter.drawText(QRect(inside.left(), top, inside.width(), label), Qt::AlignLeft | Qt::AlignVCenter,
                   elided(text(), TextRole::label, inside.width()));
  top += label + px(Space::hair);

  const int number = lineHeight(TextRole::number);
  const QString value = words::valueOf(m_line.indicator, m_line.figure);
  painter.setFont(ui::font(TextRole::number));
  painter.drawText(QRect(inside.left(), top, inside.width(), number), Qt::AlignLeft | Qt::AlignVCenter, value);
  const int taken = QFontMetrics(ui::font(TextRole::number)).horizontalAdvance(value) + px(Space::small);
  // Beside the number: what it counts, or that it changed.
  QString side = m_line.figure.value ? words::unitOf(m_line.indicator) : QString();
  if (m_signal)
    side = m_signal->direction == insight::Direction::up ? QStringLiteral("▲ ") + side : QStringLiteral("▼ ") + side;
  painter.setFont(ui::font(TextRole::caption));
  painter.setPen(m_signal ? theme.text : theme.textQuiet);
  painter.drawText(QRect(inside.left() + taken, top, inside.width() - taken, number - px(Space::hair)),
                   Qt::AlignLeft | Qt::AlignBottom, side);
  const int rest =
      inside.width() - taken - QFontMetrics(ui::font(TextRole::caption)).horizontalAdvance(side) - px(Space::medium);
  const int spark = std::clamp(rest, 0, int(inside.width() * kSparkPart));
  paintSparkLine(painter, QRectF(inside.right() - spark, top + scaled(6), spark - scaled(4), number - scaled(14)), m_months,
                 theme);
  top += number;

  const int caption = lineHeight(TextRole::caption);
  const domain::Light light = words::lightOf(m_line.indicator, m_line.figure);
  QRect row(inside.left(), top, inside.width(), caption);
  QString standing = words::ofStanding(light);
  if (const QString target = words::ofTarget(m_line.indicator); !target.isEmpty())
    standing = standing.isEmpty() ? target : standing + QStringLiteral(" · ") + target;
  if (light != domain::Light::none) {
    paintSignShape(painter, row, light, theme.sign(light));
    row.setLeft(row.left() + signShapeWidth() + px(Space::hair));
  }
  painter.setFont(ui::font(TextRole::caption));
  painter.setPen(light == domain::Light::none ? theme.textQuiet : theme.sign(light));
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, elided(standing, TextRole::caption, row.width()));
  top += caption;
  painter.setPen(theme.textQuiet);
  painter.drawText(QRect(inside.left(), top, inside.width(), caption), Qt::AlignLeft | Qt::AlignVCenter,
                   elided(below(), TextRole::caption, inside.width()));
}

}  // namespace ow::ui
