// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "domain/rating.h"
#include "insight/proportion.h"

// What 好差评 ratings come to. Pure; any thread.
namespace ow::insight {

// Ratings per level; the first is level 1, very satisfied. Whether ratings filled in by a system are among them is for the
// caller to choose and to print: 好评率 or 主动评价好评率.
using RatingsPerLevel = std::array<std::int64_t, domain::kWorstLevel>;

struct RatingShares {
  Count topTwo;  // CSAT: levels 1 and 2. Not 好评率, and never printed as it.
  Count good;    // 好评率: levels 1 to 3
  Count bad;     // 差评率: levels 4 and 5
  // The mean of 1 (very dissatisfied) to 5 (very satisfied), so against the codes; nothing without ratings.
  std::optional<double> stars;
};
RatingShares ratingShares(const RatingsPerLevel& ratings);

}  // namespace ow::insight
