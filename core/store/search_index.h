// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "domain/ids.h"
#include "store/sqlite.h"

namespace ow::store {

// What search knows of one party or case: keys of the term table and text for the full-text table.
struct IndexEntry {
  std::vector<std::string> keys;  // sorted, no doubles
  std::string text;               // pre-spaced, may be empty
  bool operator==(const IndexEntry&) const = default;
};

// c of the term table: the row and whether it is a case.
constexpr std::int64_t partyRef(std::int64_t n) {
  return n * 2;
}
constexpr std::int64_t caseRef(std::int64_t n) {
  return n * 2 + 1;
}

// Keeps the index in step with what one transaction does: call before() ahead of the first change of an entity and settle()
// after the last change.
class SearchIndexUpdate {
 public:
  explicit SearchIndexUpdate(Connection& connection) : m_connection(connection) {}
  base::Result<void> beforeParty(const base::Uuid& id);
  base::Result<void> beforeCase(const base::Uuid& id);
  void newParty(const base::Uuid& id) { m_parties.try_emplace(id); }
  void newCase(const base::Uuid& id) { m_cases.try_emplace(id); }
  base::Result<void> settle();

  enum class Subject { party, case_ };
  base::Result<IndexEntry> entryOf(const base::Uuid& id, Subject subject);

 private:
  struct Known {
    std::int64_t n = 0;  // 0: was not there before
    IndexEntry entry;
  };
  base::Result<Known> party(const base::Uuid& id);
  base::Result<Known> case_(const base::Uuid& id);
  base::Result<void> replace(std::int64_t ref, const IndexEntry& before, const IndexEntry& after);

  Connection& m_connection;
  std::unordered_map<base::Uuid, Known> m_parties;
  std::unordered_map<base::Uuid, Known> m_cases;
};

// The entry of one party or case (a ref of the term table), from its rows; empty when it is gone.
base::Result<IndexEntry> indexEntryOf(Connection& connection, std::int64_t ref);

// All keys of the whole store, sorted and written in order: the fastest way after a first load.
base::Result<void> rebuildSearchIndex(Connection& connection, const std::function<void(double)>& progress);

}  // namespace ow::store
