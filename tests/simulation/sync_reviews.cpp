// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/reviews.h"
#include "simulation/outbox_reading.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"

// The reviews that bad ratings open (差评闭环) in the world: steps of supervisors, at whichever desk.
namespace ow::test {

using domain::EntityKind;
using domain::RatingReview;

void SyncWorld::stepAReview(Desk& desk) {
  const auto reviews = rowsIn<RatingReview>(*desk.store);
  if (reviews.empty()) return;
  const RatingReview& review = reviews[m_dice.below(reviews.size())];
  std::vector<domain::ReviewEvent> possible;
  for (const domain::ReviewTransition& t : domain::reviewTransitions())
    if (t.from == review.state) possible.push_back(t.event);
  if (possible.empty()) return;
  const auto& staff = m_staff[std::size_t(desk.hall)];
  desk::ReviewMove move{review.id, possible[m_dice.below(possible.size())], review.state, {}, "查过了", "改好了", {}};
  move.assignee = staff[m_dice.below(staff.size())].id;
  if (m_dice.below(2) == 0) move.level = 1 + int(m_dice.below(5));
  (void)desk::moveReview(*desk.office, move);
}

// Law 10: the steps that were taken are one walk, and a review stands where a bad rating stands, and speaks of that one.
std::string SyncWorld::reviews() {
  std::map<domain::EntityId, Walk> walks;
  for (auto& desk : m_desks)
    for (const Remembered& step : outboxOf(*desk->store, EntityKind::ratingReview)) {
      const domain::FieldChange* state = step.changeOf("state");
      if (step.kind != domain::OperationKind::transition || step.isRefused || state == nullptr) continue;
      auto& walk = walks.try_emplace(step.entityId, "opened").first->second;
      walk.step(std::get<std::string>(state->before), std::get<std::string>(state->after));
    }
  for (auto& desk : m_desks) {
    const auto ratings = rowsIn<domain::Rating>(*desk->store);
    const auto reviews = rowsIn<RatingReview>(*desk->store);
    for (const RatingReview& review : reviews) {
      auto& walk = walks.try_emplace(domain::anyId(review.id), "opened").first->second;
      if (!walk.endsAt(std::string(base::code(review.state)))) return "10: a review was moved twice from one place";
      const auto rating =
          std::find_if(ratings.begin(), ratings.end(), [&](const domain::Rating& r) { return r.id == review.ratingId; });
      if (rating == ratings.end()) return "10: " + desk->name + " has a review of no rating";
      if (rating->level != review.level)
        return "10: " + desk->name + " has a review of level " + std::to_string(review.level) + " on a rating of level " +
               std::to_string(rating->level);
    }
    for (const auto& conflict : rowsIn<domain::Conflict>(*desk->store))
      if (conflict.entity == "rating_review")
        return "10: nobody can settle a conflict about " + conflict.field + " of a review";
    for (const domain::Rating& rating : ratings) {
      const bool isReviewed =
          std::any_of(reviews.begin(), reviews.end(), [&](const auto& r) { return r.ratingId == rating.id; });
      if (domain::isBadLevel(rating.level) && !isReviewed) return "10: nobody looks into a bad rating at " + desk->name;
    }
  }
  return {};
}

}  // namespace ow::test
