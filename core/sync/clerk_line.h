// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/redacted.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"

// The port by which a clerk proves himself at the centre: once a shift, and at a desk that does not know him yet.
namespace ow::sync {

// That the centre knows the clerk at this desk.
struct ClerkProof {
  domain::StaffId staff;
  base::Instant leaseUntil;  // by the centre's clock: until then the clerk may work at this desk without the centre
};

// What a desk needs to let in a clerk whom it does not know.
struct Admission {
  ClerkProof proof;
  std::string login, name, role;         // role: clerk or supervisor
  bool mustChange = false;               // the passphrase is the one that an administrator gave
  base::Redacted<std::string> storeKey;  // of this desk's store, 64 hexadecimal digits
};

// Thread: one; calls block until they are answered or their deadline passed. Errors: centreAway; centreRefused (fact rule:
// login, when login or passphrase are wrong or the person works here no more; not_your_hall; no_store_key, when the desk has
// not handed in its key yet; certificate).
class ClerkLine {
 public:
  virtual ~ClerkLine() = default;
  virtual base::Result<Admission> admit(const std::string& login, const base::Redacted<std::string>& passphrase) = 0;
  // The password of the clerk's login, which follows from the passphrase; asks nobody, takes a third of a second.
  virtual base::Result<base::Redacted<std::string>> passwordFor(const std::string& login,
                                                                const base::Redacted<std::string>& passphrase) = 0;
  // The passphrase of the centre's login, and what it opens. The desk's own key ring is not touched.
  virtual base::Result<void> changePassphrase(const std::string& login, const base::Redacted<std::string>& before,
                                              const base::Redacted<std::string>& after) = 0;
};

}  // namespace ow::sync
