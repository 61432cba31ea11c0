// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace ow::desk {

struct ClerkName {
  std::string login;
  std::string name;
};

// Who can unlock the store at `path`, for the unlock screen. Needs no key. storeMissing when there is no store,
// keysMissing or keysForeign when what is beside it is not its key ring.
base::Result<std::vector<ClerkName>> clerksOf(const std::filesystem::path& path);

// Unlocking is the offline login: the passphrase unwraps the store's key (Argon2id), so it takes about a second on purpose.
// Errors: wrongKey (fact left: tries before the next delay), lockedOut (fact seconds), storeMissing, keysMissing, keysForeign,
// storeTooOld, storeTooNew, storeInUse, storeDamaged, storeReadOnly is not an error here: the desk then says isReadOnly().
base::Result<std::unique_ptr<Desk>> unlock(const std::filesystem::path& path, const std::string& login,
                                           const base::Redacted<std::string>& passphrase, const Ports& ports);

// Checks the passphrase of the clerk at this desk, to come back from the lock screen. Errors as unlock.
base::Result<void> verifyPassphrase(Desk& desk, const base::Redacted<std::string>& passphrase);

// Wraps the same store key again under a new passphrase; the store itself is not touched.
// invalidInput with fact rule=passphrase_weak when it has fewer than eight characters or is one repeated character.
base::Result<void> changePassphrase(Desk& desk, const base::Redacted<std::string>& before,
                                    const base::Redacted<std::string>& after);

}  // namespace ow::desk
