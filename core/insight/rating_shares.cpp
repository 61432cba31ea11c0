// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/rating_shares.h"

#include <numeric>

namespace ow::insight {

namespace {

constexpr int kWorstOfTopTwo = 2;

constexpr int starsOf(int level) {
  return domain::kWorstLevel + domain::kBestLevel - level;
}

}  // namespace

RatingShares ratingShares(const RatingsPerLevel& ratings) {
  const std::int64_t all = std::accumulate(ratings.begin(), ratings.end(), std::int64_t{0});
  RatingShares found{{0, all}, {0, all}, {0, all}, std::nullopt};
  double stars = 0;
  for (int level = domain::kBestLevel; level <= domain::kWorstLevel; ++level) {
    const std::int64_t n = ratings[std::size_t(level - domain::kBestLevel)];
    if (level <= kWorstOfTopTwo) found.topTwo.hits += n;
    if (domain::isGoodLevel(level)) found.good.hits += n;
    if (domain::isBadLevel(level)) found.bad.hits += n;
    stars += double(n) * starsOf(level);
  }
  if (all > 0) found.stars = stars / double(all);
  return found;
}

}  // namespace ow::insight
