// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>

#include <catch2/catch_session.hpp>

#include <cstdio>
#include <string>
#include <string_view>

#include "journeys/clerk.h"
#include "kit/language.h"
#include "kit/theme.h"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  // The offscreen platform says this once per window.
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
    if (!message.contains(QLatin1String("propagateSizeHints"))) std::fprintf(stderr, "%s\n", qPrintable(message));
  });
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("onewindow"));
  QApplication::setQuitOnLastWindowClosed(false);
  ow::ui::applyLanguage(app, ow::ui::Language::english);
  ow::ui::applyTheme(app, ow::ui::ThemeKind::light, 100);
  if (argc == 5 && std::string_view(argv[1]) == "--be-the-one-who-dies")
    return ow::journeys::dieWhileTyping(argv[2], argv[3], std::stoi(argv[4]));
  return Catch::Session().run(argc, argv);
}
