// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/net_promoter.h"

#include <algorithm>
#include <cmath>

namespace ow::insight {

namespace {

constexpr double kNetPoints = 100;
constexpr std::size_t kFirstPassive = 7;
constexpr std::size_t kFirstPromoter = 9;

}  // namespace

PromoterCounts promoterCounts(const std::array<std::int64_t, 11>& answers) {
  PromoterCounts counts;
  for (std::size_t answer = 0; answer < answers.size(); ++answer) {
    auto& group = answer < kFirstPassive ? counts.detractors : answer < kFirstPromoter ? counts.passives : counts.promoters;
    group += answers[answer];
  }
  return counts;
}

std::optional<NetPromoterScore> netPromoterScore(PromoterCounts counts) {
  const std::int64_t answers = counts.promoters + counts.passives + counts.detractors;
  const auto promoters = share({counts.promoters, answers});
  const auto detractors = share({counts.detractors, answers});
  if (!promoters || !detractors) return std::nullopt;

  const double net = *promoters - *detractors;
  const double variance = std::max(0.0, *promoters + *detractors - net * net);
  NetPromoterScore found{net * kNetPoints, std::sqrt(variance / double(answers)) * kNetPoints, std::nullopt, answers};
  const double margin = kZ95 * found.standardError;
  if (variance > 0)
    found.interval = Interval{std::max(-kNetPoints, found.value - margin), std::min(kNetPoints, found.value + margin)};
  return found;
}

}  // namespace ow::insight
