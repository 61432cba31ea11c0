// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare.h"

#include <sodium.h>
#include <sqlite3.h>

#include <stdexcept>

namespace ow::bench {

Bare::Bare(const std::filesystem::path& path, const store::StoreKey& key) {
  if (sqlite3_open_v2(path.c_str(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
    throw std::runtime_error("bare open");
  std::string hex(key.bytes().size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), key.bytes().data(), key.bytes().size());
  hex.pop_back();
  execute(("PRAGMA key = \"x'" + hex + "'\"").c_str());
  execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA synchronous = FULL");
}

Bare::~Bare() {
  sqlite3_finalize(m_statement);
  sqlite3_close(m_db);
}

void Bare::execute(const char* sql) {
  if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(m_db));
}

void Bare::prepare(const std::string& sql) {
  sqlite3_finalize(m_statement);
  if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(m_db));
}

int Bare::run(const std::string& text, long long number) {
  sqlite3_reset(m_statement);
  const int parameters = sqlite3_bind_parameter_count(m_statement);
  if (parameters >= 1) sqlite3_bind_text(m_statement, 1, text.data(), int(text.size()), SQLITE_STATIC);
  if (parameters >= 2) sqlite3_bind_int64(m_statement, 2, number);
  int rows = 0;
  while (sqlite3_step(m_statement) == SQLITE_ROW) {
    for (int c = 0; c < sqlite3_column_count(m_statement); ++c) (void)sqlite3_column_text(m_statement, c);
    ++rows;
  }
  return rows;
}

}  // namespace ow::bench
