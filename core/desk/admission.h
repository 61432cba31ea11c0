// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "desk/unlock.h"
#include "store/key_ring.h"

namespace ow::desk {

// A login at the centre, at a desk that does not know the clerk (any more): the first, one after the lease has run out, one
// with a passphrase that was changed elsewhere. From then on the passphrase unlocks the store without the centre until the
// lease ends.
//
// Errors of the line (sync/clerk_line.h), of unlock(), and notAllowed (rule=passphrase_initial): the passphrase is the one that
// an administrator gave; call again with another in `next`, which it becomes. invalidInput (rule=passphrase_weak, or
// passphrase_same when `next` is no other). storeDamaged (detail=store_key): the centre's key is not this store's.
base::Result<std::unique_ptr<Desk>> signIn(const std::filesystem::path& path, const std::string& login,
                                           const base::Redacted<std::string>& passphrase,
                                           const std::optional<base::Redacted<std::string>>& next,
                                           const std::shared_ptr<sync::ClerkLine>& centre, const Ports& ports,
                                           store::Hardness hardness = store::Hardness::real());

// Whether the centre may help with an unlock that ended so: an unknown clerk, another passphrase, a lease that is over.
bool mayAskTheCentre(const base::Error& error);

// Where the centre of the store at `path` is; nothing when its desk belongs to none. Needs no key. Errors of clerksOf.
base::Result<std::optional<domain::CentreAddress>> centreAddressOf(const std::filesystem::path& path);

}  // namespace ow::desk
