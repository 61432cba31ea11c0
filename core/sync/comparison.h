// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "store/replica.h"
#include "store/store.h"
#include "sync/centre.h"

namespace ow::sync {

struct ScopeComparison {
  Scope scope;
  bool isComplete = false;  // the first filling is done
  bool isAtHead = false;    // nothing newer at the centre; otherwise the sums must differ
  std::int64_t rows = 0;    // here
  std::int64_t centreRows = 0;
  std::int64_t different = 0;  // rows that only one side has, or that differ
  std::int64_t altered = 0;    // rows here whose content is not what the centre said it was
  bool isEqual() const { return isComplete && isAtHead && rows == centreRows && different == 0 && altered == 0; }
};

// Whether this store holds what the centre holds, byte for byte: the digest of every row is computed anew from its columns and
// compared with what the centre gave, and the sums over all buckets with the centre's. Changes nothing; rows with unsent work
// are left out. One thread.
base::Result<std::vector<ScopeComparison>> compareWithCentre(store::Store& store, Centre& centre,
                                                             const std::function<void(double)>& progress = {});

}  // namespace ow::sync
