// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QByteArray>
#include <QStandardPaths>

#include <catch2/catch_session.hpp>

#include <cstdio>

#include "kit/language.h"
#include "kit/theme.h"

namespace {

// The offscreen platform says this once per window; nothing else is kept from the log.
void print(QtMsgType, const QMessageLogContext&, const QString& message) {
  if (message.contains(QLatin1String("propagateSizeHints"))) return;
  std::fprintf(stderr, "%s\n", qPrintable(message));
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qInstallMessageHandler(print);
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("onewindow"));
  QApplication::setQuitOnLastWindowClosed(false);
  ow::ui::applyLanguage(app, ow::ui::Language::english);
  ow::ui::applyTheme(app, ow::ui::ThemeKind::light, 100);
  return Catch::Session().run(argc, argv);
}
