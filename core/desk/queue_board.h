// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ticket.h"
#include "domain/traffic_light.h"
#include "insight/proportion.h"

// The live board of the hall (大厅实时看板): who waits, who serves, what came of today. For everybody on the staff; it names no
// citizen. Error kinds: those of the disk.
namespace ow::desk {

// Limits of a wait (domain.md 7.5): ours, no standard sets them.
inline constexpr std::chrono::minutes kLongWait{15}, kTooLongWait{30};
// green below kLongWait, yellow from there on, red from kTooLongWait on.
domain::Light lightOfWait(std::chrono::milliseconds wait);

struct QueueLine {
  std::string queue;                        // letter
  std::string name;                         // empty: it was never named here
  std::int64_t waiting = 0, priority = 0;   // of those who wait: priority and appointments
  std::optional<base::Instant> oldestFrom;  // who has waited longest took the number then
  domain::Light light = domain::Light::none;
  bool isChosen = true;  // this window calls from it
};
struct WindowLine {
  std::string window;
  std::string clerk;                     // who called last; empty: nobody today, or unknown
  std::optional<domain::Ticket> ticket;  // called or served; nothing: the window is free
  std::optional<base::Instant> since;    // called, served or free since then; nothing: nobody was called today
  bool isHere = false;                   // this desk stands there
};
struct QueueToday {
  std::int64_t issued = 0, waiting = 0, served = 0, noShow = 0, left = 0;
  std::optional<double> medianWait;  // minutes, of those who were called; definition 7 of Hyndman and Fan
  insight::Count within;             // who waited no longer than kLongWait, of those who were called
};
struct QueueBoard {
  base::Instant asOf;
  std::string hall;
  std::vector<QueueLine> queues;    // of today, by letter
  std::vector<WindowLine> windows;  // those with a pad, this desk's, and whoever called today, by their number
  QueueToday today;
  std::int64_t overdueCases = 0, dueTodayCases = 0;  // open ones of the hall
};
base::Result<QueueBoard> queueBoard(Desk& desk);

}  // namespace ow::desk
