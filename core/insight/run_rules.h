// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// When a point of a control chart says that something changed (run rules after Western Electric 1956 and L. S. Nelson, Journal
// of Quality Technology 16 (1984) 237). Without a signal the difference between two months is noise, and no arrow is shown.
// Pure; any thread.
namespace ow::insight {

// A point with the centre and the standard deviation that hold for it: on a p-chart they widen where fewer were counted, on an
// XmR chart they are the same for all.
struct Standing {
  double value = 0;
  double centre = 0;
  double sigma = 0;
  bool operator==(const Standing&) const = default;
};

enum class Direction { up, down };

enum class RunRule {
  beyondThreeSigma,          // one point
  eightOnOneSide,            // of the centre line; a point on the line ends the run
  sixTrending,               // six points in a row, so five steps, all up or all down (Nelson's rule 3)
  twoOfThreeBeyondTwoSigma,  // on the same side; the point itself is one of the two
};

struct Signal {
  RunRule rule = RunRule::beyondThreeSigma;
  std::size_t index = 0;  // the point that completes the pattern
  Direction direction = Direction::up;
  bool operator==(const Signal&) const = default;
};

// In order of points, then of rules. Every point that completes a pattern is told: a shift that lasts is told at its eighth
// point and at each one after it, so that the signals of the last point are those of today.
// Empty: a month without data; a value that is not finite counts as one. It ends every run and every pattern.
// Where sigma is 0 the two rules that measure in sigmas are silent. A point within rounding of a line is on it, not beyond it.
std::vector<Signal> runSignals(std::span<const std::optional<Standing>> points);

}  // namespace ow::insight
