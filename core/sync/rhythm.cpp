// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rhythm.h"

#include <algorithm>

namespace ow::sync {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kActive{2000};
constexpr milliseconds kIdle{15000};
constexpr milliseconds kFirstRetry{500};
constexpr milliseconds kLongestRetry{60000};
constexpr int kMostDoublings = 7;

milliseconds plainPause(const base::Result<void>& round, int failures, Pace pace) {
  if (round) return pace == Pace::active ? kActive : kIdle;
  const bool isOfTheLine = round.error().kind == base::ErrorKind::centreAway;
  if (!isOfTheLine) return kLongestRetry;
  return std::min(kLongestRetry, kFirstRetry * (1 << std::clamp(failures - 1, 0, kMostDoublings)));
}

}  // namespace

milliseconds pauseAfter(const base::Result<void>& round, int failures, Pace pace, base::Random& random) {
  const milliseconds plain = plainPause(round, failures, pace);
  const auto spread = std::uint64_t(plain.count() / 2);
  return plain - milliseconds(spread / 2) + milliseconds(random.below(spread + 1));
}

}  // namespace ow::sync
