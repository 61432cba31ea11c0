// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scope_sums.h"

#include <bit>

namespace ow::store {

void ScopeSums::add(const Counted& what, std::int64_t rows) {
  for (ScopeMask left = what.scopes; left != 0; left &= left - 1) {
    Moved& moved = m_moved.at(std::size_t(std::countr_zero(left)));
    moved.rows += rows;
    moved.digest ^= what.digest;
  }
  m_touched |= what.scopes;
}

void ScopeSums::move(const Counted& from, const Counted& to) {
  add(from, -1);
  add(to, 1);
}

void ScopeSums::drop(ScopeSlot slot) {
  m_moved.at(std::size_t(slot.n)) = {};
  m_touched &= ~bitOf(slot);
}

base::Result<void> ScopeSums::flush(Connection& connection) {
  for (; m_touched != 0; m_touched &= m_touched - 1) {
    const int slot = std::countr_zero(m_touched);
    Moved& moved = m_moved.at(std::size_t(slot));
    // SQLite has no XOR.
    OW_TRY(auto statement, connection.prepare("UPDATE synced_scope SET rows = rows + ?2,"
                                              " digest = (digest | ?3) & ~(digest & ?3) WHERE slot = ?1"));
    statement.bindInt(1, slot).bindInt(2, moved.rows).bindInt(3, std::int64_t(moved.digest));
    OW_TRYV(statement.run());
    moved = {};
  }
  return base::success();
}

}  // namespace ow::store
