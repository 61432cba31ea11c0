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
#include "domain/rating_review.h"
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
};

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
  // Of ratings.
  int level = 0;
  bool isSealed = false;
  bool hasReason = false;
  int nth = 1;
  // Of visits, and of cases that ended: somebody rated it.
  bool isRated = false;
  // Of reviews.
  const domain::RatingReview* review = nullptr;
};

// Those with from <= at < until and n after `afterN` at `from`; stops when `take` answers false.
struct FactRange {
  base::Instant from, until;
  std::int64_t afterN = 0;
};
base::Result<void> eachFact(Connection& connection, FactSource source, const FactRange& range,
                            const std::function<bool(const Fact&)>& take);

// Every open case, in no order that matters; `at` is when it was opened.
base::Result<void> eachOpenCase(Connection& connection, const std::function<void(const Fact&)>& take);

}  // namespace ow::store

template <>
inline constexpr auto ow::base::kCodes<ow::store::FactSource> =
    std::array<std::string_view, 6>{"case_opened", "case_due", "case_closed", "rating", "visit", "review"};
