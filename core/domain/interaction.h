// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/channel.h"
#include "domain/ids.h"

namespace ow::domain {

// One contact with a party over one channel. Append-only: a correction is a new interaction that says so.
struct Interaction {
  InteractionId id;
  std::optional<PartyId> partyId;  // null until it is known who it was
  std::optional<CaseId> caseId;
  Channel channel = Channel::counter;
  Direction direction = Direction::inbound;
  base::Instant at;
  std::string subject;
  std::optional<std::string> text;
  std::optional<StaffId> clerkId;
  std::optional<std::string> window;
};

template <class V, class E>
void describeInteraction(V&& v, E& e) {
  v("party_id", e.partyId);
  v("case_id", e.caseId);
  v("channel", e.channel);
  v("direction", e.direction);
  v("at", e.at);
  v("subject", e.subject);
  v("text", e.text);
  v("clerk_id", e.clerkId);
  v("window", e.window);
}

}  // namespace ow::domain
