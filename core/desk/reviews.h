// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/rating_review.h"

// The loop of bad ratings (差评闭环): who works on which, and the steps. For supervisors, and for whom a review is assigned to;
// whoever served is never one of them: notAllowed (rule=own_rating).
namespace ow::desk {

struct ReviewRow {
  domain::RatingReviewId id;
  domain::ReviewState state = domain::ReviewState::opened;
  int level = 0;
  base::Instant openedAt;
  std::optional<base::Instant> dueAt;  // of the step that is next; nothing: none has a limit
  bool isOverdue = false;
  std::string service, window;
  std::string clerk;     // who served
  std::string assignee;  // empty: nobody yet
  std::string caseNumber;
  std::optional<domain::CaseId> caseId;
};
struct ReviewPage {
  std::vector<ReviewRow> rows;  // the longest open first; of all, the newest first
  std::optional<std::int64_t> next;
};
enum class ReviewsShown { open, mine, all };
base::Result<ReviewPage> reviewsOf(Desk& desk, ReviewsShown shown, std::optional<std::int64_t> after, std::size_t limit);

// A glance: how much is open for this clerk (for a supervisor everybody's, else what is assigned to them), and what came to
// this desk since the last glance, from here or from the centre. Nobody is told of a rating of their own service: its moment
// would say who gave it. `since`: `last` of the glance before; nothing: the first one, and nothing has arrived.
struct ReviewGlance {
  std::int64_t open = 0;
  std::int64_t arrived = 0;         // for supervisors
  std::optional<ReviewRow> newest;  // of what arrived
  std::int64_t last = 0;
};
base::Result<ReviewGlance> glanceAtReviews(Desk& desk, std::optional<std::int64_t> since);

// What can be done now; where it may not, why: transition, own_rating, not_assigned, same_person, read_only.
struct ReviewAction {
  domain::ReviewEvent event = domain::ReviewEvent::assigned;
  bool isAllowed = false;
  std::string why;
};
struct ReviewSheet {
  domain::RatingReview review;
  ReviewRow row;
  std::string text;                  // what the citizen wrote; empty: nothing
  std::vector<std::string> reasons;  // codes of the catalogue
  std::string verifiedBy, decidedBy, calledBackBy;
  std::vector<ReviewAction> actions;  // in the order of the loop
};
base::Result<ReviewSheet> openReview(Desk& desk, domain::RatingReviewId id);

// One step. What it needs: assigned the assignee; confirmed, explained, appealed a text (what was found); upheld, voided a text
// (the decision); replied two (what was put right where it was confirmed; what the citizen was told); calledBack a level, or a
// text that says why nobody could be asked. conflict (fact state) when somebody moved it meanwhile.
struct ReviewMove {
  domain::RatingReviewId id;
  domain::ReviewEvent event = domain::ReviewEvent::assigned;
  domain::ReviewState expected = domain::ReviewState::opened;
  std::optional<domain::StaffId> assignee;
  std::string text;
  std::string measure;
  std::optional<int> level;
};
base::Result<domain::ReviewState> moveReview(Desk& desk, const ReviewMove& move);

}  // namespace ow::desk
