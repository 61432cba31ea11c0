// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/identifier.h"
#include "domain/party.h"
#include "domain/phone.h"

namespace ow::desk {

struct NewParty {
  domain::PartyKind kind = domain::PartyKind::person;
  std::string name;
  std::optional<domain::IdentifierType> identifierType;
  std::string identifier;
  std::string identifierReason;  // why a number that fails its check is taken all the same
  std::string phone;
  std::string email;
  std::string address;
  std::optional<base::Date> birthDate;  // taken from the identifier when it has one
  domain::Sex sex = domain::Sex::unknown;
  std::optional<domain::Channel> preferredChannel;
  std::optional<std::string> preferredLanguage;
  std::string note;
};

// Registers a party with its identifier and contact points in one commit. A number or phone that fails its check needs
// identifierReason: notAllowed with fact rule=reason_needed, field. The same identifier again, or the other form of the same
// citizen's number (15 and 18 digits): duplicate with fact id. `draft` as in registerContact.
base::Result<domain::PartyId> registerParty(Desk& desk, const NewParty& party, domain::DraftId draft = {});

// Live checks at the field. They never block.
domain::IdentifierCheck checkIdentifierField(Desk& desk, domain::IdentifierType type, const std::string& raw);
domain::PhoneCheck checkPhoneField(Desk& desk, const std::string& raw);

}  // namespace ow::desk
