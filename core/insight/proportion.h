// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Shares of counted things and how far they can be trusted. Shares run from 0 to 1. Pure functions; any thread.
namespace ow::insight {

// What was counted, kept with every share so that it can be checked: 0 <= hits <= trials. Anything else is a count gone wrong
// and aborts wherever a share is made of it.
struct Count {
  std::int64_t hits = 0;
  std::int64_t trials = 0;
  bool operator==(const Count&) const = default;
};
// Nothing without trials: missing is not 0.
std::optional<double> share(Count count);

struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

inline constexpr double kZ95 = 1.959964;  // two-sided 95 % of the normal distribution

// Score interval of a share (E. B. Wilson, JASA 22 (1927) 209). 0..1 without trials.
Interval wilson(Count count, double z = kZ95);

// Interval of share(first) - share(second), within -1..1: the hybrid score interval, method 10 of R. G. Newcombe, Statistics in
// Medicine 17 (1998) 873. -1..1 when either has no trials.
Interval newcombeDifference(Count first, Count second, double z = kZ95);

// How far from the centre a chart warns, and how far it says that something is not chance.
inline constexpr double kWarningSigmas = 2;
inline constexpr double kControlSigmas = 3;
// Binomial standard error of a share of `trials` things; trials > 0.
double standardError(double share, std::int64_t trials);
// centre ± sigmas standard errors, cut to 0..1: the limits of p-charts and funnels. 0..1 without trials.
Interval sigmaBand(double centre, std::int64_t trials, double sigmas);

// Below it nothing is shown at all: the persons behind the number could be guessed.
inline constexpr std::int64_t kFewestShown = 5;
// Below it a number is shown as 样本不足 and never ranked.
inline constexpr std::int64_t kFewestRanked = 30;

enum class SampleSize { suppressed, small, enough };
SampleSize sampleSize(std::int64_t n, std::int64_t fewestRanked = kFewestRanked);

// Places in `counts`, best first, by the lower end of the Wilson interval, so that ten good answers out of ten do not beat 450
// out of 500. Only samples that are `enough` are in it. Equal lower ends: fewer trials first, since only shares of 0 meet there
// and more trials make them more certainly bad; then the order given.
std::vector<std::size_t> rankByLowerBound(std::span<const Count> counts, std::int64_t fewestRanked = kFewestRanked);

}  // namespace ow::insight
