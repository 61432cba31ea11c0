// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating.h"

namespace ow::domain {

namespace {

// Public names: who knows the visit may know where its rating would stand.
RatingId idOf(std::string_view subject, const base::Uuid& id, int nth) {
  return {base::namedUuid({}, "rating " + std::string(subject) + " " + id.text() + " " + std::to_string(nth))};
}

}  // namespace

RatingId ratingId(InteractionId visit, int nth) {
  return idOf("visit", visit.uuid, nth);
}

RatingId ratingId(CaseId matter, int nth) {
  return idOf("matter", matter.uuid, nth);
}

}  // namespace ow::domain
