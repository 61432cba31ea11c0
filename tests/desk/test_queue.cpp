// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/queue.h"
#include "desk/queue_board.h"
#include "domain/ticket_order.h"
#include "testkit/office.h"

using namespace ow;
using desk::TicketStep;
using domain::Ticket;
using domain::TicketPriority;
using domain::TicketState;
using testkit::Hall;
using namespace std::chrono_literals;

namespace {

struct QueueHall : Hall {
  QueueHall() : Hall("2026-03-02T09:30:00+08:00") {}

  Ticket issue(const char* queue = "A", TicketPriority priority = TicketPriority::normal) {
    clock.advance(1s);
    return desk::issueTicket(desk(), {queue, priority}).value();
  }
  desk::CalledNumber call(const std::vector<std::string>& queues = {}) { return desk::callNumber(desk(), queues).value(); }
  std::string called(const std::vector<std::string>& queues = {}) {
    const auto found = call(queues);
    return found.ticket ? found.ticket->number : std::string();
  }
  Ticket move(const Ticket& ticket, TicketStep step) { return desk::moveTicket(desk(), ticket.id, step).value(); }
  std::string refusal(const Ticket& ticket, TicketStep step) {
    const auto done = desk::moveTicket(desk(), ticket.id, step);
    return done ? std::string()
                : std::string(done.error().fact(done.error().kind == base::ErrorKind::conflict ? "state" : "rule"));
  }
  // The desk stands at another window from now on.
  void standAt(const char* window) {
    auto write = store().write().value();
    REQUIRE(
        write.connection().execute("UPDATE desk_state SET value = '" + std::string(window) + "' WHERE name = 'place.window'"));
    REQUIRE(write.commit());
    restart();
  }
};

}  // namespace

TEST_CASE("numbers count by queue and day, and carry the desk that gave them out", "[desk][queue]") {
  QueueHall hall;
  CHECK(hall.issue("A").number == "A7-001");
  CHECK(hall.issue("B").number == "B7-001");
  CHECK(hall.issue("A").number == "A7-002");
  hall.restart();
  CHECK(hall.issue("A").number == "A7-003");
  hall.clock.advance(24h);
  CHECK(hall.issue("A").number == "A7-001");
  CHECK(desk::issueTicket(hall.desk(), {"a"}).error().fact("rule") == "letter");
  CHECK(desk::issueTicket(hall.desk(), {""}).error().fact("field") == "queue");
}

TEST_CASE("a number is called, comes to the window and is done, and each step says when", "[desk][queue]") {
  QueueHall hall;
  const Ticket issued = hall.issue();
  hall.clock.advance(7min);
  const auto called = hall.call();
  REQUIRE(called.ticket);
  CHECK(called.ticket->state == TicketState::called);
  CHECK(called.ticket->window == "3");
  CHECK(called.ticket->clerkId == hall.desk().clerk().id);
  CHECK(*called.ticket->calledAt - issued.issuedAt == 7min);
  CHECK(desk::atWindow(hall.desk()).value().current->id == issued.id);
  hall.clock.advance(1min);
  CHECK(hall.refusal(issued, TicketStep::done) == "called");  // not before somebody came
  CHECK(hall.move(issued, TicketStep::arrived).arrivedAt == hall.clock.now());
  hall.clock.advance(9min);
  const Ticket done = hall.move(issued, TicketStep::done);
  CHECK(*done.endedAt - *done.arrivedAt == 9min);
  CHECK(hall.refusal(issued, TicketStep::done) == "done");
  CHECK_FALSE(desk::atWindow(hall.desk()).value().current);
  CHECK(hall.called().empty());
}

TEST_CASE("the one key calls again at most three times, and only then is it a no-show", "[desk][queue]") {
  QueueHall hall;
  const Ticket first = hall.issue();
  hall.issue();
  CHECK_FALSE(hall.call().isAgain);
  CHECK(hall.refusal(first, TicketStep::noShow) == "call_again_first");
  CHECK(hall.call().isAgain);
  const auto third = hall.call();
  CHECK(third.ticket->number == first.number);
  CHECK(third.ticket->calls == domain::kMostCalls);
  const auto fourth = desk::callNumber(hall.desk());
  CHECK(fourth.error().fact("rule") == "called_often");
  CHECK(fourth.error().fact("number") == first.number);
  CHECK(hall.move(first, TicketStep::noShow).state == TicketState::noShow);
  CHECK(hall.called() == "A7-002");
}

TEST_CASE("the one key ends whom the window serves and calls the next at once", "[desk][queue]") {
  QueueHall hall;
  const Ticket first = hall.issue(), second = hall.issue();
  hall.call();
  hall.move(first, TicketStep::arrived);
  hall.clock.advance(5min);
  const auto next = hall.call();
  CHECK(next.ended->id == first.id);
  CHECK(next.ended->state == TicketState::done);
  CHECK(next.ticket->id == second.id);
  hall.move(second, TicketStep::arrived);
  const auto last = hall.call();
  CHECK(last.ended->id == second.id);
  CHECK_FALSE(last.ticket);
}

TEST_CASE("priority is called before those who came first, and a window calls from the queues that it has chosen",
          "[desk][queue]") {
  QueueHall hall;
  hall.issue("A");
  hall.issue("B");
  const Ticket old = hall.issue("A", TicketPriority::priority);
  REQUIRE(desk::chooseQueues(hall.desk(), {"A"}));
  CHECK(desk::atWindow(hall.desk()).value().waiting == 2);
  CHECK(hall.called() == old.number);
  hall.move(old, TicketStep::arrived);
  CHECK(hall.called({"B"}) == "B7-001");
  CHECK(desk::callNumber(hall.desk(), {"b"}).error().fact("rule") == "letter");
  REQUIRE(desk::chooseQueues(hall.desk(), {}));
  CHECK(desk::atWindow(hall.desk()).value().waiting == 1);
}

TEST_CASE("a number that is transferred keeps its place by time and waits in the other queue", "[desk][queue]") {
  QueueHall hall;
  const Ticket moved = hall.issue("A");
  hall.issue("B");
  const auto firstCall = hall.call({"A"}).ticket->calledAt;
  hall.move(moved, TicketStep::arrived);
  const Ticket waiting = desk::transferTicket(hall.desk(), moved.id, "B").value();
  CHECK(waiting.state == TicketState::waiting);
  CHECK(waiting.number == moved.number);
  CHECK_FALSE(waiting.window);
  hall.clock.advance(3min);
  const auto again = hall.call({"B"});
  CHECK(again.ticket->id == moved.id);
  CHECK(again.ticket->calls == 1);
  CHECK(again.ticket->calledAt == firstCall);  // people wait until the first call
  CHECK(desk::transferTicket(hall.desk(), moved.id, "AB").error().fact("rule") == "letter");
}

TEST_CASE("a number can be given back before its call, and not after", "[desk][queue]") {
  QueueHall hall;
  const Ticket first = hall.issue(), second = hall.issue();
  CHECK(hall.move(first, TicketStep::left).state == TicketState::left);
  CHECK(hall.called() == second.number);
  CHECK(hall.refusal(second, TicketStep::left) == "called");
}

TEST_CASE("what another window has called is that window's, and a desk at no window calls nobody", "[desk][queue]") {
  QueueHall hall;
  const Ticket first = hall.issue(), second = hall.issue();
  hall.call();
  hall.standAt("4");
  CHECK(hall.refusal(first, TicketStep::arrived) == "other_window");
  CHECK(desk::transferTicket(hall.desk(), first.id, "B").error().fact("rule") == "other_window");
  CHECK(hall.called() == second.number);
  hall.standAt("");
  CHECK(desk::callNumber(hall.desk()).error().fact("field") == "window");
  CHECK_FALSE(desk::atWindow(hall.desk()).value().isInUse);
  CHECK(desk::ticketNumbered(hall.desk(), "Z9-009").error().fact("entity") == "ticket");
}

TEST_CASE("of yesterday's numbers none is called", "[desk][queue]") {
  QueueHall hall;
  hall.issue();
  hall.clock.advance(24h);
  CHECK(hall.called().empty());
  CHECK(desk::ticketsToday(hall.desk()).value().empty());
  CHECK(desk::queueBoard(hall.desk()).value().queues.empty());
}

TEST_CASE("the board says who waits how long, who serves, who is free, and what came of today", "[desk][queue][board]") {
  QueueHall hall;
  const Ticket served = desk::issueTicket(hall.desk(), {"A", TicketPriority::normal, "综合受理"}).value();
  hall.clock.advance(10min);
  hall.call();
  hall.move(served, TicketStep::arrived);
  hall.clock.advance(5min);
  hall.move(served, TicketStep::done);
  const Ticket late = hall.issue("A");
  hall.issue("B", TicketPriority::priority);
  hall.clock.advance(15min);
  const auto board = desk::queueBoard(hall.desk()).value();
  REQUIRE(board.queues.size() == 2);
  CHECK(board.queues[0].name == "综合受理");
  CHECK(board.queues[0].waiting == 1);
  CHECK(board.queues[0].oldestFrom == late.issuedAt);
  CHECK(board.queues[0].light == domain::Light::yellow);
  CHECK(board.queues[1].priority == 1);
  REQUIRE(board.windows.size() == 1);
  CHECK(board.windows[0].window == "3");
  CHECK_FALSE(board.windows[0].ticket);
  CHECK(board.windows[0].clerk == "王敏");
  CHECK(board.windows[0].since == testkit::at("2026-03-02T09:45:00+08:00"));
  CHECK(board.today.issued == 3);
  CHECK(board.today.served == 1);
  CHECK(board.today.medianWait == 10);
  CHECK(board.today.within == insight::Count{1, 1});
  hall.call();
  const auto calling = desk::queueBoard(hall.desk()).value();
  CHECK(calling.windows[0].ticket->number == "B7-001");
  CHECK(calling.queues[1].light == domain::Light::none);  // nobody waits there
}

TEST_CASE("a wait is yellow from 15 minutes and red from 30", "[desk][queue][board]") {
  CHECK(desk::lightOfWait(15min - 1ms) == domain::Light::green);
  CHECK(desk::lightOfWait(15min) == domain::Light::yellow);
  CHECK(desk::lightOfWait(30min - 1ms) == domain::Light::yellow);
  CHECK(desk::lightOfWait(30min) == domain::Light::red);
}

TEST_CASE("waits and services stand on the scorecard, and behind each figure stand the very numbers",
          "[desk][queue][scorecard]") {
  testkit::Office office;
  Hall& hall = office.hall;
  std::vector<Ticket> tickets;
  for (int i = 0; i < 10; ++i) tickets.push_back(desk::issueTicket(hall.desk(), {"A"}).value());
  for (int i = 0; i < 8; ++i) {
    hall.clock.advance(3min);  // waits of 3, 8, 13, ... minutes
    REQUIRE(desk::callNumber(hall.desk()));
    if (i == 7) break;
    REQUIRE(desk::moveTicket(hall.desk(), tickets[std::size_t(i)].id, TicketStep::arrived));
    hall.clock.advance(2min);
    REQUIRE(desk::moveTicket(hall.desk(), tickets[std::size_t(i)].id, TicketStep::done));
  }
  for (int i = 0; i < 2; ++i) REQUIRE(desk::callNumber(hall.desk()));
  REQUIRE(desk::moveTicket(hall.desk(), tickets[7].id, TicketStep::noShow));
  REQUIRE(desk::moveTicket(hall.desk(), tickets[8].id, TicketStep::left));
  CHECK(office.figure("process.tickets").value == 10);
  CHECK(office.figure("process.wait_p50").value == 20.5);
  CHECK(office.figure("process.wait_within_15").count == insight::Count{3, 8});
  CHECK(office.figure("process.handling_p50").value == 2);
  CHECK(office.figure("process.no_show").count == insight::Count{1, 8});
  CHECK(office.figure("process.left").count == insight::Count{1, 10});
  const auto month = insight::parsePeriod("2026-01").value();
  const auto waited = office.behind({"process.wait_p50", month});
  REQUIRE(waited.size() == 8);
  CHECK(waited[1].title == tickets[1].number);
  CHECK(waited[1].minutes == 8);
  CHECK(waited[1].clerk == "王敏");
  CHECK_FALSE(waited[1].caseId);
  const auto windows = desk::splitFigure(hall.desk(), "process.wait_p50", month, insight::Split::window).value();
  REQUIRE(windows.lines.size() == 1);
  CHECK(windows.lines[0].figure.value == 20.5);
}
