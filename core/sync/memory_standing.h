// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <span>
#include <vector>

#include "sync/memory_state.h"

namespace ow::sync {

// Where entities stand, and the positions that a commit takes in each scope. Entities are only marked while operations are
// judged; close() then gives each marked place one position and brings counts and sums up to date. One commit, one thread.
class MemoryStanding {
 public:
  explicit MemoryStanding(MemoryState& state) : m_state(state) {}

  // It stands in the scope from now on, and so does everything that belongs to it. Answers whether that is new.
  bool join(const domain::EntityKey& key, domain::ScopeId scope);
  void leave(const domain::EntityKey& key, domain::ScopeId scope);
  // The child stands wherever the parent stands, now and later. Answers whether it joined a scope.
  bool belong(const domain::EntityKey& parent, const domain::EntityKey& child);
  // The same once the two meet in a scope: what was hung on an entity unseen stays apart from it until then.
  bool hang(const domain::EntityKey& parent, const domain::EntityKey& child);
  // It has changed: its row text is written anew, and every scope where it stands tells so.
  void change(const domain::EntityKey& key);
  // It is gone in every scope.
  void erase(const domain::EntityKey& key);

  // Scopes where it stands, or stood before it was erased.
  std::vector<domain::ScopeId> everScopes(const domain::EntityKey& key) const;
  std::vector<domain::EntityKey> children(const domain::EntityKey& parent) const;

  // The scopes that changed.
  std::set<domain::ScopeId> close();

 private:
  std::vector<domain::ScopeId> scopesOf(const domain::EntityKey& key) const;
  bool bring(const domain::EntityKey& parent, const domain::EntityKey& child);
  bool haveMet(const domain::EntityKey& parent, const domain::EntityKey& child) const;
  void mark(const Place& place);
  void rewrite(HeldEntity& entity, const domain::EntityKey& key);
  void deliver(const Place& place);

  MemoryState& m_state;
  std::vector<domain::EntityKey> m_changed;
  std::vector<Place> m_marked;
};

}  // namespace ow::sync
