// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_place.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>

namespace ow::ui {

namespace {
constexpr auto kKey = "pad_screen";
const QString kOff = QStringLiteral("off");
const QString kSecond = QStringLiteral("second");
const QString kNamed = QStringLiteral("screen:");
}  // namespace

QString code(const PadPlace& place) {
  if (place.kind == PadPlace::Kind::screen) return kNamed + place.screen;
  return place.kind == PadPlace::Kind::secondScreen ? kSecond : kOff;
}

PadPlace padPlaceOf(const QString& code) {
  if (code == kSecond) return {PadPlace::Kind::secondScreen, {}};
  if (code.startsWith(kNamed)) return {PadPlace::Kind::screen, code.mid(kNamed.size())};
  return {};
}

PadPlace lastPadPlace() {
  return padPlaceOf(QSettings().value(QLatin1String(kKey)).toString());
}

void rememberPadPlace(const PadPlace& place) {
  QSettings().setValue(QLatin1String(kKey), code(place));
}

QScreen* screenOf(const PadPlace& place) {
  const QList<QScreen*> screens = QGuiApplication::screens();
  if (screens.size() < 2 || place.kind == PadPlace::Kind::off) return nullptr;  // it would cover the clerk's own
  for (QScreen* screen : screens) {
    const bool isIt =
        place.kind == PadPlace::Kind::screen ? screen->name() == place.screen : screen != QGuiApplication::primaryScreen();
    if (isIt) return screen;
  }
  return nullptr;
}

}  // namespace ow::ui
