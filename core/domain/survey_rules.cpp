// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/survey_rules.h"

#include <algorithm>

namespace ow::domain {

using namespace std::string_view_literals;

std::optional<std::string_view> surveyRefusal(EntityKind entity, OperationKind kind, RatingAuthor author,
                                              const std::optional<StaffId>& authorId, std::span<const FieldChange> changes,
                                              const std::optional<StaffId>& assignee) {
  if (entity == EntityKind::surveyAnswer)
    return kind == OperationKind::append ? std::nullopt : std::optional("answer_is_final"sv);
  const auto state = std::find_if(changes.begin(), changes.end(), [](const FieldChange& c) { return c.field == "state"; });
  if (kind == OperationKind::create) {
    if (author != RatingAuthor::supervisor) return "not_your_right"sv;
    const auto isBorn = [&](std::string_view word) {
      return state != changes.end() && state->after == Value{std::string(word)};
    };
    return isBorn("open") || (entity == EntityKind::surveyTask && isBorn("joined")) ? std::nullopt
                                                                                    : std::optional("malformed"sv);
  }
  if (kind != OperationKind::transition) return "survey_by_steps"sv;
  if (author == RatingAuthor::supervisor) return std::nullopt;
  const bool isOwnTask = entity == EntityKind::surveyTask && assignee && authorId == assignee;
  return isOwnTask && state != changes.end() ? std::nullopt : std::optional("not_your_right"sv);
}

}  // namespace ow::domain
