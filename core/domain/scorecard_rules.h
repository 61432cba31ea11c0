// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/entity.h"
#include "domain/operation.h"
#include "domain/rating_rules.h"

// Who may write about scorecards and move tickets. The centre says the same (core/centre/sql/functions/39_scorecards.sql); a
// test holds both to it.
namespace ow::domain {

constexpr bool isOfScorecards(EntityKind kind) {
  return kind == EntityKind::publishedScorecard || kind == EntityKind::scorecardSignOff ||
         kind == EntityKind::scorecardComment || kind == EntityKind::indicatorTarget || kind == EntityKind::reportedFigure;
}

// The rule that an operation on one of these breaks; nothing when it may be. Appended by a supervisor in his own name, and
// final: record_is_final, not_your_right, not_in_own_name. Published counts alone may be erased, by a supervisor too: newer
// ones of the hall's month have taken their place. How long tasks take ("task.*" of the reported figures) is measured at every
// window and comes from whoever sits there.
std::optional<std::string_view> scorecardRefusal(EntityKind entity, OperationKind kind, RatingAuthor author,
                                                 const std::optional<StaffId>& authorId, std::span<const FieldChange> changes);

// A ticket is born waiting, from a dispenser without anybody's name or by a clerk, and goes on by steps of somebody on the
// staff: malformed, ticket_by_steps, not_your_right.
std::optional<std::string_view> ticketRefusal(OperationKind kind, RatingAuthor author, std::span<const FieldChange> changes);

}  // namespace ow::domain
