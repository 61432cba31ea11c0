// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/sync/bare_line.h"
#include "store/store.h"

namespace ow::bench {

// A store with the demo hall of so many cases and half as many people, made when it is not there yet.
std::unique_ptr<store::Store> demoStore(const std::filesystem::path& path, std::int64_t cases);

// Writes the rows of the store into a scope of the centre, as pushes would have left them, `copies` times over: each copy has
// ids and numbers of its own and the services of the first. Answers how many rows.
std::int64_t copyIntoScope(store::Store& store, BareLine& root, int scope, int copies);

// The same rows in typed tables, as a program of its own would keep them: what `psql COPY` reads. One schema `plain`.
struct PlainTable {
  std::string name;
  std::string columns;               // of the CREATE TABLE for SQLite
  std::vector<std::string> indexes;  // those of a desk's store, unique ones too
};
std::vector<PlainTable> makePlainTables(store::Store& store, BareLine& root, int scope);

}  // namespace ow::bench
