// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/ids.h"
#include "intake/import_book.h"
#include "store/store.h"

namespace ow::intake {

// What was left alone, and why.
struct KeptEntity {
  // worked_on: somebody changed it or wrote to it after the load; in_use: a service that cases use.
  std::string rule;
  std::string label;  // number of the case, code of the service item
};

struct UndoOutcome {
  std::int64_t takenBack = 0;  // cases and service items
  std::int64_t kept = 0;
  std::vector<KeptEntity> keptEntities;
};

// Takes a load back, whether it was finished or not: what it created goes, what it changed is as before, unless somebody has
// worked on it since. Goes from the last operation to the first in transactions of about 2,000 operations, each of which also
// says how far it came: killed at any moment, the same call goes on (state undoing until then). All in one transaction would
// be whole, but a load of a million rows would hold up the desk for minutes. Taking back is itself written down as operations;
// case numbers of the load are not used again.
//
// Loads are taken back the newest first: an older one could leave a newer one's cases half as they were, and could not be
// repeated when the newer one has gone. A load that only uses a service that this one made is no hindrance; the service stays.
//
// notFound (entity=import); notAllowed with rule=undo_newer_first (import_id: the newest load that wrote to what this one made
// or changed; nothing was touched) or rule=import_undone (the second time); and the errors of the store.
base::Result<UndoOutcome> undoImport(store::Store& store, domain::ImportId id, base::Clock& clock, base::Random& random);

}  // namespace ow::intake
