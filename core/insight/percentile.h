// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

// Percentiles by linear interpolation between order statistics: definition 7 of Hyndman and Fan, The American Statistician 50
// (1996) 361, the one of R, NumPy and PERCENTILE.INC. To be named wherever a percentile is printed. Pure; any thread.
namespace ow::insight {

// How many times a value was counted.
struct Bar {
  double value = 0;
  std::int64_t count = 0;  // 0 or more
  bool operator==(const Bar&) const = default;
};

// `sorted`: ascending and finite. `percent`: 0..100, anything else aborts. Nothing for an empty list.
std::optional<double> percentile(std::span<const double> sorted, double percent);

// The same over a histogram, to the last bit what its list written out would give. `bars`: ascending by value and finite; a
// value may come more than once.
std::optional<double> percentile(std::span<const Bar> bars, double percent);

}  // namespace ow::insight
