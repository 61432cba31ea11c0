// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/case.h"
#include "domain/party.h"
#include "domain/traffic_light.h"

namespace ow::desk {

// One line under the search box. Ranked: exact, prefix, inside, then most recent.
struct Found {
  enum class Kind { person, organisation, case_ } kind = Kind::person;
  domain::EntityId id;
  std::string label;    // masked name or organisation's name; for a case its title
  std::string detail;   // masked number and phone; for a case its number and service
  std::string matched;  // stable word of the field that matched: name, pinyin, initials, identifier, phone, case_number,
                        // external_no, text
  std::optional<domain::CaseState> state;  // of a case
};

// People, firms and cases for what stands in the search box, at most `limit`. Empty text gives nothing. Any text is only text.
// A call from another thread with a newer text interrupts this one, which then answers `cancelled`.
base::Result<std::vector<Found>> find(Desk& desk, const std::string& typed, std::size_t limit);

// Likely the same party as the one being typed in, best first, at most five; empty while fewer than two fields say something.
struct PartyHints {
  domain::PartyKind kind = domain::PartyKind::person;
  std::string name;
  std::string identifier;
  std::string phone;
  std::optional<base::Date> birthDate;
  std::optional<domain::PartyId> self;  // whose data are being corrected: never their own duplicate
};
struct Duplicate {
  domain::PartyId id;
  std::string label;                 // masked
  std::vector<std::string> reasons;  // same_identifier, same_phone, same_name, same_sound, same_birth_date
};
base::Result<std::vector<Duplicate>> findDuplicates(Desk& desk, const PartyHints& hints);

}  // namespace ow::desk
