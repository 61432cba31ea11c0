// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "insight/net_promoter.h"
#include "insight/proportion.h"

// What clerks say about their tools and their work. They answer without a name, so nothing is told of fewer than kFewestShown
// of them. Pure; any thread.
namespace ow::insight {

// System Usability Scale, 0..100 (J. Brooke 1996): ten answers of 1 (strongly disagree) to 5; the odd items praise, the even
// ones complain. Nothing when an answer is outside 1..5; for an item left empty Brooke counts 3.
std::optional<double> usabilityScore(const std::array<int, 10>& answers);

struct StaffMean {
  std::int64_t answers = 0;
  std::optional<double> mean;        // nothing under kFewestShown answers
  std::optional<Interval> interval;  // 95 %, cut to the range; nothing either where all gave the same
};
// Usability scores or engagement answers, one per clerk, each within the range.
StaffMean staffMean(std::span<const double> scores, Interval range = {0, 100});

// The clerks' own net promoter score (eNPS). Nothing under kFewestShown answers.
std::optional<NetPromoterScore> staffPromoterScore(PromoterCounts counts);

}  // namespace ow::insight
