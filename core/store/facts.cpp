// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/facts.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;

namespace {

constexpr const char* kCaseColumns =
    "SELECT t.n, %AT%, t.n, t.service_id, t.owner_id, t.window, t.division_code, t.jurisdiction, t.channel, t.state, t.outcome,"
    " t.opened_at, t.accepted_at, t.due_at, t.closed_at, t.reopened_count, t.source IS NOT NULL, %RATED% FROM case_record t";
constexpr const char* kRatings =
    "SELECT t.n, t.at, c.n, coalesce(t.service_id, c.service_id), t.clerk_id, t.window, c.division_code, '', t.channel, "
    "t.level,"
    " t.seal IS NOT NULL, t.reasons IS NOT NULL, ifnull(t.nth, 1)"
    " FROM rating t LEFT JOIN case_record c ON c.id = t.case_id";
// Then the review itself.
constexpr const char* kReviews =
    "SELECT t.n, t.opened_at, c.n, coalesce(t.service_id, c.service_id), t.clerk_id, t.window, c.division_code, '', "
    "'counter', ";
constexpr const char* kOfReviews = " FROM rating_review t LEFT JOIN case_record c ON c.id = t.case_id";
constexpr const char* kVisits =
    "SELECT t.n, t.at, c.n, c.service_id, t.clerk_id, t.window, c.division_code, '', t.channel,"
    " EXISTS (SELECT 1 FROM rating r WHERE r.interaction_id = t.id AND r.is_active = 1)"
    " FROM interaction t LEFT JOIN case_record c ON c.id = t.case_id";

constexpr int kBeforeReview = 9;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// The order is that of an index over the moment and the row number.
std::string ranged(const std::string& select, const std::string& moment, const std::string& only) {
  return select + " WHERE " + only + moment + " >= ?1 AND " + moment + " < ?2 AND (" + moment + " > ?1 OR t.n > ?3) ORDER BY " +
         moment + ", t.n";
}

std::string ofCases(const std::string& column, const std::string& rated = "0") {
  return ranged(replaced(replaced(kCaseColumns, "%AT%", "t." + column), "%RATED%", rated), "t." + column,
                column == "opened_at" ? "" : "t." + column + " IS NOT NULL AND ");
}

const std::string& sqlOf(FactSource source) {
  static const std::string kOpened = ofCases("opened_at");
  static const std::string kDue = ofCases("due_at");
  static const std::string kClosed = ofCases(
      "closed_at", "EXISTS (SELECT 1 FROM rating r WHERE r.case_id = t.id AND r.interaction_id IS NULL AND r.is_active = 1)");
  static const std::string kRating = ranged(
      kRatings, "t.at",
      "t.is_active = 1 AND NOT EXISTS (SELECT 1 FROM rating_review v WHERE v.rating_id = t.id AND v.state = 'voided') AND ");
  static const std::string kReview = ranged(kReviews + columnsOf<domain::RatingReview>("t") + kOfReviews, "t.opened_at", "");
  static const std::string kVisit =
      ranged(kVisits, "t.at", "t.direction = 'inbound' AND (t.channel = 'counter' OR t.channel = 'kiosk') AND ");
  switch (source) {
    case FactSource::caseOpened:
      return kOpened;
    case FactSource::caseDue:
      return kDue;
    case FactSource::caseClosed:
      return kClosed;
    case FactSource::rating:
      return kRating;
    case FactSource::visit:
      return kVisit;
    case FactSource::review:
      return kReview;
  }
  return kOpened;
}

std::optional<base::Instant> momentIn(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(base::fromMillis(row.integer(column)));
}

std::string_view viewIn(const Statement& row, int column) {
  return row.isNull(column) ? std::string_view() : row.view(column);
}

void readCase(const Statement& row, Fact& fact) {
  fact.jurisdiction = viewIn(row, 7);
  fact.state = base::fromCode<domain::CaseState>(row.view(9)).value_or(domain::CaseState::received);
  fact.outcome = row.isNull(10) ? std::nullopt : base::fromCode<domain::Outcome>(row.view(10));
  fact.openedAt = base::fromMillis(row.integer(11));
  fact.acceptedAt = momentIn(row, 12);
  fact.dueAt = momentIn(row, 13);
  fact.closedAt = momentIn(row, 14);
  fact.reopened = int(row.integer(15));
  fact.isForeign = row.integer(16) != 0;
  fact.isRated = row.integer(17) != 0;
}

void readRating(const Statement& row, Fact& fact) {
  fact.level = int(row.integer(9));
  fact.isSealed = row.integer(10) != 0;
  fact.hasReason = row.integer(11) != 0;
  fact.nth = int(row.integer(12));
}

Fact readFact(const Statement& row, FactSource source) {
  Fact fact;
  fact.n = row.integer(0);
  fact.at = base::fromMillis(row.integer(1));
  if (!row.isNull(2)) fact.caseRow = row.integer(2);
  if (!row.isNull(3)) fact.service = domain::ServiceId{row.uuid(3)};
  if (!row.isNull(4)) fact.clerk = domain::StaffId{row.uuid(4)};
  fact.window = viewIn(row, 5);
  fact.division = viewIn(row, 6);
  fact.channel = base::fromCode<domain::Channel>(row.view(8)).value_or(domain::Channel::other);
  if (source == FactSource::review) return fact;
  if (source == FactSource::rating)
    readRating(row, fact);
  else if (source == FactSource::visit)
    fact.isRated = row.integer(9) != 0;
  else
    readCase(row, fact);
  return fact;
}

}  // namespace

Result<void> eachOpenCase(Connection& connection, const std::function<void(const Fact&)>& take) {
  static const std::string kSql =
      replaced(replaced(kCaseColumns, "%AT%", "t.opened_at"), "%RATED%", "0") + " WHERE t.closed_at IS NULL";
  OW_TRY(auto row, connection.prepare(kSql));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    take(readFact(row, FactSource::caseOpened));
  }
}

Result<void> eachFact(Connection& connection, FactSource source, const FactRange& range,
                      const std::function<bool(const Fact&)>& take) {
  OW_TRY(auto row, connection.prepare(sqlOf(source)));
  row.bindInt(1, base::toMillis(range.from)).bindInt(2, base::toMillis(range.until)).bindInt(3, range.afterN);
  domain::RatingReview review;  // of the fact at hand, where it is one
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    Fact fact = readFact(row, source);
    if (source == FactSource::review) {
      OW_TRY(review, readEntity<domain::RatingReview>(row, kBeforeReview));
      fact.review = &review;
      fact.level = review.level;
    }
    if (!take(fact)) return base::success();
  }
}

}  // namespace ow::store
