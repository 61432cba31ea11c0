// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/ids.h"

namespace ow::domain {

// An operation as the outbox wrote it down, on its way to the centre. Words instead of enumerations: what an earlier version of
// the program wrote is told as it was written.
struct WrittenOperation {
  OperationId id;
  std::string kind;    // create, patch, append, transition, erase
  std::string entity;  // word of an EntityKind
  EntityId entityId;
  base::Instant at;               // by the desk's clock: told, never trusted
  std::optional<StaffId> author;  // null: the system itself
  std::string desk;
  std::string purpose;
  int format = 1;
  std::optional<OperationId> cause;  // the transition that this one tells of: refused with it
  std::string changes;               // JSON: {field: value}, or {field: [before, after]} for patch and transition
  // The number that the centre answered for a document, where it is offered again after a fork: a JSON object of texts, empty
  // for none. Not part of what the operation says.
  std::string told = {};
};

}  // namespace ow::domain
