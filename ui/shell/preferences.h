// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "desk/desk.h"
#include "kit/language.h"
#include "kit/theme.h"

namespace ow::ui {

// How a clerk likes the program. Kept per clerk in the store; language, theme and scale also on this computer, so that the
// unlock window already speaks and looks that way.
struct Preferences {
  Language language = Language::system;
  ThemeKind theme = ThemeKind::light;
  int scalePercent = 100;  // 100, 125, 150, 175, 200
  int lockMinutes = 10;    // 1-60
  bool operator==(const Preferences&) const = default;
};

QString code(ThemeKind theme);  // "light", "dark", "high_contrast"
std::optional<ThemeKind> themeOf(const QString& code);
int nearestScale(int percent);

// What was used last on this computer. UI thread.
Preferences lastPreferences();
void rememberPreferences(const Preferences& preferences);

// The clerk's own, from the store; what the store does not say is taken from `fallback`. Any thread; blocks.
Preferences preferencesOf(desk::Desk& desk, const Preferences& fallback);
base::Result<void> savePreferences(desk::Desk& desk, const Preferences& preferences);

}  // namespace ow::ui
