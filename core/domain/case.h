// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/case_lifecycle.h"
#include "domain/channel.h"
#include "domain/ids.h"

namespace ow::domain {

enum class Priority { normal, high, urgent };

// One application handled by a hall (办件). What happened to it is its events, which are only ever appended; the fields here
// are where it stands now.
struct Case {
  CaseId id;
  std::string number;                     // ours, see case_number.h
  std::optional<std::string> externalNo;  // the foreign system's number, verbatim
  std::optional<std::string> source;      // name of that system ("boston311"); null for our own cases
  ServiceId serviceId;
  std::optional<PartyId> partyId;  // applicant; unknown for an anonymous report
  std::optional<PartyId> agentId;  // who acts for them
  std::string title;
  std::optional<std::string> description;
  CaseState state = CaseState::received;
  std::optional<Outcome> outcome;
  Channel channel = Channel::counter;
  Priority priority = Priority::normal;
  std::string hall;
  std::optional<std::string> window;
  std::optional<StaffId> ownerId;
  std::string jurisdiction;
  base::Instant openedAt;
  std::optional<base::Instant> acceptedAt;
  std::optional<base::Instant> yellowAt;        // from here on the light is yellow
  std::optional<base::Instant> dueAt;           // promised limit; red from here on
  std::optional<base::Instant> statutoryDueAt;  // double red from here on
  bool isDueExpected = false;                   // a year without a published calendar was counted (预计)
  std::optional<base::Instant> externalDueAt;   // the source's own target, kept beside ours
  std::optional<base::Instant> decidedAt;
  std::optional<base::Instant> closedAt;
  base::Instant lastEventAt;
  int reopenedCount = 0;
  std::optional<std::string> place;  // where it is about
  std::optional<std::string> divisionCode;
  std::optional<double> latitude;
  std::optional<double> longitude;
};

template <class V, class E>
void describeCase(V&& v, E& e) {
  v("number", e.number);
  v("external_no", e.externalNo);
  v("source", e.source);
  v("service_id", e.serviceId);
  v("party_id", e.partyId);
  v("agent_id", e.agentId);
  v("title", e.title);
  v("description", e.description);
  v("state", e.state);
  v("outcome", e.outcome);
  v("channel", e.channel);
  v("priority", e.priority);
  v("hall", e.hall);
  v("window", e.window);
  v("owner_id", e.ownerId);
  v("jurisdiction", e.jurisdiction);
  v("opened_at", e.openedAt);
  v("accepted_at", e.acceptedAt);
  v("yellow_at", e.yellowAt);
  v("due_at", e.dueAt);
  v("statutory_due_at", e.statutoryDueAt);
  v("is_due_expected", e.isDueExpected);
  v("external_due_at", e.externalDueAt);
  v("decided_at", e.decidedAt);
  v("closed_at", e.closedAt);
  v("last_event_at", e.lastEventAt);
  v("reopened_count", e.reopenedCount);
  v("place", e.place);
  v("division_code", e.divisionCode);
  v("latitude", e.latitude);
  v("longitude", e.longitude);
}

// One line of a case's story. Append-only.
struct CaseEvent {
  CaseEventId id;
  CaseId caseId;
  base::Instant at;
  CaseEventKind kind = CaseEventKind::note;
  std::optional<CaseState> fromState;
  std::optional<CaseState> toState;
  std::optional<StaffId> actorId;  // null: a system of record or an import did it
  std::optional<Channel> channel;
  std::optional<std::string> text;
};

template <class V, class E>
void describeCaseEvent(V&& v, E& e) {
  v("case_id", e.caseId);
  v("at", e.at);
  v("kind", e.kind);
  v("from_state", e.fromState);
  v("to_state", e.toState);
  v("actor_id", e.actorId);
  v("channel", e.channel);
  v("text", e.text);
}

enum class CaseLinkKind { related, duplicateOf, followUpOf };

struct CaseLink {
  CaseLinkId id;
  CaseId fromCase;
  CaseId toCase;
  CaseLinkKind kind = CaseLinkKind::related;
};

template <class V, class E>
void describeCaseLink(V&& v, E& e) {
  v("from_case", e.fromCase);
  v("to_case", e.toCase);
  v("kind", e.kind);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Priority> = std::array<std::string_view, 3>{"normal", "high", "urgent"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::CaseLinkKind> =
    std::array<std::string_view, 3>{"related", "duplicate_of", "follow_up_of"};
