// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "store/search_index.h"

namespace ow::store {

using base::KeyCheck;
using base::KeyRange;
using base::MatchKind;
using base::Result;

namespace {

// Keys looked at per range before giving up: a range such as "n王" holds a tenth of a city, and the list shows fifty.
constexpr int kScanPlain = 400;
constexpr int kScanChecked = 4000;
constexpr std::size_t kGatherPerWord = 3000;
// When every word is that common, keys looked at per word to find what they share: a range of the sorted table, 0.3 us a key.
constexpr std::int64_t kScanCommon = 200'000;

struct Hit {
  std::int64_t ref;
  MatchKind match;
  std::string_view field;
};

bool fits(SearchScope scope, std::int64_t ref) {
  const bool isCase = ref % 2 != 0;
  return scope == SearchScope::everything || (scope == SearchScope::cases) == isCase;
}

bool better(const Hit& a, const Hit& b) {
  if (a.match != b.match) return a.match < b.match;
  return a.ref > b.ref;  // newer rows have greater refs
}

class Hits {
 public:
  void add(const Hit& hit) {
    const auto [place, isNew] = m_places.try_emplace(hit.ref, m_hits.size());
    if (isNew)
      m_hits.push_back(hit);
    else if (hit.match < m_hits[place->second].match)
      m_hits[place->second] = hit;
  }
  std::size_t size() const { return m_hits.size(); }
  bool has(std::int64_t ref) const { return m_places.contains(ref); }
  std::vector<Hit> best(std::size_t limit) {
    std::sort(m_hits.begin(), m_hits.end(), better);
    if (m_hits.size() > limit) m_hits.resize(limit);
    return std::move(m_hits);
  }

 private:
  std::vector<Hit> m_hits;
  std::unordered_map<std::int64_t, std::size_t> m_places;
};

Result<std::string> nameOf(Connection& connection, std::int64_t ref) {
  OW_TRY(auto statement, connection.prepare("SELECT name FROM party WHERE n = ?1"));
  statement.bindInt(1, ref / 2);
  OW_TRY(const bool any, statement.step());
  return any ? statement.text(0) : std::string();
}

// Walks one range in key order and calls add(hit) for every key that holds, until it answers false. Answers whether the range
// was seen to its end.
template <class Add>
Result<bool> walk(Connection& connection, const KeyRange& range, SearchScope scope, std::size_t wanted, Add add) {
  const std::int64_t most =
      std::max<std::int64_t>(range.check == KeyCheck::none ? kScanPlain : kScanChecked, std::int64_t(wanted));
  OW_TRY(auto statement, connection.prepare("SELECT k, c FROM term WHERE k >= ?1 AND k < ?2 ORDER BY k, c LIMIT ?3"));
  statement.bindText(1, range.from).bindText(2, range.to).bindInt(3, most);
  for (std::int64_t seen = 0;; ++seen) {
    OW_TRY(const bool more, statement.step());
    if (!more) return seen < most;
    const std::string_view key = statement.view(0);
    const std::int64_t ref = statement.integer(1);
    if (!fits(scope, ref)) continue;
    if (range.check == KeyCheck::key && !keyHolds(range, key)) continue;
    if (range.check == KeyCheck::name) {
      OW_TRY(const std::string name, nameOf(connection, ref));
      if (!nameHolds(range, name)) continue;
    }
    if (!add(Hit{ref, matchKind(range, key), range.field})) return false;
  }
}

// Answers whether `hits` now has all that there is.
Result<bool> gather(Connection& connection, const base::QueryWord& word, SearchScope scope, std::size_t most, Hits& hits) {
  bool isAll = true;
  for (const KeyRange& range : word.ranges) {
    OW_TRY(const bool isWhole, walk(connection, range, scope, most, [&](const Hit& hit) {
             hits.add(hit);
             return hits.size() < most;
           }));
    isAll = isAll && isWhole;
  }
  return isAll;
}

// The keys of one party or case, computed from its rows.
Result<std::vector<std::string>> keysOf(Connection& connection, std::int64_t ref) {
  OW_TRY(auto entry, indexEntryOf(connection, ref));
  return std::move(entry.keys);
}

Result<bool> holds(Connection& connection, const base::QueryWord& word, const std::vector<std::string>& keys,
                   std::int64_t ref) {
  for (const KeyRange& range : word.ranges) {
    for (auto key = std::lower_bound(keys.begin(), keys.end(), range.from); key != keys.end() && *key < range.to; ++key) {
      if (range.check == KeyCheck::key && !keyHolds(range, *key)) continue;
      if (range.check == KeyCheck::name) {
        OW_TRY(const std::string name, nameOf(connection, ref));
        if (!nameHolds(range, name)) continue;
      }
      return true;
    }
  }
  return false;
}

Result<bool> holdsAll(Connection& connection, const std::vector<base::QueryWord>& words, std::int64_t ref) {
  OW_TRY(const auto keys, keysOf(connection, ref));
  for (const base::QueryWord& word : words) {
    OW_TRY(const bool isHeld, holds(connection, word, keys, ref));
    if (!isHeld) return false;
  }
  return true;
}

// Whatever has a key in the word's ranges, checks left aside; sorted.
Result<std::vector<std::int64_t>> refsInRanges(Connection& connection, const base::QueryWord& word, SearchScope scope) {
  std::vector<std::int64_t> refs;
  for (const KeyRange& range : word.ranges) {
    OW_TRY(auto statement, connection.prepare("SELECT c FROM term WHERE k >= ?1 AND k < ?2 LIMIT ?3"));
    statement.bindText(1, range.from).bindText(2, range.to).bindInt(3, kScanCommon);
    for (;;) {
      OW_TRY(const bool more, statement.step());
      if (!more) break;
      if (fits(scope, statement.integer(0))) refs.push_back(statement.integer(0));
    }
  }
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  return refs;
}

// Each word alone names a part of the city: what stands in all their ranges, the newest first, is looked at closely.
Result<void> gatherShared(Connection& connection, const std::vector<base::QueryWord>& words, SearchScope scope,
                          std::size_t wanted, Hits& hits) {
  OW_TRY(auto shared, refsInRanges(connection, words.front(), scope));
  for (std::size_t i = 1; i < words.size(); ++i) {
    OW_TRY(const auto refs, refsInRanges(connection, words[i], scope));
    std::vector<std::int64_t> both;
    std::set_intersection(shared.begin(), shared.end(), refs.begin(), refs.end(), std::back_inserter(both));
    shared = std::move(both);
  }
  for (auto ref = shared.rbegin(); ref != shared.rend() && hits.size() < wanted; ++ref) {
    OW_TRY(const bool isHit, holdsAll(connection, words, *ref));
    if (isHit) hits.add(Hit{*ref, MatchKind::infix, words.front().ranges.front().field});
  }
  return base::success();
}

// Several words: the rarest one finds, the others are checked on what it found.
Result<void> gatherAll(Connection& connection, const std::vector<base::QueryWord>& words, SearchScope scope, std::size_t wanted,
                       Hits& hits) {
  std::optional<std::vector<Hit>> rarest;
  for (const base::QueryWord& word : words) {
    Hits some;
    OW_TRY(const bool isAll, gather(connection, word, scope, kGatherPerWord, some));
    if (isAll && (!rarest || some.size() < rarest->size())) rarest = some.best(kGatherPerWord);
  }
  if (!rarest) return gatherShared(connection, words, scope, wanted, hits);
  for (const Hit& hit : *rarest) {
    OW_TRY(const bool isHit, holdsAll(connection, words, hit.ref));
    if (isHit) hits.add(Hit{hit.ref, MatchKind::infix, hit.field});
  }
  return base::success();
}

// One Latin letter would match a page of every second note.
bool isWorthFullText(std::string_view typed) {
  const bool isAscii = std::all_of(typed.begin(), typed.end(), [](unsigned char c) { return c < 0x80; });
  return typed.size() >= 3 || (!isAscii && !typed.empty());
}

Result<void> gatherFullText(Connection& connection, std::string_view typed, std::size_t most, Hits& hits) {
  const std::string phrase = isWorthFullText(typed) ? base::fullTextPhrase(typed) : std::string();
  if (phrase.empty()) return base::success();
  OW_TRY(auto statement,
         connection.prepare("SELECT rowid FROM full_text WHERE full_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2"));
  statement.bindText(1, phrase).bindInt(2, std::int64_t(most));
  for (;;) {
    OW_TRY(const bool more, statement.step());
    if (!more) return base::success();
    hits.add(Hit{statement.integer(0), MatchKind::infix, "text"});
  }
}

Result<void> describeParty(Connection& connection, std::int64_t n, SearchResult& out) {
  static constexpr const char* kSql =
      "SELECT p.id, p.kind, p.name,"
      " (SELECT i.normal FROM identifier i WHERE i.party_id = p.id ORDER BY i.n LIMIT 1),"
      " (SELECT i.type FROM identifier i WHERE i.party_id = p.id ORDER BY i.n LIMIT 1),"
      " (SELECT c.normal FROM contact_point c WHERE c.party_id = p.id AND c.kind = 'phone' ORDER BY c.is_preferred DESC, c.n "
      "LIMIT 1)"
      " FROM party p WHERE p.n = ?1";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindInt(1, n);
  OW_TRY(const bool any, row.step());
  if (!any) return base::success();
  out.id = row.uuid(0);
  out.kind = row.view(1) == "person" ? SearchResult::Kind::person : SearchResult::Kind::organisation;
  out.name = row.text(2);
  out.number = row.text(3);
  out.numberType = base::fromCode<domain::IdentifierType>(row.view(4));
  out.phone = row.text(5);
  return base::success();
}

Result<void> describeCase(Connection& connection, std::int64_t n, SearchResult& out) {
  OW_TRY(auto row, connection.prepare("SELECT c.id, c.title, c.number, c.external_no, s.name, c.state FROM case_record c"
                                      " LEFT JOIN service s ON s.id = c.service_id WHERE c.n = ?1"));
  row.bindInt(1, n);
  OW_TRY(const bool any, row.step());
  if (!any) return base::success();
  out.kind = SearchResult::Kind::case_;
  out.id = row.uuid(0);
  out.name = row.text(1);
  out.number = row.text(2);
  out.externalNo = row.text(3);
  out.service = row.text(4);
  out.state = base::fromCode<domain::CaseState>(row.view(5));
  return base::success();
}

Result<std::vector<Hit>> find(Connection& connection, std::string_view typed, SearchScope scope, std::size_t limit) {
  const base::ParsedQuery query = base::parseQuery(typed);
  Hits hits;
  if (!query.empty()) {
    OW_TRYV(gather(connection, query.whole, scope, std::max<std::size_t>(limit * 4, 200), hits));
    if (hits.size() < limit && query.words.size() > 1) OW_TRYV(gatherAll(connection, query.words, scope, limit, hits));
  }
  if (hits.size() < limit && scope != SearchScope::parties) OW_TRYV(gatherFullText(connection, typed, limit, hits));
  return hits.best(limit);
}

}  // namespace

Result<std::vector<SearchResult>> search(Connection& connection, std::string_view typed, SearchScope scope, std::size_t limit) {
  OW_TRY(const auto hits, find(connection, typed, scope, limit));
  std::vector<SearchResult> results;
  for (const Hit& hit : hits) {
    SearchResult result;
    result.n = hit.ref / 2;
    result.match = hit.match;
    result.field = hit.field;
    if (hit.ref % 2 != 0)
      OW_TRYV(describeCase(connection, result.n, result));
    else
      OW_TRYV(describeParty(connection, result.n, result));
    if (!result.id.isNil()) results.push_back(std::move(result));
  }
  return results;
}

Result<std::vector<std::int64_t>> caseRowsMatching(Connection& connection, std::string_view typed, std::size_t limit) {
  OW_TRY(const auto hits, find(connection, typed, SearchScope::everything, limit));
  std::vector<std::int64_t> rows;
  for (const Hit& hit : hits) {
    if (hit.ref % 2 != 0) {
      rows.push_back(hit.ref / 2);
      continue;
    }
    OW_TRY(auto statement,
           connection.prepare("SELECT c.n FROM party p JOIN case_record c ON c.party_id = p.id WHERE p.n = ?1"));
    statement.bindInt(1, hit.ref / 2);
    for (;;) {
      OW_TRY(const bool more, statement.step());
      if (!more) break;
      rows.push_back(statement.integer(0));
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace ow::store
