// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/queueing.h"

namespace ow::insight {

Count waitedWithin(std::span<const Bar> waits, double limit) {
  Count found;
  for (const Bar& bar : waits) {
    found.trials += bar.count;
    if (bar.value <= limit) found.hits += bar.count;
  }
  return found;
}

std::optional<double> meanQueueLength(std::int64_t arrivals, std::chrono::milliseconds meanWait,
                                      std::chrono::milliseconds open) {
  if (open.count() <= 0) return std::nullopt;
  return double(arrivals) * double(meanWait.count()) / double(open.count());
}

std::optional<double> occupancy(std::chrono::milliseconds served, std::chrono::milliseconds open) {
  if (open.count() <= 0) return std::nullopt;
  return double(served.count()) / double(open.count());
}

}  // namespace ow::insight
