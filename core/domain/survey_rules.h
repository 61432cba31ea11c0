// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/entity.h"
#include "domain/operation.h"
#include "domain/rating_rules.h"

namespace ow::domain {

constexpr bool isOfSurveys(EntityKind kind) {
  return kind == EntityKind::surveyRound || kind == EntityKind::surveyAnswer || kind == EntityKind::surveyTask;
}

// The rule that an operation on a survey round, answer or task breaks; nothing when it may be. An answer is appended and final.
// A round and a task are opened by a supervisor and go on by steps that are a supervisor's; whoever a task is given to may
// finish it (`assignee`: of the task that is there). answer_is_final, not_your_right, malformed, survey_by_steps. The centre
// says the same (core/centre/sql/functions/38_surveys.sql); a test holds both to it.
std::optional<std::string_view> surveyRefusal(EntityKind entity, OperationKind kind, RatingAuthor author,
                                              const std::optional<StaffId>& authorId, std::span<const FieldChange> changes,
                                              const std::optional<StaffId>& assignee);

}  // namespace ow::domain
