// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace ow::ui {

struct Theme;

// Fusion takes nearly everything from the palette; this is the rest: fields, buttons, tabs, lists, tool tips.
QString styleSheetOf(const Theme& theme);

// How a widget wants to be painted, where its class does not say it.
enum class Look {
  primary,       // button: the one thing that this form is for
  quiet,         // button without a frame; label in the second text colour
  danger,        // label or button that speaks of a failure
  warning,       // label
  done,          // label
  card,          // frame: a surface on the window's ground
  banner,        // frame: something to know before going on
  rail,          // button of the left rail
  quietWarning,  // button without a frame that says what is not as it should be
};
void setLook(QWidget* widget, Look look);

}  // namespace ow::ui
