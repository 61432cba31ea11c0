// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/random.h"

// The dice of the demo hall. Only core/intake/demo_* includes this.
namespace ow::intake {

// A text and how often it occurs, in any unit: only the shares count.
struct Weighted {
  std::string_view text;
  int weight;
};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_random(seed) {}

  base::Random& random() { return m_random; }
  // Uniform in [from, to], both included.
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(to - from) + 1));
  }
  std::size_t index(std::size_t size) { return static_cast<std::size_t>(m_random.below(size)); }
  bool chance(double probability) { return fraction() < probability; }
  // Uniform in [0, 1).
  double fraction() { return static_cast<double>(m_random.next64() >> 11U) * 0x1.0p-53; }
  template <class T, std::size_t N>
  const T& of(const T (&values)[N]) {
    return values[index(N)];
  }
  template <class T>
  const T& of(const std::vector<T>& values) {
    return values[index(values.size())];
  }
  // Towards the front of a list that is ordered by how common its entries are.
  template <class T, std::size_t N>
  const T& common(const T (&values)[N]) {
    const double x = fraction();
    return values[static_cast<std::size_t>(x * x * static_cast<double>(N))];
  }

 private:
  base::SeededRandom m_random;
};

// Draws places of a list by weight.
class Odds {
 public:
  explicit Odds(std::span<const Weighted> list) {
    for (const Weighted& entry : list) add(entry.weight);
  }
  explicit Odds(std::span<const double> weights) {
    for (const double weight : weights) add(weight);
  }
  std::size_t draw(Dice& dice) const {
    const double mark = dice.fraction() * m_sums.back();
    const auto found = std::upper_bound(m_sums.begin(), m_sums.end(), mark);
    return std::min(static_cast<std::size_t>(found - m_sums.begin()), m_sums.size() - 1);
  }
  double total() const { return m_sums.back(); }

 private:
  void add(double weight) { m_sums.push_back((m_sums.empty() ? 0.0 : m_sums.back()) + weight); }
  std::vector<double> m_sums;
};

}  // namespace ow::intake
