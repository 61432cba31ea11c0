// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/facts.h"

#include <array>
#include <tuple>

#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::store {

using base::Result;

namespace {

constexpr const char* kCaseColumns =
    "SELECT t.n, %AT%, t.n, t.service_id, t.owner_id, t.window, t.division_code, t.jurisdiction, t.channel, t.state, t.outcome,"
    " t.opened_at, t.accepted_at, t.due_at, t.closed_at, t.reopened_count, t.source IS NOT NULL, %BESIDE%"
    " FROM case_record t";
constexpr const char* kRatings =
    "SELECT t.n, t.at, c.n, coalesce(t.service_id, c.service_id), t.clerk_id, t.window, c.division_code, '', t.channel, "
    "t.level,"
    " t.seal IS NOT NULL, t.reasons IS NOT NULL, ifnull(t.nth, 1)"
    " FROM rating t LEFT JOIN case_record c ON c.id = t.case_id";
// Then the review itself.
constexpr const char* kReviews =
    "SELECT t.n, %AT%, c.n, coalesce(t.service_id, c.service_id), t.clerk_id, t.window, c.division_code, '', "
    "'counter', ";
constexpr const char* kOfReviews = " FROM rating_review t LEFT JOIN case_record c ON c.id = t.case_id";
constexpr const char* kVisits =
    "SELECT t.n, t.at, c.n, c.service_id, t.clerk_id, t.window, c.division_code, '', t.channel,"
    " EXISTS (SELECT 1 FROM rating r WHERE r.interaction_id = t.id AND r.is_active = 1)"
    " FROM interaction t LEFT JOIN case_record c ON c.id = t.case_id";

// Then the ticket itself. Nobody takes a number but in the hall.
constexpr const char* kTickets = "SELECT t.n, %AT%, NULL, NULL, t.clerk_id, t.window, NULL, '', 'counter', ";

constexpr int kBeforeEntity = 9;  // columns of what a review or a ticket is read behind

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// How facts of a source are asked for: all of a time, or those that a tally is behind of.
struct Asking {
  std::string ranged, late;
};

// A visit to another hall comes along with its person, and its case does not. Of one about no case nothing says where it was.
constexpr const char* kVisitHere = "(t.case_id IS NULL OR c.n IS NOT NULL) AND ";

Asking asking(const std::string& select, const std::string& moment, const std::string& only = "") {
  // The order is that of an index over the moment and the row number.
  return {select + " WHERE " + only + moment + " >= ?1 AND " + moment + " < ?2 AND (" + moment +
              " > ?1 OR t.n > ?3) ORDER BY " + moment + ", t.n",
          select + " WHERE " + only + moment +
              " IS NOT NULL AND t.n IN (SELECT l.n FROM tally_late l WHERE l.source = ?1 AND l.day = ?2 AND l.how = ?3)"};
}

// What is told of a case beside its own columns: whether it was rated and corrected, and the limit of the law.
struct Beside {
  std::string rated = "0", corrected = "0", limit = "NULL, NULL", join = {};
};
Beside ofEnded() {
  return {.rated = "EXISTS (SELECT 1 FROM rating r WHERE r.case_id = t.id AND r.interaction_id IS NULL AND r.is_active = 1)",
          .corrected = "EXISTS (SELECT 1 FROM official_document d WHERE d.case_id = t.id AND d.type = 'correction_notice')"};
}
Beside ofSpeed() {
  return {.limit = "s.statutory_amount, s.statutory_unit", .join = " LEFT JOIN service s ON s.id = t.service_id"};
}

Asking ofCases(const std::string& column, const Beside& beside = {}) {
  const std::string select = replaced(replaced(kCaseColumns, "%AT%", "t." + column), "%BESIDE%",
                                      beside.rated + ", " + beside.corrected + ", " + beside.limit);
  return asking(select + beside.join, "t." + column, column == "opened_at" ? "" : "t." + column + " IS NOT NULL AND ");
}

Asking ofReviews(const std::string& column) {
  return asking(replaced(kReviews, "%AT%", "t." + column) + columnsOf<domain::RatingReview>("t") + kOfReviews, "t." + column,
                std::string(kOfThisHall) + " AND " + (column == "opened_at" ? "" : "t." + column + " IS NOT NULL AND "));
}

Asking ofTickets(const std::string& column) {
  return asking(replaced(kTickets, "%AT%", "t." + column) + columnsOf<domain::Ticket>("t") + " FROM ticket t", "t." + column,
                column == "issued_at" ? "" : "t." + column + " IS NOT NULL AND ");
}

const Asking& askingFor(FactSource source) {
  static const std::array kAskings{
      ofCases("opened_at"),
      ofCases("due_at"),
      ofCases("closed_at", ofEnded()),
      asking(kRatings, "t.at",
             std::string(kOfThisHall) + " AND t.is_active = 1 AND NOT EXISTS (SELECT 1 FROM rating_review v WHERE v.rating_id "
                                        "= t.id AND v.state = 'voided')"
                                        " AND "),
      asking(kVisits, "t.at",
             std::string(kVisitHere) + "t.direction = 'inbound' AND (t.channel = 'counter' OR t.channel = 'kiosk') AND "),
      ofReviews("opened_at"),
      ofReviews("verify_settled_at"),
      ofReviews("reply_settled_at"),
      ofReviews("call_back_settled_at"),
      ofTickets("issued_at"),
      ofTickets("called_at"),
      ofTickets("handled_at"),
      ofCases("closed_at", ofSpeed())};
  static_assert(std::tuple_size_v<decltype(kAskings)> == base::kCodes<FactSource>.size());
  return kAskings[std::size_t(source)];
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
  fact.isCorrected = row.integer(18) != 0;
  const auto unit = row.isNull(20) ? std::nullopt : base::fromCode<domain::LimitUnit>(row.view(20));
  if (unit && !row.isNull(19)) fact.legalLimit = domain::Limit{int(row.integer(19)), *unit};
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
  if (isOfReviews(source) || isOfTickets(source)) return fact;
  if (source == FactSource::rating)
    readRating(row, fact);
  else if (source == FactSource::visit)
    fact.isRated = row.integer(9) != 0;
  else
    readCase(row, fact);
  return fact;
}

// Of a statement that is bound; until `take` answers false.
Result<void> eachOf(Statement& row, FactSource source, const std::function<bool(const Fact&)>& take) {
  domain::RatingReview review;  // of the fact at hand, where it is one
  domain::Ticket ticket;        // the same
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    Fact fact = readFact(row, source);
    if (isOfReviews(source)) {
      OW_TRY(review, readEntity<domain::RatingReview>(row, kBeforeEntity));
      fact.review = &review;
      fact.level = review.level;
    }
    if (isOfTickets(source)) {
      OW_TRY(ticket, readEntity<domain::Ticket>(row, kBeforeEntity));
      fact.ticket = &ticket;
    }
    if (!take(fact)) return base::success();
  }
}

}  // namespace

Result<void> eachOpenCase(Connection& connection, const std::function<void(const OpenCase&)>& take) {
  OW_TRY(auto row, connection.prepare("SELECT t.service_id, t.jurisdiction, t.opened_at, t.due_at FROM case_record t"
                                      " WHERE t.closed_at IS NULL"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    take({domain::ServiceId{row.uuid(0)}, row.view(1), base::fromMillis(row.integer(2)), momentIn(row, 3)});
  }
}

Result<void> eachFact(Connection& connection, FactSource source, const FactRange& range,
                      const std::function<bool(const Fact&)>& take) {
  OW_TRY(auto row, connection.prepare(askingFor(source).ranged));
  row.bindInt(1, base::toMillis(range.from)).bindInt(2, base::toMillis(range.until)).bindInt(3, range.afterN);
  return eachOf(row, source, take);
}

Result<void> eachLateFact(Connection& connection, FactSource source, std::int64_t day, Late how,
                          const std::function<void(const Fact&)>& take) {
  OW_TRY(auto row, connection.prepare(askingFor(source).late));
  row.bindText(1, base::code(source)).bindInt(2, day).bindText(3, base::code(how));
  return eachOf(row, source, [&](const Fact& fact) {
    take(fact);
    return true;
  });
}

}  // namespace ow::store
