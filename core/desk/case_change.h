// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/inside.h"
#include "domain/operation.h"

namespace ow::desk {

// One piece of work on one case: the case as it was, as it will be, and the events that say why. Only core/desk includes this.
class CaseChange {
 public:
  CaseChange(domain::OperationWriter writer, std::optional<domain::StaffId> actor, domain::Case before)
      : m_writer(std::move(writer)), m_actor(actor), m_before(std::move(before)), m_after(m_before) {}

  domain::CaseState state() const { return m_after.state; }
  domain::Case& current() { return m_after; }
  domain::OperationWriter& writer() { return m_writer; }

  // One step of the lifecycle. notAllowed when there is none; invalidInput (fact field) when the outcome or the reason is
  // missing.
  base::Result<void> move(domain::CaseEventKind event, std::optional<domain::Outcome> outcome,
                          const std::optional<std::string>& text);
  // Something that does not move the case.
  void event(domain::CaseEventKind kind, const std::optional<std::string>& text);
  void setDueTimes(const DueTimes& times);
  std::vector<domain::Operation> take();

 private:
  // `move`: the transition that the event tells of; null for what moves nothing.
  void append(domain::CaseEventKind kind, std::optional<domain::CaseState> from, const std::optional<std::string>& text,
              std::optional<domain::OperationId> move = {});
  // Writes down what has changed since the last step, so that each step is an operation of its own; null when nothing has.
  std::optional<domain::OperationId> settle(domain::OperationKind kind);

  domain::OperationWriter m_writer;
  std::optional<domain::StaffId> m_actor;
  domain::Case m_before;
  domain::Case m_after;
};

void applyDueTimes(domain::Case& c, const DueTimes& times);
// A step as a clerk takes it: with the clock that starts when the case is accepted. Errors of CaseChange::move.
base::Result<void> takeStep(Desk::Inside& in, store::Connection& connection, CaseChange& work, domain::CaseEventKind event,
                            std::optional<domain::Outcome> outcome, const std::optional<std::string>& text);

}  // namespace ow::desk
