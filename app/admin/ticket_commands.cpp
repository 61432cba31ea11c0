// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/queue.h"
#include "desk/queue_board.h"
#include "json_values.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::Result;
using domain::Ticket;
namespace json = boost::json;
namespace po = boost::program_options;

json::object documentOf(const Ticket& ticket, const base::TimeZone& zone) {
  return {{"number", ticket.number},
          {"queue", ticket.queue},
          {"priority", base::code(ticket.priority)},
          {"state", base::code(ticket.state)},
          {"calls", ticket.calls},
          {"window", ticket.window ? json::value(*ticket.window) : json::value()},
          {"issued_at", base::isoText(ticket.issuedAt, zone)},
          {"called_at", timeOrNull(ticket.calledAt, zone)},
          {"arrived_at", timeOrNull(ticket.arrivedAt, zone)},
          {"ended_at", timeOrNull(ticket.endedAt, zone)}};
}

std::string lineOf(const Ticket& ticket, const base::TimeZone& zone) {
  std::string text = ticket.number + "  " + std::string(base::code(ticket.state)) + "  " +
                     std::string(base::code(ticket.priority)) + "  " + base::isoText(ticket.issuedAt, zone);
  if (ticket.window) text += "  window " + *ticket.window;
  return text + "\n";
}

Answer answerOf(const desk::Desk& desk, const Ticket& ticket) {
  return Answer{documentOf(ticket, desk.zone()), lineOf(ticket, desk.zone())};
}

std::vector<std::string> queuesIn(const po::variables_map& values) {
  std::vector<std::string> queues;
  for (const char letter : option(values, "queue"))
    if (letter != ',') queues.emplace_back(1, letter);
  return queues;
}

Result<Answer> issued(desk::Desk& desk, const po::variables_map& values) {
  desk::NewTicket wanted;
  wanted.queue = option(values, "queue");
  wanted.queueName = option(values, "name");
  if (const std::string word = option(values, "priority"); !word.empty())
    wanted.priority = *base::fromCode<domain::TicketPriority>(word);
  OW_TRY(const auto ticket, desk::issueTicket(desk, wanted));
  return answerOf(desk, ticket);
}

Result<Answer> called(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto found, desk::callNumber(desk, queuesIn(values)));
  const auto documentOr = [&](const std::optional<Ticket>& ticket) {
    return ticket ? json::value(documentOf(*ticket, desk.zone())) : json::value();
  };
  json::object document{{"called", documentOr(found.ticket)}, {"is_again", found.isAgain}, {"ended", documentOr(found.ended)}};
  std::string text;
  if (found.ended) text += lineOf(*found.ended, desk.zone());
  text += found.ticket ? lineOf(*found.ticket, desk.zone()) : "Nobody waits.\n";
  return Answer{std::move(document), std::move(text)};
}

// The number that was named; without one whatever this window has.
Result<Ticket> ticketIn(desk::Desk& desk, const po::variables_map& values) {
  const std::string number = option(values, "number");
  if (!number.empty()) return desk::ticketNumbered(desk, number);
  OW_TRY(const auto here, desk::atWindow(desk));
  if (!here.current) return wrongOption("number", "required");
  return *here.current;
}

Result<Answer> moved(desk::Desk& desk, const po::variables_map& values, desk::TicketStep step) {
  OW_TRY(const auto ticket, ticketIn(desk, values));
  OW_TRY(const auto after, desk::moveTicket(desk, ticket.id, step));
  return answerOf(desk, after);
}

Result<Answer> transferred(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto ticket, ticketIn(desk, values));
  OW_TRY(const auto after, desk::transferTicket(desk, ticket.id, option(values, "queue")));
  return answerOf(desk, after);
}

Result<Answer> chosen(desk::Desk& desk, const po::variables_map& values) {
  OW_TRYV(desk::chooseQueues(desk, queuesIn(values)));
  OW_TRY(const auto here, desk::atWindow(desk));
  json::array queues;
  std::string text;
  for (const std::string& queue : here.queues) {
    queues.push_back(json::value(queue));
    text += queue + " ";
  }
  return Answer{json::object{{"queues", std::move(queues)}}, here.queues.empty() ? "All queues.\n" : text + "\n"};
}

// Beside an office that is open, too.
Result<Answer> listTickets(const Invocation& invocation) {
  OW_TRY(const auto desk, openDesk(invocation, store::Access::readOnly));
  OW_TRY(const auto rows, desk::ticketsToday(*desk));
  json::array tickets;
  std::string text;
  for (const desk::TicketRow& row : rows) {
    json::object document = documentOf(row.ticket, desk->zone());
    document["clerk"] = row.clerk;
    tickets.push_back(std::move(document));
    text += lineOf(row.ticket, desk->zone());
  }
  return Answer{json::object{{"tickets", std::move(tickets)}}, std::move(text)};
}

json::object documentOf(const desk::QueueLine& line, const base::TimeZone& zone) {
  return {{"queue", line.queue},
          {"name", line.name},
          {"waiting", line.waiting},
          {"priority", line.priority},
          {"light", base::code(line.light)},
          {"oldest_from", timeOrNull(line.oldestFrom, zone)}};
}

json::object documentOf(const desk::WindowLine& line, const base::TimeZone& zone) {
  return {{"window", line.window},
          {"clerk", line.clerk},
          {"number", line.ticket ? json::value(line.ticket->number) : json::value()},
          {"state", line.ticket ? json::value(base::code(line.ticket->state)) : json::value()},
          {"since", timeOrNull(line.since, zone)}};
}

std::string textOf(const desk::QueueBoard& board) {
  std::string text = board.hall + "  " + std::to_string(board.today.waiting) + " waiting\n";
  for (const desk::QueueLine& line : board.queues)
    text += line.queue + "  " + line.name + "  " + std::to_string(line.waiting) + " waiting  " +
            std::string(base::code(line.light)) + "\n";
  for (const desk::WindowLine& line : board.windows)
    text += "window " + line.window + "  " +
            (line.ticket ? line.ticket->number + "  " + std::string(base::code(line.ticket->state)) : std::string("free")) +
            "\n";
  std::array<char, 96> today{};
  std::snprintf(today.data(), today.size(), "%lld issued, %lld served, %lld no-shows, median wait %.1f min\n",
                static_cast<long long>(board.today.issued), static_cast<long long>(board.today.served),
                static_cast<long long>(board.today.noShow), board.today.medianWait.value_or(0));
  return text + today.data();
}

Result<Answer> boarded(const Invocation& invocation) {
  OW_TRY(const auto desk, openDesk(invocation, store::Access::readOnly));
  OW_TRY(const auto board, desk::queueBoard(*desk));
  json::array queues, windows;
  for (const desk::QueueLine& line : board.queues) queues.push_back(documentOf(line, desk->zone()));
  for (const desk::WindowLine& line : board.windows) windows.push_back(documentOf(line, desk->zone()));
  return Answer{json::object{{"as_of", base::isoText(board.asOf, desk->zone())},
                             {"hall", board.hall},
                             {"queues", std::move(queues)},
                             {"windows", std::move(windows)},
                             {"issued", board.today.issued},
                             {"waiting", board.today.waiting},
                             {"served", board.today.served},
                             {"no_show", board.today.noShow},
                             {"left", board.today.left},
                             {"median_wait", board.today.medianWait ? json::value(*board.today.medianWait) : json::value()},
                             {"called", board.today.within.trials},
                             {"within_15", board.today.within.hits},
                             {"overdue_cases", board.overdueCases},
                             {"due_today_cases", board.dueTodayCases}},
                textOf(board)};
}

Result<Answer> tickets(const Invocation& invocation, const po::variables_map& values) {
  const std::string what = values["what"].as<std::string>();
  if (what == "list") return listTickets(invocation);
  if (what == "board") return boarded(invocation);
  OW_TRY(const auto desk, deskAs(invocation, values));
  if (what == "issue") return issued(*desk, values);
  if (what == "call") return called(*desk, values);
  if (what == "arrive") return moved(*desk, values, desk::TicketStep::arrived);
  if (what == "done") return moved(*desk, values, desk::TicketStep::done);
  if (what == "no-show") return moved(*desk, values, desk::TicketStep::noShow);
  if (what == "left") return moved(*desk, values, desk::TicketStep::left);
  if (what == "transfer") return transferred(*desk, values);
  return chosen(*desk, values);
}

void describeTickets(po::options_description& options, po::positional_options_description& positional) {
  options.add_options()(
      "what",
      oneOf("tickets", {"issue", "call", "arrive", "done", "no-show", "left", "transfer", "queues", "list", "board"})
          ->required(),
      "issue, call, arrive, done, no-show, left, transfer, queues, list or board")(
      "number", po::value<std::string>(), "of arrive, done, no-show, left and transfer; without it the one at this window")(
      "as", po::value<std::string>(), "login of the clerk in whose name; of list and board nobody's")(
      "queue", po::value<std::string>(),
      "a letter, A to Z: whose number is issued, where one is transferred to; of call and queues letters: from which it calls")(
      "name", po::value<std::string>(), "of issue: what the queue is called at this desk from now on")(
      "priority", oneOf("priority", {"normal", "appointment", "priority"}), "of issue: normal, appointment or priority");
  positional.add("what", 1).add("number", 1);
}

}  // namespace

std::vector<Command> ticketCommands() {
  return {
      {"tickets",
       "the queue of the hall: issues numbers, calls them, tells who waits and who serves (call again: the same number, at "
       "most "
       "three times)",
       "issue, arrive, done, no-show, left, transfer: number, queue, priority, state, calls, window, issued_at, called_at, "
       "arrived_at, ended_at; call: called and ended of these, or null, is_again; queues: queues[]; list: tickets[] of these "
       "and clerk; board: as_of, hall, queues[] of queue, name, waiting, priority, light, oldest_from, windows[] of window, "
       "clerk, number, state, since, issued, waiting, served, no_show, left, median_wait, called, within_15, overdue_cases, "
       "due_today_cases",
       describeTickets, tickets}};
}

}  // namespace ow::admin
