// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QString>
#include <QWidget>

#include "domain/traffic_light.h"

namespace ow::ui {

// The light of a case, for eyes that see no colour too: ● in time, ◆ due soon, ▲ overdue, ▲▲ past the statutory limit,
// ❚❚ clock stopped, ■ on the spot, — nothing runs.
// Paints the shape alone, centred in a box `side` high at the left edge of `box`.
void paintSignShape(QPainter& painter, const QRect& box, domain::Light light, const QColor& colour);
// Width that shape takes beside text of the current scale.
int signShapeWidth();

// Shape + words on the ground of the light: in headers and previews. Delegates use paintSign.
void paintSign(QPainter& painter, const QRect& box, domain::Light light, const QString& words, const QFont& font);
QSize signSize(const QString& words, const QFont& font);

class Sign : public QWidget {
  Q_OBJECT
 public:
  explicit Sign(QWidget* parent = nullptr);
  // Empty words: the light's own.
  void show(domain::Light light, const QString& words = {});
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  domain::Light m_light = domain::Light::none;
  QString m_words;
};

}  // namespace ow::ui
