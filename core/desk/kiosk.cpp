// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/kiosk.h"

#include "desk/inside.h"
#include "desk/refusals.h"
#include "store/desk_state.h"

namespace ow::desk {

using base::Result;

namespace {
constexpr auto kName = "rating_kiosk";
constexpr auto kYes = "yes", kNo = "no";
}  // namespace

Result<bool> isKiosk(Desk& desk) {
  OW_TRY(auto reader, desk.inside().store->read());
  OW_TRY(const auto word, store::deskValue(reader.connection(), kName));
  return word == kYes;
}

Result<void> makeKiosk(Desk& desk, bool isOne) {
  Desk::Inside& in = desk.inside();
  if (in.clerk.role != domain::Role::supervisor) return notAllowed("not_your_right");
  OW_TRY(auto write, in.store->write());
  OW_TRYV(store::putDeskValue(write.connection(), kName, isOne ? kYes : kNo));
  return write.commit();
}

}  // namespace ow::desk
