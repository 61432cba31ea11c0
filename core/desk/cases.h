// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/inbox.h"
#include "desk/profile.h"
#include "domain/case.h"
#include "domain/due.h"
#include "domain/service.h"

namespace ow::desk {

struct NewCase {
  std::optional<domain::PartyId> party;
  std::optional<domain::PartyId> agent;
  domain::ServiceId service;
  std::string title;  // empty: the service's name
  std::string description;
  domain::Channel channel = domain::Channel::counter;
  domain::Priority priority = domain::Priority::normal;
  std::string place;
};

struct OpenedCase {
  domain::CaseId id;
  std::string number;
  std::optional<base::Instant> dueAt;
  bool isDueExpected = false;
};

// Numbers the case, computes its due times from the service and the calendar, makes the clerk its owner. `draft` as in
// registerContact.
base::Result<OpenedCase> openCase(Desk& desk, const NewCase& newCase, domain::DraftId draft = {});

// What can be done with a case now. An action that is not allowed says why, as a stable word, so that a screen can grey it out.
struct CaseAction {
  domain::CaseEventKind event = domain::CaseEventKind::accepted;
  bool isAllowed = false;
  std::string why;  // wrong_state, not_owner, read_only ...
};

struct CasePage {
  InboxRow row;
  std::string description;
  std::string place;
  std::string hall;
  std::string window;
  std::string department;
  domain::CaseType caseType = domain::CaseType::promised;  // of its service
  std::optional<domain::Outcome> outcome;
  base::Instant openedAt;
  std::optional<base::Instant> acceptedAt, decidedAt, closedAt, statutoryDueAt, externalDueAt;
  std::optional<domain::ClockExplanation> clock;  // how the due time came about
  std::optional<domain::PartyId> party;
  std::optional<domain::PartyId> agent;
  std::string agentLabel;
  std::vector<CaseAction> actions;
  std::vector<TimelineItem> story;  // newest first, at most 200
  struct Link {
    domain::CaseLinkKind kind = domain::CaseLinkKind::related;
    domain::CaseId id;
    std::string number;
    std::string title;
    domain::CaseState state = domain::CaseState::received;
  };
  std::vector<Link> links;
};
base::Result<CasePage> openCasePage(Desk& desk, domain::CaseId id);

// One step of the lifecycle. `expected` is the state that the clerk saw: when somebody moved the case meanwhile the answer is
// conflict with fact state. decided needs an outcome; returned, withdrawn and reopened need a text (why).
struct Move {
  domain::CaseId id;
  domain::CaseEventKind event = domain::CaseEventKind::accepted;
  domain::CaseState expected = domain::CaseState::received;
  std::optional<domain::Outcome> outcome;
  std::string text;
};
base::Result<domain::CaseState> moveCase(Desk& desk, const Move& move);

// Accepts, decides and closes in one commit, as an instant case (即办件) is: all steps or none. notAllowed (rule=not_instant)
// for a service of another type: its steps have limits of their own.
base::Result<void> finishOnTheSpot(Desk& desk, domain::CaseId id, domain::CaseState expected, domain::Outcome outcome,
                                   const std::string& text);

// The note's draft, where it has one, goes in the same transaction.
base::Result<void> addNote(Desk& desk, domain::CaseId id, const std::string& text, domain::DraftId draft = {});
// Nothing as `owner` gives the case back to the window. The story says from whom to whom ("王敏 → 李娜"). notAllowed
// (rule=clerk_disabled) when the new owner does not work here any more.
base::Result<void> assignCase(Desk& desk, domain::CaseId id, const std::optional<domain::StaffId>& owner);
base::Result<void> takeCase(Desk& desk, domain::CaseId id);  // assigns to the clerk at this desk
base::Result<void> setPriority(Desk& desk, domain::CaseId id, domain::Priority priority);
base::Result<void> linkCases(Desk& desk, domain::CaseId from, domain::CaseId to, domain::CaseLinkKind kind);

// Services whose name, code, department or pinyin match, at most `limit`; the most used first when nothing is typed.
struct ServiceChoice {
  domain::ServiceId id;
  std::string name;
  std::string department;
  std::string code;
  std::optional<domain::Limit> promised;
};
base::Result<std::vector<ServiceChoice>> findServices(Desk& desk, const std::string& typed, std::size_t limit);

}  // namespace ow::desk
