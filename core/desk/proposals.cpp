// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/proposals.h"

#include "desk/case_change.h"
#include "desk/proposal_content.h"
#include "desk/reissuing.h"
#include "desk/telling.h"
#include "store/conflict_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::OperationKind;
using domain::Proposal;
using domain::ProposalState;

namespace {

Result<Proposal> undecided(store::Connection& connection, domain::ProposalId id) {
  OW_TRY(auto proposal, store::loadEntity<Proposal>(connection, id));
  if (proposal.state != ProposalState::open) return base::fail(ErrorKind::conflict, {{"field", "state"}});
  return proposal;
}

std::string plainText(const domain::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::string();
}

Result<void> tellStep(store::Connection& connection, const ProposalContent& content, OpenProposal& open) {
  open.wanted = content.wantedState();
  open.outcome = content.wantedOutcome();
  auto c = store::loadEntity<domain::Case>(connection, content.proposal.entityId);
  if (c) open.present = c.value().state;
  OW_TRY(const auto lines, linesOf(connection, content));
  for (const auto& line : lines)
    if (open.text.empty()) open.text = plainText(line.wanted("text"));
  return base::success();
}

Result<void> tellChanges(store::Connection& connection, Telling& telling, const ProposalContent& content, OpenProposal& open) {
  const domain::EntityId id = content.proposal.entityId;
  for (const auto& change : content.changes) {
    ProposedChange told;
    told.field = change.field;
    OW_TRY(told.wanted, telling.valueOf(content.kind, id, change.field, change.after));
    const auto now = store::fieldOf(connection, content.kind, id, change.field);
    if (now) {
      OW_TRY(told.now, telling.valueOf(content.kind, id, change.field, now.value()));
    }
    open.changes.push_back(std::move(told));
  }
  return base::success();
}

Result<OpenProposal> tellProposal(Desk::Inside& in, store::Connection& connection, Telling& telling, const Proposal& proposal) {
  OpenProposal open;
  open.id = proposal.id;
  open.entity = proposal.entity;
  open.rule = proposal.rule;
  open.desk = proposal.desk;
  open.at = proposal.at;
  open.isMine = proposal.author == in.clerk.id;
  open.operation = base::fromCode<OperationKind>(proposal.operation).value_or(OperationKind::patch);
  OW_TRY(open.author, telling.nameOf(proposal.author));
  const auto content = contentOf(proposal);
  open.why = "unknown_kind";
  OW_TRY(open.subject, telling.subjectOf(proposal.entity, proposal.entityId,
                                         content ? content.value().changes : std::vector<domain::FieldChange>{}));
  if (!content) return open;
  OW_TRY(open.why, whyNot(connection, content.value()));
  open.canAccept = open.why.empty();
  if (content.value().isStep()) {
    OW_TRYV(tellStep(connection, content.value(), open));
  } else if (open.operation == OperationKind::patch) {
    OW_TRYV(tellChanges(connection, telling, content.value(), open));
  } else {
    open.text = plainText(content.value().wanted("text"));
  }
  return open;
}

// The end of a proposal, and of the lines that were written with it.
Result<void> endProposal(Desk::Inside& in, store::Connection& connection, const Proposal& proposal, ProposalState state,
                         std::vector<domain::Operation>& operations) {
  std::vector<Proposal> all{proposal};
  if (const auto content = contentOf(proposal)) {
    OW_TRY(const auto lines, linesOf(connection, content.value()));
    for (const auto& line : lines) all.push_back(line.proposal);
  }
  auto writer = in.writer(kSettlingPurpose);
  for (const Proposal& before : all) {
    Proposal after = before;
    after.state = state;
    after.decidedBy = in.clerk.id;
    after.decidedAt = in.now();
    writer.change(before, after, OperationKind::transition);
  }
  for (auto& operation : writer.take()) operations.push_back(std::move(operation));
  return base::success();
}

Result<std::vector<domain::Operation>> stepAgain(Desk::Inside& in, store::Connection& connection,
                                                 const ProposalContent& content) {
  OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, content.proposal.entityId));
  const auto event = stepBetween(c.state, content.wantedState().value());
  std::string text;
  OW_TRY(const auto lines, linesOf(connection, content));
  for (const auto& line : lines)
    if (text.empty()) text = plainText(line.wanted("text"));
  CaseChange work(in.writer(kSettlingPurpose), in.clerk.id, c);
  OW_TRYV(takeStep(in, connection, work, event.value(), content.wantedOutcome(),
                   text.empty() ? std::nullopt : std::optional(text)));
  return work.take();
}

Result<std::vector<domain::Operation>> doAgain(Desk::Inside& in, store::Connection& connection,
                                               const ProposalContent& content) {
  if (content.isStep()) return stepAgain(in, connection, content);
  std::vector<domain::Operation> operations;
  if (content.operation == OperationKind::patch) {
    OW_TRY(auto changes, changesFromNow(connection, content.kind, content.proposal.entityId, content.changes));
    if (changes.empty()) return operations;  // it came about meanwhile
    operations.push_back(
        reissued(in, kSettlingPurpose, content.kind, content.proposal.entityId, OperationKind::patch, std::move(changes)));
    return operations;
  }
  // Under an id of its own: the one that the centre refused is refused for ever.
  const auto id = in.ids.make<domain::EntityId>();
  operations.push_back(reissued(in, kSettlingPurpose, content.kind, id, content.operation, content.changes));
  return operations;
}

}  // namespace

Result<ProposalPage> openProposals(Desk& desk, std::optional<std::int64_t> after, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  OW_TRY(const auto found, store::openProposals(connection, after.value_or(0), limit));
  Telling telling(connection, Values::masked);
  ProposalPage page;
  for (const auto& one : found) {
    if (const auto content = contentOf(one.value)) {
      OW_TRY(const bool isLine, isLineOfStep(connection, content.value()));
      if (isLine) continue;
    }
    OW_TRY(auto told, tellProposal(in, connection, telling, one.value));
    page.proposals.push_back(std::move(told));
  }
  if (found.size() == limit && limit > 0) page.next = found.back().n;
  return page;
}

Result<void> dismissProposal(Desk& desk, domain::ProposalId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto proposal, undecided(write.connection(), id));
  std::vector<domain::Operation> operations;
  OW_TRYV(endProposal(in, write.connection(), proposal, ProposalState::dismissed, operations));
  OW_TRYV(write.apply(operations));
  return write.commit();
}

Result<void> acceptProposal(Desk& desk, domain::ProposalId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto write, in.store->write());
  store::Connection& connection = write.connection();
  OW_TRY(const auto proposal, undecided(connection, id));
  const auto content = contentOf(proposal);
  if (!content) return base::fail(ErrorKind::notAllowed, {{"rule", "unknown_kind"}});
  OW_TRY(const auto why, whyNot(connection, content.value()));
  if (!why.empty()) return base::fail(ErrorKind::notAllowed, {{"rule", why}});
  OW_TRY(auto operations, doAgain(in, connection, content.value()));
  OW_TRYV(endProposal(in, connection, proposal, ProposalState::accepted, operations));
  OW_TRYV(write.apply(operations));
  return write.commit();
}

}  // namespace ow::desk
