// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/centre_account.h"

#include "desk/opening.h"
#include "store/desk_state.h"
#include "store/durable_file.h"
#include "store/key_ring.h"

namespace ow::desk {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

Result<std::string> valueOr(store::Connection& connection, const char* name) {
  OW_TRY(auto value, store::deskValue(connection, name));
  return value.value_or("");
}

Result<void> putAll(store::Connection& connection, std::initializer_list<std::pair<const char*, std::string>> values) {
  for (const auto& [name, value] : values) OW_TRYV(store::putDeskValue(connection, name, value));
  return base::success();
}

}  // namespace

Result<std::optional<CentreAccount>> centreAccount(store::Store& store) {
  OW_TRY(auto reader, store.read());
  store::Connection& connection = reader.connection();
  CentreAccount account;
  OW_TRY(account.dsn, valueOr(connection, "centre.dsn"));
  if (account.dsn.empty()) return std::optional<CentreAccount>();
  OW_TRY(const auto site, valueOr(connection, "centre.site"));
  OW_TRY(const auto desk, valueOr(connection, "centre.desk"));
  OW_TRY(account.role, valueOr(connection, "centre.role"));
  OW_TRY(auto password, valueOr(connection, "centre.password"));
  OW_TRY(auto secret, valueOr(connection, "centre.secret"));
  OW_TRY(auto storeSecret, valueOr(connection, "centre.store_secret"));
  const auto siteId = base::Uuid::parse(site);
  const auto deskId = base::Uuid::parse(desk);
  if (!siteId || !deskId) return base::fail(ErrorKind::storeDamaged, {{"detail", "centre_account"}});
  account.site = *siteId;
  account.desk = *deskId;
  account.password = Redacted<std::string>(std::move(password));
  account.secret = Redacted<std::string>(std::move(secret));
  account.storeSecret = Redacted<std::string>(std::move(storeSecret));
  return std::optional(std::move(account));
}

Result<void> keepEnrolment(store::Store& store, const CentreAccount& account, const Place& place,
                           const Redacted<std::string>& identityKey) {
  OW_TRY(const auto accepted, checkPlace(place));
  OW_TRY(const auto known, centreAccount(store));
  if (known && known->site != account.site) return base::fail(ErrorKind::notAllowed, {{"rule", "other_site"}});
  OW_TRY(auto write, store.write());
  OW_TRYV(putAll(write.connection(), {{"centre.dsn", account.dsn},
                                      {"centre.site", account.site.text()},
                                      {"centre.desk", account.desk.text()},
                                      {"centre.role", account.role},
                                      {"centre.password", account.password.reveal()},
                                      {"centre.secret", account.secret.reveal()},
                                      {"centre.store_secret", account.storeSecret.reveal()},
                                      {"identity_key", identityKey.reveal()},
                                      {"place.division", accepted.division},
                                      {"place.desk", accepted.desk},
                                      {"place.hall", accepted.hall},
                                      {"place.window", accepted.window},
                                      {"place.jurisdiction", accepted.jurisdiction}}));
  OW_TRYV(write.commit());
  OW_TRY(const auto lock, store::ProcessLock::takeKeys(store.path()));
  OW_TRY(auto ring, store::KeyRing::load(store.path()));
  ring.setCentre({account.dsn, account.site.text(), account.desk.text()});
  return ring.save();
}

}  // namespace ow::desk
