// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rating_queries.h"

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

Result<void> eachVoided(Connection& connection, const std::function<Result<void>(domain::RatingId)>& take) {
  OW_TRY(auto row, connection.prepare("SELECT rating_id FROM rating_review WHERE state = 'voided' ORDER BY rating_id"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRYV(take({row.uuid(0)}));
  }
}

}  // namespace ow::store
