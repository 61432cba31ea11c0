// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/case.h"
#include "domain/party.h"
#include "domain/staff.h"
#include "store/sqlite.h"

// Reading cases. Every list pages by key; no list query sorts more than it shows (a test reads the plans).
namespace ow::store {

enum class CaseOrder { byDeadline, newestEnded, newestOpened };

struct CaseFilter {
  enum class Open { open, ended, either } open = Open::either;
  std::optional<domain::StaffId> owner;
  bool isUnowned = false;
  std::optional<std::string> window;
  std::optional<domain::ServiceId> service;
  std::optional<base::Instant> dueFrom;    // due_at >= dueFrom
  std::optional<base::Instant> dueBefore;  // due_at < dueBefore
  std::optional<base::Instant> yellowAt;   // the light is yellow at that moment
  std::optional<base::Instant> endedFrom;  // closed_at >= endedFrom
  std::optional<domain::CaseState> state;
  std::optional<std::vector<std::int64_t>> rows;  // sorted; nothing but these
};

// Row numbers in order, all of them.
base::Result<std::vector<std::int64_t>> caseRows(Connection& connection, const CaseFilter& filter, CaseOrder order);
base::Result<std::int64_t> countCases(Connection& connection, const CaseFilter& filter);

// A case with the names that a list shows. Clear values.
struct CaseLine {
  std::int64_t n = 0;
  domain::Case case_;
  std::string partyName;
  std::optional<domain::PartyKind> partyKind;
  std::string service;
  std::string department;
  std::string owner;
};
// notFound when the row has gone.
base::Result<CaseLine> caseLine(Connection& connection, std::int64_t n);
base::Result<CaseLine> caseLine(Connection& connection, domain::CaseId id);
// Open cases of a party by deadline, at most `limit`.
base::Result<std::vector<CaseLine>> openCasesOf(Connection& connection, domain::PartyId party, std::size_t limit);

// One page after `after` (row number of the last line before; by row number, newest first).
base::Result<std::vector<CaseLine>> casePage(Connection& connection, const CaseFilter& filter,
                                             std::optional<std::int64_t> after, std::size_t limit);

struct LinkedCase {
  domain::CaseLinkKind kind = domain::CaseLinkKind::related;
  domain::CaseId id;
  std::string number;
  std::string title;
  domain::CaseState state = domain::CaseState::received;
};
base::Result<std::vector<LinkedCase>> linkedCases(Connection& connection, domain::CaseId id);

}  // namespace ow::store
