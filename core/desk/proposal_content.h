// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/inside.h"
#include "domain/conflict.h"
#include "domain/operation.h"

namespace ow::desk {

// What a proposal wanted, read. Only core/desk includes this.
struct ProposalContent {
  domain::Proposal proposal;
  domain::EntityKind kind = domain::EntityKind::case_;
  domain::OperationKind operation = domain::OperationKind::patch;
  std::vector<domain::FieldChange> changes;

  domain::Value wanted(std::string_view field) const;
  std::optional<domain::CaseState> wantedState() const;
  std::optional<domain::Outcome> wantedOutcome() const;
  bool isStep() const { return kind == domain::EntityKind::case_ && operation == domain::OperationKind::transition; }
};
// unsupportedFormat for words that this program does not know.
base::Result<ProposalContent> contentOf(const domain::Proposal& proposal);

// Lines of the story that were written with that step and go the same way.
base::Result<std::vector<ProposalContent>> linesOf(store::Connection& connection, const ProposalContent& step);
// Whether this is such a line and its step stands open.
base::Result<bool> isLineOfStep(store::Connection& connection, const ProposalContent& line);

// What leads a case from one state to another, as a clerk does it.
std::optional<domain::CaseEventKind> stepBetween(domain::CaseState from, domain::CaseState to);
// Why it cannot be accepted now; empty when it can.
base::Result<std::string> whyNot(store::Connection& connection, const ProposalContent& content);

}  // namespace ow::desk
