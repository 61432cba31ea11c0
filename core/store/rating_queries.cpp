// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rating_queries.h"

#include "store/desk_state.h"
#include "store/row_body.h"
#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::Rating;

Result<std::vector<Rating>> voicesOn(Connection& connection, domain::InteractionId visit) {
  return loadEntities<Rating>(connection, "WHERE t.interaction_id = ?1 ORDER BY ifnull(t.nth, 1), t.n", visit.uuid);
}

Result<std::vector<Rating>> voicesOn(Connection& connection, domain::CaseId matter) {
  return loadEntities<Rating>(connection, "WHERE t.case_id = ?1 AND t.interaction_id IS NULL ORDER BY ifnull(t.nth, 1), t.n",
                              matter.uuid);
}

Result<std::optional<domain::InteractionId>> visitSince(Connection& connection, domain::CaseId caseId, domain::StaffId clerk,
                                                        base::Instant since) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM interaction WHERE case_id = ?1 AND at >= ?2 AND clerk_id = ?3"
                                      " AND channel = 'counter' AND direction = 'inbound' ORDER BY at DESC, n DESC LIMIT 1"));
  row.bindUuid(1, caseId.uuid).bindInt(2, base::toMillis(since)).bindUuid(3, clerk.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(domain::InteractionId{row.uuid(0)}) : std::nullopt;
}

namespace {

template <class Id>
Result<std::vector<Id>> idsBetween(Connection& connection, const std::string& sql, base::Instant from, base::Instant until) {
  OW_TRY(auto row, connection.prepare(sql));
  row.bindInt(1, base::toMillis(from)).bindInt(2, base::toMillis(until));
  std::vector<Id> ids;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return ids;
    ids.push_back({row.uuid(0)});
  }
}

}  // namespace

Result<std::vector<domain::InteractionId>> visitsBetween(Connection& connection, base::Instant from, base::Instant until) {
  return idsBetween<domain::InteractionId>(connection,
                                           "SELECT id FROM interaction WHERE at >= ?1 AND at < ?2 AND direction = 'inbound'"
                                           " AND (channel = 'counter' OR channel = 'kiosk') ORDER BY at, n",
                                           from, until);
}

Result<std::vector<domain::CaseId>> openedBetween(Connection& connection, base::Instant from, base::Instant until) {
  return idsBetween<domain::CaseId>(
      connection, "SELECT id FROM case_record WHERE opened_at >= ?1 AND opened_at < ?2 ORDER BY opened_at, n", from, until);
}

Result<void> eachPad(Connection& connection, const std::function<Result<void>(const domain::Pad&)>& take) {
  OW_TRY(auto row, connection.prepare("SELECT " + columnsOf<domain::Pad>("t") + " FROM pad t ORDER BY t.id"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRY(const auto pad, readEntity<domain::Pad>(row));
    OW_TRYV(take(pad));
  }
}

Result<void> eachRating(Connection& connection, const std::function<Result<void>(const RawRating&)>& take) {
  const EntitySchema& schema = schemaOf<Rating>();
  OW_TRY(auto row, connection.prepare("SELECT " + digestColumns(schema) +
                                      " FROM rating t ORDER BY t.pad_id IS NULL, t.pad_id, t.place, t.id"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRYV(take({{row.uuid(0)}, textOfRow(schema, row)}));
  }
}

Result<void> eachSetAside(Connection& connection, const std::function<Result<void>(const RawRating&)>& take) {
  OW_TRY(auto row,
         connection.prepare("SELECT entity_id, changes FROM proposal WHERE entity = 'rating' AND rule = 'already_rated'"
                            " ORDER BY id"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRYV(take({{row.uuid(0)}, row.text(1)}));
  }
}

Result<void> eachRated(Connection& connection, base::Instant from, base::Instant until,
                       const std::function<bool(const RatedRow&)>& take) {
  OW_TRY(auto row,
         connection.prepare("SELECT t.id, t.at, t.level, t.answered_in, t.pad_id, t.clerk_id, p.window, t.window,"
                            " t.text IS NOT NULL OR t.reasons IS NOT NULL, w.name IS NOT NULL AND w.name = s.name, t.channel"
                            " FROM rating t LEFT JOIN pad p ON p.id = t.pad_id LEFT JOIN party w ON w.id = t.party_id"
                            " LEFT JOIN staff s ON s.id = t.clerk_id"
                            " WHERE t.is_active = 1 AND t.at >= ?1 AND t.at < ?2 AND " +
                            std::string(kOfThisHall) +
                            " AND NOT EXISTS (SELECT 1 FROM rating_review v WHERE v.rating_id = t.id AND v.state = 'voided')"
                            " ORDER BY t.at, t.n"));
  row.bindInt(1, base::toMillis(from)).bindInt(2, base::toMillis(until));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    RatedRow rated;
    rated.id = {row.uuid(0)};
    rated.at = base::fromMillis(row.integer(1));
    rated.level = int(row.integer(2));
    if (!row.isNull(3)) rated.answeredIn = row.integer(3);
    if (!row.isNull(4)) rated.pad = domain::PadId{row.uuid(4)};
    if (!row.isNull(5)) rated.clerk = domain::StaffId{row.uuid(5)};
    if (!row.isNull(6)) rated.padWindow = row.view(6);
    if (!row.isNull(7)) rated.window = row.view(7);
    rated.hasWords = row.integer(8) != 0;
    rated.isSameName = row.integer(9) != 0;
    rated.channel = base::fromCode<domain::Channel>(row.view(10)).value_or(domain::Channel::other);
    if (!take(rated)) return base::success();
  }
}

Result<void> eachVoided(Connection& connection, const std::function<Result<void>(domain::RatingId)>& take) {
  OW_TRY(auto row, connection.prepare("SELECT rating_id FROM rating_review WHERE state = 'voided' ORDER BY rating_id"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRYV(take({row.uuid(0)}));
  }
}

}  // namespace ow::store
