// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/elided_label.h"

#include <QPainter>

namespace ow::ui {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setText(text);
}

void ElidedLabel::setText(const QString& text) {
  // A name may hold line ends; here it has one line.
  QString line = text;
  line.replace(QLatin1Char('\n'), QLatin1Char(' '));
  QLabel::setText(line);
  setToolTip(line.toHtmlEscaped());
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  const QRect inside = contentsRect();
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, inside.width());
  painter.drawText(inside, static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

}  // namespace ow::ui
