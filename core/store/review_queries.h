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
// notFound.
base::Result<ReviewLine> reviewLine(Connection& connection, domain::RatingReviewId id);

}  // namespace ow::store
