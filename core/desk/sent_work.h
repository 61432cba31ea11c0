// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/told_value.h"
#include "domain/operation.h"

// What this desk wrote, on its way to the centre (待同步队列).
namespace ow::desk {

enum class WorkState {
  waiting,
  sent,     // the centre has it
  safe,     // and would keep it if a server burned
  refused,  // with the reason
};

struct SentWork {
  std::int64_t key = 0;
  domain::OperationId id;
  std::string kind;    // word of an OperationKind
  std::string entity;  // word of an EntityKind
  WorkSubject subject;
  std::string author;  // name; empty: the system, or somebody whom this store does not know
  base::Instant at;
  WorkState state = WorkState::waiting;
  bool isConflict = false;  // somebody else changed the same field: it stands among the conflicts
  std::string reason;       // stable word: the rule of a refusal, or what keeps one that waits; empty: nothing
  std::optional<domain::CaseState> caseState;  // of a refused step: where the case stood
  std::string by;                              // and who had moved it
  std::optional<base::Instant> movedAt;
  int attempts = 0;  // of one that is kept waiting
  std::optional<base::Instant> nextTry;
};
struct SentWorkPage {
  std::vector<SentWork> items;       // newest first
  std::optional<std::int64_t> next;  // give it as `before` to go on; nothing: this was the last page
};
// No state: all of it.
base::Result<SentWorkPage> sentWork(Desk& desk, std::optional<WorkState> state, std::optional<std::int64_t> before,
                                    std::size_t limit);

}  // namespace ow::desk
