// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include <optional>

#include "domain/traffic_light.h"

namespace ow::ui {

// Two lines that lead somewhere: a case, a relative. Click, Space or Enter opens. With a light its shape stands in front, and
// the light's words are part of what a screen reader says.
class LinkRow : public QAbstractButton {
  Q_OBJECT
 public:
  LinkRow(const QString& title, const QString& detail, QWidget* parent);

  // `words` stand at the right end of the first line, in the light's colour.
  void setLight(domain::Light light, const QString& words);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QString m_detail;
  QString m_words;
  std::optional<domain::Light> m_light;
};

}  // namespace ow::ui
