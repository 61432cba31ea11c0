// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "domain/rating_catalogue.h"
#include "domain/rating_review.h"

namespace ow::desk {

// The review that a bad rating opens by itself, with its clocks: nobody's operation, in the same transaction. `cause`: the
// operation that says the rating. Of two voices on one visit the second does not count, and opens nothing. Only core/desk
// includes this.
base::Result<void> openReview(Desk::Inside& in, store::Write& write, const domain::Rating& rating, domain::OperationId cause,
                              const domain::RatingCatalogue& catalogue);

}  // namespace ow::desk
