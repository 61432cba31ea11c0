// SPDX-License-Identifier: GPL-3.0-or-later
#include <xlsxwriter.h>

#include <catch2/catch_test_macros.hpp>

#include "intake/intake_files.h"
#include "intake/xlsx_values.h"

using namespace ow;
using namespace ow::test;
using Fields = std::vector<std::string>;
using intake::NumberMeaning;
using intake::SerialEpoch;

namespace {

std::string row(int number, std::string_view cells) {
  return "<row r=\"" + std::to_string(number) + "\">" + std::string(cells) + "</row>";
}
std::string text(std::string_view reference, std::string_view value) {
  return "<c r=\"" + std::string(reference) + "\" t=\"inlineStr\"><is><t>" + std::string(value) + "</t></is></c>";
}

}  // namespace

TEST_CASE("a workbook as a spreadsheet program writes it comes out as a person would copy it", "[intake][xlsx]") {
  IntakeFiles files;
  const auto path = files.path("requests.data");  // the name does not matter
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* hidden = workbook_add_worksheet(book, "hidden");
  lxw_worksheet* sheet = workbook_add_worksheet(book, "办件");
  worksheet_write_string(hidden, 0, 0, "no", nullptr);
  worksheet_hide(hidden);
  worksheet_activate(sheet);
  worksheet_set_first_sheet(sheet);
  lxw_format* when = workbook_add_format(book);
  format_set_num_format(when, "yyyy/m/d h:mm:ss");
  lxw_format* day = workbook_add_format(book);
  format_set_num_format_index(day, 14);
  lxw_format* money = workbook_add_format(book);
  format_set_num_format(money, "[Red]#,##0.00\"days\"");
  const char* const names[] = {"id", "opened", "day", "fee", "ok", "name", "sum", "gap", "gap"};
  for (int i = 0; i < 9; ++i) worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), names[i], nullptr);
  worksheet_write_number(sheet, 1, 0, 101001240734.0, nullptr);
  lxw_datetime opened = {2015, 1, 2, 8, 30, 0.0};
  worksheet_write_datetime(sheet, 1, 1, &opened, when);
  worksheet_write_datetime(sheet, 1, 2, &opened, nullptr);
  worksheet_write_number(sheet, 1, 2, 42006, day);
  worksheet_write_number(sheet, 1, 3, 0.1, money);
  worksheet_write_boolean(sheet, 1, 4, 1, nullptr);
  worksheet_write_string(sheet, 1, 5, "张三\n<&>", nullptr);
  worksheet_write_formula_num(sheet, 1, 6, "=1+1", nullptr, 2);
  worksheet_write_string(sheet, 1, 8, "z", nullptr);
  worksheet_write_string(sheet, 4, 0, "later", nullptr);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);

  const auto all = readAll(path);
  CHECK_FALSE(all.error);
  CHECK_FALSE(all.encoding);
  CHECK(all.columns == Fields{"id", "opened", "day", "fee", "ok", "name", "sum", "gap", "gap (2)"});
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields ==
        Fields{"101001240734", "2015-01-02T08:30:00", "2015-01-02", "0.1", "true", "张三\n<&>", "2", "", "z"});
  CHECK(all.records[0].line == 2);
  CHECK(all.records[1].line == 5);
  CHECK(all.records[1].fields == Fields{"later", "", "", "", "", "", "", "", ""});

  intake::ReadOptions options;
  options.sheet = "hidden";
  CHECK(readAll(path, options).columns == Fields{"no"});
  options.sheet = "nowhere";
  CHECK(readAll(path, options).error.value().kind == base::ErrorKind::notFound);
}

TEST_CASE("number formats that show a day or a time make dates, others do not", "[intake][xlsx]") {
  const std::pair<const char*, NumberMeaning> codes[] = {{"yyyy-mm-dd", NumberMeaning::date},
                                                         {"d/m/yy h:mm", NumberMeaning::dateTime},
                                                         {"h:mm:ss.000", NumberMeaning::time},
                                                         {"yyyy\"年\"m\"月\"d\"日\"", NumberMeaning::date},
                                                         {"[$-804]yyyy\"年\"", NumberMeaning::date},
                                                         {"mmm", NumberMeaning::date},
                                                         {"mm:ss", NumberMeaning::time},
                                                         {"0.00", NumberMeaning::number},
                                                         {"#,##0\"days\"", NumberMeaning::number},
                                                         {"General", NumberMeaning::number},
                                                         {"[h]:mm", NumberMeaning::number},
                                                         {"[Red]0", NumberMeaning::number},
                                                         {"\\d0", NumberMeaning::number},
                                                         {"@", NumberMeaning::number},
                                                         {"\"", NumberMeaning::number},
                                                         {"[", NumberMeaning::number},
                                                         {"", NumberMeaning::number}};
  for (const auto& [code, meaning] : codes) {
    CAPTURE(code);
    CHECK(intake::meaningOfFormatCode(code) == meaning);
  }
  for (const int id : {14, 17, 27, 31, 57}) CHECK(intake::meaningOfBuiltInFormat(id) == NumberMeaning::date);
  CHECK(intake::meaningOfBuiltInFormat(22) == NumberMeaning::dateTime);
  for (const int id : {0, 1, 9, 10, 46, 49, 164}) CHECK(intake::meaningOfBuiltInFormat(id) == NumberMeaning::number);
}

TEST_CASE("serial numbers are days since 1900 or 1904 with the flaw of the 1900 system", "[intake][xlsx]") {
  const auto in1900 = [](double serial) { return intake::dateText(serial, NumberMeaning::date, SerialEpoch::year1900); };
  CHECK(in1900(1) == "1900-01-01");
  CHECK(in1900(59) == "1900-02-28");
  CHECK(in1900(60) == std::nullopt);
  CHECK(in1900(61) == "1900-03-01");
  CHECK(in1900(42006.354166666664) == "2015-01-02T08:30:00");
  CHECK(in1900(2958465) == "9999-12-31");
  CHECK(in1900(2958466) == std::nullopt);
  CHECK(in1900(-1) == std::nullopt);
  CHECK(in1900(1e300) == std::nullopt);
  CHECK(intake::dateText(40544, NumberMeaning::date, SerialEpoch::year1904) == "2015-01-02");
  CHECK(intake::dateText(0.5, NumberMeaning::time, SerialEpoch::year1900) == "12:00:00");
  CHECK(intake::dateText(42006, NumberMeaning::dateTime, SerialEpoch::year1900) == "2015-01-02T00:00:00");
}

TEST_CASE("numbers keep their digits, lose an exponent that nobody wrote and get none invented", "[intake][xlsx]") {
  CHECK(intake::numberText("1.01E+11") == "101000000000");
  CHECK(intake::numberText("9007199254740991") == "9007199254740991");
  CHECK(intake::numberText("1.10101E+17") == "1.10101e+17");
  CHECK(intake::numberText("110101199003077571") == "1.1010119900307757e+17");
  CHECK(intake::numberText("0.1") == "0.1");
  CHECK(intake::numberText("2121.0") == "2121");
  CHECK(intake::numberText("-71.064800000000005") == "-71.0648");
  CHECK(intake::numberText("-0") == "0");
  CHECK(intake::numberText("1E+300") == "1e+300");
  CHECK(intake::numberText("12a") == std::nullopt);
  CHECK(intake::numberText("") == std::nullopt);
  CHECK(intake::numberText("nan") == std::nullopt);
}

TEST_CASE("shared strings, rich text, reading aids and escapes become plain text", "[intake][xlsx]") {
  IntakeFiles files;
  const auto parts = workbookParts(
      row(1, text("A1", "id") + text("B1", "name")) +
          R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>7</v></c></row>)",
      R"(<sst count="999999999" uniqueCount="2"><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si><si><t>a_x000D_b_xZZ_</t></si></sst>)");
  const auto all = readAll(files.write("s.xlsx", zipOf(parts)));
  CHECK_FALSE(all.error);
  REQUIRE(all.records.size() == 1);
  CHECK(all.records[0].fields == Fields{"张三", "a\rb_xZZ_"});
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "bad_shared_string");
}

TEST_CASE("rows of a sheet that cannot be trusted are named one by one", "[intake][xlsx]") {
  IntakeFiles files;
  const auto path = files.write(
      "f.xlsx", zipOf(workbookParts(row(1, text("A1", "id") + text("B1", "name")) + row(2, R"(<c r="A2"><f>SUM(A1)</f></c>)") +
                                    row(3, R"(<c r="A3"><v>12x</v></c>)") + row(4, text("A4", "1") + text("A4", "2")) +
                                    row(5, text("ZZZZ5", "1")) + row(6, text("C6", "behind the last column")) +
                                    row(7, text("A7", "good")))));
  const auto all = readAll(path);
  REQUIRE(all.faults.size() == 5);
  CHECK(all.faults[0].rule == "formula_without_value");
  CHECK(all.faults[1].rule == "bad_number");
  CHECK(all.faults[2].rule == "duplicate_cell");
  CHECK(all.faults[3].rule == "bad_reference");
  CHECK(all.faults[4].rule == "too_many_fields");
  CHECK(all.faults[4].line == 6);
  REQUIRE(all.records.size() == 1);
  CHECK(all.records[0].line == 7);
}

TEST_CASE("a sheet of 60,000 rows and 34 columns is read whole", "[intake][xlsx]") {
  IntakeFiles files;
  const auto path = files.path("large.xlsx");
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  for (lxw_row_t r = 0; r <= 60'000; ++r)
    for (lxw_col_t c = 0; c < 34; ++c) {
      if (r == 0)
        worksheet_write_string(sheet, r, c, ("c" + std::to_string(c)).c_str(), nullptr);
      else
        worksheet_write_number(sheet, r, c, (r * 7919.0 + c * 104729.0) / 8.0, nullptr);
    }
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  auto reader = intake::openRecords(path, {});
  REQUIRE(reader);
  std::int64_t rows = 0;
  for (;;) {
    auto next = reader.value()->next();
    REQUIRE(next);
    if (!next.value()) break;
    const auto& record = std::get<intake::Record>(*next.value());
    rows += record.fields.size() == 34 && !record.fields.back().empty() ? 1 : 0;
  }
  CHECK(rows == 60'000);
  CHECK(reader.value()->fraction() > 0.99);
}
