// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "desk/conflicts.h"
#include "desk/proposals.h"
#include "desk/sent_work.h"

namespace ow::ui {

// What stands on the sync page, one kind after the other.
enum class SyncSection { conflicts, proposals, refused, waiting, sent };
constexpr int kSyncSections = 5;

struct SyncRow {
  SyncSection section = SyncSection::conflicts;
  std::variant<desk::OpenConflict, desk::OpenProposal, desk::SentWork> what;

  const desk::OpenConflict* conflict() const { return std::get_if<desk::OpenConflict>(&what); }
  const desk::OpenProposal* proposal() const { return std::get_if<desk::OpenProposal>(&what); }
  const desk::SentWork* work() const { return std::get_if<desk::SentWork>(&what); }
  const desk::WorkSubject& subject() const;
  base::Uuid id() const;  // of the conflict, proposal or operation: names the row
};

// Where the list goes on.
struct SyncPlace {
  SyncSection section = SyncSection::conflicts;
  std::optional<std::int64_t> after;  // within the section
};
struct SyncRows {
  std::vector<SyncRow> rows;
  std::optional<SyncPlace> next;  // nothing: that was all
};
// About `limit` rows from there on, into the next section where one ends, up to the end of `last`. Any thread; blocks.
base::Result<SyncRows> readSyncRows(desk::Desk& desk, SyncPlace from, std::size_t limit, SyncSection last = SyncSection::sent);

}  // namespace ow::ui
