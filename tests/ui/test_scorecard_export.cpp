// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QMenu>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include "kit/bridge.h"
#include "kit/language.h"
#include "scorecard/scorecard_exporter.h"
#include "scorecard/scorecard_paper.h"
#include "testkit/office.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

// Ten permits that ended, eight of them in time; six rated, one of them badly; two still open.
struct Month : Office {
  Month() {
    std::vector<domain::CaseId> cases;
    for (int i = 0; i < 12; ++i) cases.push_back(open(permit));
    for (std::size_t i = 0; i < 8; ++i) finish(cases[i]);
    hall.clock.advance(std::chrono::days(7));
    for (std::size_t i = 8; i < 10; ++i) finish(cases[i]);
    for (std::size_t i = 0; i < 5; ++i) rate(cases[i], 1);
    rate(cases[5], 5);
  }
};

// What a reader of the pages can copy out of them, page by page.
std::vector<std::string> textOf(const QByteArray& pdf) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("pages.pdf"));
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(pdf);
  file.close();
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
  REQUIRE(reader.waitForFinished());
  REQUIRE(reader.exitCode() == 0);
  std::vector<std::string> pages;
  // Qt writes 月 as the radical of that shape: both are one glyph of the font.
  for (const QByteArray& page : reader.readAllStandardOutput().split('\f'))
    pages.push_back(QString::fromUtf8(page).normalized(QString::NormalizationForm_KC).simplified().toStdString());
  if (!pages.empty() && pages.back().empty()) pages.pop_back();
  return pages;
}

QByteArray draw(desk::Desk& desk) {
  ScorecardPages drawn(desk::scorecardFigures(desk, kJanuary).value(), desk.zone(), QStringLiteral("onewindow 1.2"));
  while (drawn.step()) {
  }
  CHECK(drawn.pageCount() == static_cast<int>(textOf(drawn.pages()).size()));
  return drawn.pages();
}

bool says(const std::vector<std::string>& pages, const std::string& text) {
  return std::any_of(pages.begin(), pages.end(), [&](const std::string& page) { return page.find(text) != std::string::npos; });
}

struct Exporting {
  explicit Exporting(Office& office) : bridge(office.hall.sharedDesk()), exporter(bridge, navigator, &window) {}
  QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
  std::pair<std::string, Navigator::Tone> write(ScorecardExporter::Kind kind, const char* name) {
    const std::size_t before = navigator.notices.size();
    exporter.write(kind, {kJanuary, {}}, path(name));
    REQUIRE(QTest::qWaitFor([&] { return navigator.notices.size() > before; }, 20000));
    return {navigator.notices.back().first.toStdString(), navigator.notices.back().second};
  }

  QTemporaryDir folder;
  QWidget window;
  testkit::RecordingNavigator navigator;
  Bridge bridge;
  ScorecardExporter exporter;
};

}  // namespace

TEST_CASE("the pages say what the scorecard says, as of when and by which definitions", "[ui][scorecard][export]") {
  Month month;
  const auto pages = textOf(draw(month.hall.desk()));
  REQUIRE(pages.size() >= 2);
  CHECK(pages[0].find("Scorecard, January 2026") != std::string::npos);
  CHECK(pages[0].find("80.0 %") != std::string::npos);
  CHECK(pages[0].find("8 of 10") != std::string::npos);
  CHECK(pages[0].find("Past the floor") != std::string::npos);
  CHECK(says(pages, "case_closed[has_due, in_time] /"));
  CHECK(says(pages, "customer.in_time, version 1"));
  CHECK(says(pages, "2 open"));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK(pages[i].find("CN-2026.3") != std::string::npos);
    CHECK(pages[i].find("page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())) != std::string::npos);
  }
}

TEST_CASE("what is too small to be shown is not on paper either", "[ui][scorecard][export]") {
  Month month;  // one bad rating opened one review
  const auto pages = textOf(draw(month.hall.desk()));
  CHECK(says(pages, "fewer than 5: not shown"));
  CHECK_FALSE(says(pages, "0 of 1 "));
  CHECK_FALSE(says(pages, "1 of 1 "));
}

TEST_CASE("the pages speak the clerk's language", "[ui][scorecard][export]") {
  Month month;
  auto& app = *qobject_cast<QApplication*>(QCoreApplication::instance());
  applyLanguage(app, Language::simplifiedChinese);
  const auto pages = textOf(draw(month.hall.desk()));
  applyLanguage(app, Language::english);
  CHECK(says(pages, "计分卡 2026年1月"));
  CHECK(says(pages, "按时办结率"));
  CHECK_FALSE(says(pages, "Customers"));
}

TEST_CASE("a hall where nothing happened has pages, and no figure on them is a zero that nobody counted",
          "[ui][scorecard][export]") {
  Office office;
  const auto pages = textOf(draw(office.hall.desk()));
  CHECK(says(pages, "nothing counted yet"));
  CHECK_FALSE(says(pages, "0.0 % 9"));  // a value before a target
}

TEST_CASE("a file is written once, read back, and never replaced", "[ui][scorecard][export]") {
  Month month;
  Exporting exporting(month);
  for (const auto& [kind, name] :
       {std::pair{ScorecardExporter::Kind::pdf, "a.pdf"}, std::pair{ScorecardExporter::Kind::xlsx, "a.xlsx"},
        std::pair{ScorecardExporter::Kind::csv, "a.csv"}}) {
    CAPTURE(name);
    const auto [said, tone] = exporting.write(kind, name);
    CHECK(tone == Navigator::Tone::done);
    CHECK(said.find("Written and read back") == 0);
    const qint64 size = QFile(exporting.path(name)).size();
    CHECK(size > 1000);
    CHECK(exporting.write(kind, name).second == Navigator::Tone::failed);
    CHECK(QFile(exporting.path(name)).size() == size);
  }
  CHECK(exporting.write(ScorecardExporter::Kind::pdf, "no/such/folder.pdf").second == Navigator::Tone::failed);
}

TEST_CASE("only one file is written at a time", "[ui][scorecard][export]") {
  Month month;
  Exporting exporting(month);
  exporting.exporter.write(ScorecardExporter::Kind::pdf, {kJanuary, {}}, exporting.path("first.pdf"));
  exporting.exporter.write(ScorecardExporter::Kind::csv, {kJanuary, {}}, exporting.path("second.csv"));
  REQUIRE(exporting.navigator.notices.size() == 1);
  CHECK(exporting.navigator.notices[0].second == Navigator::Tone::warning);
  REQUIRE(QTest::qWaitFor([&] { return exporting.navigator.notices.size() == 2; }, 20000));
  CHECK(QFile::exists(exporting.path("first.pdf")));
  CHECK_FALSE(QFile::exists(exporting.path("second.csv")));
}
