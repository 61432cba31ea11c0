// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ow::bench {

// Milliseconds of many runs of one thing.
struct Sample {
  std::vector<double> millis;
  double percentile(double p) const;  // R-7, linear
  std::size_t over(double limit) const;
};

// Runs `work(i)` for i = 0..times-1 after `warmUp` runs that do not count.
Sample measure(int times, const std::function<void(int)>& work, int warmUp = 3);

// Resident memory of this process in MiB.
double residentMiB();

}  // namespace ow::bench
