// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_link.h"

#include "base/digest.h"
#include "centre/postgres_clerks.h"
#include "centre/sealed.h"
#include "desk/admission.h"
#include "desk/centre_account.h"
#include "desk/opening.h"
#include "desk/unlock.h"

namespace ow::app {

using base::Result;

namespace {

constexpr centre::Deadlines kForClerk{std::chrono::seconds(3), std::chrono::seconds(5), std::chrono::seconds(10)};

Result<centre::DeskAccount> accountOf(store::Store& store) {
  OW_TRY(auto account, desk::centreAccount(store));
  if (!account) return base::fail(base::ErrorKind::notFound, {{"entity", "centre"}});
  OW_TRY(const auto address, centre::Address::parse(account->dsn));
  centre::DeskAccount desk{address.as(account->role, account->password.reveal()), account->desk, account->secret};
  const std::string& secret = account->storeSecret.reveal();
  if (secret.empty()) return desk;
  const base::Redacted<std::string> key(base::hexOf(store.key().bytes()));
  base::SystemRandom random;
  desk.sealedStoreKey = centre::seal(key.reveal(), secret, random);
  return desk;
}

// With the clerk of the desk, who is to prove himself.
Result<centre::DeskAccount> accountOf(desk::Desk& desk) {
  OW_TRY(auto account, accountOf(desk::storeOf(desk)));
  const auto& password = desk::centrePassword(desk);
  if (!password.reveal().empty()) account.clerk = centre::DeskAccount::Clerk{desk.clerk().login, password};
  return account;
}

}  // namespace

Result<std::unique_ptr<centre::PostgresCentre>> centreOf(store::Store& store) {
  OW_TRY(auto account, accountOf(store));
  return std::make_unique<centre::PostgresCentre>(std::move(account));
}

Result<std::unique_ptr<centre::PostgresCentre>> centreOf(desk::Desk& desk) {
  OW_TRY(auto account, accountOf(desk));
  return std::make_unique<centre::PostgresCentre>(std::move(account));
}

std::shared_ptr<sync::ClerkLine> clerkLineOf(const std::filesystem::path& store) {
  const auto where = desk::centreAddressOf(store);
  if (!where || !where.value()) return nullptr;
  auto line = centre::PostgresClerks::at(*where.value());
  return line ? std::shared_ptr<sync::ClerkLine>(std::move(line.value())) : nullptr;
}

Result<std::unique_ptr<centre::PostgresRegister>> registerOf(desk::Desk& desk) {
  OW_TRY(auto account, accountOf(desk));
  return std::make_unique<centre::PostgresRegister>(std::make_unique<centre::PostgresCentre>(std::move(account), kForClerk));
}

}  // namespace ow::app
