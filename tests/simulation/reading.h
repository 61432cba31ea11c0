// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "store/schema.h"
#include "store/store.h"

namespace ow::test {

// What a world cannot do without.
template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

// All entities of a kind in a store, by their ids.
template <class T>
std::vector<T> rowsIn(store::Store& store) {
  auto reader = must(store.read());
  const std::string sql = "SELECT " + store::columnsOf<T>("t") + " FROM " + store::schemaOf<T>().table + " t ORDER BY t.id";
  auto row = must(reader.connection().prepare(sql));
  std::vector<T> entities;
  while (must(row.step())) entities.push_back(must(store::readEntity<T>(row)));
  return entities;
}

}  // namespace ow::test
