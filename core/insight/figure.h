// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "insight/indicator.h"
#include "insight/proportion.h"
#include "store/tallies.h"

// From counts to figures. Pure; any thread.
namespace ow::insight {

// How many facts of each source meet exactly these conditions, with this value: everything that a figure is made of.
class Aggregate {
 public:
  void add(store::FactSource source, Conditions conditions, std::int64_t value, std::int64_t n) {
    m_counts[std::size_t(source)][{conditions, value}] += n;
  }
  // Facts that meet all of the measure's conditions.
  std::int64_t count(const Measure& measure) const;
  // Nothing when none of them was measured.
  std::optional<double> percentile(const Measure& measure, double percent) const;

 private:
  std::array<std::map<std::pair<Conditions, std::int64_t>, std::int64_t>, base::kCodes<store::FactSource>.size()> m_counts;
};

struct Figure {
  std::optional<double> value;  // in the indicator's unit; a share as 0..1. Empty: nothing was counted, or it is suppressed
  Count count;                  // numerator and denominator; of a count or percentile the numerator alone, as trials
  std::optional<Interval> interval;  // of a share: Wilson, 95 %
  SampleSize sample = SampleSize::suppressed;
  std::optional<double> score;  // 0..100 by floor and target; never of a suppressed figure
};
Figure figureOf(const Indicator& indicator, const Aggregate& aggregate);

// The weighted score of one perspective: what is not known weighs nothing, and that is said.
std::optional<CombinedScore> perspectiveScore(const IndicatorRegister& registry, Perspective perspective,
                                              const Aggregate& aggregate);

}  // namespace ow::insight
