// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/interaction.h"

namespace ow::desk {

struct NewContact {
  std::optional<domain::PartyId> party;
  std::optional<domain::CaseId> caseId;
  domain::Channel channel = domain::Channel::counter;
  domain::Direction direction = domain::Direction::inbound;
  std::string subject;  // one line, required: invalidInput with fact field=subject
  std::string text;
};

// Registers a contact; a contact about a case also stands in the case's story. With the draft of its form: the draft goes in
// the same transaction, and the same draft again answers what the first registration made.
base::Result<domain::InteractionId> registerContact(Desk& desk, const NewContact& contact, domain::DraftId draft = {});

}  // namespace ow::desk
