// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/link_row.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "kit/sign.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

LinkRow::LinkRow(const QString& title, const QString& detail, QWidget* parent) : QAbstractButton(parent), m_detail(detail) {
  // Not text(): a number or name with an ampersand in it must not become a shortcut.
  setAccessibleName(detail.isEmpty() ? title : tr("%1, %2", "an entry and what tells it from others").arg(title, detail));
  setProperty("title", title);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LinkRow::setLight(domain::Light light, const QString& words) {
  m_light = light;
  m_words = words;
  setAccessibleDescription(words.isEmpty() ? words::of(light)
                                           : tr("%1: %2", "a light and the remaining time").arg(words::of(light), words));
  update();
}

QSize LinkRow::sizeHint() const {
  const int lines = QFontMetrics(ui::font(TextRole::body)).height() +
                    (m_detail.isEmpty() ? 0 : QFontMetrics(ui::font(TextRole::caption)).height());
  return {scaled(240), std::max(scaled(24), lines + 2 * px(Space::hair) + px(Space::hair))};
}

QSize LinkRow::minimumSizeHint() const {
  return {scaled(120), sizeHint().height()};
}

void LinkRow::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF all = QRectF(rect()).adjusted(1, 1, -1, -1);
  if (underMouse() || hasFocus()) {
    painter.setPen(hasFocus() ? QPen(theme.focusRing, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(theme.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(all, scaled(5), scaled(5));
  }
  QRect inside = rect().adjusted(px(Space::small), px(Space::hair), -px(Space::small), -px(Space::hair));
  const QFont titleFont = ui::font(TextRole::body), detailFont = ui::font(TextRole::caption);
  const QFontMetrics titleSize(titleFont), detailSize(detailFont);
  QRect first(inside.x(), inside.y(), inside.width(), m_detail.isEmpty() ? inside.height() : titleSize.height());
  if (m_light) {
    paintSignShape(painter, first, *m_light, theme.sign(*m_light));
    inside.setLeft(inside.left() + signShapeWidth() + px(Space::hair));
    first.setLeft(inside.left());
  }
  if (!m_words.isEmpty()) {
    const int wide = std::min(detailSize.horizontalAdvance(m_words) + px(Space::hair), first.width() * 3 / 5);
    painter.setFont(detailFont);
    painter.setPen(m_light ? theme.sign(*m_light) : theme.textQuiet);
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, detailSize.elidedText(m_words, Qt::ElideRight, wide));
    first.setRight(first.right() - wide - px(Space::small));
  }
  painter.setFont(titleFont);
  painter.setPen(theme.text);
  painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                   titleSize.elidedText(property("title").toString(), Qt::ElideRight, first.width()));
  if (m_detail.isEmpty()) return;
  painter.setFont(detailFont);
  painter.setPen(theme.textQuiet);
  const QRect second(inside.x(), first.bottom() + 1, inside.width(), detailSize.height());
  painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter, detailSize.elidedText(m_detail, Qt::ElideRight, second.width()));
}

void LinkRow::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && !event->isAutoRepeat()) return click();
  QAbstractButton::keyPressEvent(event);
}

void LinkRow::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void LinkRow::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace ow::ui
