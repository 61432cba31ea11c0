// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>

namespace ow::ui {

// How large things are on the citizen's screen: by the screen alone, whatever size the clerk likes. Older eyes and fingers set
// the least: text of 22 pixels, faces of 96, targets of 64. Made for 800 x 480 up to 1920 x 1080.
struct PadMeasure {
  QSize screen{1280, 800};
  int small = 22, body = 26, title = 40, display = 64;  // type, in pixels
  int face = 132, target = 72;
  int gap = 16, margin = 40, radius = 14;

  static PadMeasure of(QSize screen);
};

enum class PadWeight { regular, strong };
QFont padFont(int pixels, PadWeight weight = PadWeight::regular);

}  // namespace ow::ui
