// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_link.h"

#include "desk/centre_account.h"

namespace ow::app {

base::Result<std::unique_ptr<centre::PostgresCentre>> centreOf(store::Store& store) {
  OW_TRY(auto account, desk::centreAccount(store));
  if (!account) return base::fail(base::ErrorKind::notFound, {{"entity", "centre"}});
  OW_TRY(const auto address, centre::Address::parse(account->dsn));
  return std::make_unique<centre::PostgresCentre>(
      centre::DeskAccount{address.as(account->role, account->password.reveal()), account->desk, account->secret});
}

}  // namespace ow::app
