// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "desk/inside.h"
#include "desk/profile.h"
#include "store/desk_state.h"

namespace ow::desk {

// Writes a look at a party to the access log, durably: before anything of the party is read. No look without its line: where
// nothing can be written, notAllowed (rule=look_not_logged). Only core/desk includes this.
base::Result<domain::AccessId> logLook(Desk::Inside& in, domain::PartyId party, store::LookAct act, const std::string& field,
                                       Purpose purpose);

}  // namespace ow::desk
