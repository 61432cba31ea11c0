// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include "domain/traffic_light.h"

class QApplication;

namespace ow::ui {

enum class ThemeKind { light, dark, highContrast };

// Every colour, space and type size of the program. Widgets ask here and never name a colour of their own.
// Contrast of text on its ground is at least 4.5:1 (a test measures it).
struct Theme {
  ThemeKind kind = ThemeKind::light;
  QColor window, surface, raised, line, text, textQuiet, accent, accentText, selection, selectionText, hover, focusRing;
  QColor red, yellow, green, blue, grey;  // signs: shape + word stand beside them
  QColor redGround, yellowGround, greenGround, blueGround, greyGround;

  static const Theme& current();
  static Theme of(ThemeKind kind);
  QColor sign(domain::Light light) const;
  QColor ground(domain::Light light) const;
};

// Spaces in device-independent pixels: 4, 8, 12, 16, 24, 32.
enum class Space { hair = 4, small = 8, medium = 12, large = 16, wide = 24, section = 32 };
constexpr int px(Space space) {
  return static_cast<int>(space);
}

// A length that was chosen at 100 %, at the scale in use: for what must grow with the type (icons, column widths).
int scaled(int pixels);
int scalePercent();

// Type sizes relative to the base size (10.5 pt at 100 %).
enum class TextRole { title, heading, body, label, caption, number };
QFont font(TextRole role);

// Fusion with our palette and style sheet, fonts with a Latin family first and Noto Sans CJK SC after it, at `percent`
// (100-200). Widgets made before keep the fonts that they asked for; the shell makes its window again after a change.
void applyTheme(QApplication& app, ThemeKind kind, int percent);

}  // namespace ow::ui
