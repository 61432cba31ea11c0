// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/opening.h"
#include "desk/scorecard_figures.h"
#include "kit/language.h"
#include "scorecard/scorecard_paper.h"
#include "store/durable_file.h"

// onewindow-paper: the scorecard of a store as a PDF on its standard output, behind one line of JSON that says what it is of;
// for onewindow-admin, which needs no Qt of its own. It writes no file and needs no screen. Exit code 1 with {"error": kind,
// "facts"} instead, 2 for a wrong call.
namespace {

namespace json = boost::json;
using namespace ow;

constexpr int kFailed = 1, kUsage = 2;

// No core dump with citizens in it, and no other process of the same user that reads our memory.
void closeDoors() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  umask(0077);
}

struct Options {
  QCommandLineOption store{"store", "The store.", "FILE"};
  QCommandLineOption keyFile{"key-file", "What opens it without a clerk.", "FILE"};
  QCommandLineOption period{"period", "2026, 2026-Q3, 2026-10, FROM..TO.", "PERIOD"};
  QCommandLineOption language{"language", "zh or en.", "zh|en"};
  QCommandLineOption scope{"scope", "hall, or what the halls of a district, city or province published.", "SCOPE", "hall"};
};

base::Result<std::unique_ptr<desk::Desk>> openDesk(const QCommandLineParser& line, const Options& options) {
  OW_TRY(auto secret, store::readSmallFile(line.value(options.keyFile).toStdString()));
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  OW_TRY(auto store, desk::openWithKeyFile(line.value(options.store).toStdString(), base::Redacted<std::string>(secret),
                                           {store::Access::readOnly, store::Durability::full, nullptr}));
  return desk::administratorDesk(std::move(store), desk::systemPorts());
}

struct Made {
  json::object about;
  QByteArray pages;
};

base::Result<Made> make(const QCommandLineParser& line, const Options& options) {
  OW_TRY(const auto period, insight::parsePeriod(line.value(options.period).toStdString()));
  OW_TRY(const auto desk, openDesk(line, options));
  const auto reach = base::fromCode<desk::Reach>(line.value(options.scope).toStdString());
  OW_TRY(auto figures, desk::scorecardFigures(*desk, period, {}, reach));
  ui::ScorecardPages drawn(std::move(figures), desk->zone(), QStringLiteral("onewindow-admin " OW_VERSION));
  while (drawn.step()) {
  }
  return Made{{{"as_of", base::isoText(drawn.card().asOf, desk->zone())},
               {"definitions", drawn.card().registry},
               {"pages", drawn.pageCount()},
               {"bytes", drawn.pages().size()}},
              drawn.pages()};
}

void say(const json::object& line) {
  const std::string text = json::serialize(line) + "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
}

int fail(const base::Error& error) {
  json::object facts;
  for (const base::Fact& fact : error.facts) facts[fact.name] = fact.value;
  say({{"error", base::code(error.kind)}, {"facts", std::move(facts)}});
  return kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  closeDoors();
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  const Options options;
  QCommandLineParser line;
  line.addOptions({options.store, options.keyFile, options.period, options.language, options.scope});
  const auto language = line.parse(QApplication::arguments()) ? ui::languageOf(line.value(options.language)) : std::nullopt;
  if (!language || !line.isSet(options.store) || !line.isSet(options.keyFile) || !line.isSet(options.period)) {
    std::fputs("onewindow-paper is called by onewindow-admin scorecard --pdf\n", stderr);
    return kUsage;
  }
  ui::applyLanguage(app, *language);
  const auto made = make(line, options);
  if (!made) return fail(made.error());
  say(made.value().about);
  const QByteArray& pages = made.value().pages;
  const bool isWritten = std::fwrite(pages.constData(), 1, std::size_t(pages.size()), stdout) == std::size_t(pages.size());
  return isWritten && std::fflush(stdout) == 0 ? 0 : kFailed;
}
