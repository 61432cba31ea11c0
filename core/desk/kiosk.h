// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

// Whether citizens may rate at this desk by the code on a receipt (rating_receipt.h).
//
// No desk is one until a supervisor says so while sitting at it: what lies in a waste-paper basket would else be rated at the
// window that printed it. The word is kept in the desk's own store, where only the program writes; it does not travel. Whoever
// has the key file of a store is above it, as above everything in that store.
namespace ow::desk {

base::Result<bool> isKiosk(Desk& desk);
// notAllowed (rule=not_your_right) unless a supervisor says it; storeReadOnly.
base::Result<void> makeKiosk(Desk& desk, bool isOne);

}  // namespace ow::desk
