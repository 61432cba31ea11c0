// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/profile.h"
#include "domain/party.h"

namespace ow::desk {

// What is on record of a party, in clear, for the form that corrects it.
struct PartyFacts {
  domain::Party party;
  std::vector<domain::Identifier> identifiers;
  std::vector<domain::ContactPoint> contactPoints;
  std::vector<domain::Address> addresses;
};
// Writes the look (purpose correction) to the access log, durably, then reads. notAllowed (rule=look_not_logged) where it
// cannot be logged.
base::Result<PartyFacts> factsOf(Desk& desk, domain::PartyId id);

// The party as it shall be. `seen` is what the clerk had before them and becomes the base of every change, so that nobody's
// newer correction is overwritten unseen.
struct Correction {
  PartyFacts seen;
  std::string name;
  std::string latinName, formerName, note;  // empty: none
  domain::Sex sex = domain::Sex::unknown;
  std::optional<base::Date> birthDate;
  std::optional<domain::Channel> preferredChannel;
  std::optional<std::string> preferredLanguage;

  // A nil id adds one; a new one without text is passed over. What is not listed stays as it is; nothing is ever removed.
  struct Identifier {
    domain::IdentifierId id;
    domain::IdentifierType type = domain::IdentifierType::other;
    std::string text;
  };
  struct Contact {
    domain::ContactPointId id;
    domain::ContactKind kind = domain::ContactKind::phone;
    std::string text;
    bool isPreferred = false;
  };
  struct Address {
    domain::AddressId id;
    domain::AddressKind kind = domain::AddressKind::residence;
    std::string text;
  };
  std::vector<Identifier> identifiers;
  std::vector<Contact> contacts;
  std::vector<Address> addresses;
  std::string reason;  // needed when a number on record is changed, and for one that fails its check
};

// What it would change, in clear; nothing is written. Errors as correctParty, but for conflict.
base::Result<std::vector<CorrectedField>> changesOf(Desk& desk, const Correction& correction);

// Patches what differs from `seen`. Errors: conflict (field) when somebody corrected the same field meanwhile, duplicate (id)
// when another party holds the number, notAllowed with rule=reason_needed (field) or rule=nothing_changed, invalidInput
// (field). `draft` as in registerContact.
base::Result<void> correctParty(Desk& desk, const Correction& correction, domain::DraftId draft = {});

}  // namespace ow::desk
