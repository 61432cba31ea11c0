// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "desk/inside.h"
#include "domain/ticket.h"

// What the use cases of the queue share. Only core/desk includes this.
namespace ow::desk {

// Today's numbers of this hall, by when they were issued. Of queues empty means all.
struct QueueOfDay {
  std::vector<domain::Ticket> tickets;

  static bool isOf(const domain::Ticket& ticket, const std::vector<std::string>& queues);
  std::vector<domain::Ticket> waitingIn(const std::vector<std::string>& queues) const;
  std::vector<domain::Ticket> calledIn(const std::vector<std::string>& queues) const;  // the last called first
  // What is called or served at a window; null: it is free. Until the next change of the tickets.
  const domain::Ticket* at(const std::string& window) const;
};
// From which this window calls; empty: from all.
base::Result<std::vector<std::string>> chosenQueues(store::Connection& connection);
base::Result<QueueOfDay> queueOfDay(const Desk::Inside& in, store::Connection& connection);

}  // namespace ow::desk
