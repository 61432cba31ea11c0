// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/ids.h"

// Queue tickets (排队号): issued, called, served. A ticket names nobody: who came is in the visit, and the hall's screens show
// numbers.
namespace ow::domain {

enum class TicketState {
  waiting,
  called,  // the number is shown, nobody has come to the window yet
  serving,
  done,
  noShow,  // called as often as the hall calls, and nobody came (过号)
  left,    // given back before it was called
};
enum class TicketPriority {
  normal,
  appointment,  // 预约
  priority,     // the old, the young, the sick, the disabled, the pregnant, soldiers (老幼病残孕军)
};

struct Ticket {
  TicketId id;
  std::string hall;
  std::string number;  // as it is called: "A012"; unique in the hall on a day
  std::string queue;   // what one waits for: code of the hall's settings, "A"
  TicketPriority priority = TicketPriority::normal;
  base::Instant issuedAt;
  std::optional<base::Instant> calledAt;  // the first time
  int calls = 0;
  std::optional<std::string> window;  // that called it
  std::optional<StaffId> clerkId;
  std::optional<base::Instant> arrivedAt;  // at the window: service begins
  std::optional<base::Instant> endedAt;
  TicketState state = TicketState::waiting;
};

template <class V, class E>
void describeTicket(V&& v, E& e) {
  v("hall", e.hall);
  v("number", e.number);
  v("queue", e.queue);
  v("priority", e.priority);
  v("issued_at", e.issuedAt);
  v("called_at", e.calledAt);
  v("calls", e.calls);
  v("window", e.window);
  v("clerk_id", e.clerkId);
  v("arrived_at", e.arrivedAt);
  v("ended_at", e.endedAt);
  v("state", e.state);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::TicketState> =
    std::array<std::string_view, 6>{"waiting", "called", "serving", "done", "no_show", "left"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::TicketPriority> =
    std::array<std::string_view, 3>{"normal", "appointment", "priority"};
