// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/queue_board.h"

#include <algorithm>
#include <map>

#include "desk/inbox.h"
#include "desk/queue_inside.h"
#include "desk/telling.h"
#include "insight/percentile.h"
#include "insight/queueing.h"
#include "store/ticket_queries.h"

namespace ow::desk {

using base::Result;
using domain::Ticket;
using domain::TicketState;

namespace {

std::vector<QueueLine> queueLines(const QueueOfDay& day, const std::map<std::string, std::string>& names, base::Instant now) {
  std::map<std::string, QueueLine> lines;
  for (const Ticket& ticket : day.tickets) {
    QueueLine& line = lines[ticket.queue];
    if (ticket.state != TicketState::waiting) continue;
    ++line.waiting;
    line.priority += ticket.priority != domain::TicketPriority::normal ? 1 : 0;
    line.oldestFrom = std::min(line.oldestFrom.value_or(ticket.issuedAt), ticket.issuedAt);
  }
  std::vector<QueueLine> all;
  for (auto& [queue, line] : lines) {
    line.queue = queue;
    if (const auto name = names.find(queue); name != names.end()) line.name = name->second;
    if (line.oldestFrom) line.light = lightOfWait(now - *line.oldestFrom);
    all.push_back(std::move(line));
  }
  return all;
}

// "2" before "10".
bool isWindowBefore(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// What happened last at a window.
struct Last {
  const Ticket* ticket = nullptr;
  base::Instant at;
};

Last lastAt(const QueueOfDay& day, const std::string& window) {
  Last last;
  for (const Ticket& ticket : day.tickets) {
    if (ticket.window != window || !ticket.calledAt) continue;
    const base::Instant at = ticket.endedAt.value_or(ticket.arrivedAt.value_or(*ticket.calledAt));
    if (last.ticket == nullptr || last.at <= at) last = {&ticket, at};
  }
  return last;
}

Result<std::vector<WindowLine>> windowLines(const Desk::Inside& in, store::Connection& connection, const QueueOfDay& day) {
  OW_TRY(auto windows, store::windowsWithPad(connection, in.place.hall));
  if (!in.place.window.empty()) windows.push_back(in.place.window);
  for (const Ticket& ticket : day.tickets)
    if (ticket.window) windows.push_back(*ticket.window);
  std::sort(windows.begin(), windows.end(), isWindowBefore);
  windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
  Telling telling(connection, Values::masked);
  std::vector<WindowLine> lines;
  for (const std::string& window : windows) {
    WindowLine line;
    line.window = window;
    line.isHere = window == in.place.window;
    if (const Ticket* here = day.at(window)) line.ticket = *here;
    const Last last = lastAt(day, window);
    const Ticket* shown = line.ticket ? &*line.ticket : last.ticket;
    if (shown != nullptr) {
      line.since = line.ticket ? line.ticket->arrivedAt.value_or(*line.ticket->calledAt) : last.at;
      OW_TRY(line.clerk, telling.nameOf(shown->clerkId));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

QueueToday todayOf(const QueueOfDay& day) {
  QueueToday today;
  std::vector<double> waits;
  for (const Ticket& ticket : day.tickets) {
    ++today.issued;
    today.waiting += ticket.state == TicketState::waiting ? 1 : 0;
    today.served += ticket.state == TicketState::done ? 1 : 0;
    today.noShow += ticket.state == TicketState::noShow ? 1 : 0;
    today.left += ticket.state == TicketState::left ? 1 : 0;
    if (ticket.calledAt)
      waits.push_back(std::chrono::duration<double, std::ratio<60>>(*ticket.calledAt - ticket.issuedAt).count());
  }
  std::sort(waits.begin(), waits.end());
  today.medianWait = insight::percentile(waits, 50);
  std::vector<insight::Bar> bars;
  for (const double wait : waits) bars.push_back({wait, 1});
  today.within = insight::waitedWithin(bars, double(kLongWait.count()));
  return today;
}

}  // namespace

domain::Light lightOfWait(std::chrono::milliseconds wait) {
  return wait >= kTooLongWait ? domain::Light::red : wait >= kLongWait ? domain::Light::yellow : domain::Light::green;
}

Result<QueueBoard> queueBoard(Desk& desk) {
  Desk::Inside& in = desk.inside();
  QueueBoard board;
  board.asOf = in.now();
  board.hall = in.place.hall;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(reader.beginSnapshot());
    store::Connection& connection = reader.connection();
    OW_TRY(const auto day, queueOfDay(in, connection));
    OW_TRY(const auto names, store::queueNames(connection));
    board.queues = queueLines(day, names, board.asOf);
    OW_TRY(const auto chosen, chosenQueues(connection));
    for (QueueLine& line : board.queues)
      line.isChosen = chosen.empty() || std::find(chosen.begin(), chosen.end(), line.queue) != chosen.end();
    OW_TRY(board.windows, windowLines(in, connection, day));
    board.today = todayOf(day);
  }
  OW_TRY(const auto cases, inboxCounts(desk));
  board.overdueCases = cases.overdue;
  board.dueTodayCases = cases.dueToday;
  return board;
}

}  // namespace ow::desk
