// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the front office, put together as app/desktop/main.cpp does it, and says how long a person waits: from the key or the
// click to the painted answer. onewindow-bench starts this program; alone it prints the same figures for one start.
#include <QAbstractItemView>
#include <QCommandLineParser>
#include <QFile>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>

#include <chrono>
#include <cstdio>
#include <random>
#include <stdexcept>

#include "bench/plan.h"
#include "bench/watched_application.h"
#include "inbox/inbox_model.h"
#include "shell/front_office.h"
#include "shell/main_window.h"
#include "shell/search_results.h"
#include "testkit/hall.h"

namespace {

using namespace ow;
using bench::Sample;
using Clock = std::chrono::steady_clock;

// Budgets of the design's table, milliseconds at p99, and mebibytes.
constexpr double kStartBudget = 1000, kKeyBudget = 50, kProfileBudget = 100, kScrollBudget = 50, kFrameBudget = 16;
constexpr double kMemoryBudget = 300;
constexpr std::size_t kKeys = 400, kPages = 60;
constexpr int kJumps = 300;

double millisSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

QJsonObject figure(const char* what, const Sample& sample, double budget) {
  return {{QStringLiteral("what"), QLatin1String(what)},
          {QStringLiteral("p50_ms"), sample.percentile(0.5)},
          {QStringLiteral("p99_ms"), sample.percentile(0.99)},
          {QStringLiteral("max_ms"), sample.percentile(1)},
          {QStringLiteral("budget_p99_ms"), budget},
          {QStringLiteral("over_budget"), static_cast<qint64>(sample.over(budget))},
          {QStringLiteral("runs"), static_cast<qint64>(sample.millis.size())}};
}

// "Pss:   12345 kB" of this process, in MiB.
double memory(const char* file, const char* word) {
  QFile lines{QLatin1String(file)};
  if (!lines.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : lines.readAll().split('\n'))
    if (line.startsWith(word)) return line.simplified().split(' ').value(1).toDouble() / 1024;
  return 0;
}

class WindowBench {
 public:
  WindowBench(bench::WatchedApplication& app, const std::filesystem::path& store, Clock::time_point started)
      : m_app(app), m_started(started) {
    ui::Wishes wishes;
    wishes.store = store;
    wishes.clerk = QLatin1String(bench::kLogin);
    wishes.passphrase = base::Redacted<std::string>(bench::kPassphrase);
    wishes.language = ui::Language::simplifiedChinese;
    m_office = std::make_unique<ui::FrontOffice>(app, std::move(wishes));
  }

  void start() {
    m_office->start();
    painted([](const QWidget& widget) { return widget.window()->objectName() == QLatin1String("unlockWindow"); });
    add("start: process to painted unlock window", {{millisSince(m_started)}}, kStartBudget);
    painted([](const QWidget& widget) {
      const auto* table = qobject_cast<const QTableView*>(widget.parentWidget());
      return table != nullptr && table->objectName() == QLatin1String("inboxTable") && showsRows(*table);
    });
    add("start: process to painted inbox rows, passphrase typed at once", {{millisSince(m_started)}}, kStartBudget);
    m_app.forgetBlocked();
  }

  void tour(const bench::Plan& plan) {
    scroll();
    type(plan.keystrokes);
    profiles(plan.parties);
    cases(plan.cases);
    switchPages();
    add("UI thread: one event at a time", m_app.blocked(), kFrameBudget);
  }

  QJsonObject report() const {
    return {{QStringLiteral("figures"), m_figures},
            {QStringLiteral("memory"), QJsonObject{{QStringLiteral("resident_mib"), memory("/proc/self/smaps_rollup", "Rss:")},
                                                   {QStringLiteral("own_mib"), memory("/proc/self/smaps_rollup", "Pss:")},
                                                   {QStringLiteral("peak_mib"), memory("/proc/self/status", "VmHWM:")},
                                                   {QStringLiteral("budget_mib"), kMemoryBudget}}}};
  }

 private:
  ui::MainWindow& window() { return *m_office->window(); }
  void add(const char* what, const Sample& sample, double budget) { m_figures.append(figure(what, sample, budget)); }
  void painted(const std::function<bool(const QWidget&)>& isIt) { m_app.runUntilPainted(isIt); }

  // From `act` to the painted widget.
  double timed(const std::function<void()>& act, const std::function<bool(const QWidget&)>& isIt) {
    const auto start = Clock::now();
    act();
    painted(isIt);
    return millisSince(start);
  }

  static bool showsRows(const QTableView& table) {
    const auto* model = qobject_cast<const ui::InboxModel*>(table.model());
    if (model == nullptr || model->rowCount() == 0) return false;
    const int last = table.rowAt(table.viewport()->height() - 1);
    return model->row(table.rowAt(0)) != nullptr && model->row(last < 0 ? model->rowCount() - 1 : last) != nullptr;
  }

  void scroll() {
    auto* table = window().findChild<QTableView*>(QStringLiteral("inboxTable"));
    QScrollBar* bar = table->verticalScrollBar();
    std::mt19937 dice(1);
    Sample sample;
    while (sample.millis.size() < kJumps) {
      const int to = std::uniform_int_distribution<int>(0, bar->maximum())(dice);
      if (to == bar->value()) continue;
      sample.millis.push_back(timed([&] { bar->setValue(to); },
                                    [&](const QWidget& widget) { return &widget == table->viewport() && showsRows(*table); }));
    }
    add("inbox: scroll bar anywhere, to painted rows", sample, kScrollBudget);
  }

  void type(const std::vector<std::string>& keystrokes) {
    window().activateWindow();
    auto* edit = window().findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    auto* list = window().findChild<QListView*>(QStringLiteral("searchResults"));
    const auto* results = qobject_cast<const ui::SearchResults*>(list->model());
    edit->setFocus();
    Sample sample;
    QString before;
    for (std::size_t i = 0; i < std::min(kKeys, keystrokes.size()); ++i) {
      const QString text = QString::fromStdString(keystrokes[i]);
      const bool goesOn = !before.isEmpty() && text.startsWith(before);
      if (!goesOn) edit->clear();
      QInputMethodEvent key;
      key.setCommitString(goesOn ? text.mid(before.size()) : text);
      sample.millis.push_back(
          timed([&] { QCoreApplication::sendEvent(edit, &key); },
                [&](const QWidget& widget) { return widget.parentWidget() == list && results->typed() == edit->text(); }));
      before = text;
    }
    edit->clear();
    add("search: key to painted answer", sample, kKeyBudget);
  }

  void profiles(const std::vector<std::string>& ids) {
    Sample sample;
    for (std::size_t i = 0; i < std::min(kPages, ids.size()); ++i) {
      sample.millis.push_back(timed(
          [&] { window().openParty(*domain::PartyId::parse(ids[i]), desk::Purpose::enquiry); },
          [&](const QWidget& widget) { return widget.objectName() == QLatin1String("profileHeader") && isInFront(widget); }));
      window().closePage(window().frontPage());
    }
    add("profile: opened, to painted header", sample, kProfileBudget);
  }

  void cases(const std::vector<std::string>& ids) {
    Sample sample;
    for (std::size_t i = 0; i < std::min(kPages, ids.size()); ++i) {
      sample.millis.push_back(timed([&] { window().openCase(*domain::CaseId::parse(ids[i])); },
                                    [&](const QWidget& widget) {
                                      const auto* label = qobject_cast<const QLabel*>(&widget);
                                      return label != nullptr && label->objectName() == QLatin1String("caseNumber") &&
                                             !label->text().isEmpty() && isInFront(widget);
                                    }));
      if (i > 7) window().closePage(window().frontPage());  // some stay open, as a clerk leaves them
    }
    add("case: opened, to painted number", sample, kProfileBudget);
  }

  void switchPages() {
    auto* tabs = window().findChild<QTabBar*>(QStringLiteral("visitTabs"));
    Sample sample;
    for (int i = 0; i < kJumps; ++i) {
      const int to = (i * 5 + 1) % tabs->count();
      if (to == tabs->currentIndex()) continue;
      sample.millis.push_back(
          timed([&] { tabs->setCurrentIndex(to); }, [&](const QWidget& widget) { return isInFront(widget); }));
    }
    add("pages: to another open one, painted", sample, kFrameBudget);
  }

  bool isInFront(const QWidget& widget) {
    return window().frontPage() != nullptr && window().frontPage()->isAncestorOf(&widget);
  }

  bench::WatchedApplication& m_app;
  Clock::time_point m_started;
  std::unique_ptr<ui::FrontOffice> m_office;
  QJsonArray m_figures;
};

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const testkit::TempFolder settings;  // a run changes nobody's
  qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString(settings.path().string()));
  // The offscreen platform says something once per window, and standard output belongs to the report.
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  auto started = Clock::now();
  bench::WatchedApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("onewindow"));
  QApplication::setOrganizationName(QStringLiteral("onewindow"));
  QApplication::setQuitOnLastWindowClosed(false);
  QCommandLineParser line;
  line.addHelpOption();
  line.addOptions(
      {{QStringLiteral("store"), QStringLiteral("The store, made by onewindow-bench."), QStringLiteral("FILE")},
       {QStringLiteral("plan"), QStringLiteral("What to type and to open."), QStringLiteral("FILE")},
       {QStringLiteral("started"), QStringLiteral("When the process was started: steady clock."), QStringLiteral("NS")},
       {QStringLiteral("start-only"), QStringLiteral("Ends when the inbox is painted.")}});
  line.process(app);
  if (line.isSet(QStringLiteral("started")))
    started = Clock::time_point(std::chrono::nanoseconds(line.value(QStringLiteral("started")).toLongLong()));
  try {
    WindowBench bench(app, line.value(QStringLiteral("store")).toStdString(), started);
    bench.start();
    if (!line.isSet(QStringLiteral("start-only"))) bench.tour(bench::load(line.value(QStringLiteral("plan")).toStdString()));
    std::puts(QJsonDocument(bench.report()).toJson(QJsonDocument::Compact).constData());
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "onewindow-bench-window: %s\n", problem.what());
    return 1;
  }
}
