// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <utility>

namespace ow::sync {

// A map that remembers what the commit under way changed, so that it can be rolled back. One thread.
template <class Key, class Value>
class MemoryTable {
 public:
  using Before = std::map<Key, std::optional<Value>>;

  // Null when it is not there. Valid until the next change.
  const Value* find(const Key& key) const {
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : &found->second;
  }
  // The row to change; a new one when there is none. Valid until it is erased or rolled back.
  Value& edit(const Key& key) {
    remember(key);
    return m_rows[key];
  }
  void erase(const Key& key) {
    remember(key);
    m_rows.erase(key);
  }
  const std::map<Key, Value>& rows() const { return m_rows; }

  // Ends the commit: what its keys held before.
  Before commit() { return std::exchange(m_before, {}); }
  void rollBack(const Before& before) {
    for (const auto& [key, value] : before) {
      if (value)
        m_rows.insert_or_assign(key, *value);
      else
        m_rows.erase(key);
    }
  }

 private:
  void remember(const Key& key) {
    if (m_before.contains(key)) return;
    const Value* row = find(key);
    m_before.emplace(key, row == nullptr ? std::nullopt : std::optional<Value>(*row));
  }

  std::map<Key, Value> m_rows;
  Before m_before;
};

}  // namespace ow::sync
