// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/operation.h"
#include "domain/settled.h"
#include "domain/written_operation.h"
#include "sync/memory_standing.h"
#include "sync/memory_state.h"

namespace ow::sync {

// What the centre thinks of one operation.
struct Verdict {
  domain::PushOutcome outcome = domain::PushOutcome::applied;
  std::vector<base::Fact> facts;
};
Verdict refused(std::string_view rule);

// An operation as the centre took it in.
struct ToldOperation {
  const domain::WrittenOperation& written;
  std::vector<domain::FieldChange> changes;

  domain::EntityKey key() const { return {written.entity, written.entityId}; }
  Rival maker(const domain::FieldChange& change) const {
    return {written.id, change.after, change.before, written.author, written.desk, written.at};
  }
};

// Brings operations into entities, field by field, and keeps the conflicts that come of it. One commit, one thread.
class MemoryMerge {
 public:
  MemoryMerge(MemoryState& state, MemoryStanding& standing) : m_state(state), m_standing(standing) {}

  // An entity that was not there, with the fields of the operation; it stands nowhere yet.
  void make(const ToldOperation& operation, const domain::EntityKey& key);
  // A creation of what is there already.
  Verdict meet(const ToldOperation& operation) { return merge(operation, Origin::creation); }
  // Why the guarded fields do not let it through, if they do not.
  std::optional<Verdict> guard(const ToldOperation& operation) const;
  // A patch, or a transition that its guards let through.
  Verdict change(const ToldOperation& operation);
  // The entity goes, its conflicts with it.
  void erase(const domain::EntityKey& key);

 private:
  enum class Origin { creation, step };
  enum class Effect { none, changed, rival };
  Verdict merge(const ToldOperation& operation, Origin origin);
  Effect mergeField(const ToldOperation& operation, const domain::FieldChange& change, Origin origin, HeldEntity& entity);
  Effect moveField(const ToldOperation& operation, const domain::FieldChange& change, HeldField& field);
  Effect mergeRival(const ToldOperation& operation, const domain::FieldChange& change, Origin origin, HeldField& field);
  void keepConflict(const ToldOperation& operation, const std::string& field, const std::vector<Rival>& rivals);
  void settle(const domain::EntityKey& conflict);

  MemoryState& m_state;
  MemoryStanding& m_standing;
};

}  // namespace ow::sync
