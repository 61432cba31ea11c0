// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_review.h"

#include <array>

namespace ow::domain {

namespace {

using enum ReviewState;
using Event = ReviewEvent;

constexpr std::array kTransitions{
    ReviewTransition{Event::assigned, opened, assigned},
    ReviewTransition{Event::assigned, assigned, assigned},  // to somebody else
    ReviewTransition{Event::confirmed, assigned, rectifying},
    ReviewTransition{Event::explained, assigned, explaining},
    ReviewTransition{Event::appealed, assigned, appealed},
    ReviewTransition{Event::upheld, appealed, rectifying},  // the rating stands
    ReviewTransition{Event::voided, appealed, voided},
    ReviewTransition{Event::replied, rectifying, replied},
    ReviewTransition{Event::replied, explaining, replied},
    ReviewTransition{Event::calledBack, replied, calledBack},
    ReviewTransition{Event::sentBack, calledBack, rectifying},  // still not content, and rightly
    ReviewTransition{Event::closed, calledBack, closed},
};

}  // namespace

std::span<const ReviewTransition> reviewTransitions() {
  return kTransitions;
}

base::Result<ReviewState> moved(ReviewState from, ReviewEvent event) {
  for (const ReviewTransition& t : kTransitions)
    if (t.from == from && t.event == event) return t.to;
  return base::fail(
      base::ErrorKind::notAllowed,
      {{"rule", "transition"}, {"state", std::string(base::code(from))}, {"event", std::string(base::code(event))}});
}

RatingReviewId reviewId(RatingId rating) {
  return {base::namedUuid({}, "review " + rating.text())};
}

}  // namespace ow::domain
