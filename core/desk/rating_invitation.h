// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/desk.h"
#include "domain/ids.h"

// The clerk's side of a rating (好差评): asking for it, and no more. Nothing here takes a level, names who rates, or says what
// was answered; that is the pad's (rating_pad.h).
namespace ow::desk {

// What the pad is to ask about. Made by the clerk's side, used up by the pad.
struct RatingInvitation {
  std::optional<domain::InteractionId> visit;  // the visit (一次一评); empty: the matter (一事一评)
  std::optional<domain::CaseId> caseId;
  std::optional<domain::PartyId> partyId;
  std::optional<domain::ServiceId> serviceId;
  std::string title;  // what was done, for the citizen to recognise
  base::Instant at;   // of the visit, or of the closing of the matter
  // By the code on a receipt (receipt_pad.h), wherever the pad stands: the hall that served; empty: the pad's own.
  bool isByReceipt = false;
  std::string hall;
};

// The visit of today in which this clerk worked on the case; a visit that was not registered yet is registered now, so that it
// is counted among those that could be rated. duplicate (entity=rating) when it has been rated as often as the rules let it;
// storeReadOnly.
base::Result<RatingInvitation> inviteToRate(Desk& desk, domain::CaseId id);
// A contact at the counter that is no case: a question. notAllowed (rule=not_a_visit) for one that was not at a counter or
// kiosk.
base::Result<RatingInvitation> inviteToRate(Desk& desk, domain::InteractionId visit);
// The matter as such, once it has ended: notAllowed (rule=not_ended), or rule=too_late after the days that the rules give.
base::Result<RatingInvitation> inviteToRateMatter(Desk& desk, domain::CaseId id);

}  // namespace ow::desk
