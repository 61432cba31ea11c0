// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/inbox.h"
#include "domain/interaction.h"
#include "domain/party.h"

namespace ow::desk {

// Why a profile is opened or a field revealed; written to the access log (PIPL Art. 6: purpose-bound).
enum class Purpose { caseWork, enquiry, verification, appeal, correction, statistics };

// A value as it may be shown: masked, with the handle that reveal() takes.
struct MaskedField {
  std::string field;  // stable word: name, identifier, phone, email, address, birth_date
  domain::EntityId entity;
  std::string shown;
  std::string kind;  // stable word of its kind (citizen_id, uscc, mobile ...)
  bool isPreferred = false;
  bool isDoubtful = false;  // failed its check and was kept for a reason
};

struct Relative {
  domain::RelationshipKind kind = domain::RelationshipKind::householdMember;
  // ofThisParty: the relative is <kind> of this party (their guardian). toThisParty: this party is <kind> of the relative
  // (their ward).
  enum class Side { ofThisParty, toThisParty } side = Side::ofThisParty;
  domain::PartyId id;
  std::string label;  // masked
  std::optional<std::string> scope;
  std::optional<base::Date> validUntil;
  bool isExpired = false;
};

struct TimelineItem {
  enum class Kind { interaction, caseEvent, rating } kind = Kind::interaction;
  base::Instant at;
  std::int64_t key = 0;  // with `at` and kind the place in the order
  domain::Channel channel = domain::Channel::counter;
  domain::Direction direction = domain::Direction::inbound;
  std::optional<domain::CaseEventKind> event;
  std::optional<domain::CaseId> caseId;
  std::string caseNumber;
  std::string subject;  // of an interaction; the case's title for an event
  std::string text;
  std::string by;  // name of the clerk, empty when unknown
  int level = 0;   // of a rating, 1 very satisfied ... 5
};

enum class TimelineFilter { everything, contacts, cases, ratings };

// One field of a correction. `kind` is the stable word of its kind, where it has one (citizen_id, phone ...); empty `before`:
// it was added.
struct CorrectedField {
  std::string field;  // name, latin_name, former_name, sex, birth_date, preferred_channel, preferred_language, note,
                      // identifier, phone, email, preferred_contact, address
  std::string kind;
  std::string before, after;  // sex and channel as stable words, a language as its tag, dates as ISO 8601
};

// Who corrected what and when. Values masked.
struct PastCorrection {
  base::Instant at;
  std::string by;
  CorrectedField what;
  std::string reason;  // of an identifier
};

struct Profile {
  domain::PartyId id;
  domain::PartyKind kind = domain::PartyKind::person;
  MaskedField name;
  std::string latinName;  // masked
  domain::Sex sex = domain::Sex::unknown;
  std::optional<int> age;  // full years today
  std::string birthDate;   // masked: the year
  std::optional<domain::Channel> preferredChannel;
  std::optional<std::string> preferredLanguage;
  std::optional<std::string> note;
  std::vector<MaskedField> identifiers;
  std::vector<MaskedField> contactPoints;
  std::vector<MaskedField> addresses;
  std::vector<Relative> relatives;
  std::vector<InboxRow> openCases;  // by due time, at most 50
  std::int64_t openCaseCount = 0;
  std::int64_t closedCaseCount = 0;
  std::int64_t interactionCount = 0;
  std::vector<int> ratings;            // levels, newest first, at most 12
  std::vector<TimelineItem> timeline;  // newest first, first page
  base::Instant registeredAt;
  std::vector<PastCorrection> corrections;  // newest first, at most 20
  domain::AccessId look;                    // its line in the access log
};

// Writes the look to the access log, durably, then reads. notFound when there is no such party; notAllowed with fact
// rule=look_not_logged on a store that can only be read.
base::Result<Profile> openProfile(Desk& desk, domain::PartyId id, Purpose purpose);

// The same profile as it is now, for the page that was opened with `look` and is still open. One person looking at one page is
// one look, however often the page refreshes under their eyes: a log that repeated it with every write of an import would hide
// the looks that matter. So the line of the opening must be there and be this clerk's, at this party, of the last twelve hours;
// otherwise notAllowed (rule=look_needed), and the page opens the profile anew.
base::Result<Profile> refreshProfile(Desk& desk, domain::PartyId id, domain::AccessId look);

// The page of at most `limit` items after `last` (nothing: from the newest).
base::Result<std::vector<TimelineItem>> timeline(Desk& desk, domain::PartyId id, TimelineFilter filter,
                                                 const std::optional<TimelineItem>& last, std::size_t limit);

// The clear value of one masked field, after the look is in the access log. Without an open case of this party a purpose other
// than caseWork is needed: notAllowed with fact rule=purpose_needed. Screens hide it again after 15 s.
base::Result<std::string> reveal(Desk& desk, domain::PartyId party, const MaskedField& field, Purpose purpose);

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::Purpose> =
    std::array<std::string_view, 6>{"case_work", "enquiry", "verification", "appeal", "correction", "statistics"};
