// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/key_ring.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ow::bench {

// The limit that everything is compared with: one prepared statement over SQLCipher's C API, with the same key and pragmas.
class Bare {
 public:
  Bare(const std::filesystem::path& path, const store::StoreKey& key);
  ~Bare();
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;
  void prepare(const std::string& sql);
  // Steps through all rows, reading every column as text; answers how many rows there were.
  int run(const std::string& text, long long number = 0);
  void execute(const char* sql);

 private:
  sqlite3* m_db = nullptr;
  sqlite3_stmt* m_statement = nullptr;
};

}  // namespace ow::bench
