// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/administration.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/digest.h"
#include "base/time_text.h"
#include "centre/array_text.h"
#include "centre/clerk_secrets.h"
#include "centre/connection.h"
#include "domain/staff.h"

namespace ow::centre {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

constexpr std::chrono::seconds kDeadline{20};
constexpr std::chrono::minutes kLongRoute{30};  // open cases of a large hall
constexpr std::chrono::hours kInvitation{24};
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

// Codes become parts of role names: nothing else may be in them.
Result<void> checkCode(const char* field, std::string_view code) {
  if (code.empty() || code.size() > 40) return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", "required"}});
  if (code.find_first_not_of(kLetters) != std::string_view::npos)
    return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", "letters_digits_-"}});
  return base::success();
}

std::string hallRole(const std::string& code) {
  return "ow_hall_" + code;
}

std::string hallPurpose(const std::string& code) {
  return "hall:" + code;
}

std::string listOf(const std::vector<std::string>& codes) {
  return arrayText(codes, [](const std::string& code) { return code; });
}

// What of the site's secrets a clerk's keys hold: with it the store keys of a hall's desks are sealed.
std::string storeSecret(const SiteKey& key, const std::string& hall) {
  return key.secretFor("stores:" + hall).reveal();
}

struct Sealed {
  Invitation invitation;
  std::string plain, hash, sealed, until, role;
};

Sealed sealFor(const SiteKey& key, const std::string& hall, base::Clock& clock, base::Random& random) {
  Sealed made;
  made.invitation = {makeEnrolCode(random), clock.now() + kInvitation};
  made.plain = plainCode(made.invitation.code);
  made.hash = "\\x" + base::sha256Hex(made.plain);
  const boost::json::object content{{"password", key.secretFor(hallPurpose(hall)).reveal()},
                                    {"identity_key", key.secretFor("identity").reveal()},
                                    {"store_secret", storeSecret(key, hall)}};
  made.sealed = "\\x" + seal(boost::json::serialize(content), made.plain, random);
  made.until = base::isoText(made.invitation.until, base::TimeZone::utc());
  made.role = newcomerRole(made.plain);
  return made;
}

}  // namespace

Result<void> addHall(const Address& address, const SiteKey& key, const NewHall& hall) {
  OW_TRYV(checkCode("code", hall.code));
  if (hall.name.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "name"}, {"rule", "required"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const std::string role = hallRole(hall.code);
  OW_TRY(const auto verifier, connection->verifierOf(role, key.secretFor(hallPurpose(hall.code)).reveal()));
  const Parameter parameters[] = {hall.code, hall.name, hall.division, hall.jurisdiction, role, verifier};
  return connection->query("SELECT ow_admin.add_hall($1, $2, $3, $4, $5, $6)", parameters, {}, kDeadline);
}

Result<std::vector<Hall>> halls(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<Hall> all;
  OW_TRYV(connection->query(
      "SELECT code, name, division, jurisdiction, desk_count, row_count FROM ow_admin.halls()", {},
      [&](const ServerRow& row) -> Result<void> {
        all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.integer(5)});
        return base::success();
      },
      kDeadline));
  return all;
}

Result<void> addScope(const Address& address, const FurtherScope& scope) {
  OW_TRYV(checkCode("code", scope.code));
  if (scope.kind != "department" && scope.kind != "district")
    return base::fail(ErrorKind::invalidInput, {{"field", "kind"}, {"rule", "department_or_district"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Parameter parameters[] = {scope.kind, scope.code, scope.name};
  return connection->query("SELECT ow_admin.add_scope($1, $2, $3)", parameters, {}, kDeadline);
}

Result<std::int64_t> addRoute(const Address& address, const std::string& hall, const FurtherScope& to, const Routed& what) {
  OW_TRYV(checkCode("hall", hall));
  OW_TRYV(checkCode("code", to.code));
  if (what.figuresOnly && !what.department.empty())
    return base::fail(ErrorKind::invalidInput, {{"field", "department"}, {"rule", "with_figures"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Parameter whose = what.department.empty() ? std::nullopt : Parameter(what.department);
  const Parameter parameters[] = {hall, to.kind, to.code, whose, what.figuresOnly ? "true" : "false"};
  OW_TRY(const auto moved, connection->value("SELECT ow_admin.add_route($1, $2, $3, $4, $5)", parameters, kLongRoute));
  return moved ? std::stoll(*moved) : 0;
}

Result<std::vector<FurtherScope>> furtherScopes(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<FurtherScope> all;
  OW_TRYV(connection->query(
      "SELECT kind, code, name, row_count, array_to_string(halls, ', ') FROM ow_admin.scopes()", {},
      [&](const ServerRow& row) -> Result<void> {
        all.push_back({row.text(0), row.text(1), row.text(2), row.integer(3), {row.text(4)}});
        return base::success();
      },
      kDeadline));
  return all;
}

Result<void> putAuthority(const Address& address, const Authority& authority) {
  OW_TRYV(checkCode("hall", authority.hall));
  if (authority.word.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "word"}, {"rule", "required"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Parameter parameters[] = {authority.hall, authority.department, authority.word};
  return connection->query("SELECT ow_admin.put_authority($1, $2, $3)", parameters, {}, kDeadline);
}

Result<std::vector<DocumentSeries>> documentSeries(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<DocumentSeries> all;
  OW_TRYV(connection->query(
      "SELECT hall, word, type, year, given, last, array_to_string(missing, ', ') FROM ow_admin.document_series()", {},
      [&](const ServerRow& row) -> Result<void> {
        all.push_back({row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4), row.integer(5), row.text(6)});
        return base::success();
      },
      kDeadline));
  return all;
}

Result<Invitation> addDesk(const Address& address, const SiteKey& key, const NewDesk& desk, base::Clock& clock,
                           base::Random& random) {
  OW_TRYV(checkCode("hall", desk.hall));
  OW_TRYV(checkCode("code", desk.code));
  for (const std::string& scope : desk.scopes) OW_TRYV(checkCode("scope", scope));
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Sealed made = sealFor(key, desk.hall, clock, random);
  const std::string scopes = listOf(desk.scopes);
  OW_TRY(const auto verifier, connection->verifierOf(made.role, made.plain));
  const Parameter parameters[] = {desk.hall,  desk.code, desk.window, made.hash, made.sealed,
                                  made.until, scopes,    made.role,   verifier};
  OW_TRYV(connection->query("SELECT ow_admin.add_desk($1, $2, $3, $4::bytea, $5::bytea, $6::timestamptz, $7::text[], $8, $9)",
                            parameters, {}, kDeadline));
  return made.invitation;
}

Result<Invitation> renewDesk(const Address& address, const SiteKey& key, const std::string& division, const std::string& code,
                             base::Clock& clock, base::Random& random) {
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  std::string hall;
  OW_TRYV(connection->query(
      "SELECT hall, division, code FROM ow_admin.desks()", {},
      [&](const ServerRow& row) -> Result<void> {
        if (row.view(1) == division && row.view(2) == code) hall = row.text(0);
        return base::success();
      },
      kDeadline));
  if (hall.empty()) return base::fail(ErrorKind::notFound, {{"entity", "desk"}});
  const Sealed made = sealFor(key, hall, clock, random);
  OW_TRY(const auto verifier, connection->verifierOf(made.role, made.plain));
  const Parameter parameters[] = {division, code, made.hash, made.sealed, made.until, made.role, verifier};
  OW_TRYV(connection->query("SELECT ow_admin.renew_desk($1, $2, $3::bytea, $4::bytea, $5::timestamptz, $6, $7)", parameters, {},
                            kDeadline));
  return made.invitation;
}

Result<void> revokeDesk(const Address& address, const std::string& division, const std::string& code) {
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Parameter parameters[] = {division, code};
  return connection->query("SELECT ow_admin.revoke_desk($1, $2)", parameters, {}, kDeadline);
}

Result<std::vector<Desk>> desks(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<Desk> all;
  OW_TRYV(connection->query(
      "SELECT hall, division, code, window_name, state, last_seen FROM ow_admin.desks()", {},
      [&](const ServerRow& row) -> Result<void> {
        const auto seen = row.isNull(5) ? std::nullopt : std::optional(base::fromMillis(row.integer(5)));
        all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), seen});
        return base::success();
      },
      kDeadline));
  return all;
}

Result<bool> putStaff(const Address& address, const StaffMember& member) {
  if (!domain::isLogin(member.login))
    return base::fail(ErrorKind::invalidInput, {{"field", "login"}, {"rule", "letters_digits_._-@"}});
  for (const std::string& hall : member.halls) OW_TRYV(checkCode("hall", hall));
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const std::string id = domain::staffId(member.login).text();
  const std::string halls = listOf(member.halls);
  const std::string& name = member.name.empty() ? member.login : member.name;
  const std::string days = std::to_string(member.leaseDays.value_or(0));
  const Parameter lease = member.leaseDays ? Parameter(days) : std::nullopt;
  const Parameter parameters[] = {id, member.login, name, member.role, halls, lease};
  OW_TRY(const auto isNew,
         connection->value("SELECT ow_admin.put_staff($1::uuid, $2, $3, $4, $5::text[], $6::integer)", parameters));
  return isNew == "t";
}

namespace {

bool serves(const StaffMember& member) {
  return member.role == "clerk" || member.role == "supervisor";
}

struct Given {
  std::string password, keys;
};
// A clerk's password follows from the passphrase, which opens more than the login; an administrator's opens nothing else.
Result<Given> givenFor(Connection& connection, const SiteKey& key, const StaffMember& member,
                       const Redacted<std::string>& passphrase, base::Random& random) {
  if (!serves(member)) return Given{passphrase.reveal(), "\\x"};
  OW_TRY(const auto site, connection.value("SELECT ow_admin.site_id()::text", {}));
  OW_TRY(const auto secrets,
         clerkSecrets(base::Uuid::parse(site.value_or("")).value_or(base::Uuid{}), member.login, passphrase));
  boost::json::object halls;
  for (const std::string& hall : member.halls) halls[hall] = storeSecret(key, hall);
  return Given{secrets.password.reveal(), "\\x" + seal(boost::json::serialize(halls), secrets.seal.reveal(), random)};
}

}  // namespace

Result<Redacted<std::string>> givePassphrase(const Address& address, const SiteKey& key, const std::string& login,
                                             base::Random& random) {
  OW_TRY(const auto everybody, staff(address));
  const auto member = std::find_if(everybody.begin(), everybody.end(), [&](const auto& m) { return m.login == login; });
  if (member == everybody.end()) return base::fail(ErrorKind::notFound, {{"entity", "staff"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  Redacted<std::string> passphrase(makePassphrase(random));
  OW_TRY(const auto given, givenFor(*connection, key, *member, passphrase, random));
  const std::string role = staffRole(login);
  OW_TRY(const auto verifier, connection->verifierOf(role, given.password));
  const Parameter parameters[] = {login, role, verifier, given.keys};
  OW_TRYV(connection->query("SELECT ow_admin.give_passphrase($1, $2, $3, $4::bytea)", parameters, {}, kDeadline));
  return passphrase;
}

Result<void> disableStaff(const Address& address, const std::string& login) {
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Parameter parameters[] = {login};
  return connection->query("SELECT ow_admin.disable_staff($1)", parameters, {}, kDeadline);
}

Result<std::vector<StaffMember>> staff(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<StaffMember> all;
  OW_TRYV(connection->query(
      "SELECT id, login, name, role, is_active, array_to_string(halls, ' '), has_login FROM ow_admin.staff()", {},
      [&](const ServerRow& row) -> Result<void> {
        StaffMember member{row.uuid(0), row.text(1), row.text(2), row.text(3), row.flag(4), row.flag(6), {}, {}};
        const std::string codes = row.text(5);
        for (std::size_t from = 0; from < codes.size();) {
          const std::size_t end = std::min(codes.find(' ', from), codes.size());
          member.halls.push_back(codes.substr(from, end - from));
          from = end + 1;
        }
        all.push_back(std::move(member));
        return base::success();
      },
      kDeadline));
  return all;
}

Result<std::vector<Act>> acts(const Address& address, int limit) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  std::vector<Act> all;
  const std::string count = std::to_string(limit);
  const Parameter parameters[] = {count};
  OW_TRYV(connection->query(
      "SELECT n, at, login, act, subject FROM ow_admin.acts(NULL, $1::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        all.push_back({row.integer(0), base::fromMillis(row.integer(1)), row.text(2), row.text(3), row.text(4)});
        return base::success();
      },
      kDeadline));
  return all;
}

}  // namespace ow::centre
