// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "base/result.h"
#include "domain/entity_row.h"
#include "store/replica.h"

namespace ow::store {

using ScopeMask = std::uint64_t;

constexpr ScopeMask bitOf(ScopeSlot slot) {
  return ScopeMask{1} << unsigned(slot.n);
}

// In which scopes an entity stands here, as the centre said; no scope and no digest when it stands in none.
struct Counted {
  ScopeMask scopes = 0;
  domain::RowDigest digest = 0;
};

// How the sums of the scopes move in one write; one statement a scope when it is committed.
class ScopeSums {
 public:
  void move(const Counted& from, const Counted& to);
  // That scope is subscribed to no more.
  void drop(ScopeSlot slot);
  // Writes the moves down and forgets them.
  base::Result<void> flush(Connection& connection);

 private:
  void add(const Counted& what, std::int64_t rows);

  struct Moved {
    std::int64_t rows = 0;
    domain::RowDigest digest = 0;
  };
  std::array<Moved, kMostScopes> m_moved{};
  ScopeMask m_touched = 0;
};

}  // namespace ow::store
