// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;
using Keys = std::set<std::string>;

namespace {

const AdminHall& hall() {
  static AdminHall made;
  static const bool isFilled = [] {
    made.init();
    return made.json({"demo", "--persons", "100", "--cases", "800"}).code == 0;
  }();
  REQUIRE(isFilled);
  return made;
}

Ran exported(const std::string& option, const std::string& name, const std::vector<std::string>& more = {},
             const std::function<void()>& inChild = {}) {
  std::vector<std::string> words{"scorecard", "--period", "2026", option, hall().path(name)};
  words.insert(words.end(), more.begin(), more.end());
  return hall().json(words, inChild);
}

}  // namespace

TEST_CASE("the scorecard goes into a workbook and a table, and the answer says what was read back", "[admin][scorecard]") {
  const auto book = exported("--xlsx", "card.xlsx", {"--language", "en", "--scope", "hall"}).document();
  CHECK(keysOf(book) == Keys{"file", "format", "language", "period", "definitions", "as_of", "sheets"});
  CHECK(book.at("file") == hall().path("card.xlsx").c_str());
  CHECK(book.at("format") == "xlsx");
  CHECK(book.at("language") == "en");
  CHECK(book.at("sheets").as_array().size() == 9);
  for (const auto& sheet : book.at("sheets").as_array()) {
    CHECK(keysOf(sheet) == Keys{"name", "rows", "read_back"});
    CHECK(sheet.at("rows") == sheet.at("read_back"));
    CHECK(sheet.at("rows").as_int64() > 0);
  }
  CHECK(hall().read("card.xlsx").starts_with("PK"));
  const auto table = exported("--csv", "card.csv").document();
  CHECK(table.at("format") == "csv");
  CHECK(table.at("language") == "zh");
  CHECK(table.at("sheets").as_array().size() == 1);
  CHECK(hall().read("card.csv").starts_with("\xef\xbb\xbf维度,"));
  CHECK(exported("--csv", "card.csv").errorKind() == "duplicate");
}

TEST_CASE("what a file of the scorecard cannot be is said before anything is written", "[admin][scorecard]") {
  const auto district = exported("--csv", "no.csv", {"--scope", "district"});
  CHECK(district.code == 1);
  CHECK(district.fact("entity") == "published_scorecard");
  CHECK(district.err.find("has published figures") != std::string::npos);
  CHECK(exported("--csv", "no.csv", {"--xlsx", hall().path("no.xlsx")}).fact("rule") == "one_file");
  CHECK(exported("--csv", "no.csv", {"--by", "month", "--indicator", "customer.in_time"}).fact("rule") == "not_with_file");
  CHECK(exported("--csv", "no.csv", {"--language", "fr"}).code == 2);
  CHECK(exported("--csv", "no/no.csv").fact("entity") == "folder");
  CHECK_FALSE(std::filesystem::exists(hall().path("no.csv")));
  CHECK_FALSE(std::filesystem::exists(hall().path("no.xlsx")));
}

TEST_CASE("a disk without room for the workbook is told like any other, and nothing is left", "[admin][scorecard]") {
  REQUIRE(exported("--xlsx", "first.xlsx").code == 0);  // counts each day, so that nothing else is written below
  const auto full = exported("--xlsx", "full.xlsx", {}, [] {
    const rlimit little{40000, 40000};
    setrlimit(RLIMIT_FSIZE, &little);
  });
  CHECK(full.code == 1);
  CHECK(full.errorKind() == "too_large");
  CHECK(full.err.find("larger than this disk or account allows") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(hall().path("full.xlsx")));
  CHECK_FALSE(std::filesystem::exists(hall().path("full.xlsx.making")));
}

TEST_CASE("pages are drawn by the program beside this one; where it is not installed, that is said", "[admin][scorecard]") {
  const auto ran = exported("--pdf", "card.pdf", {"--language", "en"});
  if (!std::filesystem::exists(std::filesystem::path(OW_ADMIN).parent_path() / "onewindow-paper")) {
    CHECK(ran.code == 1);
    CHECK(ran.document().at("error").at("kind") == "not_found");
    CHECK_FALSE(std::filesystem::exists(hall().path("card.pdf")));
    return;
  }
  const auto document = ran.document();
  CHECK(keysOf(document) == Keys{"file", "format", "language", "period", "definitions", "as_of", "pages"});
  CHECK(document.at("format") == "pdf");
  CHECK(document.at("pages").as_int64() >= 3);
  const std::string written = hall().read("card.pdf");
  CHECK(written.starts_with("%PDF-"));
  CHECK(written.ends_with("%%EOF\n"));
  // Nothing is replaced, and nothing is left where nothing can be written.
  CHECK(exported("--pdf", "card.pdf").code == 1);
  CHECK(hall().read("card.pdf") == written);
  CHECK(exported("--pdf", "no/such/folder/card.pdf").code == 1);
  CHECK(exported("--pdf", "both.pdf", {"--csv", hall().path("both.csv")}).code == 1);
  CHECK_FALSE(std::filesystem::exists(hall().path("both.pdf")));
}
