// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>

#include <catch2/catch_session.hpp>

#include <cstdio>

#include "journeys/other_process.h"
#include "kit/language.h"
#include "kit/theme.h"
#include "testkit/hall.h"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  // The offscreen platform says this once per window.
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
    if (!message.contains(QLatin1String("propagateSizeHints"))) std::fprintf(stderr, "%s\n", qPrintable(message));
  });
  QStandardPaths::setTestModeEnabled(true);
  // What a front office remembers of a clerk's taste stays with the test; another process of it has its own place already.
  const ow::testkit::TempFolder settings;
  if (argc < 2 || qstrcmp(argv[1], "--play") != 0)
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString(settings.path().string()));
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("onewindow"));
  QApplication::setOrganizationName(QStringLiteral("onewindow"));
  QApplication::setQuitOnLastWindowClosed(false);
  ow::ui::applyLanguage(app, ow::ui::Language::english);
  ow::ui::applyTheme(app, ow::ui::ThemeKind::light, 100);
  if (const auto played = ow::journeys::playRole(argc, argv)) return *played;
  return Catch::Session().run(argc, argv);
}
