// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sent_work.h"

#include <charconv>

#include "desk/telling.h"
#include "store/conflict_queries.h"
#include "store/operation_text.h"
#include "store/outbox.h"

namespace ow::desk {

using base::Result;
using store::OperationState;
using store::OutboxLine;

namespace {

std::optional<OperationState> storedState(std::optional<WorkState> state) {
  return state ? std::optional(static_cast<OperationState>(*state)) : std::nullopt;
}
static_assert(static_cast<int>(OperationState::confirmed) == static_cast<int>(WorkState::safe));
static_assert(static_cast<int>(OperationState::refused) == static_cast<int>(WorkState::refused));

std::string factIn(const OutboxLine& line, std::string_view name) {
  for (const base::Fact& fact : line.facts)
    if (fact.name == name) return fact.value;
  return {};
}

std::optional<base::Instant> instantFrom(const std::string& millis) {
  std::int64_t number = 0;
  const auto read = std::from_chars(millis.data(), millis.data() + millis.size(), number);
  return read.ec == std::errc{} && !millis.empty() ? std::optional(base::fromMillis(number)) : std::nullopt;
}

// What is not here any more is told by what the operation said.
Result<WorkSubject> subjectOfLine(store::Connection& connection, Telling& telling, const OutboxLine& line) {
  OW_TRY(auto subject, telling.subjectOf(line.entity, line.entityId));
  const auto kind = base::fromCode<domain::EntityKind>(line.entity);
  const auto operation = base::fromCode<domain::OperationKind>(line.kind);
  if (!subject.text.empty() || !kind || !operation) return subject;
  OW_TRY(const auto written, store::changesOfOperation(connection, line.id));
  if (!written) return subject;
  const auto changes = store::readChanges(*operation, *kind, *written);
  if (!changes) return subject;
  return telling.subjectOf(line.entity, line.entityId, changes.value());
}

Result<SentWork> tellWork(store::Connection& connection, Telling& telling, const OutboxLine& line) {
  SentWork work;
  work.key = line.seq;
  work.id = line.id;
  work.kind = line.kind;
  work.entity = line.entity;
  work.at = line.at;
  work.state = static_cast<WorkState>(line.state);
  OW_TRY(work.subject, subjectOfLine(connection, telling, line));
  OW_TRY(work.author, telling.nameOf(line.author));
  work.isConflict = line.outcome == domain::PushOutcome::conflict;
  work.reason = line.state == OperationState::refused ? factIn(line, "rule") : line.trouble;
  work.caseState = base::fromCode<domain::CaseState>(factIn(line, "state"));
  if (const auto by = base::Uuid::parse(factIn(line, "by"))) {
    OW_TRY(work.by, telling.nameOf(domain::StaffId{*by}));
  }
  work.movedAt = instantFrom(factIn(line, "at"));
  work.attempts = line.attempts;
  work.nextTry = line.nextAt;
  return work;
}

}  // namespace

Result<SentWorkPage> sentWork(Desk& desk, std::optional<WorkState> state, std::optional<std::int64_t> before,
                              std::size_t limit) {
  OW_TRY(auto reader, desk.inside().store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto lines, store::pageOfOutbox(reader.connection(), {storedState(state), before, limit}));
  Telling telling(reader.connection(), Values::masked);
  SentWorkPage page;
  for (const OutboxLine& line : lines) {
    OW_TRY(auto told, tellWork(reader.connection(), telling, line));
    page.items.push_back(std::move(told));
  }
  if (lines.size() == limit && limit > 0) page.next = lines.back().seq;
  return page;
}

}  // namespace ow::desk
