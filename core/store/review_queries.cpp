// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/review_queries.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::RatingReview;

namespace {

const std::string& selectLines() {
  static const std::string sql = "SELECT t.n, s.name, k.name, a.name, c.number, " + columnsOf<RatingReview>("t") +
                                 " FROM rating_review t LEFT JOIN service s ON s.id = t.service_id"
                                 " LEFT JOIN staff k ON k.id = t.clerk_id LEFT JOIN staff a ON a.id = t.assignee_id"
                                 " LEFT JOIN case_record c ON c.id = t.case_id";
  return sql;
}

Result<ReviewLine> lineIn(const Statement& row) {
  constexpr int kBeforeReview = 5;
  ReviewLine line;
  line.n = row.integer(0);
  line.service = row.text(1);
  line.clerk = row.text(2);
  line.assignee = row.text(3);
  line.caseNumber = row.text(4);
  OW_TRY(line.review, readEntity<RatingReview>(row, kBeforeReview));
  return line;
}

Result<std::vector<ReviewLine>> linesIn(Statement& row) {
  std::vector<ReviewLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    OW_TRY(auto line, lineIn(row));
    lines.push_back(std::move(line));
  }
}

Result<ReviewLine> onlyLine(Statement& row) {
  OW_TRY(const bool any, row.step());
  if (!any) return base::fail(base::ErrorKind::notFound, {{"entity", "rating_review"}});
  return lineIn(row);
}

// Where the page goes on: behind the moment and the row number of the line before.
constexpr const char* kMomentOfAfter = "(SELECT opened_at FROM rating_review WHERE n = ?1)";

}  // namespace

Result<std::vector<ReviewLine>> openReviews(Connection& connection, const std::optional<domain::StaffId>& assignee,
                                            std::optional<std::int64_t> after, std::size_t limit) {
  const std::string behind =
      after ? std::string(" AND (t.opened_at, t.n) > (") + kMomentOfAfter + ", ?1)" : std::string(" AND ?1 IS NULL");
  OW_TRY(auto row, connection.prepare(selectLines() + " WHERE t.closed_at IS NULL AND (?2 IS NULL OR t.assignee_id = ?2)" +
                                      behind + " ORDER BY t.opened_at, t.n LIMIT ?3"));
  if (after)
    row.bindInt(1, *after);
  else
    row.bindNull(1);
  row.bind(2, domain::toValue(assignee)).bindInt(3, std::int64_t(limit));
  return linesIn(row);
}

Result<std::vector<ReviewLine>> allReviews(Connection& connection, std::optional<std::int64_t> after, std::size_t limit) {
  const std::string behind =
      after ? std::string(" WHERE (t.opened_at, t.n) < (") + kMomentOfAfter + ", ?1)" : std::string(" WHERE ?1 IS NULL");
  OW_TRY(auto row, connection.prepare(selectLines() + behind + " ORDER BY t.opened_at DESC, t.n DESC LIMIT ?2"));
  if (after)
    row.bindInt(1, *after);
  else
    row.bindNull(1);
  row.bindInt(2, std::int64_t(limit));
  return linesIn(row);
}

Result<ReviewTally> reviewTally(Connection& connection, domain::StaffId served, const std::optional<domain::StaffId>& assignee,
                                std::int64_t since) {
  OW_TRY(auto row,
         connection.prepare("SELECT count(*), count(*) FILTER (WHERE n > ?3), ifnull(max(n) FILTER (WHERE n > ?3), 0),"
                            " (SELECT ifnull(max(n), 0) FROM rating_review) FROM rating_review"
                            " WHERE closed_at IS NULL AND clerk_id IS NOT ?1 AND (?2 IS NULL OR assignee_id = ?2)"));
  row.bindUuid(1, served.uuid).bind(2, domain::toValue(assignee)).bindInt(3, since);
  OW_TRYV(row.step());
  return ReviewTally{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
}

Result<ReviewLine> reviewLine(Connection& connection, std::int64_t n) {
  OW_TRY(auto row, connection.prepare(selectLines() + " WHERE t.n = ?1"));
  row.bindInt(1, n);
  return onlyLine(row);
}

Result<ReviewLine> reviewLine(Connection& connection, domain::RatingReviewId id) {
  OW_TRY(auto row, connection.prepare(selectLines() + " WHERE t.id = ?1"));
  row.bindUuid(1, id.uuid);
  return onlyLine(row);
}

}  // namespace ow::store
