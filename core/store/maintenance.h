// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

// What an administrator does with a whole store.
namespace ow::store {

struct Counts {
  std::int64_t parties = 0, cases = 0, interactions = 0, events = 0, outbox = 0;
  std::int64_t services = 0, ratings = 0, identifiers = 0, contactPoints = 0, relationships = 0, staff = 0, openCases = 0;
};
base::Result<Counts> countEverything(Connection& connection);

// One thing that is wrong: a stable word, how many rows, and the id of one of them (or a page, for damage of the file).
struct Problem {
  std::string what;
  std::int64_t rows = 0;
  std::string example;
};
// The file (every page authenticates, B-trees are whole) and every invariant of the domain. Empty: all is well. The log is
// folded into the file first, because pages that are still in it look damaged; beside a desk that writes, on a store that is
// read only, it cannot be: then the pages that hold something are authenticated as the B-trees are walked, and empty ones not.
base::Result<std::vector<Problem>> checkStore(Store& store, const std::function<void(double)>& progress = {});

// Copies the store while it is in use, with its key ring, and verifies the copy before it says done. duplicate when `to` is
// there.
base::Result<void> backup(Store& store, const std::filesystem::path& to, const std::function<void(double)>& progress = {});
// Puts a verified backup where a store belongs; duplicate (nothing is overwritten) when there is one.
base::Result<void> restore(const std::filesystem::path& from, StoreKey key, const std::filesystem::path& to);

}  // namespace ow::store
