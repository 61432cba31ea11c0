// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/rating.h"
#include "domain/row_text.h"
#include "store/sqlite.h"

// Reading ratings and their chains.
namespace ow::store {

// The voices on one subject, in the order of their number.
base::Result<std::vector<domain::Rating>> voicesOn(Connection& connection, domain::InteractionId visit);
base::Result<std::vector<domain::Rating>> voicesOn(Connection& connection, domain::CaseId matter);

// A contact at a window that this clerk had about the case since `since`; nothing when there was none.
base::Result<std::optional<domain::InteractionId>> visitSince(Connection& connection, domain::CaseId caseId,
                                                              domain::StaffId clerk, base::Instant since);

// Contacts at a window or kiosk from `from` and before `until`, and cases that were opened then: what the code of a receipt may
// stand for (domain/rating_receipt.h).
base::Result<std::vector<domain::InteractionId>> visitsBetween(Connection& connection, base::Instant from, base::Instant until);
base::Result<std::vector<domain::CaseId>> openedBetween(Connection& connection, base::Instant from, base::Instant until);

// A rating as whoever recounts gets it: everything that its pad sealed, also what this program does not know.
struct RawRating {
  domain::RatingId id;
  std::string body;  // row text (domain/row_text.h)
};
base::Result<void> eachPad(Connection& connection, const std::function<base::Result<void>(const domain::Pad&)>& take);
// By pad and place, those without a pad last. Then what the centre has set aside because another voice came first: it still
// stands in its pad's chain.
base::Result<void> eachRating(Connection& connection, const std::function<base::Result<void>(const RawRating&)>& take);
base::Result<void> eachSetAside(Connection& connection, const std::function<base::Result<void>(const RawRating&)>& take);

// What was known when a citizen rated, in the order of time; voided ones are not among them. Views live until `take`
// returns; it answers whether to go on.
struct RatedRow {
  domain::RatingId id;
  base::Instant at;
  int level = 0;
  std::optional<std::int64_t> answeredIn;  // milliseconds
  std::optional<domain::PadId> pad;
  std::optional<domain::StaffId> clerk;
  std::string_view padWindow, window;  // empty: unknown
  domain::Channel channel = domain::Channel::other;
  bool hasWords = false;    // a text or a reason
  bool isSameName = false;  // who rated and who served are called the same
};
base::Result<void> eachRated(Connection& connection, base::Instant from, base::Instant until,
                             const std::function<bool(const RatedRow&)>& take);

// Ratings that a review has voided.
base::Result<void> eachVoided(Connection& connection, const std::function<base::Result<void>(domain::RatingId)>& take);

}  // namespace ow::store
