// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "centre_link.h"
#include "desk/opening.h"
#include "desk/syncing.h"
#include "shell/front_office.h"

// onewindow, the front office. Everything it is made of is put together here.
namespace {

using ow::ui::Wishes;

constexpr int kUsage = 2;

struct Options {
  QCommandLineOption store{"store", QApplication::translate("Options", "The store to open."), "FILE"};
  QCommandLineOption language{"language", QApplication::translate("Options", "zh or en."), "zh|en"};
  QCommandLineOption theme{"theme", QApplication::translate("Options", "light, dark or high_contrast."), "NAME"};
  QCommandLineOption scale{"scale", QApplication::translate("Options", "100 to 200 per cent."), "PERCENT"};
  QCommandLineOption clerk{"clerk", QApplication::translate("Options", "Who unlocks the store."), "LOGIN"};
  QCommandLineOption passphraseFile{"passphrase-file",
                                    QApplication::translate("Options", "Unlocks with the first line of this file."), "FILE"};
};

std::filesystem::path defaultStore() {
  const QString fromEnvironment = qEnvironmentVariable("ONEWINDOW_STORE");
  if (!fromEnvironment.isEmpty()) return fromEnvironment.toStdString();
  const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  return QDir(data).filePath(QStringLiteral("onewindow/hall.ow")).toStdString();
}

std::optional<ow::base::Redacted<std::string>> firstLine(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  QByteArray line = file.readLine(4096);
  while (line.endsWith('\n') || line.endsWith('\r')) line.chop(1);
  return ow::base::Redacted<std::string>(line.toStdString());
}

// No core dump with citizens in it, no other process of the same user that reads our memory, and no file that others may read.
void closeDoors() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  umask(0077);
}

// Ends the program with a usage message when an option makes no sense.
[[noreturn]] void refuse(const QString& option, const QString& value) {
  qCritical("onewindow: --%s: %s", qPrintable(option), qPrintable(value));
  std::exit(kUsage);
}

Wishes wishesOf(const QCommandLineParser& line, const Options& options) {
  Wishes wishes;
  wishes.store = line.isSet(options.store) ? std::filesystem::path(line.value(options.store).toStdString()) : defaultStore();
  wishes.clerk = line.value(options.clerk);
  if (line.isSet(options.language)) {
    wishes.language = ow::ui::languageOf(line.value(options.language));
    if (!wishes.language) refuse(QStringLiteral("language"), line.value(options.language));
  }
  if (line.isSet(options.theme)) {
    wishes.theme = ow::ui::themeOf(line.value(options.theme));
    if (!wishes.theme) refuse(QStringLiteral("theme"), line.value(options.theme));
  }
  if (line.isSet(options.scale)) {
    const int percent = line.value(options.scale).toInt();
    if (percent < 100 || percent > 200) refuse(QStringLiteral("scale"), line.value(options.scale));
    wishes.scalePercent = ow::ui::nearestScale(percent);
  }
  if (line.isSet(options.passphraseFile)) {
    wishes.passphrase = firstLine(line.value(options.passphraseFile));
    if (!wishes.passphrase) refuse(QStringLiteral("passphrase-file"), line.value(options.passphraseFile));
  }
  return wishes;
}

// A store that can only be read has nothing to send and no room for what comes.
std::unique_ptr<ow::desk::Syncing> startSync(const std::shared_ptr<ow::desk::Desk>& desk) {
  if (desk->isReadOnly()) return nullptr;
  auto centre = ow::app::centreOf(*desk);
  auto search = ow::app::registerOf(*desk);
  if (centre && search) {
    auto looks = std::make_unique<ow::centre::PostgresRegister>(*centre.value());
    return std::make_unique<ow::desk::Syncing>(desk, std::move(centre.value()), std::move(looks), std::move(search.value()));
  }
  const ow::base::Error& error = centre ? search.error() : centre.error();
  if (error.kind != ow::base::ErrorKind::notFound)
    qWarning("onewindow: the sync does not start: %s", ow::base::describe(error).c_str());
  return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  closeDoors();
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("onewindow"));
  QApplication::setApplicationVersion(QStringLiteral(OW_VERSION));
  QApplication::setOrganizationName(QStringLiteral("onewindow"));
  QApplication::setDesktopFileName(QStringLiteral("onewindow"));

  const Options options;
  QCommandLineParser line;
  line.setApplicationDescription(QApplication::translate("Options", "The front office of a one-stop government service hall."));
  line.addHelpOption();
  line.addVersionOption();
  line.addOptions({options.store, options.language, options.theme, options.scale, options.clerk, options.passphraseFile});
  line.process(app);

  ow::ui::FrontOffice office(app, wishesOf(line, options), {startSync, ow::app::clerkLineOf});
  office.start();
  return QApplication::exec();
}
