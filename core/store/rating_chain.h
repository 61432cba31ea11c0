// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "domain/rating.h"
#include "domain/rating_seal.h"
#include "store/store.h"

// The pad of this store, and where its chain of sealed ratings ends. The secret is a value of the desk's own: it never leaves
// the encrypted store. Error kinds: those of the disk; storeDamaged for a value that is none.
namespace ow::store {

struct KeptPad {
  domain::Pad pad;
  base::SigningKey key;
  domain::ChainEnd end;
};
// Nothing: there is none yet, or its chain goes on at the centre further than here. That is so in a store put back from a
// backup: going on would fork the chain.
base::Result<std::optional<KeptPad>> keptPad(Connection& connection);
// A new pad with an empty chain; its row is written by the caller's operation.
base::Result<void> keepPad(Write& write, const domain::Pad& pad, const base::SigningKey& key);
// The chain ends there from now on, if the write commits.
base::Result<void> keepChainEnd(Write& write, const domain::ChainEnd& end);

}  // namespace ow::store
