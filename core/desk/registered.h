// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/ids.h"

namespace ow::desk {

// What the form of this draft was registered as; nothing when it was not. For a form that comes back after a crash.
base::Result<std::optional<domain::EntityId>> registeredAs(Desk& desk, domain::DraftId draft);

}  // namespace ow::desk
