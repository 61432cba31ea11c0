// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_index.h"

#include <algorithm>
#include <iterator>

#include "base/search_key.h"

namespace ow::store {

using base::Result;

namespace {

void addKeys(std::vector<std::string>& keys, std::vector<std::string> more) {
  keys.insert(keys.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void settleKeys(std::vector<std::string>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void addName(IndexEntry& entry, std::string_view name) {
  if (!name.empty()) addKeys(entry.keys, base::nameKeys(name));
}

// A phone is kept as E.164 where it has one, and the country code is not what people type: the national digits of a Chinese
// number are what follows +86, others are found whole and from behind.
void addContact(IndexEntry& entry, std::string_view kind, std::string_view normal) {
  if (kind != "phone") return;
  const bool isE164 = normal.starts_with('+');
  const std::string_view national = normal.starts_with("+86") ? normal.substr(3) : isE164 ? std::string_view{} : normal;
  addKeys(entry.keys, base::phoneKeys(isE164 ? normal : std::string_view{}, national));
}

void addCase(IndexEntry& entry, const Statement& row, int first) {
  addKeys(entry.keys, base::caseNumberKeys(row.view(first)));
  if (!row.isNull(first + 1)) addKeys(entry.keys, base::caseNumberKeys(row.view(first + 1)));
  std::string words = row.text(first + 2);
  for (int column = first + 3; column < first + 5; ++column)
    if (!row.isNull(column)) words += "\n" + row.text(column);
  entry.text = base::spacedForFullText(words);
}

}  // namespace

Result<SearchIndexUpdate::Known> SearchIndexUpdate::party(const base::Uuid& id) {
  Known known;
  OW_TRY(auto name, m_connection.prepare("SELECT n, name, latin_name, former_name FROM party WHERE id = ?1"));
  name.bindUuid(1, id);
  OW_TRY(const bool any, name.step());
  if (!any) return known;
  known.n = name.integer(0);
  for (int column = 1; column <= 3; ++column) addName(known.entry, name.view(column));
  OW_TRY(auto number, m_connection.prepare("SELECT normal FROM identifier WHERE party_id = ?1"));
  number.bindUuid(1, id);
  for (;;) {
    OW_TRY(const bool more, number.step());
    if (!more) break;
    addKeys(known.entry.keys, base::identifierKeys(number.view(0)));
  }
  OW_TRY(auto contact, m_connection.prepare("SELECT kind, normal FROM contact_point WHERE party_id = ?1"));
  contact.bindUuid(1, id);
  for (;;) {
    OW_TRY(const bool more, contact.step());
    if (!more) break;
    addContact(known.entry, contact.view(0), contact.view(1));
  }
  settleKeys(known.entry.keys);
  return known;
}

Result<SearchIndexUpdate::Known> SearchIndexUpdate::case_(const base::Uuid& id) {
  Known known;
  OW_TRY(auto row,
         m_connection.prepare("SELECT n, number, external_no, title, description, place FROM case_record WHERE id = ?1"));
  row.bindUuid(1, id);
  OW_TRY(const bool any, row.step());
  if (!any) return known;
  known.n = row.integer(0);
  addCase(known.entry, row, 1);
  settleKeys(known.entry.keys);
  return known;
}

Result<void> SearchIndexUpdate::beforeParty(const base::Uuid& id) {
  if (m_parties.contains(id)) return base::success();
  OW_TRY(auto known, party(id));
  m_parties.emplace(id, std::move(known));
  return base::success();
}

Result<void> SearchIndexUpdate::beforeCase(const base::Uuid& id) {
  if (m_cases.contains(id)) return base::success();
  OW_TRY(auto known, case_(id));
  m_cases.emplace(id, std::move(known));
  return base::success();
}

Result<IndexEntry> SearchIndexUpdate::entryOf(const base::Uuid& id, Subject subject) {
  OW_TRY(auto known, subject == Subject::case_ ? case_(id) : party(id));
  return std::move(known.entry);
}

Result<void> SearchIndexUpdate::settle() {
  for (const auto& [id, before] : m_parties) {
    OW_TRY(auto after, party(id));
    OW_TRYV(replace(partyRef(after.n != 0 ? after.n : before.n), before.entry, after.entry));
  }
  for (const auto& [id, before] : m_cases) {
    OW_TRY(auto after, case_(id));
    OW_TRYV(replace(caseRef(after.n != 0 ? after.n : before.n), before.entry, after.entry));
  }
  m_parties.clear();
  m_cases.clear();
  return base::success();
}

Result<void> SearchIndexUpdate::replace(std::int64_t ref, const IndexEntry& before, const IndexEntry& after) {
  std::vector<std::string> gone, come;
  std::set_difference(before.keys.begin(), before.keys.end(), after.keys.begin(), after.keys.end(), std::back_inserter(gone));
  std::set_difference(after.keys.begin(), after.keys.end(), before.keys.begin(), before.keys.end(), std::back_inserter(come));
  for (const std::string& key : gone) {
    OW_TRY(auto statement, m_connection.prepare("DELETE FROM term WHERE k = ?1 AND c = ?2"));
    statement.bindText(1, key).bindInt(2, ref);
    OW_TRYV(statement.run());
  }
  for (const std::string& key : come) {
    OW_TRY(auto statement, m_connection.prepare("INSERT OR IGNORE INTO term (k, c) VALUES (?1, ?2)"));
    statement.bindText(1, key).bindInt(2, ref);
    OW_TRYV(statement.run());
  }
  if (before.text == after.text) return base::success();
  if (!before.text.empty()) {
    OW_TRY(auto statement, m_connection.prepare("DELETE FROM full_text WHERE rowid = ?1"));
    statement.bindInt(1, ref);
    OW_TRYV(statement.run());
  }
  if (!after.text.empty()) {
    OW_TRY(auto statement, m_connection.prepare("INSERT INTO full_text (rowid, body) VALUES (?1, ?2)"));
    statement.bindInt(1, ref).bindText(2, after.text);
    OW_TRYV(statement.run());
  }
  return base::success();
}

namespace {

// (key, ref) pairs of the whole store, seven a person: written down whenever so many are here, each time in order. A store of a
// few hundred thousand people is sorted at once; a larger one takes some passes over the table and no more memory.
class Gathering {
 public:
  explicit Gathering(Connection& connection) : m_connection(connection) {}

  Result<void> parties() {
    OW_TRYV(each("SELECT n, name, latin_name, former_name FROM party", [this](const Statement& row) {
      IndexEntry entry;
      for (int column = 1; column <= 3; ++column) addName(entry, row.view(column));
      return add(partyRef(row.integer(0)), entry);
    }));
    OW_TRYV(each("SELECT p.n, i.normal FROM identifier i JOIN party p ON p.id = i.party_id", [this](const Statement& row) {
      IndexEntry entry;
      addKeys(entry.keys, base::identifierKeys(row.view(1)));
      return add(partyRef(row.integer(0)), entry);
    }));
    return each("SELECT p.n, c.kind, c.normal FROM contact_point c JOIN party p ON p.id = c.party_id",
                [this](const Statement& row) {
                  IndexEntry entry;
                  addContact(entry, row.view(1), row.view(2));
                  return add(partyRef(row.integer(0)), entry);
                });
  }

  // Full text is written on the way; the keys wait to be sorted.
  Result<void> cases() {
    OW_TRY(auto text, m_connection.prepare("INSERT INTO full_text (rowid, body) VALUES (?1, ?2)"));
    return each("SELECT n, number, external_no, title, description, place FROM case_record",
                [&](const Statement& row) -> Result<void> {
                  IndexEntry entry;
                  addCase(entry, row, 1);
                  const std::int64_t ref = caseRef(row.integer(0));
                  OW_TRYV(add(ref, entry));
                  if (entry.text.empty()) return base::success();
                  text.bindInt(1, ref).bindText(2, entry.text);
                  return text.run();
                });
  }

  Result<void> write() {
    const auto keyOf = [this](const Pair& pair) { return std::string_view(m_keys).substr(pair.from, pair.size); };
    std::sort(m_pairs.begin(), m_pairs.end(), [&](const Pair& a, const Pair& b) {
      const int order = keyOf(a).compare(keyOf(b));
      return order != 0 ? order < 0 : a.ref < b.ref;
    });
    OW_TRY(auto statement, m_connection.prepare("INSERT OR IGNORE INTO term (k, c) VALUES (?1, ?2)"));
    for (const Pair& pair : m_pairs) {
      statement.bindText(1, keyOf(pair)).bindInt(2, pair.ref);
      OW_TRYV(statement.run());
    }
    m_pairs.clear();
    m_keys.clear();
    return base::success();
  }

 private:
  static constexpr std::size_t kMostPairs = 1'500'000;
  struct Pair {
    std::uint32_t from, size;  // in m_keys
    std::int64_t ref;
  };

  Result<void> add(std::int64_t ref, const IndexEntry& entry) {
    for (const std::string& key : entry.keys) {
      m_pairs.push_back({std::uint32_t(m_keys.size()), std::uint32_t(key.size()), ref});
      m_keys += key;
    }
    return m_pairs.size() < kMostPairs ? base::success() : write();
  }

  template <class Visit>
  Result<void> each(std::string_view sql, Visit visit) {
    OW_TRY(auto statement, m_connection.prepare(sql));
    for (;;) {
      OW_TRY(const bool more, statement.step());
      if (!more) return base::success();
      OW_TRYV(visit(statement));
    }
  }

  Connection& m_connection;
  std::string m_keys;
  std::vector<Pair> m_pairs;
};

}  // namespace

Result<IndexEntry> indexEntryOf(Connection& connection, std::int64_t ref) {
  const bool isCase = ref % 2 != 0;
  base::Uuid id;
  {
    OW_TRY(auto row,
           connection.prepare(isCase ? "SELECT id FROM case_record WHERE n = ?1" : "SELECT id FROM party WHERE n = ?1"));
    row.bindInt(1, ref / 2);
    OW_TRY(const bool any, row.step());
    if (!any) return IndexEntry{};
    id = row.uuid(0);
  }
  return SearchIndexUpdate(connection)
      .entryOf(id, isCase ? SearchIndexUpdate::Subject::case_ : SearchIndexUpdate::Subject::party);
}

Result<void> rebuildSearchIndex(Connection& connection, const std::function<void(double)>& progress) {
  OW_TRYV(connection.execute("DELETE FROM term; INSERT INTO full_text (full_text) VALUES ('delete-all');"));
  Gathering gathering(connection);
  OW_TRYV(gathering.parties());
  if (progress) progress(0.2);
  OW_TRYV(gathering.cases());
  if (progress) progress(0.5);
  OW_TRYV(gathering.write());
  if (progress) progress(1.0);
  return base::success();
}

}  // namespace ow::store
