// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/proposal_content.h"

#include "store/conflict_queries.h"
#include "store/operation_text.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::EntityKind;
using domain::OperationKind;

namespace {

// The line tells of that step: the same case, the same state reached.
bool tellsOf(const ProposalContent& line, const ProposalContent& step) {
  return line.kind == EntityKind::caseEvent && line.wanted("case_id") == domain::Value{step.proposal.entityId.uuid} &&
         line.wanted("to_state") == step.wanted("state");
}

}  // namespace

domain::Value ProposalContent::wanted(std::string_view field) const {
  for (const auto& change : changes)
    if (change.field == field) return change.after;
  return {};
}

std::optional<domain::CaseState> ProposalContent::wantedState() const {
  domain::CaseState state{};
  return isStep() && domain::fromValue(wanted("state"), state) ? std::optional(state) : std::nullopt;
}

std::optional<domain::Outcome> ProposalContent::wantedOutcome() const {
  domain::Outcome outcome{};
  return isStep() && domain::fromValue(wanted("outcome"), outcome) ? std::optional(outcome) : std::nullopt;
}

Result<ProposalContent> contentOf(const domain::Proposal& proposal) {
  const auto unknown = [] { return base::fail(ErrorKind::unsupportedFormat, {{"format", "proposal"}}); };
  const auto kind = base::fromCode<EntityKind>(proposal.entity);
  const auto operation = base::fromCode<OperationKind>(proposal.operation);
  if (!kind || !operation) return unknown();
  auto changes = store::readChanges(*operation, *kind, proposal.changes);
  if (!changes) return unknown();  // a newer program wrote it
  return ProposalContent{proposal, *kind, *operation, std::move(changes).value()};
}

Result<std::vector<ProposalContent>> linesOf(store::Connection& connection, const ProposalContent& step) {
  std::vector<ProposalContent> lines;
  if (!step.isStep()) return lines;
  OW_TRY(const auto others, store::proposalsOfTheSameWrite(connection, step.proposal));
  for (const auto& other : others) {
    auto content = contentOf(other);
    if (content && tellsOf(content.value(), step)) lines.push_back(std::move(content).value());
  }
  return lines;
}

Result<bool> isLineOfStep(store::Connection& connection, const ProposalContent& line) {
  if (line.kind != EntityKind::caseEvent) return false;
  OW_TRY(const auto others, store::proposalsOfTheSameWrite(connection, line.proposal));
  for (const auto& other : others) {
    const auto content = contentOf(other);
    if (content && content.value().isStep() && tellsOf(line, content.value())) return true;
  }
  return false;
}

// What a system of record concludes is no clerk's step.
std::optional<domain::CaseEventKind> stepBetween(domain::CaseState from, domain::CaseState to) {
  for (const auto& transition : domain::transitions())
    if (transition.from == from && transition.to == to && transition.event != domain::CaseEventKind::concludedElsewhere)
      return transition.event;
  return std::nullopt;
}

Result<std::string> whyNot(store::Connection& connection, const ProposalContent& content) {
  if (content.kind == EntityKind::conflict || content.kind == EntityKind::proposal) return std::string("rivals_changed");
  const bool needsRow = content.operation == OperationKind::patch || content.operation == OperationKind::transition;
  if (content.operation == OperationKind::erase) return std::string("unknown_kind");
  if (!needsRow) return std::string();
  const std::string field = content.changes.empty() ? "" : content.changes.front().field;
  if (field.empty()) return std::string("unknown_kind");
  const auto here = store::fieldOf(connection, content.kind, content.proposal.entityId, field);
  if (!here && here.error().kind == ErrorKind::notFound) return std::string("erased");
  if (!here) return here.error();
  if (!content.isStep()) return std::string(content.operation == OperationKind::patch ? "" : "unknown_kind");
  OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, content.proposal.entityId));
  const auto wanted = content.wantedState();
  return std::string(wanted && stepBetween(c.state, *wanted) ? "" : "transition");
}

}  // namespace ow::desk
