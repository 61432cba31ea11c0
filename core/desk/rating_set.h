// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/result.h"
#include "domain/rating_audit.h"

namespace ow::store {
class Store;
}

// The sealed raw set: every rating as its pad sealed it, so that whoever has the file and the pads' keys recounts what was
// published, on a machine of his own. Any thread.
namespace ow::desk {

// Lines of JSON: {"format": "onewindow-ratings/1"}, then a pad each {"pad": {...}}, then what the centre has set aside
// {"aside": ID, "body": {...}} and what a review has voided {"voided": ID}, then the ratings {"rating": ID, "body": {...}} by
// pad and place. It names no person beyond the ids that the ratings carry. Nothing is replaced: duplicate (entity=file); other
// errors of intake::outputError().
struct WrittenSet {
  std::int64_t pads = 0, ratings = 0, setAside = 0;
};
base::Result<WrittenSet> writeRatingSet(store::Store& store, const std::filesystem::path& to);

// notFound, notAllowed, unsupportedFormat for what is no such file, invalidInput (line, rule) for a line that is none.
base::Result<domain::RatingRecount> recountSet(const std::filesystem::path& from);
// The same of what stands in a store. A chain that ends here before its pad's own end is missing its end.
base::Result<domain::RatingRecount> recountStore(store::Store& store);

}  // namespace ow::desk
