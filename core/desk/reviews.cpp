// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviews.h"

#include <algorithm>

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "desk/refusals.h"
#include "desk/telling.h"
#include "domain/due.h"
#include "domain/rating_catalogue.h"
#include "store/review_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::RatingReview;
using domain::ReviewEvent;
using domain::ReviewState;

namespace {

bool isSupervisor(const Desk::Inside& in) {
  return in.clerk.role == domain::Role::supervisor;
}

// What stops this clerk from that step; empty: nothing.
std::string whyNot(const Desk::Inside& in, const RatingReview& review, ReviewEvent event) {
  if (!domain::moved(review.state, event)) return "transition";
  if (in.store->isReadOnly()) return "read_only";
  if (review.clerkId == in.clerk.id) return "own_rating";
  const bool isDecision = event == ReviewEvent::upheld || event == ReviewEvent::voided;
  // An appeal goes to somebody else than who found that it is one.
  if (isDecision && review.verifiedBy == in.clerk.id) return "same_person";
  const bool isSupervisors =
      isDecision || event == ReviewEvent::assigned || event == ReviewEvent::closed || event == ReviewEvent::sentBack;
  if (isSupervisor(in)) return "";
  return isSupervisors ? "supervisor_only" : review.assigneeId == in.clerk.id ? "" : "not_assigned";
}

std::optional<base::Instant> nextDue(const RatingReview& review) {
  switch (review.state) {
    case ReviewState::opened:
    case ReviewState::assigned:
      return review.verifyDueAt;
    case ReviewState::rectifying:
    case ReviewState::explaining:
    case ReviewState::appealed:
      return review.rectifyDueAt;
    case ReviewState::replied:
      return review.callBackDueAt;
    default:
      return std::nullopt;
  }
}

ReviewRow rowOf(const Desk::Inside& in, const store::ReviewLine& line) {
  ReviewRow row;
  row.id = line.review.id;
  row.state = line.review.state;
  row.level = line.review.level;
  row.openedAt = line.review.openedAt;
  row.dueAt = nextDue(line.review);
  row.isOverdue = row.dueAt && *row.dueAt < in.now();
  row.service = line.service;
  row.window = line.review.window.value_or("");
  row.clerk = line.clerk;
  row.assignee = line.assignee;
  row.caseNumber = line.caseNumber;
  row.caseId = line.review.caseId;
  return row;
}

// A supervisor who served is whoever served.
bool maySee(const Desk::Inside& in, const RatingReview& review) {
  if (review.clerkId == in.clerk.id) return false;
  return isSupervisor(in) || review.assigneeId == in.clerk.id;
}

// Who gets it: somebody who works here and did not serve.
Result<void> assign(store::Connection& connection, const ReviewMove& move, RatingReview& review) {
  if (!move.assignee) return required("assignee");
  if (move.assignee == review.clerkId) return notAllowed("own_rating");
  OW_TRY(const auto staff, store::loadEntity<domain::Staff>(connection, *move.assignee));
  if (!staff.isActive) return notAllowed("clerk_disabled");
  review.assigneeId = move.assignee;
  return base::success();
}

Result<void> verify(const Desk::Inside& in, const std::optional<std::string>& text, ReviewEvent event, RatingReview& review) {
  if (!text) return required("text");
  review.finding = text;
  review.verdict = event == ReviewEvent::confirmed   ? domain::ReviewVerdict::valid
                   : event == ReviewEvent::explained ? domain::ReviewVerdict::explained
                                                     : domain::ReviewVerdict::invalid;
  review.verifiedBy = in.clerk.id;
  review.verifiedAt = in.now();
  return base::success();
}

Result<void> decide(const Desk::Inside& in, const std::optional<std::string>& text, ReviewEvent event, RatingReview& review) {
  if (!text) return required("text");
  review.decision = text;
  review.decidedBy = in.clerk.id;
  review.decidedAt = in.now();
  if (event == ReviewEvent::voided)
    review.closedAt = in.now();
  else
    review.verdict = domain::ReviewVerdict::valid;
  return base::success();
}

Result<void> answer(Desk::Inside& in, const std::optional<std::string>& text, const std::optional<std::string>& measure,
                    RatingReview& review) {
  if (review.state == ReviewState::rectifying && !measure) return required("measure");
  if (!text) return required("text");
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  review.measure = measure;
  review.reply = text;
  review.repliedAt = in.now();
  const auto due = domain::dueAt(in.now(), catalogue.callBack, in.calendar);
  review.callBackDueAt = due ? std::optional(due->at) : std::nullopt;
  return base::success();
}

Result<void> callBack(const Desk::Inside& in, const ReviewMove& move, const std::optional<std::string>& text,
                      RatingReview& review) {
  if (!move.level && !text) return required("text");
  if (move.level && !domain::isRatingLevel(*move.level))
    return base::fail(ErrorKind::invalidInput, {{"field", "level"}, {"rule", "out_of_range"}});
  review.callBackLevel = move.level;
  review.callBackNote = text;
  review.calledBackBy = in.clerk.id;
  review.calledBackAt = in.now();
  return base::success();
}

Result<void> take(Desk::Inside& in, store::Connection& connection, const ReviewMove& move, RatingReview& review) {
  OW_TRY(const auto text, optionalText(move.text, "text", base::kNoteLimits, base::Lines::multiple));
  OW_TRY(const auto measure, optionalText(move.measure, "measure", base::kNoteLimits, base::Lines::multiple));
  switch (move.event) {
    case ReviewEvent::assigned:
      return assign(connection, move, review);
    case ReviewEvent::confirmed:
    case ReviewEvent::explained:
    case ReviewEvent::appealed:
      return verify(in, text, move.event, review);
    case ReviewEvent::upheld:
    case ReviewEvent::voided:
      return decide(in, text, move.event, review);
    case ReviewEvent::replied:
      return answer(in, text, measure, review);
    case ReviewEvent::calledBack:
      return callBack(in, move, text, review);
    case ReviewEvent::sentBack:
      return base::success();
    case ReviewEvent::closed:
      review.closedAt = in.now();
      return base::success();
  }
  return base::success();
}

}  // namespace

Result<ReviewPage> reviewsOf(Desk& desk, ReviewsShown shown, std::optional<std::int64_t> after, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  if (shown != ReviewsShown::mine && !isSupervisor(in)) return notAllowed("supervisor_only");
  OW_TRY(auto reader, in.store->read());
  std::vector<store::ReviewLine> lines;
  if (shown == ReviewsShown::all) {
    OW_TRY(lines, store::allReviews(reader.connection(), after, limit + 1));
  } else {
    const auto whose = shown == ReviewsShown::mine ? std::optional(in.clerk.id) : std::nullopt;
    OW_TRY(lines, store::openReviews(reader.connection(), whose, after, limit + 1));
  }
  ReviewPage page;
  if (lines.size() > limit) {
    lines.pop_back();
    page.next = lines.back().n;
  }
  for (const store::ReviewLine& line : lines)
    if (maySee(in, line.review)) page.rows.push_back(rowOf(in, line));
  return page;
}

Result<ReviewGlance> glanceAtReviews(Desk& desk, std::optional<std::int64_t> since) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  const auto whose = isSupervisor(in) ? std::nullopt : std::optional(in.clerk.id);
  OW_TRY(const auto tally, store::reviewTally(reader.connection(), in.clerk.id, whose, since.value_or(0)));
  ReviewGlance glance{tally.open, 0, std::nullopt, tally.last};
  if (!since || !isSupervisor(in) || tally.arrived == 0) return glance;
  OW_TRY(const auto line, store::reviewLine(reader.connection(), tally.newest));
  glance.arrived = tally.arrived;
  glance.newest = rowOf(in, line);
  return glance;
}

Result<ReviewSheet> openReview(Desk& desk, domain::RatingReviewId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  OW_TRY(const auto line, store::reviewLine(connection, id));
  if (!maySee(in, line.review)) return notAllowed(line.review.clerkId == in.clerk.id ? "own_rating" : "not_assigned");
  ReviewSheet sheet;
  sheet.review = line.review;
  sheet.row = rowOf(in, line);
  const auto rating = store::loadEntity<domain::Rating>(connection, line.review.ratingId);
  if (!rating && rating.error().kind != ErrorKind::notFound) return rating.error();
  if (rating) {
    sheet.text = rating.value().text.value_or("");
    const std::string reasons = rating.value().reasons.value_or("");
    for (std::size_t from = 0; from < reasons.size();) {
      const auto to = std::min(reasons.find(' ', from), reasons.size());
      sheet.reasons.push_back(reasons.substr(from, to - from));
      from = to + 1;
    }
  }
  Telling telling(connection, Values::masked);
  OW_TRY(sheet.verifiedBy, telling.nameOf(line.review.verifiedBy));
  OW_TRY(sheet.decidedBy, telling.nameOf(line.review.decidedBy));
  OW_TRY(sheet.calledBackBy, telling.nameOf(line.review.calledBackBy));
  for (std::size_t i = 0; i < base::kCodes<ReviewEvent>.size(); ++i) {
    std::string why = whyNot(in, line.review, ReviewEvent(i));
    const bool isAllowed = why.empty();
    sheet.actions.push_back({ReviewEvent(i), isAllowed, std::move(why)});
  }
  return sheet;
}

Result<ReviewState> moveReview(Desk& desk, const ReviewMove& move) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, store::loadEntity<RatingReview>(write.connection(), move.id));
  if (!maySee(in, before)) return notAllowed(before.clerkId == in.clerk.id ? "own_rating" : "not_assigned");
  if (before.state != move.expected)
    return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(before.state))}});
  if (const std::string why = whyNot(in, before, move.event); !why.empty()) return notAllowed(why.c_str());
  RatingReview after = before;
  OW_TRYV(take(in, write.connection(), move, after));
  OW_TRY(after.state, domain::moved(before.state, move.event));
  after.lastEventAt = in.now();
  auto writer = in.writer("rating_review");
  writer.change(before, after, domain::OperationKind::transition);
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return after.state;
}

}  // namespace ow::desk
