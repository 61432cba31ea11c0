// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>

#include <csignal>

#include "desk/report.h"
#include "desk/report_reading.h"
#include "desk/report_words.h"
#include "desk/scorecard_sheets.h"
#include "intake/output_file.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;
using desk::ReportCell;

namespace {

const std::vector<std::string> kHostile{"=1+1",       "+cmd",          "-2+3",   "@SUM(A1)", "\tx",     "a,b",    "say \"so\"",
                                        "two\nlines", " blank before", "汉字名", "_x0041_",  "&<>'\"/", "𠮷野家", "_x005F_x_"};

desk::Report hostileReport(int rows = 1) {
  desk::Report report;
  report.title = "=1+1 & \"x\"";
  report.author = "<&>";
  report.footerLeft = std::string(300, '&');
  report.footerCentre = "2026 &P";
  report.made = testkit::at("2026-02-01T08:00:00+08:00");
  desk::ReportSheet sheet{"一 & two's", {"文字", "数, \"n\"", "日"}, {}};
  for (int i = 0; i < rows; ++i)
    for (const std::string& text : kHostile)
      sheet.rows.push_back({ReportCell::text(text), ReportCell::number(1.0 / 3, desk::CellLook::percent),
                            ReportCell::date(base::Date{std::chrono::year{2026} / 1 / 31})});
  sheet.rows.push_back({ReportCell::text("x"), ReportCell{0.1 + 0.2, desk::CellLook::decimal, "=0.1+0.2"}, {}});
  report.sheets.push_back(std::move(sheet));
  return report;
}

base::Result<std::vector<desk::SheetReceipt>> write(const desk::Report& report, const std::filesystem::path& to,
                                                    desk::ReportFormat format) {
  const auto file = intake::OutputFile::create(to, intake::Existing::refuse).value();
  return desk::writeReport(report, *file, format);
}

// Files of this process may be no larger; SIGXFSZ is ignored as the programs do.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    m_signal = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit small{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_signal);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit m_before{};
  void (*m_signal)(int) = nullptr;
};

desk::Trend trendOf(const std::vector<std::int64_t>& trials, std::size_t baselinePoints = 0) {
  desk::Trend trend;
  trend.baselinePoints = baselinePoints;
  trend.indicator.kind = insight::FigureKind::share;
  const auto months = insight::monthsUntil(base::Date{std::chrono::year{2026} / 12 / 1}, int(trials.size()));
  for (std::size_t i = 0; i < trials.size(); ++i) {
    insight::Figure figure;
    figure.count = {trials[i], trials[i]};
    figure.sample = insight::sampleSize(trials[i]);
    trend.points.push_back({months[i], figure, insight::Limits{0, 0.5, 1}, {{}}});
  }
  return trend;
}

// "x" for a month of which nothing is left.
std::string withheldIn(desk::Trend trend, const char* period) {
  desk::withholdMonths(trend, insight::parsePeriod(period).value().days);
  std::string marks;
  for (const desk::TrendPoint& point : trend.points) {
    const bool isWithheld = point.figure.sample == insight::SampleSize::suppressed;
    marks += isWithheld ? 'x' : '.';
    if (isWithheld) CHECK((point.figure.count == insight::Count{} && !point.limits && point.runSignals.empty()));
  }
  return marks;
}

}  // namespace

TEST_CASE("hostile text comes back from both formats as harmless text", "[desk][report][hostile]") {
  const testkit::TempFolder folder;
  for (const auto format : {desk::ReportFormat::csv, desk::ReportFormat::xlsx}) {
    const std::string name(base::code(format));
    CAPTURE(name);
    const auto report = hostileReport();
    const auto receipts = write(report, folder / name, format);
    if (!receipts) FAIL(base::describe(receipts.error()));
    CHECK(receipts.value().front().readBack == std::int64_t(kHostile.size()) + 1);
    const auto table = tableIn(folder / name);
    CHECK(table.columns == report.sheets.front().columns);
    REQUIRE(table.rows.size() == kHostile.size() + 1);
    for (std::size_t i = 0; i < kHostile.size(); ++i) {
      const bool isDangerous = std::string("=+-@\t").find(kHostile[i].front()) != std::string::npos;
      CHECK(table.rows[i][0] == (isDangerous ? "'" : "") + kHostile[i]);
      CHECK(table.rows[i][1].starts_with("0.333333333333333"));
      CHECK(table.rows[i][2] == "2026-01-31");
    }
    CHECK(table.rows.back()[1].starts_with("0.3"));
  }
}

TEST_CASE("a disk that takes only a part is told, and nothing is left", "[desk][report]") {
  const testkit::TempFolder folder;
  const auto report = hostileReport(400);
  for (const auto format : {desk::ReportFormat::csv, desk::ReportFormat::xlsx})
    for (const rlim_t bytes : {0, 1000, 20000, 60000}) {
      CAPTURE(base::code(format), bytes);
      const auto written = [&] {
        const SmallDisk disk(bytes);
        return write(report, folder / "report", format);
      }();
      REQUIRE_FALSE(written);
      CHECK(written.error().kind == ErrorKind::tooLarge);
      CHECK(std::filesystem::is_empty(folder.path()));
    }
  CHECK(write(report, folder / "report", desk::ReportFormat::xlsx));
}

TEST_CASE("a file that does not say what was meant gets no name", "[desk][report]") {
  const testkit::TempFolder folder;
  auto report = hostileReport();
  // Two columns of one name are told apart by whoever reads, so that this is not the table that was meant.
  report.sheets.front().columns = {"a", "a", "b"};
  for (const auto format : {desk::ReportFormat::csv, desk::ReportFormat::xlsx}) {
    const auto written = write(report, folder / "report", format);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::internal);
    CHECK(written.error().fact("where") == "export_read_back");
    CHECK(std::filesystem::is_empty(folder.path()));
  }
  // A cell that no file keeps.
  report = hostileReport();
  report.sheets.front().rows[3][1] = ReportCell::number(std::numeric_limits<double>::infinity());
  CHECK_FALSE(write(report, folder / "report", desk::ReportFormat::xlsx));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a month too small to be shown cannot be had from the other months either", "[desk][report][privacy]") {
  CHECK(withheldIn(trendOf({20, 30, 40, 50}), "2026") == "....");
  // Alone it would be the period less the others; two are enough together.
  CHECK(withheldIn(trendOf({20, 3, 40, 50}), "2026") == "xx..");
  CHECK(withheldIn(trendOf({20, 3, 2, 50}), "2026") == ".xx.");
  // 2026-12 alone is small; of the quarter that ends with it another one goes too.
  CHECK(withheldIn(trendOf({4, 30, 40, 50, 4}), "2026-Q4") == "x.x.x");
  // The centre line is made of the first two alone.
  CHECK(withheldIn(trendOf({20, 3, 40, 4}), "2025") == ".x.x");
  CHECK(withheldIn(trendOf({20, 3, 40, 4}, 2), "2025") == "xx.x");
  // Nothing counted says nothing.
  CHECK(withheldIn(trendOf({0, 30, 40, 50}), "2026") == "x...");
  CHECK(withheldIn(trendOf({1, 2, 0, 1}), "2026") == "xxxx");
}

TEST_CASE("words of a report are in both languages or refused", "[desk][report]") {
  using desk::ReportLanguage;
  using desk::ReportWords;
  const auto parse = [](const char* text, ReportLanguage language = ReportLanguage::en) {
    return ReportWords::parse(text, language);
  };
  const auto words = parse(R"({"format": "onewindow-report-words/1", "words": {"unit.cases": {"zh": "件", "en": "cases"}}})");
  REQUIRE(words);
  CHECK(words.value()("unit.cases") == "cases");
  CHECK(words.value().of("unit", "cases") == "cases");
  CHECK(words.value().of("unit", "parsecs") == "parsecs");
  CHECK(words.value()("unit.parsecs") == "unit.parsecs");
  CHECK(parse(R"({"format": "onewindow-report-words/1", "words": {"a": {"zh": "件"}}})").error().fact("field") == "a");
  CHECK(parse("{}").error().kind == ErrorKind::unsupportedFormat);
  CHECK(parse("").error().kind == ErrorKind::unsupportedFormat);
  for (const auto language : {ReportLanguage::zh, ReportLanguage::en}) CHECK(ReportWords::bundled(language));
}
