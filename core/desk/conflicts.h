// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/told_value.h"

// Two people gave the same field different values, and a person settles which one holds (冲突待处理).
namespace ow::desk {

struct RivalValue {
  domain::OperationId op;  // what settleConflict takes
  ToldValue value;
  std::string author;  // name; empty: the system, or somebody whom this store does not know
  std::string desk;
  base::Instant at;      // by that desk's clock
  bool isShown = false;  // what every screen shows until this is settled
  bool isMine = false;
};

struct OpenConflict {
  domain::ConflictId id;
  std::string entity;  // word of an EntityKind
  WorkSubject subject;
  std::string field;               // word of the field
  ToldValue base;                  // what the rivals started from, as the first of them saw it
  std::vector<RivalValue> rivals;  // in the order in which they were given
  // Different values look the same behind their masks: showConflict tells them apart.
  bool isAlikeMasked = false;
};
struct ConflictPage {
  std::vector<OpenConflict> conflicts;  // the longest standing first, values masked
  std::optional<std::int64_t> next;     // give it as `after` to go on; nothing: this was the last page
};
base::Result<ConflictPage> openConflicts(Desk& desk, std::optional<std::int64_t> after, std::size_t limit);

// One conflict in clear. A look at a citizen's data is written to the access log, durably, before anything is read: notAllowed
// (rule=look_not_logged) where it cannot be.
base::Result<OpenConflict> showConflict(Desk& desk, domain::ConflictId id);

// From now on the value of `chosen` holds. One commit. notFound when the conflict is unknown here; conflict (field=rivals) when
// somebody settled it, or gave another value, meanwhile.
base::Result<void> settleConflict(Desk& desk, domain::ConflictId id, domain::OperationId chosen);

}  // namespace ow::desk
