// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/desk_state.h"
#include "store/store.h"

// The access log on its way to the centre: which lines it has, and what this desk has seen of the hall's chain of looks there.
// The log itself is never changed. Functions that take a Write change nothing before its commit().
namespace ow::store {

struct NumberedLook {
  std::int64_t n = 0;  // its line in the log
  Look look;
};
// The oldest that the centre does not have yet, in their order.
base::Result<std::vector<NumberedLook>> looksToSend(Connection& connection, std::size_t limit);
// The centre has all lines up to there.
base::Result<void> putLooksSent(Write& write, std::int64_t upTo);
// A history of the centre that was rolled back may have lost lines, and its chain is another one: lines from then on are
// offered again, and what was seen of the other chain is forgotten.
base::Result<void> reofferLooks(Write& write, base::Instant since);

// The end of the hall's chain as the centre answered it.
struct SeenLookHead {
  std::int64_t n = 0;
  std::string hash;  // hexadecimal
  bool operator==(const SeenLookHead&) const = default;
};
// The last 16, oldest first.
base::Result<std::vector<SeenLookHead>> seenLookHeads(Connection& connection);
base::Result<void> putSeenLookHead(Write& write, const SeenLookHead& head);

// The chain at the centre is not what this desk saw of it: a line behind `sound` and up to `changed` was changed, put in or
// taken out.
struct LookChainFault {
  std::int64_t sound = 0, changed = 0;
  base::Instant noticedAt;
};
base::Result<std::optional<LookChainFault>> lookChainFault(Connection& connection);
// The first one noticed is kept.
base::Result<void> putLookChainFault(Write& write, const LookChainFault& fault);

}  // namespace ow::store
