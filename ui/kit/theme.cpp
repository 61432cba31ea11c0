// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

#include "kit/style_sheet.h"

namespace ow::ui {

namespace {

constexpr double kBasePoints = 10.5;

struct InUse {
  Theme theme = Theme::of(ThemeKind::light);
  int percent = 100;
};

// The UI thread alone reads and writes it.
InUse& inUse() {
  static InUse value;
  return value;
}

Theme light() {
  Theme t;
  t.kind = ThemeKind::light;
  t.window = QColor(0xF3F4F6), t.surface = QColor(0xFFFFFF), t.raised = QColor(0xFAFBFC), t.line = QColor(0xD8DCE2);
  t.text = QColor(0x1A1F26), t.textQuiet = QColor(0x56606D);
  t.accent = QColor(0x1F4E8C), t.accentText = QColor(0xFFFFFF);
  t.selection = QColor(0xDBE6F5), t.selectionText = QColor(0x10233D);
  t.hover = QColor(0xE9ECF1), t.focusRing = QColor(0x1F4E8C);
  t.red = QColor(0xA8201A), t.yellow = QColor(0x7A4F00), t.green = QColor(0x1B6836), t.blue = QColor(0x1D5A9E),
  t.grey = QColor(0x545D69);
  t.redGround = QColor(0xFBE9E7), t.yellowGround = QColor(0xFFF3D6), t.greenGround = QColor(0xE5F4E9);
  t.blueGround = QColor(0xE5EFFA), t.greyGround = QColor(0xECEEF1);
  return t;
}

Theme dark() {
  Theme t;
  t.kind = ThemeKind::dark;
  t.window = QColor(0x15181C), t.surface = QColor(0x1D2126), t.raised = QColor(0x252A31), t.line = QColor(0x363D47);
  t.text = QColor(0xE7EAEE), t.textQuiet = QColor(0xA3ACB8);
  t.accent = QColor(0x8AB4F0), t.accentText = QColor(0x0E1722);
  t.selection = QColor(0x28405F), t.selectionText = QColor(0xF4F8FE);
  t.hover = QColor(0x2A3038), t.focusRing = QColor(0x8AB4F0);
  t.red = QColor(0xFF9B92), t.yellow = QColor(0xF0C35A), t.green = QColor(0x7FD197), t.blue = QColor(0x8EC0F8),
  t.grey = QColor(0xB0B8C3);
  t.redGround = QColor(0x42211F), t.yellowGround = QColor(0x3B2F12), t.greenGround = QColor(0x1B3524);
  t.blueGround = QColor(0x1B3049), t.greyGround = QColor(0x2A2F36);
  return t;
}

Theme highContrast() {
  Theme t;
  t.kind = ThemeKind::highContrast;
  t.window = QColor(Qt::black), t.surface = QColor(Qt::black), t.raised = QColor(0x141414), t.line = QColor(0xFFFFFF);
  t.text = QColor(0xFFFFFF), t.textQuiet = QColor(0xE4E4E4);
  t.accent = QColor(0xFFDD33), t.accentText = QColor(Qt::black);
  t.selection = QColor(0xFFDD33), t.selectionText = QColor(Qt::black);
  t.hover = QColor(0x2B2B2B), t.focusRing = QColor(0xFFDD33);
  t.red = QColor(0xFF9C94), t.yellow = QColor(0xFFDD33), t.green = QColor(0x79F095), t.blue = QColor(0x8CCBFF),
  t.grey = QColor(0xE4E4E4);
  t.redGround = t.yellowGround = t.greenGround = t.blueGround = t.greyGround = QColor(Qt::black);
  return t;
}

QPalette paletteOf(const Theme& t) {
  QPalette p;
  p.setColor(QPalette::Window, t.window);
  p.setColor(QPalette::WindowText, t.text);
  p.setColor(QPalette::Base, t.surface);
  p.setColor(QPalette::AlternateBase, t.raised);
  p.setColor(QPalette::Text, t.text);
  p.setColor(QPalette::PlaceholderText, t.textQuiet);
  p.setColor(QPalette::Button, t.surface);
  p.setColor(QPalette::ButtonText, t.text);
  p.setColor(QPalette::BrightText, t.red);
  p.setColor(QPalette::Highlight, t.selection);
  p.setColor(QPalette::HighlightedText, t.selectionText);
  p.setColor(QPalette::Link, t.accent);
  p.setColor(QPalette::LinkVisited, t.accent);
  p.setColor(QPalette::ToolTipBase, t.raised);
  p.setColor(QPalette::ToolTipText, t.text);
  p.setColor(QPalette::Light, t.raised);
  p.setColor(QPalette::Midlight, t.hover);
  p.setColor(QPalette::Mid, t.line);
  p.setColor(QPalette::Dark, t.line);
  p.setColor(QPalette::Shadow, t.line);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, t.textQuiet);
  return p;
}

QFont baseFont() {
  QFont f;
  // A Latin family first: digits after letters keep their place in PDF text, and Han falls to the Chinese shapes, not the
  // Japanese.
  f.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
  f.setPointSizeF(kBasePoints * inUse().percent / 100.0);
  return f;
}

}  // namespace

const Theme& Theme::current() {
  return inUse().theme;
}

Theme Theme::of(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::light:
      return light();
    case ThemeKind::dark:
      return dark();
    case ThemeKind::highContrast:
      return highContrast();
  }
  return light();
}

QColor Theme::sign(domain::Light light) const {
  switch (light) {
    case domain::Light::green:
      return green;
    case domain::Light::yellow:
      return yellow;
    case domain::Light::red:
    case domain::Light::doubleRed:
      return red;
    case domain::Light::instant:
      return blue;
    case domain::Light::paused:
    case domain::Light::none:
      return grey;
  }
  return grey;
}

QColor Theme::ground(domain::Light light) const {
  switch (light) {
    case domain::Light::green:
      return greenGround;
    case domain::Light::yellow:
      return yellowGround;
    case domain::Light::red:
    case domain::Light::doubleRed:
      return redGround;
    case domain::Light::instant:
      return blueGround;
    case domain::Light::paused:
    case domain::Light::none:
      return greyGround;
  }
  return greyGround;
}

int scalePercent() {
  return inUse().percent;
}

int scaled(int pixels) {
  return static_cast<int>(std::lround(pixels * inUse().percent / 100.0));
}

QFont font(TextRole role) {
  QFont f = baseFont();
  const double base = f.pointSizeF();
  switch (role) {
    case TextRole::title:
      f.setPointSizeF(base * 1.55);
      f.setWeight(QFont::DemiBold);
      break;
    case TextRole::heading:
      f.setPointSizeF(base * 1.12);
      f.setWeight(QFont::DemiBold);
      break;
    case TextRole::body:
    case TextRole::label:
      break;
    case TextRole::caption:
      f.setPointSizeF(base * 0.88);
      break;
    case TextRole::number:
      f.setPointSizeF(base * 1.9);
      f.setWeight(QFont::Light);
      break;
  }
  return f;
}

void applyTheme(QApplication& app, ThemeKind kind, int percent) {
  inUse() = InUse{Theme::of(kind), std::clamp(percent, 100, 200)};
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setPalette(paletteOf(Theme::current()));
  QApplication::setFont(baseFont());
  app.setStyleSheet(styleSheetOf(Theme::current()));
}

}  // namespace ow::ui
