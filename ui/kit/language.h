// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QApplication;

namespace ow::ui {

enum class Language { system, english, simplifiedChinese };

// "system", "en", "zh_CN": as settings and the command line write it.
QString code(Language language);
// Also takes "zh" and "zh-CN".
std::optional<Language> languageOf(const QString& code);

// From here on tr() answers in this language, Qt's own texts too. Widgets made before keep their words; the shell makes its
// window again.
void applyLanguage(QApplication& app, Language language);
// Never `system`.
Language spokenLanguage();

}  // namespace ow::ui
