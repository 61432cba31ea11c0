// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "insight/indicator.h"
#include "insight/proportion.h"
#include "store/tallies.h"

// From counts to figures. Pure; any thread.
namespace ow::insight {

// What was told of a series in sums: amounts that departments report, with what they are a part of; scores that were answered
// or measured, with how many.
struct SeriesSum {
  double amount = 0;
  double of = 0;         // the whole, or how many scores
  std::int64_t n = 0;    // reports, or scores
  bool hasWhole = true;  // every report said what it is a part of
  void add(const SeriesSum& more);
  bool operator==(const SeriesSum&) const = default;
};

// How many facts of each source meet exactly these conditions, with this value, and what was told in sums: everything that a
// figure is made of.
class Aggregate {
 public:
  using Cells = std::map<std::pair<Conditions, std::int64_t>, std::int64_t>;  // conditions and value; how many

  void add(store::FactSource source, Conditions conditions, std::int64_t value, std::int64_t n) {
    m_counts[std::size_t(source)][{conditions, value}] += n;
  }
  // Facts that meet all of the measure's conditions.
  std::int64_t count(const Measure& measure) const;
  // Nothing when none of them was measured.
  std::optional<double> percentile(const Measure& measure, double percent) const;

  void add(const std::string& series, const SeriesSum& told) { m_series[series].add(told); }
  // Null: nothing was told.
  const SeriesSum* series(const std::string& name) const;

  void add(const Aggregate& other);
  const Cells& cells(store::FactSource source) const { return m_counts[std::size_t(source)]; }
  const std::map<std::string, SeriesSum>& allSeries() const { return m_series; }

 private:
  std::array<Cells, base::kCodes<store::FactSource>.size()> m_counts;
  std::map<std::string, SeriesSum> m_series;
};

struct Figure {
  std::optional<double> value;  // in the indicator's unit; a share as 0..1. Empty: nothing was counted, or it is suppressed
  Count count;                  // numerator and denominator; of a count or percentile the numerator alone, as trials; of a mean
                                // how many scores, of an amount or ratio how many reports
  std::optional<SeriesSum> told;     // of a series; nothing: nobody told anything
  std::optional<Interval> interval;  // of a share: Wilson, 95 %
  SampleSize sample = SampleSize::suppressed;
  std::optional<double> score;  // 0..100 by floor and target; never of a suppressed figure
};
Figure figureOf(const Indicator& indicator, const Aggregate& aggregate);

// What the value is reckoned from, to be shown beside it: above and below the line, in the unit in which it was counted or
// told.
struct FigureParts {
  std::optional<double> numerator, denominator;
};
FigureParts partsOf(const Indicator& indicator, const Figure& figure);

}  // namespace ow::insight
