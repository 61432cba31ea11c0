// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>

namespace ow::domain {

// Which entities of one kind a write touched. A write that touched more than kMostNamed (an import) names none of them any more
// and holds() says yes to all. One thread.
template <class IdType>
class Touched {
 public:
  static constexpr std::size_t kMostNamed = 256;

  void add(IdType id) {
    if (id.isNil() || m_isEverything) return;
    m_named.insert(id);
    if (m_named.size() > kMostNamed) addEverything();
  }
  void addEverything() {
    m_isEverything = true;
    m_named.clear();
  }

  explicit operator bool() const { return m_isEverything || !m_named.empty(); }
  bool holds(IdType id) const { return m_isEverything || m_named.contains(id); }
  bool isEverything() const { return m_isEverything; }
  const std::set<IdType>& named() const { return m_named; }

 private:
  std::set<IdType> m_named;
  bool m_isEverything = false;
};

}  // namespace ow::domain
