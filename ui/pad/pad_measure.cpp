// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_measure.h"

#include <algorithm>
#include <cmath>

#include "kit/theme.h"

namespace ow::ui {

PadMeasure PadMeasure::of(QSize screen) {
  const double unit = std::clamp(std::min(screen.width() / 1280.0, screen.height() / 800.0), 0.5, 1.6);
  const auto sized = [unit](int pixels, int least) { return std::max(least, static_cast<int>(std::lround(pixels * unit))); };
  PadMeasure m;
  m.screen = screen;
  m.small = sized(24, 22);
  m.body = sized(28, 22);
  m.title = sized(42, 28);
  m.display = sized(72, 44);
  m.face = sized(160, 96);
  m.target = sized(76, 64);
  m.gap = sized(18, 10);
  m.margin = sized(56, 24);
  m.radius = sized(16, 10);
  return m;
}

QFont padFont(int pixels, PadWeight weight) {
  QFont f = ui::font(TextRole::body);
  f.setPixelSize(pixels);
  f.setWeight(weight == PadWeight::strong ? QFont::DemiBold : QFont::Normal);
  return f;
}

}  // namespace ow::ui
