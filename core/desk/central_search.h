// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/profile.h"
#include "domain/central_search.h"

// Somebody whom this hall does not know, looked for in the register of all halls, and taken into this one. The only use cases
// that need the centre: without a line they answer centreAway, and a screen shows the rest meanwhile.
namespace ow::desk {

class Syncing;

struct CentralSearch {
  domain::SearchBy by = domain::SearchBy::identifier;
  std::string typed;                     // a number, a phone in any way of writing, or a whole name
  std::optional<base::Date> birthDate;   // with a name
  Purpose purpose = Purpose::enquiry;    // caseWork needs the case
  std::optional<domain::CaseId> inHand;  // an open case of this hall
};
struct CentralFinding {
  base::Uuid grant;  // what takeIn() shows; good for ten minutes
  std::vector<domain::Candidate> candidates;
};

// What a text may be, for a form that begins with one.
domain::SearchBy guessSearchBy(const std::string& typed);

// Asks for leave (the centre writes the look down), then searches. Blocks for as long as the line takes: not the lane of
// anything else. Error kinds: invalidInput (field name, birth_date, identifier, phone), notFound (entity=centre: this desk is
// at none), centreAway, notAllowed (rule purpose_needed, unknown_author, not_your_right, too_many with seconds).
base::Result<CentralFinding> searchCentre(Desk& desk, Syncing* syncing, const CentralSearch& search);
// The person stands in this hall from now on; their rows come with the sync, which is woken. notAllowed (rule grant: too long
// ago; candidate: not there any more; too_many).
base::Result<domain::PartyId> takeIn(Syncing* syncing, const base::Uuid& grant, int candidate);

// Whether that party's data are in this store; says nothing of them, so it is no look.
base::Result<bool> isHere(Desk& desk, domain::PartyId party);

}  // namespace ow::desk
