// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "base/random.h"
#include "domain/written_operation.h"

namespace ow::testkit {

// What one desk has to tell, in its order.
using Outbox = std::vector<domain::WrittenOperation>;
struct Delivery {
  std::size_t desk = 0;
  domain::WrittenOperation operation;
};
using Deliveries = std::vector<Delivery>;

// Every order in which the outboxes can arrive, each desk's own order kept.
std::vector<Deliveries> everyInterleaving(const std::vector<Outbox>& outboxes);
// One of them as the dice fall, with operations that come twice or more.
Deliveries anInterleaving(const std::vector<Outbox>& outboxes, base::Random& dice);

}  // namespace ow::testkit
