// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/signature.h"
#include "domain/rating.h"
#include "domain/row_text.h"

// What makes a rating provable: the pad signs it on the spot, and each carries the hash of the one before it, so that whoever
// has the set and the pads' keys finds every rating that was changed, added, moved or taken out. Pure; any thread.
namespace ow::domain {

// What the pad signs: "rating <id> <row text without the seal>" (row_text.h). `fields` may hold more than this program knows: a
// rating made by a newer one is checked all the same.
std::string sealedText(RatingId id, std::vector<NamedValue> fields);
std::vector<NamedValue> fieldsOf(const Rating& rating);

// What the next one in the chain carries: SHA-256 over the sealed text and the seal, in hexadecimal.
std::string chainHash(const std::string& sealedText, const std::string& seal);
// What the first one of a chain carries: the pad itself.
std::string chainBeginning(const Pad& pad);

// Where a chain ends.
struct ChainEnd {
  std::int64_t place = 0;
  std::string hash;
};
// Puts the rating behind `end` of the pad's chain and seals it; the new end. Everything else of the rating stands already.
ChainEnd seal(Rating& rating, const Pad& pad, const base::SigningKey& key, const ChainEnd& end);

}  // namespace ow::domain
