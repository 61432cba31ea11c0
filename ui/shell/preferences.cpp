// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/preferences.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "desk/drafts.h"

namespace ow::ui {

namespace {

constexpr auto kLanguage = "language";
constexpr auto kTheme = "theme";
constexpr auto kScale = "scale";
constexpr auto kLock = "lock_minutes";

// One reading of the words, wherever they were kept; a word nobody knows leaves the fallback.
template <class Word>
Preferences read(Preferences result, const Word& word) {
  if (const auto language = languageOf(word(kLanguage))) result.language = *language;
  if (const auto theme = themeOf(word(kTheme))) result.theme = *theme;
  if (const int scale = word(kScale).toInt(); scale > 0) result.scalePercent = nearestScale(scale);
  if (const int minutes = word(kLock).toInt(); minutes > 0) result.lockMinutes = std::clamp(minutes, 1, 60);
  return result;
}

}  // namespace

QString code(ThemeKind theme) {
  switch (theme) {
    case ThemeKind::light:
      return QStringLiteral("light");
    case ThemeKind::dark:
      return QStringLiteral("dark");
    case ThemeKind::highContrast:
      return QStringLiteral("high_contrast");
  }
  return {};
}

std::optional<ThemeKind> themeOf(const QString& word) {
  for (const ThemeKind theme : {ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast})
    if (code(theme) == word) return theme;
  return std::nullopt;
}

int nearestScale(int percent) {
  return 100 + (std::clamp(percent, 100, 200) - 100 + 12) / 25 * 25;
}

Preferences lastPreferences() {
  const QSettings settings;
  return read(Preferences{}, [&settings](const char* name) { return settings.value(QLatin1String(name)).toString(); });
}

void rememberPreferences(const Preferences& preferences) {
  QSettings settings;
  settings.setValue(QLatin1String(kLanguage), code(preferences.language));
  settings.setValue(QLatin1String(kTheme), code(preferences.theme));
  settings.setValue(QLatin1String(kScale), preferences.scalePercent);
}

Preferences preferencesOf(desk::Desk& desk, const Preferences& fallback) {
  return read(fallback, [&desk](const char* name) {
    const auto value = desk::setting(desk, name);
    return value && value.value() ? QString::fromStdString(*value.value()) : QString();
  });
}

base::Result<void> savePreferences(desk::Desk& desk, const Preferences& preferences) {
  const std::array<std::pair<const char*, QString>, 4> values{{{kLanguage, code(preferences.language)},
                                                               {kTheme, code(preferences.theme)},
                                                               {kScale, QString::number(preferences.scalePercent)},
                                                               {kLock, QString::number(preferences.lockMinutes)}}};
  for (const auto& [name, value] : values) OW_TRYV(desk::setSetting(desk, name, value.toStdString()));
  return base::success();
}

}  // namespace ow::ui
