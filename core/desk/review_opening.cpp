// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/review_opening.h"

#include "domain/due.h"

namespace ow::desk {

namespace {

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

}  // namespace

base::Result<void> openReview(Desk::Inside& in, store::Write& write, const domain::Rating& rating, domain::OperationId cause,
                              const domain::RatingCatalogue& catalogue) {
  domain::OperationWriter writer(in.ids, in.now(), {{}, in.place.desk, "rating", {}});
  writer.create(reviewOf(in, rating, catalogue), cause);
  return write.apply(writer.take());
}

}  // namespace ow::desk
