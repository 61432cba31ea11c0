// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ow::ui {

namespace {

Language& spoken() {
  static Language language = Language::english;
  return language;
}

Language ofSystem() {
  const QStringList wanted = QLocale::system().uiLanguages();
  return !wanted.isEmpty() && wanted.first().startsWith(QLatin1String("zh")) ? Language::simplifiedChinese : Language::english;
}

QTranslator& ours() {
  static QTranslator translator;
  return translator;
}

QTranslator& qtsOwn() {
  static QTranslator translator;
  return translator;
}

void install(QTranslator& translator, const QString& name, const QString& folder) {
  QCoreApplication::removeTranslator(&translator);
  if (translator.load(name, folder)) QCoreApplication::installTranslator(&translator);
}

}  // namespace

QString code(Language language) {
  switch (language) {
    case Language::system:
      return QStringLiteral("system");
    case Language::english:
      return QStringLiteral("en");
    case Language::simplifiedChinese:
      return QStringLiteral("zh_CN");
  }
  return {};
}

std::optional<Language> languageOf(const QString& code) {
  if (code == QLatin1String("system")) return Language::system;
  if (code == QLatin1String("en")) return Language::english;
  if (code == QLatin1String("zh") || code == QLatin1String("zh_CN") || code == QLatin1String("zh-CN"))
    return Language::simplifiedChinese;
  return std::nullopt;
}

void applyLanguage(QApplication&, Language language) {
  spoken() = language == Language::system ? ofSystem() : language;
  const bool isChinese = spoken() == Language::simplifiedChinese;
  QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
  install(qtsOwn(), isChinese ? QStringLiteral("qtbase_zh_CN") : QStringLiteral("qtbase_en"),
          QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(ours(), QStringLiteral("onewindow_") + code(spoken()), QStringLiteral(":/translations"));
}

Language spokenLanguage() {
  return spoken();
}

}  // namespace ow::ui
