// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/queue.h"

#include <algorithm>

#include "base/text_rules.h"
#include "base/time_text.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "desk/queue_inside.h"
#include "desk/refusals.h"
#include "desk/telling.h"
#include "domain/ticket_order.h"
#include "store/desk_state.h"
#include "store/schema.h"
#include "store/ticket_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Ticket;
using domain::TicketState;

namespace {

constexpr const char* kWindowQueues = "window.queues";  // desk value: their letters

Result<void> checkQueue(const std::string& queue) {
  if (domain::isQueue(queue)) return base::success();
  return base::fail(ErrorKind::invalidInput, {{"field", "queue"}, {"rule", "letter"}});
}

Result<void> checkQueues(const std::vector<std::string>& queues) {
  for (const std::string& queue : queues) OW_TRYV(checkQueue(queue));
  return base::success();
}

Result<void> checkWindow(const Desk::Inside& in) {
  return in.place.window.empty() ? Result<void>(required("window")) : base::success();
}

Result<std::string> takeTicketNumber(const Desk::Inside& in, store::Write& write, const std::string& queue) {
  OW_TRY(const auto serial, store::takeNumber(write, "ticket:" + queue + ":" + base::isoText(in.today())));
  if (serial > domain::kMostTickets)
    return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(domain::kMostTickets)}, {"unit", "tickets_a_day"}});
  return domain::ticketNumber(queue, in.place.desk, int(serial));
}

// The step, and that it goes with the one before it: where that is refused because another window was first, so is this one.
Result<void> apply(Desk::Inside& in, store::Write& write, const Ticket& before, const Ticket& after) {
  const bool isOfThisWindow = before.state == TicketState::called || before.state == TicketState::serving;
  std::optional<domain::OperationId> cause;
  if (isOfThisWindow) {
    OW_TRY(cause, store::lastStepOn(write.connection(), before.id));
  }
  auto writer = in.writer("queue");
  writer.change(before, after, domain::OperationKind::transition);
  auto operations = writer.take();
  for (domain::Operation& operation : operations) operation.cause = cause;
  return write.apply(operations);
}

Result<void> checkState(const Ticket& ticket, std::initializer_list<TicketState> expected) {
  if (std::find(expected.begin(), expected.end(), ticket.state) != expected.end()) return base::success();
  return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(ticket.state))}});
}

Result<void> checkIsHere(const Desk::Inside& in, const Ticket& ticket) {
  return ticket.window == in.place.window ? base::success() : Result<void>(notAllowed("other_window"));
}

Result<Ticket> stepped(const Desk::Inside& in, const Ticket& before, TicketStep step) {
  Ticket after = before;
  switch (step) {
    case TicketStep::arrived:
      OW_TRYV(checkState(before, {TicketState::called}));
      OW_TRYV(checkIsHere(in, before));
      after.state = TicketState::serving;
      after.arrivedAt = in.now();
      return after;
    case TicketStep::done:
      OW_TRYV(checkState(before, {TicketState::serving}));
      OW_TRYV(checkIsHere(in, before));
      after.state = TicketState::done;
      break;
    case TicketStep::noShow:
      OW_TRYV(checkState(before, {TicketState::called}));
      OW_TRYV(checkIsHere(in, before));
      if (before.calls < domain::kMostCalls) return notAllowed("call_again_first");
      after.state = TicketState::noShow;
      break;
    case TicketStep::left:
      OW_TRYV(checkState(before, {TicketState::waiting}));
      after.state = TicketState::left;
      break;
  }
  after.endedAt = in.now();
  return after;
}

Ticket called(const Desk::Inside& in, const Ticket& before) {
  Ticket after = before;
  after.state = TicketState::called;
  after.calls = before.calls + 1;
  if (!after.calledAt) after.calledAt = in.now();
  after.window = in.place.window;
  after.clerkId = in.clerk.id;
  return after;
}

// Nothing when the clerk has called another one since.
Result<std::optional<Ticket>> lostNumber(const Desk::Inside& in, store::Connection& connection, const QueueOfDay& day) {
  OW_TRY(const auto lost, store::lostStepOf(connection, in.clerk.id, in.beginningOfToday()));
  std::optional<Ticket> found;
  for (const Ticket& ticket : day.tickets) {
    if (!lost) break;
    const bool isHere = ticket.window == in.place.window;
    if (isHere && ticket.clerkId == in.clerk.id && ticket.calledAt > lost->at) return std::optional<Ticket>();
    if (!isHere && ticket.id == lost->ticket) found = ticket;
  }
  return found;
}

Result<Ticket> callAgain(Desk::Inside& in, store::Write& write, const Ticket& ticket) {
  if (ticket.calls >= domain::kMostCalls)
    return base::fail(ErrorKind::notAllowed, {{"rule", "called_often"}, {"number", ticket.number}});
  const Ticket after = called(in, ticket);
  OW_TRYV(apply(in, write, ticket, after));
  return after;
}

}  // namespace

bool QueueOfDay::isOf(const Ticket& ticket, const std::vector<std::string>& queues) {
  return queues.empty() || std::find(queues.begin(), queues.end(), ticket.queue) != queues.end();
}

std::vector<Ticket> QueueOfDay::waitingIn(const std::vector<std::string>& queues) const {
  std::vector<Ticket> waiting;
  std::copy_if(tickets.begin(), tickets.end(), std::back_inserter(waiting),
               [&](const Ticket& t) { return t.state == TicketState::waiting && isOf(t, queues); });
  return waiting;
}

std::vector<Ticket> QueueOfDay::calledIn(const std::vector<std::string>& queues) const {
  std::vector<Ticket> all;
  std::copy_if(tickets.begin(), tickets.end(), std::back_inserter(all),
               [&](const Ticket& t) { return t.calledAt.has_value() && isOf(t, queues); });
  std::stable_sort(all.begin(), all.end(), [](const Ticket& a, const Ticket& b) { return a.calledAt > b.calledAt; });
  return all;
}

const Ticket* QueueOfDay::at(const std::string& window) const {
  const Ticket* found = nullptr;
  for (const Ticket& ticket : tickets) {
    const bool isThere = ticket.state == TicketState::called || ticket.state == TicketState::serving;
    if (isThere && ticket.window == window && (found == nullptr || found->calledAt < ticket.calledAt)) found = &ticket;
  }
  return found;
}

Result<std::vector<std::string>> chosenQueues(store::Connection& connection) {
  OW_TRY(const auto letters, store::deskValue(connection, kWindowQueues));
  std::vector<std::string> queues;
  for (const char letter : letters.value_or("")) queues.emplace_back(1, letter);
  return queues;
}

Result<QueueOfDay> queueOfDay(const Desk::Inside& in, store::Connection& connection) {
  OW_TRY(auto tickets, store::ticketsSince(connection, in.place.hall, in.beginningOfToday()));
  return QueueOfDay{std::move(tickets)};
}

Result<Ticket> issueTicket(Desk& desk, const NewTicket& wanted) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkQueue(wanted.queue));
  OW_TRY(const auto name, optionalText(wanted.queueName, "queue_name", base::kNameLimits, base::Lines::single));
  OW_TRY(auto write, in.store->write());
  if (name) OW_TRYV(store::nameQueue(write.connection(), wanted.queue, *name));
  Ticket ticket;
  ticket.id = in.ids.make<domain::TicketId>();
  ticket.hall = in.place.hall;
  OW_TRY(ticket.number, takeTicketNumber(in, write, wanted.queue));
  ticket.queue = wanted.queue;
  ticket.priority = wanted.priority;
  ticket.issuedAt = in.now();
  auto writer = in.writer("queue");
  writer.create(ticket);
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return ticket;
}

Result<void> chooseQueues(Desk& desk, const std::vector<std::string>& queues) {
  OW_TRYV(checkQueues(queues));
  std::string letters;
  for (const std::string& queue : queues) letters += queue;
  OW_TRY(auto write, desk.inside().store->write());
  OW_TRYV(store::putDeskValue(write.connection(), kWindowQueues, letters));
  return write.commit();
}

Result<CalledNumber> callNumber(Desk& desk, const std::vector<std::string>& queues) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkWindow(in));
  OW_TRYV(checkQueues(queues));
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto day, queueOfDay(in, write.connection()));
  CalledNumber answer;
  if (const Ticket* here = day.at(in.place.window)) {
    if (here->state == TicketState::called) {
      OW_TRY(answer.ticket, callAgain(in, write, *here));
      answer.isAgain = true;
      OW_TRYV(write.commit());
      return answer;
    }
    OW_TRY(answer.ended, stepped(in, *here, TicketStep::done));
    OW_TRYV(apply(in, write, *here, *answer.ended));
  }
  OW_TRY(const auto chosen, chosenQueues(write.connection()));
  const auto& from = queues.empty() ? chosen : queues;
  const auto waiting = day.waitingIn(from);
  if (const auto next = domain::nextToCall(waiting, day.calledIn(from))) {
    answer.ticket = called(in, waiting[*next]);
    OW_TRYV(apply(in, write, waiting[*next], *answer.ticket));
  }
  OW_TRYV(write.commit());
  return answer;
}

Result<Ticket> moveTicket(Desk& desk, domain::TicketId id, TicketStep step) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, store::loadEntity<Ticket>(write.connection(), id));
  OW_TRY(const auto after, stepped(in, before, step));
  OW_TRYV(apply(in, write, before, after));
  OW_TRYV(write.commit());
  return after;
}

Result<Ticket> transferTicket(Desk& desk, domain::TicketId id, const std::string& queue) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkQueue(queue));
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, store::loadEntity<Ticket>(write.connection(), id));
  OW_TRYV(checkState(before, {TicketState::called, TicketState::serving}));
  OW_TRYV(checkIsHere(in, before));
  Ticket after = before;
  after.state = TicketState::waiting;
  after.queue = queue;
  after.calls = 0;
  after.window.reset();
  after.clerkId.reset();
  after.arrivedAt.reset();
  OW_TRYV(apply(in, write, before, after));
  OW_TRYV(write.commit());
  return after;
}

Result<AtWindow> atWindow(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  OW_TRY(const auto day, queueOfDay(in, connection));
  AtWindow answer;
  answer.asOf = in.now();
  OW_TRY(answer.queues, chosenQueues(connection));
  OW_TRY(answer.names, store::queueNames(connection));
  for (const Ticket& ticket : day.tickets) answer.names.try_emplace(ticket.queue);
  const auto waiting = day.waitingIn(answer.queues);
  answer.waiting = std::int64_t(waiting.size());
  if (!waiting.empty()) answer.oldestFrom = waiting.front().issuedAt;
  if (in.place.window.empty()) return answer;
  answer.isInUse = !day.tickets.empty();
  if (const Ticket* here = day.at(in.place.window)) answer.current = *here;
  OW_TRY(answer.lost, lostNumber(in, connection, day));
  return answer;
}

Result<std::vector<TicketRow>> ticketsToday(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(auto day, queueOfDay(in, reader.connection()));
  Telling telling(reader.connection(), Values::masked);
  std::vector<TicketRow> rows;
  for (Ticket& ticket : day.tickets) {
    OW_TRY(auto clerk, telling.nameOf(ticket.clerkId));
    rows.push_back({std::move(ticket), std::move(clerk)});
  }
  return rows;
}

Result<Ticket> ticketNumbered(Desk& desk, const std::string& number) {
  OW_TRY(const auto rows, ticketsToday(desk));
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const TicketRow& row) { return row.ticket.number == number; });
  if (found == rows.end()) return base::fail(ErrorKind::notFound, {{"entity", "ticket"}});
  return found->ticket;
}

Result<std::map<std::string, std::string>> queueNames(Desk& desk) {
  OW_TRY(auto reader, desk.inside().store->read());
  return store::queueNames(reader.connection());
}

}  // namespace ow::desk
