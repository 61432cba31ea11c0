// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/redacted.h"
#include "base/result.h"
#include "base/uuid.h"

namespace ow::centre {

// What follows from a clerk's passphrase (Argon2id, 64 MiB, three passes, salted with site and login): the password of the
// login at the centre, so that the passphrase itself and what it unlocks at a desk never reach a server, and the code that
// seals the secrets kept there for the clerk. About a third of a second. internal (where=argon2) when there is not the memory
// for it.
struct ClerkSecrets {
  base::Redacted<std::string> password;  // 64 hexadecimal digits
  base::Redacted<std::string> seal;      // for seal() and unseal()
};
base::Result<ClerkSecrets> clerkSecrets(const base::Uuid& site, const std::string& login,
                                        const base::Redacted<std::string>& passphrase);

// The login role of a person of the staff.
std::string staffRole(const std::string& login);

}  // namespace ow::centre
