// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rating_chain.h"

#include <charconv>

#include "store/desk_state.h"
#include "store/schema.h"
#include "store/write_inside.h"

namespace ow::store {

using base::Result;

namespace {

constexpr const char* kPad = "rating_pad";
constexpr const char* kKey = "rating_pad_key";
constexpr const char* kEnd = "rating_chain_end";  // "<place> <hash>"

base::Error damaged() {
  return base::fail(base::ErrorKind::storeDamaged, {{"detail", "rating_pad"}});
}

std::optional<domain::ChainEnd> endOf(const std::string& text) {
  domain::ChainEnd end;
  const char* last = text.data() + text.size();
  const auto [next, fault] = std::from_chars(text.data(), last, end.place);
  if (fault != std::errc{} || next == last || *next != ' ') return std::nullopt;
  end.hash.assign(next + 1, last);
  return end;
}

}  // namespace

Result<std::optional<KeptPad>> keptPad(Connection& connection) {
  OW_TRY(const auto name, deskValue(connection, kPad));
  if (!name) return std::nullopt;
  OW_TRY(const auto secret, deskValue(connection, kKey));
  OW_TRY(const auto kept, deskValue(connection, kEnd));
  const auto id = domain::PadId::parse(*name);
  auto key = secret ? base::SigningKey::fromStored(*secret) : std::nullopt;
  const auto end = kept ? endOf(*kept) : std::nullopt;
  if (!id || !key || !end) return damaged();
  auto pad = loadEntity<domain::Pad>(connection, *id);
  if (!pad && pad.error().kind == base::ErrorKind::notFound) return std::nullopt;
  if (!pad) return pad.error();
  OW_TRY(auto row, connection.prepare("SELECT ifnull(max(place), 0) FROM rating WHERE pad_id = ?1"));
  row.bindUuid(1, id->uuid);
  OW_TRYV(row.step());
  if (row.integer(0) > end->place) return std::nullopt;
  return KeptPad{std::move(pad.value()), std::move(*key), *end};
}

Result<void> keepPad(Write& write, const domain::Pad& pad, const base::SigningKey& key) {
  OW_TRYV(write.inside().checked(putDeskValue(write.connection(), kPad, pad.id.text())));
  OW_TRYV(write.inside().checked(putDeskValue(write.connection(), kKey, key.storedText())));
  return keepChainEnd(write, {});
}

Result<void> keepChainEnd(Write& write, const domain::ChainEnd& end) {
  return write.inside().checked(putDeskValue(write.connection(), kEnd, std::to_string(end.place) + " " + end.hash));
}

}  // namespace ow::store
