// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/search_key.h"
#include "domain/case.h"
#include "domain/identifier_type.h"
#include "domain/party.h"
#include "store/sqlite.h"

namespace ow::store {

enum class SearchScope { everything, parties, cases };

// One thing that was found. Clear values: whoever shows them masks them.
struct SearchResult {
  enum class Kind { person, organisation, case_ } kind = Kind::person;
  base::Uuid id;
  std::int64_t n = 0;  // row; greater is newer
  std::string name;    // of a party; title of a case
  std::string number;  // first identifier of a party; number of a case
  std::optional<domain::IdentifierType> numberType;
  std::string phone;       // preferred or first
  std::string externalNo;  // of a case
  std::string service;     // of a case
  std::optional<domain::CaseState> state;
  base::MatchKind match = base::MatchKind::prefix;
  std::string_view field;  // name, pinyin, initials, identifier, phone, case_number, text
};

// Ranked: exact, prefix, inside; within each the newest first. At most `limit`. Empty or unsearchable text gives nothing; an
// interrupted connection answers `cancelled`.
base::Result<std::vector<SearchResult>> search(Connection& connection, std::string_view typed, SearchScope scope,
                                               std::size_t limit);

// Rows (case_record.n) of cases that match, or whose party does: for filtering a list. Sorted; at most `limit`.
base::Result<std::vector<std::int64_t>> caseRowsMatching(Connection& connection, std::string_view typed, std::size_t limit);

}  // namespace ow::store
