// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

#include "base/random.h"
#include "domain/ticket_order.h"

using namespace ow;
using domain::Ticket;
using domain::TicketPriority;

namespace {

Ticket ticket(const std::string& number, std::int64_t minute, TicketPriority priority = TicketPriority::normal) {
  Ticket made;
  made.number = number;
  made.queue = number.substr(0, 1);
  made.issuedAt = base::fromMillis(minute * 60'000);
  made.priority = priority;
  return made;
}

std::string next(const std::vector<Ticket>& waiting, const std::vector<Ticket>& called = {}) {
  const auto place = domain::nextToCall(waiting, called);
  return place ? waiting.at(*place).number : std::string();
}

}  // namespace

TEST_CASE("a number says its queue, the desk without its zeros, and counts from 001", "[domain][queue]") {
  CHECK(domain::ticketNumber("A", "007", 12) == "A7-012");
  CHECK(domain::ticketNumber("B", "070", 1) == "B70-001");
  CHECK(domain::ticketNumber("B", "0A1", 999) == "BA1-999");
  CHECK(domain::ticketNumber("Z", "000", 1) == "Z0-001");
  CHECK(domain::ticketNumber("A", "", 1) == "A-001");
}

TEST_CASE("no two desks of a hall give out one number", "[domain][queue]") {
  const std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::vector<std::string> numbers;
  for (const char a : letters)
    for (const char b : letters)
      for (const char c : letters) numbers.push_back(domain::ticketNumber("A", std::string{a, b, c}, 1));
  std::sort(numbers.begin(), numbers.end());
  CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
}

TEST_CASE("priority goes before appointments, they before the others, and each of them by time", "[domain][queue]") {
  CHECK(next({}).empty());
  CHECK(next({ticket("A1", 5), ticket("A2", 4)}) == "A2");
  CHECK(next({ticket("A1", 1), ticket("A2", 3, TicketPriority::appointment)}) == "A2");
  CHECK(next({ticket("A1", 1), ticket("A2", 2, TicketPriority::appointment), ticket("A3", 9, TicketPriority::priority)}) ==
        "A3");
  CHECK(next({ticket("A2", 1), ticket("A1", 1)}) == "A1");  // at the same moment: two windows agree
}

TEST_CASE("behind two who went first it is the turn of whoever has waited longest", "[domain][queue]") {
  const std::vector<Ticket> waiting{ticket("A1", 1), ticket("A9", 9, TicketPriority::priority)};
  const Ticket first = ticket("A5", 5, TicketPriority::priority), booked = ticket("A6", 6, TicketPriority::appointment);
  const Ticket other = ticket("A7", 7);
  CHECK(next(waiting, {first}) == "A9");
  CHECK(next(waiting, {first, other, first}) == "A9");
  CHECK(next(waiting, {booked, first, other}) == "A1");
}

TEST_CASE("whoever has k older numbers before him is called within 3 (k + 1) calls, whoever comes meanwhile",
          "[domain][queue][property]") {
  base::SeededRandom dice(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<Ticket> waiting, called;
    std::vector<std::pair<std::string, std::size_t>> due;  // number, and by which call
    std::int64_t minute = 0;
    const auto come = [&] {
      const auto priority = static_cast<TicketPriority>(dice.below(5) == 0 ? 0 : 1 + dice.below(2));
      Ticket made = ticket("A" + std::to_string(minute), minute, priority);
      ++minute;
      due.emplace_back(made.number, called.size() + 3 * (waiting.size() + 1));
      waiting.push_back(std::move(made));
    };
    for (int step = 0; step < 120; ++step) {
      for (auto comers = dice.below(3); comers > 0; --comers) come();
      const auto place = domain::nextToCall(waiting, called);
      if (!place) continue;
      called.insert(called.begin(), waiting.at(*place));
      waiting.erase(waiting.begin() + std::ptrdiff_t(*place));
      for (const auto& [number, call] : due) {
        const bool isWaiting =
            std::any_of(waiting.begin(), waiting.end(), [&, wanted = number](const Ticket& t) { return t.number == wanted; });
        CAPTURE(round, step, number);
        if (isWaiting) REQUIRE(called.size() < call);
      }
    }
  }
}
