// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store.h"

// What waits on one entity in the outbox, as far as rows that arrive for it must know.
namespace ow::store {

base::Result<bool> waitsOn(Connection& connection, const base::Uuid& entity);
// The last word that waits on it is that it goes.
base::Result<bool> waitsToErase(Connection& connection, const base::Uuid& entity);
// Lays the patches and transitions that wait over the row again, in their order: times of the last event and counters only
// upwards, as the centre will. What the row does not bear any more is left out; the centre judges it.
base::Result<void> layPendingOver(Connection& connection, const EntitySchema& schema, const base::Uuid& entity);

// Ahead of a change of a row that is there: what search knows of its subject.
base::Result<void> indexBefore(Write::Inside& inside, const EntitySchema& schema, const base::Uuid& id);

}  // namespace ow::store
