// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/operation.h"

namespace ow::domain {

// Who brings a rating in.
enum class RatingAuthor {
  nobody,      // a pad
  supervisor,  // may bring in what another system took
  other,
};
// Where the rating that an operation is about came from.
enum class RatingOrigin { pad, otherSystem };

// The rule that an operation on a rating breaks; nothing when it may be. A rating is said by the citizen on a pad that seals
// it, or brought in from another system by a supervisor; nobody changes one, and only what came from elsewhere can be taken
// back. rating_is_final, malformed, not_your_right, rating_has_author, not_sealed. The centre says the same
// (core/centre/sql/functions/37_ratings.sql); a test holds both to it. `held`: where the one
// that is there came from; nothing where none is, or none that the desk may see.
std::optional<std::string_view> ratingRefusal(OperationKind kind, RatingAuthor author, std::span<const FieldChange> changes,
                                              std::optional<RatingOrigin> held);

// The same for the review of a bad rating: it opens itself, in the state `opened`; every step is somebody's, never his who
// served (`served`: of the review that is there); what an appeal comes to is a supervisor's. review_opens_itself, needs_author,
// own_rating, not_your_right, review_by_steps.
std::optional<std::string_view> reviewRefusal(OperationKind kind, RatingAuthor author, const std::optional<StaffId>& authorId,
                                              std::span<const FieldChange> changes, const std::optional<StaffId>& served);

}  // namespace ow::domain
