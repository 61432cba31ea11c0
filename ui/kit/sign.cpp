// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/sign.h"

#include <QPaintEvent>
#include <QPainterPath>

#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

QPolygonF triangle(const QRectF& r) {
  return QPolygonF({QPointF(r.center().x(), r.top()), r.bottomRight(), r.bottomLeft()});
}

QPolygonF diamond(const QRectF& r) {
  const QPointF c = r.center();
  return QPolygonF({QPointF(c.x(), r.top()), QPointF(r.right(), c.y()), QPointF(c.x(), r.bottom()), QPointF(r.left(), c.y())});
}

void paintBars(QPainter& painter, const QRectF& r) {
  const double w = r.width() * 0.32;
  painter.drawRect(QRectF(r.left(), r.top(), w, r.height()));
  painter.drawRect(QRectF(r.right() - w, r.top(), w, r.height()));
}

}  // namespace

int signShapeWidth() {
  return scaled(18);
}

void paintSignShape(QPainter& painter, const QRect& box, domain::Light light, const QColor& colour) {
  const double side = scaled(9);
  const QRectF r(box.left() + (signShapeWidth() - side) / 2.0, box.center().y() + 0.5 - side / 2.0, side, side);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  switch (light) {
    case domain::Light::green:
      painter.drawEllipse(r);
      break;
    case domain::Light::yellow:
      painter.drawPolygon(diamond(r.adjusted(-0.5, -0.5, 0.5, 0.5)));
      break;
    case domain::Light::red:
      painter.drawPolygon(triangle(r));
      break;
    case domain::Light::doubleRed:
      painter.drawPolygon(triangle(r.translated(-side * 0.42, 0)));
      painter.drawPolygon(triangle(r.translated(side * 0.42, 0)));
      break;
    case domain::Light::paused:
      paintBars(painter, r);
      break;
    case domain::Light::instant:
      painter.drawRect(r.adjusted(0.5, 0.5, -0.5, -0.5));
      break;
    case domain::Light::none:
      painter.drawRect(QRectF(r.left(), r.center().y() - 1, r.width(), 2));
      break;
  }
  painter.restore();
}

QSize signSize(const QString& words, const QFont& font) {
  const QFontMetrics metrics(font);
  return {signShapeWidth() + metrics.horizontalAdvance(words) + scaled(16), metrics.height() + scaled(6)};
}

void paintSign(QPainter& painter, const QRect& box, domain::Light light, const QString& words, const QFont& font) {
  const Theme& theme = Theme::current();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme.kind == ThemeKind::highContrast ? QPen(theme.sign(light)) : QPen(Qt::NoPen));
  painter.setBrush(theme.ground(light));
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), scaled(5), scaled(5));
  const QRect inside = box.adjusted(scaled(4), 0, -scaled(8), 0);
  paintSignShape(painter, inside, light, theme.sign(light));
  const QRect text = inside.adjusted(signShapeWidth() + scaled(3), 0, 0, 0);
  painter.setFont(font);
  painter.setPen(theme.sign(light));
  painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                   QFontMetrics(font).elidedText(words, Qt::ElideRight, text.width()));
  painter.restore();
}

Sign::Sign(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(ui::font(TextRole::label));
  show(domain::Light::none);
}

void Sign::show(domain::Light light, const QString& words) {
  m_light = light;
  m_words = words.isEmpty() ? words::of(light) : words;
  setAccessibleName(m_words);  // painted: this is its text
  setToolTip(words::of(light));
  updateGeometry();
  update();
}

QSize Sign::sizeHint() const {
  return signSize(m_words, font());
}

void Sign::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintSign(painter, rect(), m_light, m_words, font());
}

}  // namespace ow::ui
