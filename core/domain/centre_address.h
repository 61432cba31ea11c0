// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ow::domain {

// Where a desk's centre is and which of its desks this is: what is known before the store is open. No secret is in it.
struct CentreAddress {
  std::string dsn;         // hosts and certificate in libpq's words; no login
  std::string site, desk;  // ids
  bool operator==(const CentreAddress&) const = default;
};

}  // namespace ow::domain
