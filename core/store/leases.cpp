// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/leases.h"

#include <algorithm>
#include <charconv>

#include "store/desk_state.h"
#include "store/key_ring.h"
#include "store/replica.h"

namespace ow::store {

using base::Result;

namespace {

std::string nameOf(domain::StaffId staff) {
  return "lease." + staff.text();
}

Result<bool> hasLeft(Connection& connection, domain::StaffId staff) {
  OW_TRY(auto known, connection.prepare("SELECT is_active FROM staff WHERE id = ?1"));
  known.bindUuid(1, staff.uuid);
  OW_TRY(const bool any, known.step());
  return any && known.integer(0) == 0;
}

}  // namespace

Result<void> putLease(Connection& connection, domain::StaffId staff, base::Instant until) {
  return putDeskValue(connection, nameOf(staff).c_str(), std::to_string(base::toMillis(until)));
}

Result<std::optional<base::Instant>> leaseOf(Connection& connection, domain::StaffId staff) {
  OW_TRY(const auto text, deskValue(connection, nameOf(staff)));
  if (!text) return std::optional<base::Instant>();
  std::int64_t millis = 0;
  std::from_chars(text->data(), text->data() + text->size(), millis);
  return std::optional(base::fromMillis(millis));
}

Result<base::Instant> latestKnownTime(Connection& connection, base::Instant clock) {
  OW_TRY(const auto anchors, seenAnchors(connection));
  return anchors.empty() ? clock : std::max(clock, anchors.front().anchor.at);
}

Result<std::vector<domain::StaffId>> lockOutLeavers(Store& store) {
  OW_TRY(const auto lock, ProcessLock::takeKeys(store.path()));
  OW_TRY(auto ring, KeyRing::load(store.path()));
  std::vector<domain::StaffId> gone;
  {
    OW_TRY(auto reader, store.read());
    for (const auto& slot : ring.clerks()) {
      OW_TRY(const bool left, hasLeft(reader.connection(), slot.staff));
      if (left) gone.push_back(slot.staff);
    }
  }
  if (gone.empty()) return gone;
  for (const domain::StaffId staff : gone) ring.remove(staff);
  OW_TRYV(ring.save());
  return gone;
}

Result<void> lockOutEverybody(Store& store) {
  OW_TRY(const auto lock, ProcessLock::takeKeys(store.path()));
  OW_TRY(auto ring, KeyRing::load(store.path()));
  if (ring.clerks().empty()) return base::success();
  ring.removeClerks();
  return ring.save();
}

}  // namespace ow::store
