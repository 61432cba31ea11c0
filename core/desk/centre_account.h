// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/redacted.h"
#include "base/result.h"
#include "base/uuid.h"
#include "desk/desk.h"
#include "store/store.h"

// What a desk keeps of its enrolment at a centre, inside the encrypted store. Any thread.
namespace ow::desk {

struct CentreAccount {
  std::string dsn;  // hosts and certificate, as given; no login in it
  base::Uuid site;
  base::Uuid desk;
  std::string role;
  base::Redacted<std::string> password;
  base::Redacted<std::string> secret;
  base::Redacted<std::string>
      storeSecret;  // seals this store's key for the centre; empty at a desk enrolled by an older version
};

// Nothing: this desk works for itself.
base::Result<std::optional<CentreAccount>> centreAccount(store::Store& store);

// The desk takes the place that the centre gives it and the site's secret for person ids. notAllowed (rule=other_site) when it
// is enrolled at another site already: two registers do not mix.
// The key ring learns where the centre is, so that clerks who are new here can prove themselves there.
base::Result<void> keepEnrolment(store::Store& store, const CentreAccount& account, const Place& place,
                                 const base::Redacted<std::string>& identityKey);

}  // namespace ow::desk
