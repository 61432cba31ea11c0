// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "insight/figure.h"

// Figures as somebody signed for them: what was read, and by which definition, so that they stand whatever becomes of rows,
// registers and programs. Pure; any thread.
namespace ow::insight {

struct FrozenFigure {
  std::string indicator;
  int version = 0;
  std::optional<double> value;  // in the indicator's unit then
  Count count;                  // {0, 0} of a suppressed one
  std::optional<Interval> interval;
  SampleSize sample = SampleSize::suppressed;
  std::optional<double> score;
  std::optional<Yardstick> yardstick;
  bool operator==(const FrozenFigure&) const = default;
};
struct FrozenScore {
  Perspective perspective = Perspective::finance;
  double score = 0, coverage = 0;
  bool operator==(const FrozenScore&) const = default;
};
struct FrozenFigures {
  std::vector<FrozenFigure> figures;
  std::vector<FrozenScore> scores;
};

// Of what is too small to be shown nothing is kept, not how small it is.
FrozenFigure frozen(const Indicator& indicator, const Figure& figure);
// JSON, the same text for the same figures.
std::string frozenText(const FrozenFigures& figures);
// unsupportedFormat; invalidInput (field=figures).
base::Result<FrozenFigures> readFrozen(std::string_view text);

}  // namespace ow::insight
