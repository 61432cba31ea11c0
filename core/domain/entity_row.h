// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "domain/ids.h"

namespace ow::domain {

// What two stores compare instead of a row: the first eight bytes (big-endian) of SHA-256 over "<kind> <id> <row text>", the
// row text as core/domain/row_text.h writes it. Many of them are summed by XOR, which knows no order.
using RowDigest = std::uint64_t;

struct EntityKey {
  std::string kind;
  EntityId id;
  auto operator<=>(const EntityKey&) const = default;
};

// An entity as the centre has it, on its way to a desk.
struct EntityRow {
  std::string kind;  // the word of an EntityKind; a centre that is newer than this program may send one it does not know
  EntityId id;
  std::int64_t rev = 0;  // changes at the centre so far, the creation counted; never goes back within an epoch
  RowDigest digest = 0;  // 0 when gone
  bool isGone = false;   // erased, or no longer in the scope that delivers it
  std::string body;      // JSON object of its fields, empty ones left out; empty when gone
};

}  // namespace ow::domain
