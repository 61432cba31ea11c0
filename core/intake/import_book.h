// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/ids.h"
#include "intake/mapping.h"
#include "intake/request_row.h"
#include "store/store.h"

namespace ow::intake {

// What a store remembers of its imports. Functions that take a connection belong into the caller's transaction.

enum class LoadState { running, done, undoing, undone };

struct ImportLoad {
  domain::ImportId id;
  LoadKind kind = LoadKind::requests;
  std::string source;
  std::string fileName;
  std::string fileHash;  // SHA-256 of the file as it lies on the disk
  std::string mapping;
  std::string mappingHash;
  std::string encoding;
  LoadState state = LoadState::running;
  base::Instant startedAt;
  std::optional<base::Instant> finishedAt;
  std::int64_t rows = 0, accepted = 0, rejected = 0, unchanged = 0;
  std::optional<std::int64_t> undoSeq;  // operations from here on are taken back or kept
  std::int64_t takenBack = 0;
};

// All loads, the newest first. Any thread.
base::Result<std::vector<ImportLoad>> importLoads(store::Store& store);

base::Result<std::optional<ImportLoad>> findLoad(store::Connection& connection, domain::ImportId id);
// The load of the same file with the same mapping and encoding that has not been taken back.
base::Result<std::optional<ImportLoad>> findSameLoad(store::Connection& connection, const ImportLoad& wanted);
// A new one, or new counts and state of a known one.
base::Result<void> putLoad(store::Connection& connection, const ImportLoad& load);

struct KnownRow {
  base::Uuid hash;  // of what the row says
  domain::EntityId entity;
  domain::ImportId import;
  domain::ImportId seenIn;
};
base::Result<std::optional<KnownRow>> knownRow(store::Connection& connection, const std::string& source,
                                               const std::string& key);
base::Result<void> putRow(store::Connection& connection, const std::string& source, const std::string& key,
                          const KnownRow& row);
base::Result<void> forgetRow(store::Connection& connection, const std::string& source, const std::string& key);

struct Fault {
  std::int64_t line = 0;
  std::string kind;  // rejected, warning, kept
  std::string rule;
  std::string field;
};
base::Result<void> addFault(store::Connection& connection, domain::ImportId id, const Fault& fault);

}  // namespace ow::intake

template <>
inline constexpr auto ow::base::kCodes<ow::intake::LoadState> =
    std::array<std::string_view, 4>{"running", "done", "undoing", "undone"};
