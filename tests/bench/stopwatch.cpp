// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/stopwatch.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>

namespace ow::bench {

double Sample::percentile(double p) const {
  if (millis.empty()) return 0;
  std::vector<double> sorted = millis;
  std::sort(sorted.begin(), sorted.end());
  const double place = p * double(sorted.size() - 1);
  const auto below = std::size_t(std::floor(place));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

std::size_t Sample::over(double limit) const {
  return std::size_t(std::count_if(millis.begin(), millis.end(), [limit](double one) { return one > limit; }));
}

Sample measure(int times, const std::function<void(int)>& work, int warmUp) {
  using Clock = std::chrono::steady_clock;
  for (int i = 0; i < warmUp; ++i) work(i);
  Sample sample;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    work(i);
    sample.millis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  return sample;
}

double residentMiB() {
  std::ifstream file("/proc/self/statm");
  long pages = 0, resident = 0;
  file >> pages >> resident;
  return double(resident) * double(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

}  // namespace ow::bench
