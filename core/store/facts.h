// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "base/result.h"
#include "domain/case.h"
#include "domain/channel.h"
#include "domain/ids.h"
#include "domain/limit.h"
#include "domain/rating_review.h"
#include "domain/ticket.h"
#include "store/sqlite.h"

// What a scorecard counts, one by one, in the order of the moment that it is counted by.
namespace ow::store {

enum class FactSource {
  caseOpened,
  caseDue,     // cases whose promised limit ends then
  caseClosed,  // cases that ended then, however
  rating,      // by the citizen (主动评价); what a system filled in is none, nor one that a review has voided
  visit,       // contacts at a counter or kiosk: each can be rated (一次一评)
  review,      // of bad ratings (差评闭环), by when they were opened
  // Reviews by when it was settled whether a step of theirs is in time: it was done, or its limit ended before.
  reviewVerifyDue,
  reviewReplyDue,  // a voided rating is owed no answer
  reviewCallBackDue,
  ticket,         // numbers of the queue, by when they were issued
  ticketWait,     // by when they were called for the first time: how long people waited
  ticketHandled,  // by when service at the window ended: how long it took
  caseSpeed,      // cases that ended, once more: what part of the legal limit (法定办结时限) they took
};
constexpr bool isOfTickets(FactSource source) {
  return source == FactSource::ticket || source == FactSource::ticketWait || source == FactSource::ticketHandled;
}
constexpr bool isOfReviews(FactSource source) {
  return source == FactSource::review || source == FactSource::reviewVerifyDue || source == FactSource::reviewReplyDue ||
         source == FactSource::reviewCallBackDue;
}
// Counted by when a limit ends: of a day that is not over, what is still within its limit does not count.
constexpr bool isOfLimits(FactSource source) {
  return source == FactSource::caseDue || (isOfReviews(source) && source != FactSource::review);
}

// Views live until the next fact.
struct Fact {
  std::int64_t n = 0;  // row number in its table; of a rating or visit about a case see `caseRow`
  base::Instant at;    // by which it is counted
  std::optional<std::int64_t> caseRow;
  std::optional<domain::ServiceId> service;
  std::optional<domain::StaffId> clerk;
  std::string_view window, division, jurisdiction;  // empty when unknown
  domain::Channel channel = domain::Channel::other;

  // Of cases.
  domain::CaseState state = domain::CaseState::received;
  std::optional<domain::Outcome> outcome;
  base::Instant openedAt;
  std::optional<base::Instant> acceptedAt, dueAt, closedAt;
  int reopened = 0;
  bool isForeign = false;  // another system's case
  // Of cases that ended:
  bool isCorrected = false;  // a correction of the materials was asked for (补正告知书)
  // Of caseSpeed alone, where the law sets the service one.
  std::optional<domain::Limit> legalLimit;
  // Of ratings.
  int level = 0;
  bool isSealed = false;
  bool hasReason = false;
  int nth = 1;
  // Of visits, and of cases that ended: somebody rated it.
  bool isRated = false;
  // Of reviews.
  const domain::RatingReview* review = nullptr;
  // Of tickets.
  const domain::Ticket* ticket = nullptr;
};

// Those with from <= at < until and n after `afterN` at `from`; stops when `take` answers false.
struct FactRange {
  base::Instant from, until;
  std::int64_t afterN = 0;
};
base::Result<void> eachFact(Connection& connection, FactSource source, const FactRange& range,
                            const std::function<bool(const Fact&)>& take);

// Facts of a kept day that its tally is behind of (store/tallies.h), in no order that matters.
enum class Late {
  added,  // not in it yet
  rated,  // in it as if nobody had rated them
};
base::Result<void> eachLateFact(Connection& connection, FactSource source, std::int64_t day, Late how,
                                const std::function<void(const Fact&)>& take);

// What is asked of every open case, in no order that matters; an index alone answers it.
struct OpenCase {
  domain::ServiceId service;
  std::string_view jurisdiction;  // until the next case
  base::Instant openedAt;
  std::optional<base::Instant> dueAt;
};
base::Result<void> eachOpenCase(Connection& connection, const std::function<void(const OpenCase&)>& take);

}  // namespace ow::store

template <>
inline constexpr auto ow::base::kCodes<ow::store::FactSource> = std::array<std::string_view, 13>{
    "case_opened",       "case_due",         "case_closed",          "rating", "visit",       "review",
    "review_verify_due", "review_reply_due", "review_call_back_due", "ticket", "ticket_wait", "ticket_handled",
    "case_speed"};
template <>
inline constexpr auto ow::base::kCodes<ow::store::Late> = std::array<std::string_view, 2>{"new", "rated"};
