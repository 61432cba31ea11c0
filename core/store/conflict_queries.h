// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/conflict.h"
#include "domain/entity.h"
#include "domain/ids.h"
#include "store/sqlite.h"

// Reading what waits for a person: conflicts, proposals, operations that were refused. Clear values: whoever shows them masks
// them. Lists page by key, the longest standing first. A voice on a visit that another voice came before is none of them:
// nobody decides what a citizen said.
namespace ow::store {

template <class T>
struct Keyed {
  std::int64_t n = 0;  // row number: the key of the next page
  T value;
};
base::Result<std::vector<Keyed<domain::Conflict>>> openConflicts(Connection& connection, std::int64_t after, std::size_t limit);
base::Result<std::vector<Keyed<domain::Proposal>>> openProposals(Connection& connection, std::int64_t after, std::size_t limit);

// Of proposal t: somebody is to decide it. A second voice is kept for its chain, a second answer for the record, and neither is
// to be read here; nor that such a voice would have opened a review.
inline constexpr std::string_view kIsForAPerson =
    "t.entity NOT IN ('rating', 'survey_answer') AND NOT (t.entity = 'rating_review' AND t.rule = 'cause_refused')";

// Open proposals that one write of one desk left about a case: a step and the line of the story that told of it.
base::Result<std::vector<domain::Proposal>> proposalsOfTheSameWrite(Connection& connection, const domain::Proposal& proposal);

// Row numbers of cases, open ones by deadline and then ended ones; `service`: of that one only. To settle: an open conflict or
// proposal, or something of this desk that was refused at or after `refusedFrom`. Unsent: something that waits; at most
// `limit`.
base::Result<std::vector<std::int64_t>> caseRowsToSettle(Connection& connection, base::Instant refusedFrom,
                                                         const std::optional<domain::ServiceId>& service);
base::Result<std::vector<std::int64_t>> caseRowsUnsent(Connection& connection, std::size_t limit,
                                                       const std::optional<domain::ServiceId>& service);
// Open conflicts and proposals about exactly that entity.
base::Result<std::int64_t> countToSettle(Connection& connection, domain::EntityId entity);

// One field of a row as it stands here. notFound (entity) when there is no such row; the field must be one of the entity's.
base::Result<domain::Value> fieldOf(Connection& connection, domain::EntityKind kind, domain::EntityId id,
                                    const std::string& field);
// The changes of an operation of this desk, as they were written; nothing when there is no such operation.
base::Result<std::optional<std::string>> changesOfOperation(Connection& connection, domain::OperationId id);

}  // namespace ow::store
