// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/store.h"

// A first filling that brings far more rows than are here writes them without the indexes by which screens list and search, and
// makes those at the end: sorted, each in one go. What is left out is written down in the store, so that whatever cuts the
// filling off, the next opening of the store (or endBulkFilling) brings it back. Meanwhile everything is answered right, lists
// slowly and search without what has come. Error kinds: those of the disk.
namespace ow::store {

// Nothing where it is begun already. In a write with Indexing::deferred.
base::Result<void> beginBulkFilling(Write& write);
bool isBulkFilling(Connection& connection);
// Each index in a transaction of its own, then what search needs. Nothing where no filling was begun.
base::Result<void> endBulkFilling(Store& store);

}  // namespace ow::store
