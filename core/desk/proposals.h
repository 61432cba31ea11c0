// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/told_value.h"
#include "domain/case_lifecycle.h"
#include "domain/operation.h"

// Work that came too late for the centre: kept with its content until somebody decides.
namespace ow::desk {

struct ProposedChange {
  std::string field;  // word of the field
  ToldValue now, wanted;
};

struct OpenProposal {
  domain::ProposalId id;
  std::string entity;  // word of an EntityKind
  WorkSubject subject;
  domain::OperationKind operation = domain::OperationKind::patch;
  std::string rule;    // why it was not taken: state_moved, erased, cause_refused, rivals_changed
  std::string author;  // name; empty: the system, or somebody whom this store does not know
  std::string desk;
  base::Instant at;  // by that desk's clock
  bool isMine = false;
  std::optional<domain::CaseState> present, wanted;  // of a step of a case
  std::optional<domain::Outcome> outcome;
  std::string text;                     // what was written with it
  std::vector<ProposedChange> changes;  // of a patch, masked
  bool canAccept = false;
  std::string why;  // it cannot be accepted, as a stable word: transition, erased, rivals_changed, unknown_kind
};
struct ProposalPage {
  std::vector<OpenProposal> proposals;  // the longest standing first; the line of a story stands with its step
  std::optional<std::int64_t> next;     // give it as `after` to go on; nothing: this was the last page
};
base::Result<ProposalPage> openProposals(Desk& desk, std::optional<std::int64_t> after, std::size_t limit);

// It stays as it is at the centre, and nobody is asked again. notFound; conflict (field=state) when somebody decided meanwhile.
base::Result<void> dismissProposal(Desk& desk, domain::ProposalId id);

// Does it now, as this clerk: a patch against the value of now, a step of a case where the lifecycle has one from the present
// state, an entry of a story or something new as it was. One commit. Errors of dismissProposal, of the step itself, and
// notAllowed (rule as in `why`).
base::Result<void> acceptProposal(Desk& desk, domain::ProposalId id);

}  // namespace ow::desk
