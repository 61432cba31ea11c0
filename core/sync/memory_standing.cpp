// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_standing.h"

#include <algorithm>

#include "domain/row_text.h"

namespace ow::sync {

using domain::EntityKey;
using domain::ScopeId;

namespace {

template <class T>
void addOnce(std::vector<T>& list, const T& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

bool MemoryStanding::join(const EntityKey& key, ScopeId scope) {
  const HeldEntity* entity = m_state.entities.find(key);
  if (entity == nullptr || entity->isErased || m_state.stands(key, scope)) return false;
  m_state.standings.edit({scope, key}).isGone = false;
  mark({scope, key});
  for (const EntityKey& child : children(key))
    if (haveMet(key, child)) bring(key, child);
  return true;
}

void MemoryStanding::leave(const EntityKey& key, ScopeId scope) {
  if (!m_state.stands(key, scope)) return;
  m_state.standings.edit({scope, key}).isGone = true;
  mark({scope, key});
}

bool MemoryStanding::belong(const EntityKey& parent, const EntityKey& child) {
  m_state.descents.edit({parent, child}) = true;
  return bring(parent, child);
}

bool MemoryStanding::hang(const EntityKey& parent, const EntityKey& child) {
  m_state.descents.edit({parent, child}) = true;
  return haveMet(parent, child) && bring(parent, child);
}

bool MemoryStanding::bring(const EntityKey& parent, const EntityKey& child) {
  bool hasJoined = false;
  for (const ScopeId scope : scopesOf(parent)) hasJoined = join(child, scope) || hasJoined;
  return hasJoined;
}

bool MemoryStanding::haveMet(const EntityKey& parent, const EntityKey& child) const {
  const std::vector<ScopeId> scopes = scopesOf(parent);
  return std::any_of(scopes.begin(), scopes.end(), [&](ScopeId scope) { return m_state.stands(child, scope); });
}

void MemoryStanding::change(const EntityKey& key) {
  addOnce(m_changed, key);
  for (const ScopeId scope : scopesOf(key)) mark({scope, key});
}

void MemoryStanding::erase(const EntityKey& key) {
  for (const ScopeId scope : scopesOf(key)) leave(key, scope);
  addOnce(m_changed, key);
  HeldEntity& entity = m_state.entities.edit(key);
  entity.isErased = true;
  entity.fields.clear();
}

std::vector<ScopeId> MemoryStanding::scopesOf(const EntityKey& key) const {
  std::vector<ScopeId> scopes;
  for (const auto& [scope, row] : m_state.scopes.rows())
    if (m_state.stands(key, scope)) scopes.push_back(scope);
  return scopes;
}

std::vector<ScopeId> MemoryStanding::everScopes(const EntityKey& key) const {
  const HeldEntity* entity = m_state.entities.find(key);
  if (entity == nullptr || !entity->isErased) return scopesOf(key);
  std::vector<ScopeId> scopes;
  for (const auto& [scope, row] : m_state.scopes.rows())
    if (m_state.standings.find({scope, key}) != nullptr) scopes.push_back(scope);
  return scopes;
}

std::vector<EntityKey> MemoryStanding::children(const EntityKey& parent) const {
  std::vector<EntityKey> children;
  const auto& descents = m_state.descents.rows();
  for (auto it = descents.lower_bound({parent, {}}); it != descents.end() && it->first.parent == parent; ++it)
    children.push_back(it->first.child);
  return children;
}

void MemoryStanding::mark(const Place& place) {
  addOnce(m_marked, place);
}

std::set<ScopeId> MemoryStanding::close() {
  for (const EntityKey& key : m_changed) rewrite(m_state.entities.edit(key), key);
  std::set<ScopeId> changed;
  for (const Place& place : m_marked) {
    deliver(place);
    changed.insert(place.scope);
  }
  m_changed.clear();
  m_marked.clear();
  return changed;
}

void MemoryStanding::rewrite(HeldEntity& entity, const EntityKey& key) {
  std::vector<domain::NamedValue> fields;
  for (const auto& [name, field] : entity.fields) fields.emplace_back(name, field.value);
  entity.body = entity.isErased ? "" : domain::rowText(std::move(fields));
  entity.digest = entity.isErased ? 0 : domain::rowDigest(key.kind, key.id, entity.body);
}

void MemoryStanding::deliver(const Place& place) {
  const HeldEntity& entity = *m_state.entities.find(place.key);
  Standing& standing = m_state.standings.edit(place);
  ScopeRow& scope = m_state.scopes.edit(place.scope);
  if (standing.pos != 0) m_state.feed.erase({place.scope, standing.pos});
  if (standing.isCounted) {
    scope.digest ^= standing.digest;
    --scope.rows;
  }
  standing.isCounted = !standing.isGone;
  standing.digest = standing.isGone ? 0 : entity.digest;
  if (standing.isCounted) {
    scope.digest ^= standing.digest;
    ++scope.rows;
  }
  standing.pos = ++scope.pos;
  m_state.feed.edit({place.scope, standing.pos}) = place.key;
}

}  // namespace ow::sync
