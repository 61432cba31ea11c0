// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/scorecard_rules.h"

#include <algorithm>

namespace ow::domain {

using namespace std::string_view_literals;

namespace {

const FieldChange* changeOf(std::span<const FieldChange> changes, std::string_view field) {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const FieldChange& one) { return one.field == field; });
  return found == changes.end() ? nullptr : &*found;
}

// Ids are ids in operations of this program, and text where they were read from the wire.
bool names(const FieldChange& change, const StaffId& staff) {
  if (const auto* id = std::get_if<base::Uuid>(&change.after)) return *id == staff.uuid;
  const auto* text = std::get_if<std::string>(&change.after);
  return text != nullptr && *text == staff.text();
}

bool isOfTask(std::span<const FieldChange> changes) {
  const FieldChange* series = changeOf(changes, "series");
  const auto* text = series == nullptr ? nullptr : std::get_if<std::string>(&series->after);
  return text != nullptr && text->starts_with("task.");
}

}  // namespace

std::optional<std::string_view> scorecardRefusal(EntityKind entity, OperationKind kind, RatingAuthor author,
                                                 const std::optional<StaffId>& authorId, std::span<const FieldChange> changes) {
  const bool isPutAway = kind == OperationKind::erase && entity == EntityKind::publishedScorecard;
  if (kind != OperationKind::append && !isPutAway) return "record_is_final"sv;
  const bool isMeasured = entity == EntityKind::reportedFigure && isOfTask(changes);
  if (!authorId || (author != RatingAuthor::supervisor && !isMeasured)) return "not_your_right"sv;
  if (isPutAway) return std::nullopt;
  const FieldChange* named = changeOf(changes, "author_id");
  return named != nullptr && names(*named, *authorId) ? std::nullopt : std::optional("not_in_own_name"sv);
}

std::optional<std::string_view> ticketRefusal(OperationKind kind, RatingAuthor author, std::span<const FieldChange> changes) {
  if (kind == OperationKind::create) {
    const FieldChange* state = changeOf(changes, "state");
    const bool isBornWaiting = state != nullptr && state->after == Value{std::string("waiting")};
    return isBornWaiting ? std::nullopt : std::optional("malformed"sv);
  }
  if (kind != OperationKind::transition) return "ticket_by_steps"sv;
  return author == RatingAuthor::nobody ? std::optional("not_your_right"sv) : std::nullopt;
}

}  // namespace ow::domain
