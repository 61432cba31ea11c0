// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/store.h"

// A first filling that brings far more rows than are here writes them without the indexes by which screens list and search, and
// makes those at the end: sorted, each in one go. What is left out is written down in the store, so that whatever cuts the
// filling off, the next opening of the store (or endBulkFilling) brings it back. Meanwhile everything is answered right, lists
// slowly and search without what has come. Error kinds: those of the disk.
namespace ow::store {

// Rows of a table, about. They are sorted in memory, some 80 bytes each, for nothing of a store goes to disk in plain: a table
// that has grown to so many gets its indexes back, and what is still to come is put into them row by row.
inline constexpr std::int64_t kMostSorted = 500'000;

// At the beginning of every page, in a write with Indexing::deferred.
base::Result<void> goOnInBulk(Write& write, std::int64_t mostSorted = kMostSorted);
bool isBulkFilling(Connection& connection);
// What search needs, then each index in a transaction of its own. Nothing where nothing was put off.
base::Result<void> endBulkFilling(Store& store);

}  // namespace ow::store
