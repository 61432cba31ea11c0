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
};

// Nothing: this desk works for itself.
base::Result<std::optional<CentreAccount>> centreAccount(store::Store& store);

// The desk takes the place that the centre gives it and the site's secret for person ids. notAllowed (rule=other_site) when it
// is enrolled at another site already: two registers do not mix.
base::Result<void> keepEnrolment(store::Store& store, const CentreAccount& account, const Place& place,
                                 const base::Redacted<std::string>& identityKey);

}  // namespace ow::desk
