// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/board_tile.h"

#include <QKeyEvent>
#include <QPainter>

#include "kit/sign.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

constexpr double kLargePart = 1.25;  // of the size of numbers

QFont largeFont() {
  QFont large = font(TextRole::number);
  large.setPointSizeF(large.pointSizeF() * kLargePart);
  large.setWeight(QFont::Normal);
  return large;
}

int heightOf(const QFont& font) {
  return QFontMetrics(font).height();
}

}  // namespace

BoardTile::BoardTile(const QString& name, int width, Below below, QWidget* parent)
    : QAbstractButton(parent), m_width(width), m_below(below) {
  setObjectName(name);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFocusPolicy(Qt::NoFocus);
  setAttribute(Qt::WA_Hover);
}

void BoardTile::show(const TileWords& words) {
  m_words = words;
  setFocusPolicy(isAct() ? Qt::StrongFocus : Qt::NoFocus);
  setCursor(isAct() ? Qt::PointingHandCursor : Qt::ArrowCursor);
  QStringList said{words.caption, words.large, words.sign, words.detail};
  said.removeAll(QString());
  setAccessibleName(said.join(QStringLiteral(", ")));
  setAccessibleDescription(words.does);
  setToolTip(words.does.isEmpty() ? accessibleName() : accessibleName() + QLatin1Char('\n') + words.does);
  update();
}

QSize BoardTile::sizeHint() const {
  int height = heightOf(ui::font(TextRole::label)) + heightOf(largeFont()) + heightOf(ui::font(TextRole::label));
  if (m_below == Below::two) height += heightOf(ui::font(TextRole::caption)) + px(Space::hair);
  return {scaled(m_width), height + 2 * px(Space::medium) + 2 * px(Space::hair) + scaled(6)};
}

void BoardTile::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
  QAbstractButton::keyPressEvent(event);
}

void BoardTile::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hasFocus() ? theme.focusRing : theme.line, hasFocus() ? 2 : 1));
  painter.setBrush(isAct() && underMouse() ? theme.hover : theme.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), scaled(5), scaled(5));

  const QRect inside = rect().adjusted(px(Space::medium), px(Space::medium), -px(Space::medium), -px(Space::medium));
  int top = inside.top();
  const auto line = [&](const QString& text, const QFont& type, const QColor& colour) {
    const QRect box(inside.left(), top, inside.width(), heightOf(type));
    painter.setFont(type);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(type).elidedText(text, Qt::ElideRight, inside.width()));
    top += box.height();
  };
  line(m_words.caption, ui::font(TextRole::label), theme.text);
  top += px(Space::hair);
  line(m_words.large, largeFont(), m_words.isQuiet ? theme.textQuiet : theme.text);
  top += px(Space::hair);
  const QFont small = ui::font(TextRole::label);
  const int height = heightOf(small) + scaled(6);
  if (m_words.sign.isEmpty() && m_below == Below::one)
    return line(m_words.detail, ui::font(TextRole::caption), theme.textQuiet);
  if (!m_words.sign.isEmpty()) {
    const int width = std::min(inside.width(), signSize(m_words.sign, small).width());
    paintSign(painter, QRect(inside.left(), top, width, height), m_words.light, m_words.sign, small);
  }
  top += height + px(Space::hair);
  if (m_below == Below::two) line(m_words.detail, ui::font(TextRole::caption), theme.textQuiet);
}

}  // namespace ow::ui
