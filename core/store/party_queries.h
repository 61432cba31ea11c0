// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/case.h"
#include "domain/interaction.h"
#include "domain/party.h"
#include "store/sqlite.h"

// Reading parties and what happened with them. Clear values: whoever shows them masks them.
namespace ow::store {

// Which ratings somebody may see. What citizens say of a service is read at its window when it can no longer be steered and
// nobody sits there any more: when the case has ended, and only what was said before `before`. Nothing there: all of them.
struct RatingSight {
  std::optional<base::Instant> before;
  std::optional<domain::StaffId> served;  // so it is for their services alone; nothing: for everybody's
};

struct PartyRecord {
  domain::Party party;
  std::vector<domain::Identifier> identifiers;
  std::vector<domain::ContactPoint> contactPoints;
  std::vector<domain::Address> addresses;
  struct Relation {
    domain::Relationship relationship;
    domain::PartyId other;
    std::string otherName;
  };
  std::vector<Relation> relations;  // both directions, at most 100
  std::int64_t openCases = 0, closedCases = 0, interactions = 0;
  std::vector<int> ratings;  // newest first, at most 12
};
base::Result<PartyRecord> partyRecord(Connection& connection, domain::PartyId id, RatingSight sight);

// The party that holds this number in one of its forms, if any.
base::Result<std::optional<domain::PartyId>> partyByIdentifier(Connection& connection, domain::IdentifierType type,
                                                               const std::string& normal);

struct TimelineEntry {
  enum class Kind { interaction, caseEvent, rating } kind = Kind::interaction;
  base::Instant at;
  std::int64_t n = 0;
  domain::Channel channel = domain::Channel::counter;
  domain::Direction direction = domain::Direction::inbound;
  std::optional<domain::CaseEventKind> event;
  std::optional<domain::CaseId> caseId;
  std::string caseNumber;
  std::string subject;
  std::string text;
  std::string by;
  int level = 0;
};
struct TimelineKinds {
  bool interactions = true, caseEvents = true, ratings = true;
};
struct TimelinePlace {
  base::Instant at;
  TimelineEntry::Kind kind;
  std::int64_t n;
};
// Newest first, after `after`.
base::Result<std::vector<TimelineEntry>> partyTimeline(Connection& connection, domain::PartyId id, TimelineKinds kinds,
                                                       std::optional<TimelinePlace> after, RatingSight sight,
                                                       std::size_t limit);
base::Result<std::vector<TimelineEntry>> caseStory(Connection& connection, domain::CaseId id, RatingSight sight,
                                                   std::size_t limit);

}  // namespace ow::store
