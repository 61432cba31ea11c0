// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_clerks.h"

#include <boost/json.hpp>

#include "base/random.h"
#include "centre/connection.h"
#include "centre/sealed.h"
#include "domain/staff.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

constexpr std::chrono::seconds kLoginDeadline{10};

std::string wordOf(const json::value& answer, const char* name) {
  const json::value& v = answer.at(name);
  return v.is_null() ? std::string() : json::value_to<std::string>(v);
}

struct Entered {
  std::unique_ptr<Connection> connection;
  ClerkSecrets secrets;
};

Result<Entered> enter(const Address& address, const base::Uuid& site, const std::string& login,
                      const Redacted<std::string>& passphrase) {
  if (!domain::isLogin(login)) return base::fail(ErrorKind::centreRefused, {{"rule", "login"}});
  Entered entered;
  OW_TRY(entered.secrets, clerkSecrets(site, login, passphrase));
  OW_TRY(entered.connection, Connection::open(address.as(staffRole(login), entered.secrets.password.reveal()), Wants::primary));
  return entered;
}

Result<json::value> keysFor(Connection& connection, const base::Uuid& desk) {
  const std::string id = desk.text();
  const Parameter parameters[] = {id};
  OW_TRY(const auto text, connection.value("SELECT ow_clerk.keys_for($1::uuid)::text", parameters, kLoginDeadline));
  boost::system::error_code code;
  json::value answer = json::parse(text.value_or(""), code);
  if (code) return base::fail(ErrorKind::internal, {{"where", "keys_for"}});
  return answer;
}

// The key of the desk's store, sealed with its hall's secret; that one, sealed under the passphrase.
Result<Redacted<std::string>> storeKeyOf(const json::value& answer, const ClerkSecrets& secrets) {
  const std::string sealed = wordOf(answer, "store_key");
  if (sealed.empty()) return base::fail(ErrorKind::centreRefused, {{"rule", "no_store_key"}});
  OW_TRY(const auto opened, unseal(wordOf(answer, "keys"), secrets.seal.reveal()));
  const json::value halls = json::parse(opened);
  const json::value* hall = halls.as_object().if_contains(wordOf(answer, "hall"));
  if (hall == nullptr) return base::fail(ErrorKind::centreRefused, {{"rule", "not_your_hall"}});
  OW_TRY(auto key, unseal(sealed, json::value_to<std::string>(*hall)));
  return Redacted<std::string>(std::move(key));
}

}  // namespace

Result<std::unique_ptr<PostgresClerks>> PostgresClerks::at(const domain::CentreAddress& where) {
  OW_TRY(auto address, Address::parse(where.dsn));
  const auto site = base::Uuid::parse(where.site);
  const auto desk = base::Uuid::parse(where.desk);
  if (!site || !desk) return base::fail(ErrorKind::invalidInput, {{"field", site ? "desk" : "site"}});
  return std::unique_ptr<PostgresClerks>(new PostgresClerks(std::move(address), *site, *desk));
}

Result<sync::Admission> PostgresClerks::admit(const std::string& login, const Redacted<std::string>& passphrase) {
  OW_TRY(const auto entered, enter(m_address, m_site, login, passphrase));
  OW_TRY(const auto answer, keysFor(*entered.connection, m_desk));
  try {
    sync::Admission admission;
    OW_TRY(admission.storeKey, storeKeyOf(answer, entered.secrets));
    admission.proof = {{base::Uuid::parse(wordOf(answer, "staff")).value()},
                       base::fromMillis(answer.at("lease_until").to_number<std::int64_t>())};
    admission.login = wordOf(answer, "login");
    admission.name = wordOf(answer, "name");
    admission.role = wordOf(answer, "role");
    admission.mustChange = answer.at("is_initial").as_bool();
    return admission;
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "keys_for"}});
  }
}

Result<Redacted<std::string>> PostgresClerks::passwordFor(const std::string& login, const Redacted<std::string>& passphrase) {
  OW_TRY(auto secrets, clerkSecrets(m_site, login, passphrase));
  return std::move(secrets.password);
}

// A role may change its own password: no function of ours has to be trusted with it.
Result<void> PostgresClerks::changePassphrase(const std::string& login, const Redacted<std::string>& before,
                                              const Redacted<std::string>& after) {
  OW_TRY(const auto entered, enter(m_address, m_site, login, before));
  OW_TRY(const auto next, clerkSecrets(m_site, login, after));
  OW_TRY(const auto answer, keysFor(*entered.connection, m_desk));
  OW_TRY(const auto halls, unseal(wordOf(answer, "keys"), entered.secrets.seal.reveal()));
  base::SystemRandom random;
  const std::string sealed = "\\x" + seal(halls, next.seal.reveal(), random);
  Connection& connection = *entered.connection;
  OW_TRY(const auto verifier, connection.verifierOf(staffRole(login), next.password.reveal()));
  OW_TRYV(connection.execute("BEGIN; ALTER ROLE CURRENT_USER PASSWORD '" + verifier + "'", kLoginDeadline));
  const Parameter parameters[] = {sealed};
  OW_TRYV(connection.query("SELECT ow_clerk.keep_keys($1::bytea)", parameters, {}, kLoginDeadline));
  return connection.execute("COMMIT", kLoginDeadline);
}

}  // namespace ow::centre
