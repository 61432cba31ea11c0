// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;

namespace {

constexpr std::string_view kHeader = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";

std::string cellRow(int number, const std::string& cell) {
  return "<row r=\"" + std::to_string(number) + "\">" + cell + "</row>";
}

}  // namespace

TEST_CASE("three bad rows among half a million are named and all others are read", "[intake][hostile][csv]") {
  IntakeFiles files;
  std::string text = "id,name,town\n";
  for (int i = 2; i <= 500'001; ++i) {
    const auto id = std::to_string(i);
    text += i == 7         ? id + ",short\n"
            : i == 250'000 ? id + ",\"never closed,x\n"
            : i == 500'001 ? id + ",a,b,c\n"
                           : id + ",a,b\n";
  }
  const auto all = readAll(files.write("h.csv", text));
  CHECK_FALSE(all.error);
  CHECK(all.records.size() == 499'997);
  REQUIRE(all.faults.size() == 3);
  CHECK(all.faults[0].line == 7);
  CHECK(all.faults[0].rule == "too_few_fields");
  CHECK(all.faults[1].line == 250'000);
  CHECK(all.faults[1].rule == "unclosed_quote");
  CHECK(all.faults[2].line == 500'001);
  CHECK(all.faults[2].rule == "too_many_fields");
}

TEST_CASE("a spreadsheet's measures, another calendar's years and impossible places do not become a case silently",
          "[intake][hostile][csv]") {
  ImportHall hall;
  const auto load = hall.requests(
      hall.files.write("h.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1.10101E+17"}},
                                           {{"CASE_ENQUIRY_ID", "2"}, {"OPEN_DT", "104/03/02"}},  // year 104 of the Republic
                                           {{"CASE_ENQUIRY_ID", "3"}, {"OPEN_DT", "42065"}},  // a serial day of a spreadsheet
                                           {{"CASE_ENQUIRY_ID", "4"}, {"OPEN_DT", "01/00/1900 10:00:00 AM"}},
                                           {{"CASE_ENQUIRY_ID", "5"}, {"LATITUDE", "1e308"}, {"LONGITUDE", "NaN"}},
                                           {{"CASE_ENQUIRY_ID", "6"}, {"LATITUDE", "-71.06"}, {"LONGITUDE", "142.36"}},
                                           {{"CASE_ENQUIRY_ID", "7"}, {"LATITUDE", "-1e999"}, {"LONGITUDE", "0"}},
                                           {{"CASE_ENQUIRY_ID", "12E5"}},
                                           {{"CASE_ENQUIRY_ID", "=cmd|'/c calc'!A1"}}})));
  REQUIRE(load);
  const auto report = reportOf(load.value());
  CHECK(has(report, "2,rejected,number_precision,external_no"));
  CHECK(has(report, "3,rejected,format,opened_at"));
  CHECK(has(report, "4,rejected,format,opened_at"));
  CHECK(has(report, "5,rejected,impossible_date,opened_at"));
  CHECK(load.value().rejected == 4);
  for (const char* const id : {"5", "7"}) {
    CAPTURE(id);
    REQUIRE(hall.find(id));
    CHECK_FALSE(hall.find(id)->latitude);
    CHECK_FALSE(hall.find(id)->longitude);
  }
  CHECK(hall.find("12E5"));
  CHECK(hall.find("=cmd|'/c calc'!A1"));  // text like any other here; an export makes it harmless
}

TEST_CASE("a request whose number a workbook kept as a measure is named, not given another number", "[intake][hostile][xlsx]") {
  ImportHall hall;
  const auto cell = [](const char* reference, const std::string& text) {
    return "<c r=\"" + std::string(reference) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  };
  const std::string rows =
      cellRow(1, cell("A1", "service_request_id") + cell("B1", "requested_datetime") + cell("C1", "service_code")) +
      cellRow(2,
              "<c r=\"A2\"><v>1.1010119900307757E+17</v></c>" + cell("B2", "2026-03-01T09:00:00+08:00") + cell("C2", "001")) +
      cellRow(3, "<c r=\"A3\"><v>101001234567</v></c>" + cell("B3", "2026-03-01T09:00:00+08:00") + cell("C3", "001"));
  const auto load = hall.requests(hall.files.write("n.xlsx", zipOf(workbookParts(rows))), "open311");
  REQUIRE(load);
  CHECK(load.value().accepted == 1);
  CHECK(has(reportOf(load.value()), "2,rejected,number_precision,external_no"));
  CHECK(hall.find("101001234567"));
}

TEST_CASE("what a workbook carries beside its cells is neither run nor read", "[intake][hostile][xlsx]") {
  IntakeFiles files;
  auto parts =
      workbookParts(std::string(kHeader) + cellRow(2, "<c r=\"A2\" t=\"str\"><f>cmd|'/c calc'!A1</f><v>shown</v></c>") +
                    cellRow(3, "<c r=\"A3\"><f>[1]Other!A1</f><v>7</v></c>") + cellRow(4, "<c r=\"A4\"><f>NOW()</f></c>"));
  const auto at = parts[4].content.find("</sheetData></worksheet>");
  parts[4].content =
      parts[4].content.substr(0, at) + "</sheetData><mergeCells><mergeCell ref=\"A1:ZZZZ99999999\"/></mergeCells></worksheet>";
  parts.push_back({"xl/vbaProject.bin", std::string("\xd0\xcf\x11\xe0 macro"), {}, 0, {}});
  parts.push_back(
      {"xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>", {}, 0, {}});
  const auto all = readAll(files.write("m.xlsx", zipOf(parts)));
  CHECK_FALSE(all.error);
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields[0] == "shown");
  CHECK(all.records[1].fields[0] == "7");
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "formula_without_value");
}

TEST_CASE("tables of shared strings that lie, a million styles and archives in archives are refused or read as they are",
          "[intake][hostile][xlsx]") {
  IntakeFiles files;
  const std::string rows = std::string(kHeader) + cellRow(2, "<c r=\"A2\" t=\"s\"><v>4000000000</v></c>") +
                           cellRow(3, "<c r=\"A3\" t=\"s\"><v>0</v></c>");
  const auto lying =
      readAll(files.write("s.xlsx", zipOf(workbookParts(rows, "<sst count=\"4294967295\" uniqueCount=\"4294967295\"/>"))));
  CHECK_FALSE(lying.error);
  REQUIRE(lying.faults.size() == 2);
  CHECK(lying.faults[0].rule == "bad_shared_string");
  CHECK(lying.faults[1].rule == "bad_shared_string");

  std::string styles = "<styleSheet><cellXfs>";
  for (int i = 0; i < 1'000'000; ++i) styles += "<xf numFmtId=\"14\"/>";
  const auto styled = readAll(files.write("t.xlsx", zipOf(workbookParts(kHeader, "", styles + "</cellXfs></styleSheet>"))));
  REQUIRE(styled.error);
  CHECK(styled.error->kind == base::ErrorKind::tooLarge);
  CHECK(styled.error->fact("unit") == "ratio");

  auto nested = workbookParts(kHeader);
  nested[4].content = zipOf(workbookParts(kHeader));
  const auto inside = readAll(files.write("n.xlsx", zipOf(nested)));
  REQUIRE(inside.error);
  CHECK(inside.error->kind == base::ErrorKind::unsupportedFormat);
}

TEST_CASE("days before the first day of a spreadsheet stay numbers", "[intake][hostile][xlsx]") {
  IntakeFiles files;
  const std::string styles = R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)";
  const std::string rows = std::string(kHeader) + cellRow(2, "<c r=\"A2\" s=\"1\"><v>-1</v></c>") +
                           cellRow(3, "<c r=\"A3\" s=\"1\"><v>99999999999</v></c>");
  const auto all = readAll(files.write("d.xlsx", zipOf(workbookParts(rows, "", styles))));
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields[0] == "-1");
  CHECK(all.records[1].fields[0] == "99999999999");
}

TEST_CASE("requests with endless attributes or doubled fields are refused or named", "[intake][hostile][open311]") {
  IntakeFiles files;
  std::string wide = R"([{"service_request_id":"1")";
  for (int i = 0; i < 100'000; ++i) wide += ",\"attribute[" + std::to_string(i) + "]\":1";
  const auto refused = readAll(files.write("w.json", wide + "}]"));
  REQUIRE(refused.error);
  CHECK(refused.error->kind == base::ErrorKind::tooLarge);
  CHECK(refused.error->fact("unit") == "columns");

  const auto doubled = readAll(files.write(
      "d.xml",
      "<service_requests><request><status>open</status><status>closed</status></request><request><status>open</status>"
      "</request></service_requests>"));
  REQUIRE(doubled.faults.size() == 1);
  CHECK(doubled.faults[0].rule == "duplicate_field");
  CHECK(doubled.records.size() == 1);
}

TEST_CASE("a refused file leaves nothing behind, not even a load", "[intake][hostile]") {
  ImportHall hall;
  for (const auto& [name, content] : {std::pair{"a.csv", std::string("%PDF-1.7\n")},
                                      {"b.xlsx", std::string("PK\x03\x04 cut")},
                                      {"c.json", std::string(R"([{"service_code":"1"}])")},
                                      {"d.csv", std::string("x,y\n1,2\n")}}) {
    CAPTURE(name);
    CHECK_FALSE(hall.requests(hall.files.write(name, content), "open311"));
  }
  CHECK(hall.count("SELECT count(*) FROM import_load") == 0);
  CHECK(hall.count("SELECT count(*) FROM case_record") == 0);
  CHECK(hall.count("SELECT count(*) FROM operation WHERE import_id IS NOT NULL") == 0);
}
