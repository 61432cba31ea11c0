// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/entity_row.h"
#include "domain/scope.h"
#include "domain/settled.h"
#include "sync/field_steps.h"
#include "sync/memory_looks.h"
#include "sync/memory_table.h"

// What the centre in memory holds and a backup of it carries: the tables of core/centre/sql, without SQL.
namespace ow::sync {

struct HeldField {
  domain::Value value;
  Rival setBy;  // the operation that gave it this value
  FieldSteps steps;
};

struct HeldEntity {
  Rival creation;
  std::string maker;  // the desk that told of it first
  std::int64_t rev = 0;
  bool isErased = false;
  std::map<std::string, HeldField> fields;
  std::string body;
  domain::RowDigest digest = 0;
};

// That an entity stands in a scope, or stood there.
struct Standing {
  std::int64_t pos = 0;
  bool isGone = true;
  bool isCounted = false;  // in the count and sum of the scope
  domain::RowDigest digest = 0;
};
struct Place {
  domain::ScopeId scope;
  domain::EntityKey key;
  auto operator<=>(const Place&) const = default;
};
struct Position {
  domain::ScopeId scope;
  std::int64_t pos = 0;
  auto operator<=>(const Position&) const = default;
};
struct Descent {
  domain::EntityKey parent;
  domain::EntityKey child;
  auto operator<=>(const Descent&) const = default;
};

// Bytes of attachments, once in a scope; and which of them stand at a place of an attachment.
struct ChunkName {
  domain::ScopeId scope;
  std::string hash;  // hexadecimal
  auto operator<=>(const ChunkName&) const = default;
};
struct ChunkPlace {
  domain::AttachmentId attachment;
  std::size_t place = 0;
  auto operator<=>(const ChunkPlace&) const = default;
};

// A number that was given to a document; those of a series stand beside each other.
struct NumberedPlace {
  domain::ScopeId hall;
  std::string authority;
  int type = 0;
  int year = 0;
  std::int64_t serial = 0;
  auto operator<=>(const NumberedPlace&) const = default;
  bool isOfSeries(const NumberedPlace& other) const {
    return hall == other.hall && authority == other.authority && type == other.type && year == other.year;
  }
};

struct ScopeRow {
  std::int64_t pos = 0;
  std::int64_t rows = 0;
  domain::RowDigest digest = 0;
  std::int64_t forgottenTo = 0;  // tombstones up to here are gone
};

struct LoggedOperation {
  std::string content;  // a hash: what else the same id must not carry
  domain::PushOutcome outcome = domain::PushOutcome::applied;
  std::vector<base::Fact> facts;
  std::optional<domain::EntityKey> refusedMaking;  // of a creation that was refused: what it would have made
  std::string hall;                                // of the desk that told it
};

using Heights = std::map<domain::ScopeId, std::int64_t>;
struct AnchorRow {
  domain::Anchor anchor;
  std::int32_t epoch = 0;
  Heights heads;
};

struct MemoryState {
  MemoryTable<domain::ScopeId, ScopeRow> scopes;
  MemoryTable<domain::EntityKey, HeldEntity> entities;
  MemoryTable<Place, Standing> standings;
  MemoryTable<Position, domain::EntityKey> feed;
  MemoryTable<Descent, bool> descents;
  MemoryTable<domain::OperationId, LoggedOperation> log;
  MemoryTable<std::int32_t, Heights> epochs;  // with the forks where each was opened
  MemoryTable<std::int64_t, AnchorRow> anchors;
  MemoryTable<LookPlace, HeldLook> looks;
  MemoryTable<ChunkName, std::shared_ptr<const std::string>> chunks;
  MemoryTable<ChunkPlace, ChunkName> chunkUses;
  MemoryTable<NumberedPlace, domain::EntityId> numbers;
  MemoryTable<int, int> schema;  // one row, at 0
  std::uint64_t written = 0;     // the write position: one per commit

  int schemaNow() const { return *schema.find(0); }
  std::int32_t epoch() const { return epochs.rows().rbegin()->first; }
  bool stands(const domain::EntityKey& key, domain::ScopeId scope) const {
    const Standing* standing = standings.find({scope, key});
    return standing != nullptr && !standing->isGone;
  }
};

// What one commit changed.
struct MemoryCommit {
  bool isPush = false;
  std::uint64_t writtenBefore = 0;
  decltype(MemoryState::scopes)::Before scopes;
  decltype(MemoryState::entities)::Before entities;
  decltype(MemoryState::standings)::Before standings;
  decltype(MemoryState::feed)::Before feed;
  decltype(MemoryState::descents)::Before descents;
  decltype(MemoryState::log)::Before log;
  decltype(MemoryState::epochs)::Before epochs;
  decltype(MemoryState::anchors)::Before anchors;
  decltype(MemoryState::looks)::Before looks;
  decltype(MemoryState::chunks)::Before chunks;
  decltype(MemoryState::chunkUses)::Before chunkUses;
  decltype(MemoryState::numbers)::Before numbers;
  decltype(MemoryState::schema)::Before schema;
};

}  // namespace ow::sync
