// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <sqlite3.h>
#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "base/search_key.h"
#include "base/utf8.h"

using namespace ow::base;

namespace {

// A real FTS5 table, as the store makes it: what counts is what SQLite says to our text.
class FullText {
 public:
  FullText() {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
    m_db.reset(db);
    REQUIRE(sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='unicode61 remove_diacritics 2')",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    m_insert = prepared("INSERT INTO t(rowid, x) VALUES (?1, ?2)");
    m_find = prepared("SELECT count(*) FROM t WHERE t MATCH ?1");
  }
  void add(int row, const std::string& text) {
    const std::string spaced = spacedForFullText(text);
    sqlite3_bind_int(m_insert.get(), 1, row);
    sqlite3_bind_text(m_insert.get(), 2, spaced.data(), int(spaced.size()), SQLITE_TRANSIENT);
    REQUIRE(sqlite3_step(m_insert.get()) == SQLITE_DONE);
    sqlite3_reset(m_insert.get());
  }
  // How many rows fit; -1 when FTS5 raised an error.
  int found(std::string_view typed) {
    const std::string match = fullTextPhrase(typed);
    if (match.empty()) return 0;
    sqlite3_bind_text(m_find.get(), 1, match.data(), int(match.size()), SQLITE_TRANSIENT);
    const int count = sqlite3_step(m_find.get()) == SQLITE_ROW ? sqlite3_column_int(m_find.get(), 0) : -1;
    sqlite3_reset(m_find.get());
    return count;
  }

 private:
  using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;
  Statement prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(m_db.get(), sql, -1, &statement, nullptr) == SQLITE_OK);
    return {statement, &sqlite3_finalize};
  }
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> m_db{nullptr, &sqlite3_close};
  Statement m_insert{nullptr, &sqlite3_finalize};
  Statement m_find{nullptr, &sqlite3_finalize};
};

}  // namespace

TEST_CASE("Text is spaced so that each Han character is a word", "[fulltext]") {
  CHECK(spacedForFullText("张三丰abc def") == "张 三 丰 abc def");
  CHECK(spacedForFullText("𠮷野家，Café-Bar!") == "𠮷 野 家 cafe bar");
  CHECK(spacedForFullText("第12号") == "第 12 号");
  CHECK(spacedForFullText("").empty());
  CHECK(spacedForFullText("\"*:^(){}").empty());
}

TEST_CASE("FTS5 finds what was written, whatever stands in the box", "[fulltext]") {
  FullText table;
  table.add(1, "张三丰申请办理营业执照");
  table.add(2, "Muñoz asked about street lights: \"NEAR(a, b)\"");
  table.add(3, "𠮷野家 噪音投诉 12345");
  CHECK(table.found("三丰") == 1);
  CHECK(table.found("營業執照") == 1);
  CHECK(table.found("munoz") == 1);
  CHECK(table.found("street li") == 1);
  CHECK(table.found("lights street") == 1);
  CHECK(table.found("𠮷") == 1);
  CHECK(table.found("123") == 1);
  CHECK(table.found("噪音 12345") == 1);
  CHECK(table.found("丰三") == 0);
  CHECK(table.found("NEAR(") == 1);
  CHECK(table.found("asked OR") == 0);  // OR is a word like others
  CHECK(table.found("x:munoz") == 0);
  CHECK(table.found("\"") == 0);
}

TEST_CASE("No text in the box can raise an FTS5 error", "[fulltext][property]") {
  static constexpr std::array<const char*, 22> kOperators = {
      "\"", "*", "AND", "OR", "NOT", "NEAR(", "^", "col:", "-", "+",  "{",
      "}",  "(", ")",   ",",  "'",   "%",     "_", "\\",   ";", "--", " "};
  FullText table;
  table.add(1, "张三 AND OR NOT NEAR");
  SeededRandom random(3);
  for (int i = 0; i < 20000; ++i) {
    std::string typed;
    for (std::uint64_t n = random.below(8); n > 0; --n) {
      switch (random.below(4)) {
        case 0:
          typed += kOperators[random.below(kOperators.size())];
          break;
        case 1:
          typed += encoded(char32_t(random.below(0x33000)));
          break;
        case 2:
          typed += char(random.below(256));
          break;
        default:
          typed += char('a' + random.below(26));
      }
    }
    INFO(typed << " as " << fullTextPhrase(typed));
    REQUIRE(table.found(typed) >= 0);
  }
  std::string terms;
  for (int i = 0; i < 5000; ++i) terms += "term" + std::to_string(i) + " ";
  CHECK(table.found(terms) == 0);
}
