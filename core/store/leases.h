// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "store/store.h"

// How long a clerk may work at this desk without the centre, and the end of it.
namespace ow::store {

base::Result<void> putLease(Connection& connection, domain::StaffId staff, base::Instant until);
base::Result<std::optional<base::Instant>> leaseOf(Connection& connection, domain::StaffId staff);
// The latest time that this desk knows of: its own clock's, or the centre's newest mark where that is later. A clock that was
// set back does not lengthen a lease.
base::Result<base::Instant> latestKnownTime(Connection& connection, base::Instant clock);

// Takes the keys of this store from those whom the centre's staff no longer counts as active. Answers who that was.
base::Result<std::vector<domain::StaffId>> lockOutLeavers(Store& store);
// This desk itself is shut out: no clerk opens its store any more; the key file does.
base::Result<void> lockOutEverybody(Store& store);

}  // namespace ow::store
