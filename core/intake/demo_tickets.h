// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/staff.h"
#include "domain/ticket.h"
#include "intake/demo_batch.h"
#include "intake/demo_dice.h"
#include "intake/demo_rhythm.h"

// The queue of a demo hall: whoever came to a counter took a number first. Only core/intake/demo_* includes this.
namespace ow::intake {

class DemoTickets {
 public:
  // A visit to a counter, from the moment that service began; in any order. 40 bytes each, until they are written.
  void visited(base::Instant at, const std::optional<std::string>& window, std::optional<domain::StaffId> clerk);

  // All of them by time, with whoever never came when called and whoever gave the number back, and the hall as it is now: some
  // wait, a few are served. The queues get their names in `store`.
  base::Result<void> write(store::Store& store, DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
                           const std::vector<domain::Staff>& staff);

 private:
  struct Visit {
    base::Instant at;
    std::optional<domain::StaffId> clerk;
    std::uint8_t window = 0;
  };
  std::vector<Visit> m_visits;
};

}  // namespace ow::intake
