// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "insight/percentile.h"
#include "insight/proportion.h"

// Figures of the queue in the hall. Pure; any thread.
namespace ow::insight {

// Service level: who waited no longer than the limit, of all who were called. `waits` and `limit` in the same unit. Those who
// left before their call are not among them and need a number of their own.
Count waitedWithin(std::span<const Bar> waits, double limit);

// How many wait on average, L = lambda W (J. D. C. Little, Operations Research 9 (1961) 383). Nothing when not open.
std::optional<double> meanQueueLength(std::int64_t arrivals, std::chrono::milliseconds meanWait,
                                      std::chrono::milliseconds open);

// Share of a window's open time in which somebody was served; above 1 where service went on after closing. Nothing when not
// open.
std::optional<double> occupancy(std::chrono::milliseconds served, std::chrono::milliseconds open);

}  // namespace ow::insight
