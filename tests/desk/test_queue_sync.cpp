// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "desk/queue.h"
#include "desk/sent_work.h"
#include "testkit/two_windows.h"

using namespace ow;
using desk::TicketStep;
using domain::Ticket;
using domain::TicketState;
using testkit::TwoWindows;
using testkit::Window;

namespace {

std::map<std::string, Ticket> ticketsAt(Window& window) {
  std::map<std::string, Ticket> all;
  const auto rows = desk::ticketsToday(window.hall.desk()).value();
  for (const auto& row : rows) all.emplace(row.ticket.number, row.ticket);
  return all;
}

// Numbers of which the centre believes that this window ended their service.
std::set<std::string> servedAt(Window& window) {
  const auto reader = window.hall.store().read().value();
  auto row = reader.connection()
                 .prepare(
                     "SELECT t.number FROM operation o JOIN ticket t ON t.id = o.entity_id WHERE o.entity = 'ticket'"
                     " AND o.state NOT IN ('waiting', 'refused') AND o.changes LIKE '%\"done\"%'")
                 .value();
  std::set<std::string> numbers;
  while (row.step().value()) CHECK(numbers.insert(row.text(0)).second);
  return numbers;
}

}  // namespace

TEST_CASE("of two windows that call one number off the line the first has it, and the other is told and calls the next",
          "[desk][queue][sync]") {
  TwoWindows hall;
  const Ticket first = desk::issueTicket(hall.three.hall.desk(), {"A"}).value();
  hall.wait();
  const Ticket second = desk::issueTicket(hall.three.hall.desk(), {"A"}).value();
  hall.meet();
  REQUIRE(desk::callNumber(hall.three.hall.desk()).value().ticket->id == first.id);
  REQUIRE(desk::callNumber(hall.four.hall.desk()).value().ticket->id == first.id);
  REQUIRE(desk::moveTicket(hall.four.hall.desk(), first.id, TicketStep::arrived));  // goes with its call
  hall.three.meet();
  hall.wait();
  hall.meet();
  const auto at = desk::atWindow(hall.four.hall.desk()).value();
  CHECK_FALSE(at.current);
  REQUIRE(at.lost);
  CHECK(at.lost->number == first.number);
  CHECK(at.lost->window == "3");
  CHECK_FALSE(desk::atWindow(hall.three.hall.desk()).value().lost);
  const auto refused = desk::sentWork(hall.four.hall.desk(), desk::WorkState::refused, std::nullopt, 9).value();
  std::vector<std::string> reasons;
  for (const desk::SentWork& work : refused.items)
    if (work.subject.text == first.number) reasons.push_back(work.reason);
  CHECK(reasons == std::vector<std::string>{"cause_refused", "state_moved"});  // newest first
  CHECK(ticketsAt(hall.three).at(first.number).state == TicketState::called);  // nobody has come to window 3 yet
  hall.wait();
  CHECK(desk::callNumber(hall.four.hall.desk()).value().ticket->id == second.id);
  CHECK_FALSE(desk::atWindow(hall.four.hall.desk()).value().lost);
}

TEST_CASE("a number that was lost and comes back by a transfer is called and served like every other", "[desk][queue][sync]") {
  TwoWindows hall;
  const Ticket ticket = desk::issueTicket(hall.three.hall.desk(), {"A"}).value();
  hall.meet();
  REQUIRE(desk::callNumber(hall.three.hall.desk()));
  REQUIRE(desk::callNumber(hall.four.hall.desk()));
  hall.meet();
  REQUIRE(desk::transferTicket(hall.three.hall.desk(), ticket.id, "B"));
  hall.meet();
  hall.wait();
  REQUIRE(desk::callNumber(hall.four.hall.desk()).value().ticket->id == ticket.id);
  REQUIRE(desk::moveTicket(hall.four.hall.desk(), ticket.id, TicketStep::arrived));
  REQUIRE(desk::moveTicket(hall.four.hall.desk(), ticket.id, TicketStep::done));
  hall.meet();
  CHECK(ticketsAt(hall.three).at(ticket.number).state == TicketState::done);
  CHECK(ticketsAt(hall.three).at(ticket.number).window == "4");
}

TEST_CASE("whatever two windows do off the line, no number is served twice and none is given out twice",
          "[desk][queue][sync][property]") {
  std::size_t servedInAll = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    TwoWindows hall;
    base::SeededRandom dice(seed);
    std::set<std::string> given;
    const auto step = [&](Window& window) {
      desk::Desk& desk = window.hall.desk();
      const auto at = desk::atWindow(desk).value();
      const auto move = [&](TicketStep to) { (void)desk::moveTicket(desk, at.current->id, to); };
      switch (dice.below(7)) {
        case 0:
        case 1: {
          const auto queue = dice.below(3) == 0 ? "B" : "A";
          const auto ticket = desk::issueTicket(desk, {queue, static_cast<domain::TicketPriority>(dice.below(3))}).value();
          CHECK(given.insert(ticket.number).second);
          return;
        }
        case 2:
          if (at.current) move(TicketStep::arrived);
          return;
        case 3:
          if (at.current) move(dice.below(2) == 0 ? TicketStep::done : TicketStep::noShow);
          return;
        case 4:
          if (at.current && dice.below(3) == 0) (void)desk::transferTicket(desk, at.current->id, "B");
          return;
        default:
          (void)desk::callNumber(desk);
          return;
      }
    };
    // Every number that the centre's truth says was done, with the window that did it.
    std::map<std::string, std::string> served;
    for (int i = 0; i < 80; ++i) {
      step(dice.below(2) == 0 ? hall.three : hall.four);
      if (dice.below(3) == 0) hall.wait();
      if (dice.below(6) != 0) continue;
      hall.meet();
      const auto here = ticketsAt(hall.three), there = ticketsAt(hall.four);
      const auto servedByThree = servedAt(hall.three), servedByFour = servedAt(hall.four);
      REQUIRE(here.size() == there.size());
      for (const auto& [number, ticket] : here) {
        CAPTURE(number);
        const Ticket& other = there.at(number);
        REQUIRE(ticket.state == other.state);
        REQUIRE(ticket.window == other.window);
        REQUIRE(ticket.endedAt == other.endedAt);
        const bool isCalled = ticket.state != TicketState::waiting && ticket.state != TicketState::left;
        REQUIRE(ticket.window.has_value() == isCalled);
        const bool isServed = ticket.state == TicketState::serving || ticket.state == TicketState::done;
        REQUIRE(ticket.arrivedAt.has_value() == isServed);
        if (ticket.state != TicketState::done) {
          REQUIRE_FALSE(served.contains(number));
          continue;
        }
        REQUIRE(served.emplace(number, *ticket.window).first->second == *ticket.window);
        const bool isThree = *ticket.window == "3";
        REQUIRE(servedByThree.contains(number) == isThree);
        REQUIRE(servedByFour.contains(number) != isThree);
      }
      // A window serves one at a time.
      std::map<std::string, int> atWindows;
      for (const auto& [number, ticket] : here)
        if (ticket.state == TicketState::serving || ticket.state == TicketState::called) ++atWindows[*ticket.window];
      for (const auto& [window, count] : atWindows) CHECK(count == 1);
    }
    servedInAll += served.size();
  }
  CHECK(servedInAll > 20);  // or nothing was tried
}
