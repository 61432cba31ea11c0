// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/ticket.h"
#include "store/sqlite.h"

// Reading the queue of the hall. A day of a hall is some thousand tickets at most: it is read as a whole.
namespace ow::store {

// Those of that hall with from <= issued_at, by when they were issued.
base::Result<std::vector<domain::Ticket>> ticketsSince(Connection& connection, const std::string& hall, base::Instant from);

// The last operation on a ticket that this store knows of and that is not confirmed and forgotten.
base::Result<std::optional<domain::OperationId>> lastStepOn(Connection& connection, domain::TicketId id);

// A step that somebody here took and that the centre refused, because another window had been first: the newest.
struct LostStep {
  domain::TicketId ticket;
  base::Instant at;  // when it was taken
};
base::Result<std::optional<LostStep>> lostStepOf(Connection& connection, domain::StaffId clerk, base::Instant from);

// What the queues are called at this desk, by letter; those that were never named are not in it.
base::Result<std::map<std::string, std::string>> queueNames(Connection& connection);
base::Result<void> nameQueue(Connection& connection, const std::string& queue, const std::string& name);

// Windows of that hall that citizens were asked to rate at: those that have a pad.
base::Result<std::vector<std::string>> windowsWithPad(Connection& connection, const std::string& hall);

}  // namespace ow::store
