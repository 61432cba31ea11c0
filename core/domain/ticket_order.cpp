// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_order.h"

#include <algorithm>
#include <tuple>

namespace ow::domain {

namespace {

constexpr std::size_t kInARow = 2;

bool goesFirst(const Ticket& ticket) {
  return ticket.priority != TicketPriority::normal;
}

// Equal moments: by the number, so that two windows agree.
bool isOlder(const Ticket& a, const Ticket& b) {
  return std::tie(a.issuedAt, a.number) < std::tie(b.issuedAt, b.number);
}

bool isBefore(const Ticket& a, const Ticket& b) {
  return a.priority != b.priority ? a.priority > b.priority : isOlder(a, b);
}

}  // namespace

std::string ticketNumber(std::string_view queue, std::string_view desk, int serial) {
  constexpr std::size_t kDigits = 3;
  const auto first = std::min(desk.find_first_not_of('0'), desk.empty() ? 0 : desk.size() - 1);
  std::string number = std::to_string(serial);
  if (number.size() < kDigits) number.insert(0, kDigits - number.size(), '0');
  return std::string(queue) + std::string(desk.substr(first)) + "-" + number;
}

std::optional<std::size_t> nextToCall(std::span<const Ticket> waiting, std::span<const Ticket> called) {
  if (waiting.empty()) return std::nullopt;
  const bool isTurnOfOldest = called.size() >= kInARow && std::all_of(called.begin(), called.begin() + kInARow,
                                                                      [](const Ticket& t) { return goesFirst(t); });
  const auto next = std::min_element(waiting.begin(), waiting.end(), isTurnOfOldest ? isOlder : isBefore);
  return std::size_t(next - waiting.begin());
}

}  // namespace ow::domain
