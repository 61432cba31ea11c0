// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ticket.h"

// The queue of the hall (排队叫号): numbers are issued, called, served. Everybody on the staff may. A day begins anew: of
// yesterday's numbers none is called. Every step holds only from the state that it starts from, so of two windows that call one
// number off the line the first has called it; what the second did with it is refused with its call, and atWindow() tells.
// Error kinds besides those of the disk: notFound (entity=ticket); conflict (fact state): it is not there any more; notAllowed
// (rule=other_window): another window serves it; invalidInput (field=queue, rule=letter; field=window, rule=required: this desk
// stands at no window).
namespace ow::desk {

struct NewTicket {
  std::string queue;  // a letter, A to Z
  domain::TicketPriority priority = domain::TicketPriority::normal;
  std::string queueName = {};  // what this desk calls the queue from now on; empty: as it did
};
// Takes the next number of that queue, this desk and today (domain::ticketNumber). tooLarge (unit=tickets_a_day) after 999.
base::Result<domain::Ticket> issueTicket(Desk& desk, const NewTicket& wanted);

// The letters of the queues from which this window calls; empty: from all. Kept with the desk.
base::Result<void> chooseQueues(Desk& desk, const std::vector<std::string>& queues);

struct CalledNumber {
  std::optional<domain::Ticket> ticket;  // nothing: nobody waits
  bool isAgain = false;
  std::optional<domain::Ticket> ended;  // whom this window served until now
};
// What the one key of a window does. A number was called and nobody came: calls it again, at most domain::kMostCalls times,
// then notAllowed (rule=called_often, fact number). Otherwise ends what is served and calls the next (domain::nextToCall), in
// one commit. `queues`: in place of those that the window has chosen.
base::Result<CalledNumber> callNumber(Desk& desk, const std::vector<std::string>& queues = {});

enum class TicketStep {
  arrived,  // the citizen stands at the window: service begins
  done,     // service ended
  noShow,   // called as often as the hall calls, and nobody came: before that notAllowed (rule=call_again_first)
  left,     // gave the number back before it was called
};
base::Result<domain::Ticket> moveTicket(Desk& desk, domain::TicketId id, TicketStep step);
// From this window to another queue: it keeps its number, and its place by the moment at which it was issued.
base::Result<domain::Ticket> transferTicket(Desk& desk, domain::TicketId id, const std::string& queue);

// How things stand at this window.
struct AtWindow {
  std::optional<domain::Ticket> current;  // called or served here
  // A number that was called here and that another window had called first: shown until the next is called.
  std::optional<domain::Ticket> lost;
  std::int64_t waiting = 0;                  // in the queues that this window calls from
  std::optional<base::Instant> oldestFrom;   // who has waited longest took the number then
  std::vector<std::string> queues;           // chosen; empty: all
  std::map<std::string, std::string> names;  // of all that are named here or had a number today; empty name: none was given
  bool isInUse = false;                      // numbers were issued today, and this desk stands at a window
  base::Instant asOf;
};
base::Result<AtWindow> atWindow(Desk& desk);

// Today's numbers, by when they were issued.
struct TicketRow {
  domain::Ticket ticket;
  std::string clerk;  // name; empty: nobody, or unknown
};
base::Result<std::vector<TicketRow>> ticketsToday(Desk& desk);
// By what people call it: today's ticket with that number. notFound.
base::Result<domain::Ticket> ticketNumbered(Desk& desk, const std::string& number);
// What the queues are called here, by letter.
base::Result<std::map<std::string, std::string>> queueNames(Desk& desk);

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::TicketStep> =
    std::array<std::string_view, 4>{"arrived", "done", "no_show", "left"};
