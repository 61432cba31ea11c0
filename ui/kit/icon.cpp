// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include "kit/theme.h"

namespace ow::ui {

QIcon icon(const QString& name, const QColor& colour, int side) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QByteArray svg = file.readAll();
  svg.replace("currentColor", colour.name().toLatin1());
  QSvgRenderer renderer(svg);
  QIcon drawn;
  for (const int ratio : {1, 2}) {
    QPixmap picture(scaled(side) * ratio, scaled(side) * ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    picture.setDevicePixelRatio(ratio);
    drawn.addPixmap(picture);
  }
  return drawn;
}

}  // namespace ow::ui
