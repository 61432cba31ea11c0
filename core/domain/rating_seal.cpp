// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_seal.h"

#include <algorithm>

#include "base/digest.h"

namespace ow::domain {

std::vector<NamedValue> fieldsOf(const Rating& rating) {
  std::vector<NamedValue> fields;
  describeRating([&fields](const char* name, const auto& member) { fields.emplace_back(name, toValue(member)); }, rating);
  return fields;
}

std::string sealedText(RatingId id, std::vector<NamedValue> fields) {
  std::erase_if(fields, [](const NamedValue& field) { return field.first == "seal"; });
  return "rating " + id.text() + " " + rowText(std::move(fields));
}

std::string chainHash(const std::string& sealedText, const std::string& seal) {
  return base::sha256Hex(sealedText + " " + seal);
}

std::string chainBeginning(const Pad& pad) {
  return base::sha256Hex("pad " + pad.id.text() + " " + pad.publicKey);
}

ChainEnd seal(Rating& rating, const Pad& pad, const base::SigningKey& key, const ChainEnd& end) {
  rating.padId = pad.id;
  rating.place = end.place + 1;
  rating.previous = end.place == 0 ? chainBeginning(pad) : end.hash;
  rating.seal.reset();
  const std::string text = sealedText(rating.id, fieldsOf(rating));
  rating.seal = key.sign(text);
  return {*rating.place, chainHash(text, *rating.seal)};
}

}  // namespace ow::domain
