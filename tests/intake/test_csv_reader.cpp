// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "intake/intake_files.h"

using namespace ow;
using namespace ow::test;
using Fields = std::vector<std::string>;

TEST_CASE("quoted values keep delimiters, line ends and doubled quotes", "[intake][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("a.csv", "id,note,ward\r\n1,\"broken, \"\"loud\"\"\r\nlamp\",5\r\n2,\"\",6\r\n"));
  CHECK(all.columns == Fields{"id", "note", "ward"});
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields == Fields{"1", "broken, \"loud\"\r\nlamp", "5"});
  CHECK(all.records[0].line == 2);
  CHECK(all.records[1].fields == Fields{"2", "", "6"});
  CHECK(all.records[1].line == 4);
  CHECK(all.faults.empty());
}

TEST_CASE("the delimiter is found, announced or given", "[intake][csv]") {
  IntakeFiles files;
  for (const std::string d : {",", ";", "\t", "|"}) {
    CAPTURE(d);
    const auto all = readAll(files.write("d.txt", "id" + d + "name\n1" + d + "\"a" + d + "b\"\n2" + d + "c\n"));
    CHECK(all.columns == Fields{"id", "name"});
    REQUIRE(all.records.size() == 2);
    CHECK(all.records[0].fields == Fields{"1", "a" + d + "b"});
  }
  const auto announced = readAll(files.write("s.csv", "sep=;\r\na,b;c\r\n1,2;3\r\n"));
  CHECK(announced.columns == Fields{"a,b", "c"});
  REQUIRE(announced.records.size() == 1);
  CHECK(announced.records[0].line == 3);
  intake::ReadOptions options;
  options.delimiter = ':';
  CHECK(readAll(files.write("g.csv", "a:b\n1:2\n"), options).records.at(0).fields == Fields{"1", "2"});
}

TEST_CASE("line ends of Windows, Unix and old Macs, and a last line without one", "[intake][csv]") {
  IntakeFiles files;
  for (const std::string end : {"\r\n", "\n", "\r"}) {
    CAPTURE(end == "\r");
    const auto all = readAll(files.write("l.csv", "a,b" + end + "1,2" + end + end + "3,4"));
    REQUIRE(all.records.size() == 2);
    CHECK(all.records[1].fields == Fields{"3", "4"});
    CHECK(all.records[1].line == 4);
  }
  const auto lonely = readAll(files.write("m.csv", "a,b\n1,x\ry\n2,z\n"));
  CHECK(lonely.records.at(0).fields == Fields{"1", "x\ry"});
}

TEST_CASE("a header without a name and names that come twice can be told apart", "[intake][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("h.csv", ",ward,ward, ward ,\n1,2,3,4,\n"));
  CHECK(all.columns == Fields{"column 1", "ward", "ward (2)", "ward (3)", "column 5"});
  CHECK(all.records.size() == 1);
}

TEST_CASE("a row with too few or too many values is named and the others are read", "[intake][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("r.csv", "a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,,\n"));
  REQUIRE(all.faults.size() == 2);
  CHECK(all.faults[0].rule == "too_few_fields");
  CHECK(all.faults[0].line == 2);
  CHECK(all.faults[1].rule == "too_many_fields");
  CHECK(all.faults[1].facts == std::vector<base::Fact>{{"fields", "4"}, {"expected", "3"}});
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[1].fields == Fields{"1", "2", "3"});
}

TEST_CASE("a quote that is never closed costs its own line and no other", "[intake][csv]") {
  IntakeFiles files;
  std::string text = "id,note\n1,\"never closed\n";
  for (int i = 2; i <= 5000; ++i) text += std::to_string(i) + ",\"row " + std::to_string(i) + "\"\n";
  auto all = readAll(files.write("q.csv", text));
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "unclosed_quote");
  CHECK(all.faults[0].line == 2);
  REQUIRE(all.records.size() == 4999);
  CHECK(all.records[0].fields == Fields{"2", "row 2"});
  CHECK(all.records.back().line == 5001);

  all = readAll(files.write("plain.csv", "id,note\n1,\"never closed\n2,b\n3,c\n"));
  REQUIRE(all.faults.size() == 1);
  CHECK(all.records.size() == 2);
}

TEST_CASE("a quote inside of a value that nobody doubled stays in the value", "[intake][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("i.csv", "a,b\n\"said \"hi\" to me\",5\" pipe\n\"x\" ,y\n"));
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields == Fields{"said \"hi\" to me", "5\" pipe"});
  CHECK(all.records[1].fields == Fields{"x", "y"});
}

TEST_CASE("blanks behind each delimiter are decoration where nearly every value has one", "[intake][csv]") {
  IntakeFiles files;
  const auto path = files.write("b.csv", "id, name, city\n1, li na, \"a, b\"\n2, , x\n");
  const auto all = readAll(path);
  CHECK(all.columns == Fields{"id", "name", "city"});
  REQUIRE(all.records.size() == 2);
  CHECK(all.records[0].fields == Fields{"1", "li na", "a, b"});
  CHECK(all.records[1].fields == Fields{"2", "", "x"});
  intake::ReadOptions options;
  options.blanks = intake::Blanks::keep;
  CHECK(readAll(path, options).records.at(0).fields == Fields{"2", " ", " x"});
  CHECK(readAll(files.write("k.csv", "id,name\n1, a\n2,b\n")).records.at(0).fields == Fields{"1", " a"});
}

TEST_CASE("a NUL in a row is named", "[intake][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("n.csv", std::string("id,name\n1,a\0b\n2,c\n", 18)));
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "nul_character");
  CHECK(all.records.size() == 1);
}

TEST_CASE("a packed file is read like the file itself", "[intake][csv][gzip]") {
  IntakeFiles files;
  const std::string text = "id,name\n1,a\n2,b\n";
  CHECK(readAll(files.writeGzip("p.csv.gz", text)).records.size() == 2);
  const auto one = files.writeGzip("1.gz", "id,name\n1,a\n");
  const auto two = files.writeGzip("2.gz", "2,b\n");
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(two, std::ios::binary);
  const std::string joined =
      std::string(std::istreambuf_iterator<char>(first), {}) + std::string(std::istreambuf_iterator<char>(second), {});
  CHECK(readAll(files.write("two.csv.gz", joined)).records.size() == 2);
  const auto cut = readAll(files.write("cut.gz", joined.substr(0, joined.size() - 5)));
  REQUIRE(cut.error);
  CHECK(cut.error->fact("rule") == "truncated");
}

TEST_CASE("positions grow from row to row and progress ends at one", "[intake][csv]") {
  IntakeFiles files;
  const std::string text = "id,name\n1,a\n2,\n3,c\n";
  auto reader = intake::openRecords(files.write("f.csv", text), {});
  REQUIRE(reader);
  std::int64_t before = 0;
  for (int i = 0; i < 3; ++i) {
    auto row = reader.value()->next();
    REQUIRE((row && row.value()));
    const auto& record = std::get<intake::Record>(*row.value());
    CHECK(record.byteEnd > before);
    before = record.byteEnd;
  }
  CHECK(before == static_cast<std::int64_t>(text.size()));
  CHECK(reader.value()->fraction() == 1.0);
}

TEST_CASE("all 57,552 requests of a city's half year are read", "[intake][csv][shared]") {
  const auto path = sharedData("311/boston_311_2015H1.csv.gz");
  if (path.empty()) SKIP("the shared test data is not on this machine");
  const auto all = readAll(path);
  CHECK_FALSE(all.error);
  CHECK(all.faults.empty());
  CHECK(all.records.size() == 57'552);
  REQUIRE(all.columns.size() == 34);
  CHECK(all.columns.front() == "column 1");
  CHECK(all.columns[1] == "CASE_ENQUIRY_ID");
  CHECK(all.records.front().fields[1] == "101001240734");
  CHECK(all.records.front().fields.back() == "(42.3574, -71.0648)");
}

TEST_CASE("synthetic persons with a blank behind each delimiter are read without the blanks", "[intake][csv][shared]") {
  const auto path = sharedData("er/febrl_dataset3.csv");
  if (path.empty()) SKIP("the shared test data is not on this machine");
  const auto all = readAll(path);
  CHECK_FALSE(all.error);
  CHECK(all.faults.empty());
  CHECK(all.records.size() == 5'000);
  CHECK(all.columns[1] == "given_name");
  CHECK(all.records[0].fields[1] == "mitchell");
}
