// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/look.h"

namespace ow::desk {

using base::ErrorKind;

base::Result<domain::AccessId> logLook(Desk::Inside& in, domain::PartyId party, store::LookAct act, const std::string& field,
                                       Purpose purpose) {
  const auto id = in.ids.make<domain::AccessId>();
  const auto logged = store::logLook(
      *in.store, {id, in.now(), in.clerk.id, in.place.desk, party, act, field, std::string(base::code(purpose))});
  if (logged) return id;
  if (logged.error().kind == ErrorKind::storeReadOnly) return base::fail(ErrorKind::notAllowed, {{"rule", "look_not_logged"}});
  return logged.error();
}

}  // namespace ow::desk
