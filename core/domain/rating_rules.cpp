// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_rules.h"

#include "domain/rating.h"
#include "domain/rating_review.h"

namespace ow::domain {

namespace {

using namespace std::string_view_literals;

const Value* said(std::span<const FieldChange> changes, std::string_view field) {
  for (const FieldChange& change : changes)
    if (change.field == field && !std::holds_alternative<std::monostate>(change.after)) return &change.after;
  return nullptr;
}

std::optional<std::int64_t> number(std::span<const FieldChange> changes, std::string_view field) {
  const Value* value = said(changes, field);
  const auto* whole = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
  return whole == nullptr ? std::nullopt : std::optional(*whole);
}

bool isText(std::span<const FieldChange> changes, std::string_view field) {
  const Value* value = said(changes, field);
  return value != nullptr && std::holds_alternative<std::string>(*value);
}

// Operations of a desk hold ids, what was told of them holds their text.
bool isId(std::span<const FieldChange> changes, std::string_view field) {
  const Value* value = said(changes, field);
  if (value == nullptr) return false;
  const auto* text = std::get_if<std::string>(value);
  return std::holds_alternative<base::Uuid>(*value) || (text != nullptr && base::Uuid::parse(*text));
}

bool isSealed(std::span<const FieldChange> changes) {
  constexpr std::int64_t kLastPlace = 999'999'999'999;
  const auto place = number(changes, "place");
  return isId(changes, "pad_id") && place && *place >= 1 && *place <= kLastPlace && isText(changes, "previous") &&
         isText(changes, "seal");
}

}  // namespace

std::optional<std::string_view> ratingRefusal(OperationKind kind, RatingAuthor author, std::span<const FieldChange> changes,
                                              std::optional<RatingOrigin> held) {
  if (kind == OperationKind::erase && held != RatingOrigin::pad) return std::nullopt;
  if (kind != OperationKind::append) return "rating_is_final"sv;
  const auto level = number(changes, "level");
  if (!level || *level < kBestLevel || *level > kWorstLevel) return "malformed"sv;
  if (said(changes, "source") != nullptr) {
    for (const auto field : {"pad_id"sv, "place"sv, "previous"sv, "seal"sv})
      if (said(changes, field) != nullptr) return "malformed"sv;
    return author == RatingAuthor::supervisor ? std::nullopt : std::optional("not_your_right"sv);
  }
  if (author != RatingAuthor::nobody) return "rating_has_author"sv;
  return isSealed(changes) ? std::nullopt : std::optional("not_sealed"sv);
}

std::optional<std::string_view> reviewRefusal(OperationKind kind, RatingAuthor author, const std::optional<StaffId>& authorId,
                                              std::span<const FieldChange> changes, const std::optional<StaffId>& served) {
  const Value* state = said(changes, "state");
  if (kind == OperationKind::create) {
    const bool isFresh = state != nullptr && *state == Value{std::string(base::code(ReviewState::opened))} &&
                         said(changes, "verdict") == nullptr && said(changes, "closed_at") == nullptr;
    return author == RatingAuthor::nobody && isFresh ? std::nullopt : std::optional("review_opens_itself"sv);
  }
  if (kind != OperationKind::transition) return "review_by_steps"sv;
  if (author == RatingAuthor::nobody) return "needs_author"sv;
  if (served && authorId == served) return "own_rating"sv;
  const bool isDecision = said(changes, "decision") != nullptr ||
                          (state != nullptr && *state == Value{std::string(base::code(ReviewState::voided))});
  return isDecision && author != RatingAuthor::supervisor ? std::optional("not_your_right"sv) : std::nullopt;
}

}  // namespace ow::domain
