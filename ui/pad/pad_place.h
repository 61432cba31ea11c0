// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QScreen;

namespace ow::ui {

// Where the citizen's screen stands. A matter of this computer and its cables, so it is kept here and not per clerk.
struct PadPlace {
  enum class Kind {
    off,
    secondScreen,  // whichever there is beside the clerk's
    screen,        // that one
  };
  Kind kind = Kind::off;
  QString screen;  // its name, as the system gives it
  bool operator==(const PadPlace&) const = default;
};

// "off", "second", "screen:HDMI-1"; a word nobody knows is off.
QString code(const PadPlace& place);
PadPlace padPlaceOf(const QString& code);

// UI thread.
PadPlace lastPadPlace();
void rememberPadPlace(const PadPlace& place);

// nullptr: there is no such screen beside the clerk's, and the pad is a window of its own.
QScreen* screenOf(const PadPlace& place);

}  // namespace ow::ui
