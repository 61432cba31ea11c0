// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/error.h"
#include "desk/queue_board.h"

// The words of the queue (排队叫号).
namespace ow::ui::words {

QString of(domain::TicketState state);
QString of(domain::TicketPriority priority);  // as who comes: "whoever comes", "with an appointment", "goes first"
// "A", or "A · 综合受理" where it has a name.
QString ofQueue(const std::string& queue, const std::string& name);
// "< 1 min", "12 min": whole minutes that have passed.
QString minutesSince(base::Instant then, base::Instant now);
// Says what a step of the queue could not do, and what to do next.
QString queueSentence(const base::Error& error);

}  // namespace ow::ui::words
