// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "desk/rating_invitation.h"
#include "domain/rating_catalogue.h"

// What both sides of a rating hold to. Only core/desk includes this.
namespace ow::desk {

// The last day on which it can be rated, all of it. `from`: of the visit, or of the closing of the matter.
base::Date lastDay(base::Date from, const domain::RatingCatalogue& catalogue);

// The number of the next voice on that subject; duplicate (entity=rating) when there may be none. One receipt gives one voice.
base::Result<int> nextVoice(store::Connection& connection, const RatingInvitation& subject,
                            const domain::RatingCatalogue& catalogue);

}  // namespace ow::desk
