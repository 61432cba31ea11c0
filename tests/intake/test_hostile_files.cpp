// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "intake/byte_source.h"
#include "intake/intake_files.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;

namespace {

std::string formatOf(const ReadAll& all) {
  REQUIRE(all.error);
  return std::string(all.error->fact("format"));
}
std::string ruleOf(const ReadAll& all) {
  REQUIRE(all.error);
  return std::string(all.error->fact("rule"));
}

std::string_view kOneRow = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";

}  // namespace

TEST_CASE("what is no regular file is refused by what it is and nothing hangs", "[intake][hostile]") {
  IntakeFiles files;
  std::filesystem::create_directory(files.path("x.csv"));
  CHECK(formatOf(readAll(files.path("x.csv"))) == "directory");
  REQUIRE(mkfifo(files.path("pipe.csv").c_str(), 0600) == 0);
  CHECK(formatOf(readAll(files.path("pipe.csv"))) == "fifo");
  CHECK(formatOf(readAll("/dev/zero")) == "device");
  std::filesystem::create_symlink("/dev/zero", files.path("link.csv"));
  CHECK(formatOf(readAll(files.path("link.csv"))) == "device");
  CHECK(readAll(files.path("nothing.csv")).error.value().kind == ErrorKind::notFound);
  CHECK(formatOf(readAll(files.write("empty.csv", ""))) == "empty");
  CHECK(formatOf(readAll(files.write("blank.csv", " \n\n"))) == "empty");
}

TEST_CASE("files of other kinds are refused by name", "[intake][hostile]") {
  IntakeFiles files;
  CHECK(formatOf(readAll(files.write("a.csv", "%PDF-1.7\n"))) == "pdf");
  CHECK(formatOf(readAll(files.write("b.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest"))) == "ole");
  CHECK(formatOf(readAll(files.write("c.csv", "<!DOCTYPE html><html>"))) == "html");
  std::string noise;
  for (unsigned i = 0, x = 1; i < 5000; ++i) noise.push_back(static_cast<char>((x = x * 1664525 + 1013904223) >> 24));
  CHECK(formatOf(readAll(files.write("d.csv", noise))) == "binary");
}

TEST_CASE("a line of a gigabyte is one fault and takes no gigabyte of memory", "[intake][hostile][csv]") {
  IntakeFiles files;
  // Packed it is small: the file is made of members of one mebibyte each.
  const auto header = files.writeGzip("h", "id,name\n1,a\n2,");
  const auto piece = files.writeGzip("p", std::string(std::size_t{1} << 20, 'x'));
  const auto tail = files.writeGzip("t", "\n3,c\n");
  const auto content = [](const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  std::string all = content(header);
  for (int i = 0; i < 1024; ++i) all += content(piece);
  const auto path = files.write("line.csv.gz", all + content(tail));
  // So repetitive a file is refused as it stands.
  const auto refused = readAll(path);
  REQUIRE(refused.error);
  CHECK(refused.error->fact("unit") == "ratio");
  // The same line on the disk, with holes: bytes of zero are no better a value than letters.
  std::ofstream(files.path("sparse.csv"), std::ios::binary) << "id,name\n1,a\n2,";
  std::filesystem::resize_file(files.path("sparse.csv"), std::uintmax_t{1} << 30);
  std::ofstream(files.path("sparse.csv"), std::ios::binary | std::ios::app) << "\n3,c\n";
  const auto read = readAll(files.path("sparse.csv"));
  CHECK_FALSE(read.error);
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].rule == "field_too_large");
  CHECK(read.faults[0].line == 3);
  REQUIRE(read.records.size() == 2);
  CHECK(read.records[1].line == 4);
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 256 * 1024);  // KiB
}

TEST_CASE("a million columns in the header are refused and in a row are a fault", "[intake][hostile][csv]") {
  IntakeFiles files;
  const auto header = readAll(files.write("w.csv", std::string(1'000'000, ',') + "\n1\n"));
  CHECK(header.error.value().kind == ErrorKind::tooLarge);
  CHECK(header.error.value().fact("unit") == "columns");
  const auto row = readAll(files.write("r.csv", "a,b\n1,2\n" + std::string(1'000'000, ',') + "\n3,4\n"));
  REQUIRE(row.faults.size() == 1);
  CHECK(row.faults[0].rule == "too_many_fields");
  CHECK(row.records.size() == 2);
}

TEST_CASE("a quote opened in every line is read in one pass", "[intake][hostile][csv]") {
  IntakeFiles files;
  std::string text = "a,b\n";
  for (int i = 0; i < 200'000; ++i) text += "1,\"x\n";
  const auto all = readAll(files.write("q.csv", text));
  CHECK(all.records.size() + all.faults.size() == 200'000);
  CHECK(all.faults.size() == 200'000);
}

TEST_CASE("a file that somebody writes to while it is read is noticed", "[intake][hostile]") {
  IntakeFiles files;
  std::string text = "id,name\n";
  while (text.size() < (std::size_t{4} << 20)) text += "1,张三李四王五\n";
  const auto path = files.write("grows.csv", text);
  auto reader = intake::openRecords(path, {});
  REQUIRE(reader);
  std::ofstream(path, std::ios::app) << "2,late\n";
  std::optional<base::Error> error;
  for (;;) {
    auto row = reader.value()->next();
    if (!row) error = row.error();
    if (!row || !row.value()) break;
  }
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::ioFailure);
  CHECK(error->fact("changed") == "yes");
}

TEST_CASE("archives that lie about themselves are refused before they unpack", "[intake][hostile][xlsx]") {
  IntakeFiles files;
  const auto good = workbookParts(kOneRow);
  const auto read = [&](std::vector<ZipPart> parts) { return readAll(files.write("z.xlsx", zipOf(parts))); };
  CHECK_FALSE(read(good).error);

  auto parts = good;
  parts.push_back(parts[4]);
  CHECK(ruleOf(read(parts)) == "duplicate_entry");
  parts = good;
  parts.push_back(parts[4]);
  parts.back().name = "XL/Worksheets/Sheet1.XML";
  CHECK(ruleOf(read(parts)) == "duplicate_entry");
  parts = good;
  parts.push_back({"xl/worksheets/sheet9.xml", parts[4].content, {}, 0, 4});
  CHECK_FALSE(ruleOf(read(parts)).empty());  // two names for the same bytes
  parts = good;
  parts[4].flags = 1;
  CHECK(ruleOf(read(parts)) == "encrypted");
  parts = good;
  parts[4].declaredBytes = 10;
  CHECK(ruleOf(read(parts)) == "damaged");
  parts = good;
  parts.push_back({"xl/zeros.bin", std::string(std::size_t{64} << 20, '\0'), {}, 0, {}});
  CHECK(read(parts).error.value().fact("unit") == "ratio");
  parts = good;
  for (int i = 0; i < 3; ++i) parts.push_back({"b" + std::to_string(i), "x", 0x7FFFFFFF, 0, {}});
  CHECK(read(parts).error.value().kind == ErrorKind::tooLarge);
  parts = good;
  parts[4].declaredBytes = 0xFFFFFFFF;
  CHECK(ruleOf(read(parts)) == "zip64");
  parts = good;
  parts.push_back({"../../../etc/passwd", "root", {}, 0, {}});
  CHECK_FALSE(read(parts).error);
  CHECK(ruleOf(read({{"mimetype", "application/zip", {}, 0, {}}})) == "no_workbook");
}

TEST_CASE("an archive cut anywhere is refused", "[intake][hostile][xlsx]") {
  IntakeFiles files;
  const std::string whole = zipOf(workbookParts(kOneRow));
  for (std::size_t length = 4; length < whole.size(); length += 13) {
    CAPTURE(length);
    CHECK(readAll(files.write("cut.xlsx", whole.substr(0, length))).error);
  }
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x40);
    readAll(files.write("flip.xlsx", flipped));  // any answer will do, as long as there is one
  }
}

TEST_CASE("document types, entities and endless tags in XML are refused", "[intake][hostile][xml]") {
  IntakeFiles files;
  const std::string laughs =
      "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b "
      "\"&a;&a;&a;\">]><service_requests><request><x>&b;</x></request></service_requests>";
  CHECK(ruleOf(readAll(files.write("l.xml", laughs))) == "document_type");
  const std::string external = "<!DOCTYPE l SYSTEM \"file:///etc/passwd\"><service_requests/>";
  CHECK(ruleOf(readAll(files.write("e.xml", external))) == "document_type");
  std::string deep = "<service_requests>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(ruleOf(readAll(files.write("d.xml", deep))) == "too_deep");
  CHECK(ruleOf(readAll(files.write("t.xml", "<service_requests><request a=\"" + std::string(std::size_t{6} << 20, 'x')))) ==
        "long_tag");
  auto parts = workbookParts(kOneRow);
  parts[4].content.insert(0, "<!DOCTYPE w [<!ENTITY a \"b\">]>");
  CHECK(ruleOf(readAll(files.write("w.xlsx", zipOf(parts)))) == "document_type");
}

TEST_CASE("JSON nested without end or one string without end is refused", "[intake][hostile][json]") {
  IntakeFiles files;
  const auto deep =
      readAll(files.write("d.json", "[{\"a\":" + std::string(1000, '[') + std::string(1000, ']') + "},{\"a\":1}]"));
  REQUIRE(deep.faults.size() == 1);
  CHECK(deep.faults[0].rule == "invalid_json");
  CHECK(deep.records.size() == 1);
  const auto heavy = readAll(files.write("s.json", "[{\"a\":\"" + std::string(std::size_t{20} << 20, 'x')));
  CHECK(heavy.error.value().kind == ErrorKind::tooLarge);
}

TEST_CASE("a sheet with a single cell in its last corner takes no memory for the others", "[intake][hostile][xlsx]") {
  IntakeFiles files;
  const std::string corner = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
  const auto behind = readAll(files.write("c.xlsx", zipOf(workbookParts(std::string(kOneRow) + corner))));
  REQUIRE(behind.faults.size() == 1);
  CHECK(behind.faults[0].rule == "too_many_fields");
  CHECK(behind.faults[0].line == 1'048'576);
  CHECK(readAll(files.write("h.xlsx", zipOf(workbookParts(corner)))).error.value().fact("unit") == "columns");
}

TEST_CASE("the fingerprint of a file is its SHA-256", "[intake]") {
  IntakeFiles files;
  const auto sum = intake::sha256OfFile(files.write("abc", "abc"));
  REQUIRE(sum);
  CHECK(sum.value() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
