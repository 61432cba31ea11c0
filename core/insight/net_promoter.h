// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "insight/proportion.h"

// "How likely are you to recommend us?", 0..10 (F. F. Reichheld, Harvard Business Review, December 2003). Pure; any thread.
namespace ow::insight {

struct PromoterCounts {
  std::int64_t promoters = 0;   // 9 and 10
  std::int64_t passives = 0;    // 7 and 8
  std::int64_t detractors = 0;  // 0 to 6
  bool operator==(const PromoterCounts&) const = default;
};
// `answers`: how many gave 0, 1, ... 10.
PromoterCounts promoterCounts(const std::array<std::int64_t, 11>& answers);

// All in points of -100..100.
struct NetPromoterScore {
  double value = 0;  // % promoters - % detractors
  double standardError = 0;
  std::optional<Interval> interval;  // 95 %; nothing where all belong to one group: the formula would promise certainty
  std::int64_t answers = 0;
};
// Nothing without answers.
std::optional<NetPromoterScore> netPromoterScore(PromoterCounts counts);

}  // namespace ow::insight
