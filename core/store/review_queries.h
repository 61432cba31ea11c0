// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/rating_review.h"
#include "store/sqlite.h"

// Reading the reviews of bad ratings. Lists page by key.
namespace ow::store {

struct ReviewLine {
  std::int64_t n = 0;
  domain::RatingReview review;
  std::string service, clerk, assignee, caseNumber;  // names; empty where unknown
};
// Open ones, the longest open first; `assignee`: only his.
base::Result<std::vector<ReviewLine>> openReviews(Connection& connection, const std::optional<domain::StaffId>& assignee,
                                                  std::optional<std::int64_t> after, std::size_t limit);
// All, the newest first.
base::Result<std::vector<ReviewLine>> allReviews(Connection& connection, std::optional<std::int64_t> after, std::size_t limit);
// How much of it is open and what has come to this store since, leaving out what `served` served; `assignee`: only his.
struct ReviewTally {
  std::int64_t open = 0, arrived = 0;
  std::int64_t newest = 0;  // row number of what arrived last; 0: nothing did
  std::int64_t last = 0;    // row number to ask with the next time
};
base::Result<ReviewTally> reviewTally(Connection& connection, domain::StaffId served,
                                      const std::optional<domain::StaffId>& assignee, std::int64_t since);
// notFound.
base::Result<ReviewLine> reviewLine(Connection& connection, std::int64_t n);
// notFound.
base::Result<ReviewLine> reviewLine(Connection& connection, domain::RatingReviewId id);

}  // namespace ow::store
