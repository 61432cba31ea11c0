// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_button.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "kit/face.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {
constexpr int kWrapped = Qt::AlignCenter | Qt::TextWordWrap;
constexpr int kFaceWords = 2;  // lines under a face, in every language: five tiles of one height
}  // namespace

PadButton::PadButton(Look look, const QString& name, QWidget* parent) : QAbstractButton(parent), m_look(look) {
  setObjectName(name);
  setFocusPolicy(Qt::NoFocus);
  setCheckable(look == Look::chip);
  setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void PadButton::say(const QString& words, const QString& spoken) {
  setText(words);
  setAccessibleName(spoken.isEmpty() ? words : spoken);
  updateGeometry();
  update();
}

void PadButton::setLevel(int level) {
  m_level = level;
  update();
}

void PadButton::fit(const PadMeasure& measure) {
  m_measure = measure;
  setFont(padFont(measure.body, m_look == Look::primary ? PadWeight::strong : PadWeight::regular));
  updateGeometry();
}

int PadButton::inset() const {
  if (m_look == Look::face) return m_measure.gap / 3;
  return m_look == Look::chip ? m_measure.gap : m_measure.gap * 3 / 2;
}

int PadButton::heightFor(int width) const {
  const QFontMetrics metrics(font());
  if (m_look == Look::face) return m_measure.face + metrics.height() * kFaceWords + m_measure.gap * 5 / 2;
  const int words = metrics.boundingRect(QRect(0, 0, width - 2 * inset(), 10'000), kWrapped, text()).height();
  return std::max(m_measure.target, words + m_measure.gap);
}

QSize PadButton::sizeHint() const {
  const int words = QFontMetrics(font()).horizontalAdvance(text());
  if (m_look == Look::face) return {m_measure.face + 2 * inset(), heightFor(m_measure.face)};
  return {std::max(m_measure.target * 3 / 2, words + 2 * inset() + 2), m_measure.target};
}

QColor PadButton::ink() const {
  const Theme& theme = Theme::current();
  if (!isEnabled()) return theme.textQuiet;
  if (m_look == Look::primary) return theme.accentText;
  if (m_look == Look::quiet) return theme.accent;
  return isChecked() ? theme.selectionText : theme.text;
}

void PadButton::paintGround(QPainter& painter) const {
  const Theme& theme = Theme::current();
  const bool isHeld = isDown() && isEnabled();
  if (m_look == Look::quiet && !isHeld) return;
  QColor ground = isHeld ? theme.hover : theme.surface, edge = theme.line;
  double width = 1.5;
  if (m_look == Look::primary) {
    ground = isEnabled() ? theme.accent : theme.window;
    edge = isEnabled() ? theme.accent : theme.line;
    if (isHeld) ground = theme.focusRing.darker(115);
  } else if (isChecked()) {
    ground = theme.selection;
    edge = theme.accent;
    width = 3;
  }
  painter.setPen(QPen(edge, width));
  painter.setBrush(ground);
  const double half = width / 2;
  painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), m_measure.radius, m_measure.radius);
}

void PadButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGround(painter);
  if (hasFocus()) {
    painter.setPen(QPen(Theme::current().focusRing, 4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), m_measure.radius, m_measure.radius);
  }
  painter.setFont(font());
  painter.setPen(ink());
  const QRect inside = rect().adjusted(inset(), 0, -inset(), 0);
  if (m_look == Look::face) {
    const QRectF face((width() - m_measure.face) / 2.0, m_measure.gap, m_measure.face, m_measure.face);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(faceGround(m_level));
    painter.drawEllipse(face.adjusted(2, 2, -2, -2));
    painter.restore();
    paintFace(painter, face, m_level);
    const int top = static_cast<int>(face.bottom()) + m_measure.gap / 2;
    return painter.drawText(QRect(inside.left(), top, inside.width(), height() - top - m_measure.gap / 2), kWrapped, text());
  }
  painter.drawText(inside, kWrapped, text());
  if (m_look != Look::chip || !isChecked()) return;
  // The tick in the corner: what is chosen is not told by colour alone, and the words do not move.
  const double s = std::max(14.0, m_measure.gap * 0.9);
  const QPointF at(width() - s * 1.5, s * 0.45);
  painter.setPen(QPen(ink(), s * 0.22, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(QPolygonF({at + QPointF(0, s * 0.5), at + QPointF(s * 0.35, s * 0.85), at + QPointF(s, 0.1 * s)}));
}

// A touch leaves the focus where it is: what a scanner sends next presses nothing.
void PadButton::takeKeys() {
  m_takesKeys = true;
  setFocusPolicy(Qt::TabFocus);
}

void PadButton::keyPressEvent(QKeyEvent* event) {
  if (!m_takesKeys) return event->ignore();
  QAbstractButton::keyPressEvent(event);
}

void PadButton::keyReleaseEvent(QKeyEvent* event) {
  if (!m_takesKeys) return event->ignore();
  QAbstractButton::keyReleaseEvent(event);
}

}  // namespace ow::ui
