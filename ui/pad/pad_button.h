// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "pad/pad_measure.h"

namespace ow::ui {

// Something to touch on the citizen's screen. It has no focus and takes no key, so that no keyboard can press it, but at a
// kiosk, where no clerk sits; its words wrap and are never cut.
class PadButton : public QAbstractButton {
  Q_OBJECT
 public:
  enum class Look {
    plain,
    primary,  // the one thing that the screen is for
    quiet,    // no frame
    chip,     // stays chosen: a tick says so
    face,     // a level of satisfaction over its words
  };

  PadButton(Look look, const QString& name, QWidget* parent);

  // The words, and what a screen reader says (the same when empty).
  void say(const QString& words, const QString& spoken = {});
  void setLevel(int level);  // of a face
  int level() const { return m_level; }
  bool isAnswer() const { return m_look == Look::face || m_look == Look::chip; }
  // Of a kiosk: Tab and the arrows come to it, the space bar presses it.
  void takeKeys();
  void fit(const PadMeasure& measure);

  // What the words need inside this width.
  int heightFor(int width) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;

 private:
  int inset() const;
  void paintGround(QPainter& painter) const;
  QColor ink() const;

  Look m_look;
  int m_level = 0;
  bool m_takesKeys = false;
  PadMeasure m_measure;
};

}  // namespace ow::ui
