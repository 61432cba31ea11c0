// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

#include "base/time_text.h"
#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/rating_pad.h"
#include "desk/report_reading.h"
#include "desk/scorecard_export.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;
using Catch::Approx;
using testkit::Hall;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();
const char* const kFormulaName = R"(=cmd|' /C calc'!A0)";
const char* const kHardName = "社保卡,\"补办\" <加急> & _x0041_";

// January at a hall: most in time, three ratings, and services whose names a spreadsheet could trip over.
struct Office {
  explicit Office(domain::Role role = domain::Role::supervisor) : hall("2026-01-05T09:30:00+08:00", role) {}

  void fill() {
    const auto person = hall.addPerson("张三");
    const auto service = [&](const std::string& name, const char* code) {
      return hall.addService(name, {2, domain::LimitUnit::workingDay}, code, domain::CaseType::instant);
    };
    const auto good = service(kFormulaName, "A"), hard = service(kHardName, "B"), rare = service("稀有事项", "C"),
               seldom = service("少见事项", "D");
    std::vector<domain::CaseId> late;
    const auto take = [&](domain::ServiceId what, int inTime, int tooLate) {
      for (int i = 0; i < inTime + tooLate; ++i) {
        const auto id = hall.openCase(what, person).id;
        REQUIRE(desk::moveCase(hall.desk(), {id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, ""}));
        if (i >= inTime) late.push_back(id);
        if (i < inTime) finish(id);
        if (i < 3 && what == good) rate(id, 5 - i);
      }
    };
    take(good, 28, 3);
    take(hard, 9, 0);
    take(rare, 2, 1);
    take(seldom, 2, 1);
    hall.clock.advance(std::chrono::days(9));
    for (const auto id : late) finish(id);
    for (int i = 0; i < 4; ++i) hall.openCase(hard, person);
  }
  void finish(domain::CaseId id) {
    REQUIRE(desk::finishOnTheSpot(hall.desk(), id, domain::CaseState::accepted, domain::Outcome::granted, ""));
  }
  void rate(domain::CaseId id, int level) {
    const auto pad = desk::RatingPad::over(hall.sharedDesk()).value();
    REQUIRE(pad->rate(desk::inviteToRateMatter(hall.desk(), id).value(), {.level = level, .reasons = {}, .text = ""}));
  }
  std::filesystem::path path(const char* name) const { return folder / name; }
  base::Result<desk::ScorecardReceipt> exportTo(const char* name, desk::ReportFormat format = desk::ReportFormat::xlsx,
                                                desk::ReportLanguage language = desk::ReportLanguage::zh) {
    return desk::exportScorecard(hall.desk(), {kJanuary, format, language, "onewindow 9.9"}, path(name));
  }
  std::size_t filesThere() const { return std::size_t(std::distance(std::filesystem::directory_iterator(folder.path()), {})); }

  Hall hall;
  testkit::TempFolder folder;
};

void checkNumber(const std::string& found, const std::optional<double>& meant) {
  CHECK(found.empty() != meant.has_value());
  if (meant) CHECK(std::atof(found.c_str()) == Approx(*meant).epsilon(1e-13));
}

void checkFigure(const FoundTable& table, std::size_t row, const desk::ScorecardLine& line) {
  const insight::Figure& figure = line.figure;
  const bool isShown = figure.sample != insight::SampleSize::suppressed;
  const auto shown = [&](double number) { return isShown ? std::optional(number) : std::nullopt; };
  checkNumber(table.cell(row, "值"), figure.value);
  checkNumber(table.cell(row, "分子"), shown(double(figure.count.hits)));
  checkNumber(table.cell(row, "分母"), line.indicator.denominator ? shown(double(figure.count.trials)) : std::nullopt);
  checkNumber(table.cell(row, "95% 区间下限（Wilson）"), figure.interval ? shown(figure.interval->low) : std::nullopt);
  const bool isMissing = line.indicator.isReported() && !figure.told;
  CHECK((table.cell(row, "样本") == "未上报") == isMissing);
  CHECK((table.cell(row, "样本") == "不显示（少于5或可推算）") == (!isShown && !isMissing));
}

}  // namespace

TEST_CASE("the workbook says what the screen says, and the receipt what is in it", "[desk][scorecard][export]") {
  Office office;
  office.fill();
  const auto receipt = office.exportTo("january.xlsx");
  REQUIRE(receipt);
  const auto card = desk::scorecardOf(office.hall.desk(), kJanuary).value();
  CHECK(receipt.value().definitions == card.registry);
  CHECK(receipt.value().asOf == card.asOf);
  REQUIRE(receipt.value().sheets.size() == 9);
  for (const desk::SheetReceipt& sheet : receipt.value().sheets) {
    CAPTURE(sheet.name);
    CHECK(std::int64_t(tableIn(office.path("january.xlsx"), sheet.name).rows.size()) == sheet.rows);
    CHECK(sheet.readBack == sheet.rows);
  }
  const auto table = tableIn(office.path("january.xlsx"), "计分卡");
  CHECK(table.rows.size() == card.lines.size() + card.perspectives.size());
  for (const desk::ScorecardLine& line : card.lines) {
    CAPTURE(line.indicator.id);
    const auto row = table.rowWith("指标编号", line.indicator.id);
    CHECK(table.cell(row, "指标") == line.indicator.zh);
    checkFigure(table, row, line);
    checkNumber(table.cell(row, "得分（0–100）"), line.figure.score);
  }
  const auto split = desk::splitFigure(office.hall.desk(), "customer.in_time", kJanuary, insight::Split::department).value();
  const auto departments = tableIn(office.path("january.xlsx"), "按部门");
  const auto rows = departments.rowsWith("指标编号", "customer.in_time");
  REQUIRE(rows.size() == split.lines.size() + 1);
  checkFigure(departments, rows.front(), split.whole);
  for (std::size_t i = 0; i < split.lines.size(); ++i)
    checkFigure(departments, rows[i + 1], {split.whole.indicator, split.lines[i].figure});
  const auto ages = tableIn(office.path("january.xlsx"), "在办时长");
  CHECK(ages.cell(0, "在办办件") == std::to_string(desk::ageingOf(office.hall.desk()).value().all.front().open));
}

TEST_CASE("a share in the workbook is a formula of named cells, and so is the score of a perspective",
          "[desk][scorecard][export]") {
  Office office;
  office.fill();
  REQUIRE(office.exportTo("january.xlsx"));
  const auto path = office.path("january.xlsx");
  const auto table = tableIn(path, "计分卡");
  const std::string sheet = partOf(path, "xl/worksheets/sheet1.xml"), book = partOf(path, "xl/workbook.xml");
  const auto row = table.rowWith("指标编号", "customer.in_time");
  const double hits = std::atof(table.cell(row, "分子").c_str()), of = std::atof(table.cell(row, "分母").c_str());
  CHECK(of == 46);
  CHECK(std::atof(table.cell(row, "值").c_str()) == Approx(hits / of));
  CHECK(holds(sheet, "<f>customer_in_time_numerator/customer_in_time_denominator</f><v>0.89"));
  CHECK(holds(sheet,
              "<f>100*MAX(0,MIN(1,(customer_in_time-customer_in_time_floor)/"
              "(customer_in_time_target-customer_in_time_floor)))</f>"));
  const std::string line = std::to_string(row + 2);
  CHECK(holds(book, "name=\"customer_in_time\">'计分卡'!$D$" + line + "<"));
  CHECK(holds(book, "name=\"customer_in_time_denominator\">'计分卡'!$F$" + line + "<"));
  // Good ratings are too few to be shown: the others take their weight, and no name leads to an empty cell.
  CHECK_FALSE(holds(book, "name=\"customer_good_rate\""));
  CHECK_FALSE(holds(sheet, "customer_good_rate_score"));
  double sum = 0, known = 0, whole = 0;
  for (const std::size_t one : table.rowsWith("维度", "客户")) {
    if (table.cell(one, "指标编号").empty()) continue;
    const double weight = std::atof(table.cell(one, "权重").c_str());
    whole += weight;
    if (table.cell(one, "得分（0–100）").empty()) continue;
    known += weight;
    sum += weight * std::atof(table.cell(one, "得分（0–100）").c_str());
  }
  const auto head = table.rowWith("维度", "客户");
  CHECK(std::atof(table.cell(head, "得分（0–100）").c_str()) == Approx(sum / known));
  CHECK(std::atof(table.cell(head, "已知权重占比").c_str()) == Approx(known / whole));
  CHECK(known < whole);
  CHECK(holds(sheet, "customer_in_time_weight*customer_in_time_score"));
  CHECK(holds(sheet, "ySplit=\"1\""));
  CHECK(holds(sheet, "orientation=\"landscape\""));
  CHECK(holds(sheet, "&amp;P / &amp;N"));
  CHECK(holds(book, "_xlnm.Print_Titles"));
  CHECK(holds(partOf(path, "docProps/core.xml"), office.hall.desk().place().hall));
}

TEST_CASE("of a figure that is too small to be shown nothing is in the file", "[desk][scorecard][export][privacy]") {
  Office office;
  office.fill();
  REQUIRE(office.exportTo("january.xlsx"));
  for (const char* name : {"计分卡", "趋势", "按部门", "按事项", "按窗口", "按渠道"}) {
    const auto table = tableIn(office.path("january.xlsx"), name);
    const auto withheld = table.rowsWith("样本", "不显示（少于5或可推算）");
    CHECK_FALSE(withheld.empty());
    for (const std::size_t row : withheld) {
      CAPTURE(name, row);
      for (const std::string& title : table.columns)
        if (title == "值" || title.starts_with("分") || title.starts_with("95%") || title.starts_with("得分") ||
            title.starts_with("控制限") || title == "中心线" || title == "信号" || title == "排名" || title == "不显示的项数")
          CHECK(table.cell(row, title).empty());
    }
  }
  const auto services = tableIn(office.path("january.xlsx"), "按事项");
  for (const char* name : {"稀有事项", "少见事项"}) CHECK(services.rowsWith("事项", name).empty());
  const auto rows = services.rowsWith("指标编号", "customer.in_time");
  CHECK(services.cell(rows.front(), "不显示的项数") == "2");
  CHECK_FALSE(holds(partOf(office.path("january.xlsx"), "xl/sharedStrings.xml"), "稀有事项"));
}

TEST_CASE("names that a spreadsheet would run or break on are text", "[desk][scorecard][export]") {
  Office office;
  office.fill();
  REQUIRE(office.exportTo("january.xlsx"));
  const auto table = tableIn(office.path("january.xlsx"), "按事项");
  CHECK_FALSE(table.rowsWith("事项", std::string("'") + kFormulaName).empty());
  CHECK(table.rowsWith("事项", kFormulaName).empty());
  CHECK_FALSE(table.rowsWith("事项", kHardName).empty());
  for (int sheet = 1; sheet <= 9; ++sheet)
    CHECK_FALSE(holds(partOf(office.path("january.xlsx"), "xl/worksheets/sheet" + std::to_string(sheet) + ".xml"), "cmd|"));
}

TEST_CASE("the table is one sheet that stands alone", "[desk][scorecard][export]") {
  Office office;
  office.fill();
  const auto receipt = office.exportTo("january.csv", desk::ReportFormat::csv);
  REQUIRE(receipt);
  REQUIRE(receipt.value().sheets.size() == 1);
  const std::string text = bytesOf(office.path("january.csv"));
  CHECK(text.starts_with("\xef\xbb\xbf维度,指标编号,指标,值,分子,分母,"));
  CHECK(text.ends_with("\r\n"));
  CHECK_FALSE(holds(text, "=customer"));
  const auto card = desk::scorecardOf(office.hall.desk(), kJanuary).value();
  const auto table = tableIn(office.path("january.csv"));
  REQUIRE(std::int64_t(table.rows.size()) == receipt.value().sheets.front().readBack);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    CHECK(table.cell(row, "大厅") == card.hall);
    CHECK(table.cell(row, "期间") == "2026-01");
    CHECK(table.cell(row, "起") == "2026-01-01");
    CHECK(table.cell(row, "止") == "2026-01-31");
    CHECK(table.cell(row, "数据截止") == base::isoText(card.asOf, office.hall.desk().zone()));
    CHECK(table.cell(row, "指标库版本") == card.registry);
  }
  for (const desk::ScorecardLine& line : card.lines) checkFigure(table, table.rowWith("指标编号", line.indicator.id), line);
}

TEST_CASE("both languages say the same numbers, and neither lacks a word", "[desk][scorecard][export]") {
  Office office;
  office.fill();
  const auto zh = office.exportTo("zh.xlsx");
  const auto en = office.exportTo("en.xlsx", desk::ReportFormat::xlsx, desk::ReportLanguage::en);
  REQUIRE(zh);
  REQUIRE(en);
  REQUIRE(zh.value().sheets.size() == en.value().sheets.size());
  for (std::size_t i = 0; i + 1 < zh.value().sheets.size(); ++i) {
    const auto one = tableIn(office.path("zh.xlsx"), zh.value().sheets[i].name);
    const auto other = tableIn(office.path("en.xlsx"), en.value().sheets[i].name);
    CAPTURE(en.value().sheets[i].name);
    REQUIRE(one.rows.size() == other.rows.size());
    for (const FoundTable* table : {&one, &other})
      for (const std::string& title : table->columns) CHECK_FALSE(title.starts_with("column."));
    for (std::size_t row = 0; row < one.rows.size(); ++row)
      for (std::size_t column = 0; column < one.columns.size(); ++column)
        if (const std::string& cell = one.rows[row][column];
            !cell.empty() && cell.find_first_not_of("0123456789.-") == std::string::npos)
          CHECK(cell == other.rows[row][column]);
  }
  const auto about = tableIn(office.path("en.xlsx"), "About this file");
  CHECK(about.cell(about.rowWith("Item", "Program"), "Content") == "onewindow 9.9");
  CHECK(about.cell(about.rowWith("Item", "From"), "Content") == "2026-01-01");
  CHECK(about.cell(about.rowWith("Item", "Rows: Trend"), "Content") == std::to_string(en.value().sheets[1].rows));
  const auto card = tableIn(office.path("en.xlsx"), "Scorecard");
  CHECK(card.cell(card.rowWith("Indicator id", "customer.in_time"), "Indicator") == "Ended in time");
}

TEST_CASE("a hall where nothing happened yet has a file too, and no 0 in it that is not one", "[desk][scorecard][export]") {
  Office office;
  REQUIRE(office.exportTo("empty.xlsx"));
  const auto table = tableIn(office.path("empty.xlsx"), "计分卡");
  const auto row = table.rowWith("指标编号", "customer.in_time");
  CHECK(table.cell(row, "值").empty());
  CHECK(table.cell(table.rowWith("维度", "客户"), "得分（0–100）").empty());
  CHECK(table.cell(table.rowWith("指标编号", "process.opened"), "值") == "0");
  REQUIRE(office.exportTo("empty.csv", desk::ReportFormat::csv));
}

TEST_CASE("what may not be told or written leaves no file", "[desk][scorecard][export][rights]") {
  Office clerk(domain::Role::clerk);
  const auto refused = clerk.exportTo("january.xlsx");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fact("rule") == "supervisor_only");
  CHECK(clerk.filesThere() == 0);
  Office office;
  REQUIRE(office.exportTo("one.xlsx"));
  const std::string before = bytesOf(office.path("one.xlsx"));
  const auto again = office.exportTo("one.xlsx");
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::duplicate);
  CHECK(bytesOf(office.path("one.xlsx")) == before);
  const auto nowhere = office.exportTo("no/one.xlsx");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().fact("entity") == "folder");
  CHECK(office.filesThere() == 1);
}

TEST_CASE("what a clerk saves meanwhile is in all sheets or in none", "[desk][scorecard][export]") {
  Office office;
  office.fill();
  const auto service = office.hall.addService("登记", {2, domain::LimitUnit::workingDay}, "E");
  // As soon as the scorecard was counted somebody takes in a case, so many times.
  const auto exportWhile = [&](const char* name, int times) {
    return desk::exportScorecard(office.hall.desk(),
                                 {kJanuary, desk::ReportFormat::xlsx, desk::ReportLanguage::zh, "onewindow 9.9"},
                                 office.path(name), [&](double done) {
                                   if (done < 0.2 && times-- > 0) office.hall.openCase(service);
                                 });
  };
  REQUIRE(exportWhile("busy.xlsx", 2));
  const auto card = tableIn(office.path("busy.xlsx"), "计分卡"), windows = tableIn(office.path("busy.xlsx"), "按窗口");
  const auto opened = [](const FoundTable& table) { return table.cell(table.rowWith("指标编号", "process.remote"), "分母"); };
  CHECK(opened(card) == "52");
  CHECK(opened(windows) == "52");
  const auto never = exportWhile("never.xlsx", 1000);
  REQUIRE_FALSE(never);
  CHECK(never.error().kind == ErrorKind::conflict);
  CHECK(office.filesThere() == 1);
}
