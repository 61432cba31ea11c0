// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/rating.h"

// The loop that a bad rating opens (差评闭环, 国办发〔2019〕51号): somebody looks into it, puts right what was wrong, answers,
// and calls the citizen.
namespace ow::domain {

enum class ReviewState {
  opened,      // by the rating itself
  assigned,    // somebody verifies (核实)
  rectifying,  // true: what was wrong is put right (整改)
  explaining,  // what was asked for has no basis in law: it is explained
  appealed,    // said to be mistaken or malicious: another one decides (申诉复核)
  replied,     // the citizen was told (反馈)
  calledBack,  // and asked (回访)
  closed,
  voided,  // the appeal was upheld: the rating stays visible and leaves the figures
};
// What became of the verifying (核实).
enum class ReviewVerdict { valid, explained, invalid };

enum class ReviewEvent { assigned, confirmed, explained, appealed, upheld, voided, replied, calledBack, sentBack, closed };

// Still somebody's work.
constexpr bool isOpen(ReviewState state) {
  return state != ReviewState::closed && state != ReviewState::voided;
}
struct ReviewTransition {
  ReviewEvent event;
  ReviewState from, to;
};
std::span<const ReviewTransition> reviewTransitions();
// notAllowed (rule=transition, state, event).
base::Result<ReviewState> moved(ReviewState from, ReviewEvent event);

// One for each bad rating; its id follows from the rating's, so that whoever opens it opens the same.
struct RatingReview {
  RatingReviewId id;
  RatingId ratingId;
  std::optional<CaseId> caseId;
  std::optional<PartyId> partyId;
  std::optional<ServiceId> serviceId;
  std::optional<std::string> hall, window;
  std::optional<StaffId> clerkId;  // who served: never who verifies or decides
  int level = kWorstLevel;
  base::Instant openedAt;
  ReviewState state = ReviewState::opened;
  base::Instant lastEventAt;
  std::optional<StaffId> assigneeId;
  std::optional<base::Instant> verifyDueAt, rectifyDueAt, callBackDueAt;  // by the catalogue's limits
  std::optional<ReviewVerdict> verdict;
  std::optional<StaffId> verifiedBy;
  std::optional<base::Instant> verifiedAt;
  std::optional<std::string> finding;  // what was found, of an appeal why it is one
  std::optional<StaffId> decidedBy;    // of an appeal
  std::optional<base::Instant> decidedAt;
  std::optional<std::string> decision;
  std::optional<std::string> measure;  // what was put right
  std::optional<std::string> reply;    // what the citizen was told
  std::optional<base::Instant> repliedAt;
  std::optional<StaffId> calledBackBy;
  std::optional<base::Instant> calledBackAt;
  std::optional<int> callBackLevel;  // how content the citizen is with it, 1..5; empty: could not be reached
  std::optional<std::string> callBackNote;
  std::optional<base::Instant> closedAt;
};

template <class V, class E>
void describeRatingReview(V&& v, E& e) {
  v("rating_id", e.ratingId);
  v("case_id", e.caseId);
  v("party_id", e.partyId);
  v("service_id", e.serviceId);
  v("hall", e.hall);
  v("window", e.window);
  v("clerk_id", e.clerkId);
  v("level", e.level);
  v("opened_at", e.openedAt);
  v("state", e.state);
  v("last_event_at", e.lastEventAt);
  v("assignee_id", e.assigneeId);
  v("verify_due_at", e.verifyDueAt);
  v("rectify_due_at", e.rectifyDueAt);
  v("call_back_due_at", e.callBackDueAt);
  v("verdict", e.verdict);
  v("verified_by", e.verifiedBy);
  v("verified_at", e.verifiedAt);
  v("finding", e.finding);
  v("decided_by", e.decidedBy);
  v("decided_at", e.decidedAt);
  v("decision", e.decision);
  v("measure", e.measure);
  v("reply", e.reply);
  v("replied_at", e.repliedAt);
  v("called_back_by", e.calledBackBy);
  v("called_back_at", e.calledBackAt);
  v("call_back_level", e.callBackLevel);
  v("call_back_note", e.callBackNote);
  v("closed_at", e.closedAt);
}

RatingReviewId reviewId(RatingId rating);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::ReviewState> = std::array<std::string_view, 9>{
    "opened", "assigned", "rectifying", "explaining", "appealed", "replied", "called_back", "closed", "voided"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::ReviewVerdict> =
    std::array<std::string_view, 3>{"valid", "explained", "invalid"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::ReviewEvent> = std::array<std::string_view, 10>{
    "assigned", "confirmed", "explained", "appealed", "upheld", "voided", "replied", "called_back", "sent_back", "closed"};
