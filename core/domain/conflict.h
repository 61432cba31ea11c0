// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/value.h"

namespace ow::domain {

// Made by the centre alone, when it could not bring operations of several desks together (core/sync/README.md).

enum class ConflictState { open, settled };

// One field for which two or more people gave different values.
struct Conflict {
  ConflictId id;
  std::string entity;  // word of an EntityKind
  EntityId entityId;
  std::string field;
  std::string rivals;  // JSON, see parseRivals; "[]" when settled
  ConflictState state = ConflictState::open;
  std::optional<StaffId> settledBy;  // null: nobody had to
  std::optional<base::Instant> settledAt;
};

template <class V, class E>
void describeConflict(V&& v, E& e) {
  v("entity", e.entity);
  v("entity_id", e.entityId);
  v("field", e.field);
  v("rivals", e.rivals);
  v("state", e.state);
  v("settled_by", e.settledBy);
  v("settled_at", e.settledAt);
}

// A value that stands against others.
struct Rival {
  OperationId op;
  Value value;  // number, text or nothing; an id is text here
  Value base;   // what its author saw
  std::optional<StaffId> author;
  std::string desk;
  base::Instant at;  // by that desk's clock
};
// Sorted by operation, the one that is shown last. unsupportedFormat for what is no list of rivals.
base::Result<std::vector<Rival>> parseRivals(std::string_view json);

enum class ProposalState { open, accepted, dismissed };

// An operation that came too late to be applied, kept with its content until somebody decides. Its id is the operation's.
struct Proposal {
  ProposalId id;
  std::string entity;  // word of an EntityKind
  EntityId entityId;
  std::string operation;  // word of an OperationKind
  std::string changes;    // JSON, as the outbox wrote it
  std::string rule;       // why: state_moved, erased, cause_refused, rivals_changed
  std::optional<StaffId> author;
  std::string desk;
  std::string purpose;
  base::Instant at;
  ProposalState state = ProposalState::open;
  std::optional<StaffId> decidedBy;
  std::optional<base::Instant> decidedAt;
};

template <class V, class E>
void describeProposal(V&& v, E& e) {
  v("entity", e.entity);
  v("entity_id", e.entityId);
  v("operation", e.operation);
  v("changes", e.changes);
  v("rule", e.rule);
  v("author", e.author);
  v("desk", e.desk);
  v("purpose", e.purpose);
  v("at", e.at);
  v("state", e.state);
  v("decided_by", e.decidedBy);
  v("decided_at", e.decidedAt);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::ConflictState> = std::array<std::string_view, 2>{"open", "settled"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::ProposalState> =
    std::array<std::string_view, 3>{"open", "accepted", "dismissed"};
