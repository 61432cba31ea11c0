// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "domain/rating_catalogue.h"
#include "domain/rating_review.h"

namespace ow::desk {

// The review that a bad rating opens by itself, with its clocks. Only core/desk includes this.
domain::RatingReview reviewOf(Desk::Inside& in, const domain::Rating& rating, const domain::RatingCatalogue& catalogue);

}  // namespace ow::desk
