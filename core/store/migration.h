// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite.h"

namespace ow::store {

// Brings the schema up to the newest version, one transaction per migration. A released migration never changes: the store
// remembers the hash of each it has seen, and one that no longer fits is storeDamaged (fact detail=migration).
base::Result<void> migrate(Connection& connection);
// storeTooOld (facts version, oldest), storeTooNew (version, newest), storeDamaged for a file that is no store of ours.
base::Result<void> checkVersion(Connection& connection);
int newestVersion();

}  // namespace ow::store
