// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/review_opening.h"

#include "domain/due.h"

namespace ow::desk {

domain::RatingReview reviewOf(Desk::Inside& in, const domain::Rating& rating, const domain::RatingCatalogue& catalogue) {
  const auto due = [&](domain::Limit limit) -> std::optional<base::Instant> {
    const auto found = domain::dueAt(rating.at, limit, in.calendar);
    return found ? std::optional(found->at) : std::nullopt;
  };
  domain::RatingReview review;
  review.id = domain::reviewId(rating.id);
  review.ratingId = rating.id;
  review.caseId = rating.caseId;
  review.partyId = rating.partyId;
  review.serviceId = rating.serviceId;
  review.hall = rating.hall;
  review.window = rating.window;
  review.clerkId = rating.clerkId;
  review.level = rating.level;
  review.openedAt = review.lastEventAt = rating.at;
  review.verifyDueAt = due(catalogue.verify);
  review.rectifyDueAt = due(catalogue.rectify);
  return review;
}

}  // namespace ow::desk
