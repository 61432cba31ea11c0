// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"
#include "base/uuid.h"
#include "centre/address.h"

namespace ow::centre {

// What a desk takes home from its enrolment; all of it goes into the encrypted store.
struct Enrolled {
  base::Uuid site;
  base::Uuid desk;
  base::Redacted<std::string> secret;       // of this desk alone; the centre keeps its hash
  std::string role;                         // login of the hall
  base::Redacted<std::string> password;     // of that login
  base::Redacted<std::string> identityKey;  // secret of the site: same number, same person, at every desk
  base::Redacted<std::string> storeSecret;  // of the hall: what seals its desks' store keys at the centre
  std::string hall, hallCode, division, code, window, jurisdiction;
};

// Uses up a one-time code. invalidInput (field=code): it cannot be one; centreRefused (rule=login or code): it is not, or no
// longer, valid. Any thread.
base::Result<Enrolled> enrol(const Address& address, const std::string& typedCode, base::Random& random);

}  // namespace ow::centre
