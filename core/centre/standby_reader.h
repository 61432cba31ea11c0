// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "centre/address.h"
#include "centre/deadlines.h"
#include "sync/centre.h"

namespace ow::centre {

class Connection;

// Reads pages of rows from a standby, on a connection of its own beside the one to the primary. Whatever goes wrong with it is
// no error: no answer means that the primary is to be asked.
//
// A standby may be behind, and it may be ahead: it shows a commit that the primary keeps back until its synchronous standbys
// have it, and that a failover would lose. So it is asked only for what the primary has told that it has, and its answer is
// held back whole: it counts once the primary is known to have come as far as the answer. What it says then is what the primary
// said, sooner or later.
class StandbyReader {
 public:
  // `desk` decides at which host it begins, so that desks spread over the standbys. `stop` outlives it.
  StandbyReader(Address address, const base::Uuid& desk, const Deadlines& deadlines, const std::atomic<bool>* stop);
  ~StandbyReader();

  // What the primary, at that host, has told of the scopes.
  void note(const sync::Heads& heads, const std::string& primary);

  template <class Answer>
  struct Held {
    Answer answer;
    std::vector<sync::PulledRow> rows;
    std::vector<sync::Cursor> ahead;  // what the primary has not told yet: the answer counts when it has come that far
  };
  // What follows the cursors, where the primary told of more than they have and the standby has some of it.
  std::optional<Held<sync::PullAnswer>> pull(const std::string& token, std::span<const sync::Cursor> cursors,
                                             std::size_t limit);
  // A page of a scope, where the standby has all that the primary told of.
  std::optional<Held<sync::FillAnswer>> fill(const std::string& token, sync::ScopeId scope, const std::string& from,
                                             std::size_t limit);

 private:
  struct Told {
    std::int32_t epoch = 0;
    std::int64_t pos = 0;
    base::Uuid anchor;
  };
  bool hasNews(std::span<const sync::Cursor> cursors) const;
  bool isTold(const sync::Cursor& head) const;
  bool connect();
  void giveUp();

  Address m_address;
  Deadlines m_deadlines;
  const std::atomic<bool>* m_stop;
  std::unique_ptr<Connection> m_connection;
  std::chrono::steady_clock::time_point m_notBefore;
  std::string m_primary;  // Address::name of its host
  std::map<sync::ScopeId, Told> m_told;
};

}  // namespace ow::centre
