// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace ow::sync {
class ClerkLine;
}

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
// At a desk of a centre also notAllowed, rule=sign_in_first (the clerk has not proven himself there yet) or lease_over (too
// long ago): then signIn() of desk/admission.h helps. With a line to the centre the desk can prove its clerk there during the
// shift.
base::Result<std::unique_ptr<Desk>> unlock(const std::filesystem::path& path, const std::string& login,
                                           const base::Redacted<std::string>& passphrase, const Ports& ports,
                                           const std::shared_ptr<sync::ClerkLine>& centre = nullptr);

// The password of the clerk's login at the centre, for this shift; nothing without a centre.
const base::Redacted<std::string>& centrePassword(Desk& desk);

// Checks the passphrase of the clerk at this desk, to come back from the lock screen. Errors as unlock.
base::Result<void> verifyPassphrase(Desk& desk, const base::Redacted<std::string>& passphrase);

// Wraps the same store key again under a new passphrase; the store itself is not touched. At a desk of a centre the login there
// changes with it, so the line is needed (errors of sync/clerk_line.h); nothing changed then.
// invalidInput with fact rule=passphrase_weak when it has fewer than eight characters or is one repeated character.
base::Result<void> changePassphrase(Desk& desk, const base::Redacted<std::string>& before,
                                    const base::Redacted<std::string>& after);

}  // namespace ow::desk
