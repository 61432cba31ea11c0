// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "bench/sync/bare_line.h"
#include "bench/sync/site.h"
#include "store/store.h"
#include "sync/synchroniser.h"

namespace ow::bench {

// The desk of a store, connected; its hall counts as filled, so that a round pushes and does nothing else.
struct ConnectedDesk {
  ConnectedDesk(std::unique_ptr<store::Store> itsStore, const centre::DeskAccount& account);
  std::int64_t round();  // operations that the centre answered; throws when one was not applied

  base::SystemClock clock;
  std::unique_ptr<store::Store> store;
  centre::PostgresCentre centre;
  sync::Synchroniser synchroniser;
};

// Staff of the store, so that the centre knows the authors.
void registerStaff(store::Store& store, BareLine& root);
// The outbox keeps only so many creations and lines of timelines, of entities that nothing has changed since.
void keepNew(store::Store& store, std::int64_t operations);
// So many patches, each of another entity that is there, but for the last ones when there are fewer.
std::int64_t queueChanges(store::Store& store, std::int64_t operations);

}  // namespace ow::bench
