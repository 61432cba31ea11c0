// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/queue.h"
#include "simulation/outbox_reading.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"

// Queue tickets in the world: two windows call from one queue, on the line and off it.
namespace ow::test {

using domain::EntityKind;
using domain::Ticket;
using domain::TicketState;

namespace {

// Where a ticket is: in the hall, or at a window.
std::string placeOf(const std::string& state, const std::string& window) {
  const bool isAtWindow = state == base::code(TicketState::called) || state == base::code(TicketState::serving);
  return isAtWindow ? state + " at " + window : state;
}

void stepAtWindow(desk::Desk& office, const Ticket& ticket, base::Random& dice) {
  if (dice.below(5) == 0) return void(desk::transferTicket(office, ticket.id, dice.below(2) == 0 ? "A" : "B"));
  if (ticket.state == TicketState::serving) return void(desk::moveTicket(office, ticket.id, desk::TicketStep::done));
  const bool isGone = ticket.calls == 3 || dice.below(4) == 0;
  (void)desk::moveTicket(office, ticket.id, isGone ? desk::TicketStep::noShow : desk::TicketStep::arrived);
}

}  // namespace

void SyncWorld::workTheQueue(Desk& desk) {
  desk::Desk& office = *desk.office;
  const auto what = m_dice.below(9);
  if (what < 2)
    return void(desk::issueTicket(office, {m_dice.below(2) == 0 ? "A" : "B", domain::TicketPriority(m_dice.below(3)), {}}));
  if (what < 5) return void(desk::callNumber(office));
  if (what == 8) {
    const auto tickets = rowsIn<Ticket>(*desk.store);
    if (!tickets.empty()) (void)desk::moveTicket(office, tickets[m_dice.below(tickets.size())].id, desk::TicketStep::left);
    return;
  }
  const auto here = must(desk::atWindow(office));
  if (here.current) stepAtWindow(office, *here.current, m_dice);
}

// Law 10: what was done with a number is one walk through the hall: two windows never had it at once, and whoever came second
// was told so, with everything that he did with it meanwhile. Nothing of that is kept to be decided.
std::string SyncWorld::tickets() {
  std::map<domain::EntityId, Walk> walks;
  std::map<domain::EntityId, std::set<std::size_t>> callers;
  for (auto& desk : m_desks) {
    const std::string& window = desk->office->place().window;
    const auto proposals = textsIn(*desk->store, EntityKind::proposal);
    for (const Remembered& step : outboxOf(*desk->store, EntityKind::ticket)) {
      if (proposals.contains({step.id.uuid})) return "10: a step on a ticket is kept to be decided";
      if (step.isRefused && step.rule != "state_moved" && step.rule != "cause_refused")
        return "10: a step on a ticket was refused as " + step.rule;
      if (step.isRefused || step.kind != domain::OperationKind::transition) continue;
      const domain::FieldChange* state = step.changeOf("state");
      if (state == nullptr && !callers[step.entityId].contains(desk->index))
        return "10: " + desk->name + " called a number again that another window has";
      if (state == nullptr) continue;
      const auto& to = std::get<std::string>(state->after);
      if (to == base::code(TicketState::called)) callers[step.entityId].insert(desk->index);
      auto& walk = walks.try_emplace(step.entityId, "waiting").first->second;
      walk.step(placeOf(std::get<std::string>(state->before), window), placeOf(to, window));
    }
  }
  for (auto& desk : m_desks)
    for (const Ticket& ticket : rowsIn<Ticket>(*desk->store)) {
      auto& walk = walks.try_emplace(domain::anyId(ticket.id), "waiting").first->second;
      if (!walk.endsAt(placeOf(std::string(base::code(ticket.state)), ticket.window.value_or(""))))
        return "10: number " + ticket.number + " was at two windows at once";
    }
  return {};
}

}  // namespace ow::test
