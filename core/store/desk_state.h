// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "store/store.h"

// What never leaves the desk: drafts, settings, the access log, the desk's own counters.
namespace ow::store {

struct DraftRow {
  domain::DraftId id;
  std::string form, subject, body;
  base::Instant savedAt;
};
base::Result<void> putDraft(Store& store, domain::StaffId staff, const DraftRow& draft);
base::Result<void> dropDraft(Store& store, domain::StaffId staff, domain::DraftId id);
base::Result<void> dropDraft(Write& write, domain::StaffId staff, domain::DraftId id);        // when the caller commits
base::Result<std::vector<DraftRow>> draftsOf(Connection& connection, domain::StaffId staff);  // newest first

base::Result<std::optional<std::string>> settingOf(Connection& connection, domain::StaffId staff, const std::string& name);
base::Result<void> putSetting(Store& store, domain::StaffId staff, const std::string& name, const std::string& value);

// What the operation with that id was about; nothing when there is none.
base::Result<std::optional<domain::EntityId>> entityOf(Connection& connection, domain::OperationId id);

// SQL that holds of a row of t whose `hall` says nothing, or this store's own. What citizens said of another hall comes along
// with whoever is known in both, and is counted and checked there.
inline constexpr const char* kOfThisHall =
    "(t.hall IS NULL OR t.hall = coalesce((SELECT value FROM desk_state WHERE name = 'place.hall'), t.hall))";
base::Result<std::optional<std::string>> deskValue(Connection& connection, const std::string& name);
base::Result<void> putDeskValue(Connection& connection, const std::string& name, const std::string& value);
// The next number of a counter, from 1, inside the caller's write: it is used up only if the write commits.
base::Result<std::int64_t> takeNumber(Write& write, const std::string& counter);
// The running number of the desk's next case of that day, whoever makes the case: window or import. Nothing, and nothing is
// used up, when the day has given out `last` already.
base::Result<std::optional<int>> takeCaseSerial(Write& write, base::Date day, std::int64_t last);

enum class LookAct { open, reveal };
struct Look {
  domain::AccessId id;
  base::Instant at;
  domain::StaffId staff;
  std::string desk;
  domain::PartyId party;
  LookAct act = LookAct::open;
  std::string field;    // of a reveal
  std::string purpose;  // stable word
};
// Durable when it returns: only then may anything of the look be shown. storeReadOnly where nothing can be written.
base::Result<void> logLook(Store& store, const Look& look);
base::Result<std::optional<Look>> lookWithId(Connection& connection, domain::AccessId id);

}  // namespace ow::store
