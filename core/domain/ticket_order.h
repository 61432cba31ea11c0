// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/ticket.h"

// Numbers of the queue, and who is called next. Pure; any thread.
namespace ow::domain {

// A queue is a letter, A to Z; what it is called is the desk's to say.
constexpr bool isQueue(std::string_view queue) {
  return queue.size() == 1 && queue[0] >= 'A' && queue[0] <= 'Z';
}

inline constexpr int kMostTickets = 999;  // of one queue, desk and day
inline constexpr int kMostCalls = 3;      // then it is a no-show (过号)

// "A7-012": the queue, the desk that gave it out without the zeros before its code, and its running number of that queue and
// day. Two desks off the line never give out the same one, for no two of a hall have one code; and it can be read aloud.
std::string ticketNumber(std::string_view queue, std::string_view desk, int serial);

// The place in `waiting` of the one that is called next; nothing when nobody waits. `called`: of those queues, the last called
// first. Priority before appointment before the others, each by the moment at which they took their number. But nobody waits
// for ever: behind two calls of such as go first it is the turn of whoever has waited longest. So of three calls in a row one
// takes the oldest number, and whoever has k older ones before him is called within 3 (k + 1) calls, whoever comes meanwhile.
std::optional<std::size_t> nextToCall(std::span<const Ticket> waiting, std::span<const Ticket> called);

}  // namespace ow::domain
