// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/limit.h"

namespace ow::domain {

// Why somebody was content or not: chosen, not typed, so that it can be counted. Which are offered depends on the level.
struct RatingReason {
  std::string code;  // stable, "attitude.cold": what stands before the dot is its group
  std::vector<int> levels;
  std::string zh, en;

  bool isFor(int level) const;
};

// What ratings are like in a jurisdiction: data that an administrator may replace and nobody extends on the way
// (resources/ratings). A version once used keeps its meaning: a changed catalogue has another version.
struct RatingCatalogue {
  std::string jurisdiction;
  std::string version;
  int voicesPerVisit = 1;           // 一次一评
  int voicesPerMatter = 1;          // 一事一评
  int followUps = 1;                // 追评, behind either
  int daysOpen = 30;                // calendar days from the visit, or the closing of the matter, in which it can be rated
  int idleSeconds = 30;             // a pad without a touch goes back to its greeting: unrated
  Limit verify, rectify, callBack;  // the clocks of a bad review
  std::vector<RatingReason> reasons;

  std::vector<const RatingReason*> reasonsFor(int level) const;
  // Sorted, with a blank between two, as a rating carries them. invalidInput (field=reasons, rule=unknown_word) for one that is
  // not offered at that level.
  base::Result<std::string> chosen(int level, std::vector<std::string> codes) const;

  // invalidInput (fields and rules), unsupportedFormat, tooLarge.
  static base::Result<RatingCatalogue> parse(std::string_view text);
  // The jurisdiction's own, else that of CN.
  static base::Result<RatingCatalogue> bundled(std::string_view jurisdiction);
};

}  // namespace ow::domain
