// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/administration.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/digest.h"
#include "base/time_text.h"
#include "centre/array_text.h"
#include "centre/connection.h"
#include "domain/staff.h"

namespace ow::centre {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::chrono::seconds kDeadline{20};
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

Result<void> inTransaction(Connection& connection, const std::function<Result<void>()>& work) {
  OW_TRYV(connection.execute("BEGIN", kDeadline));
  const auto done = work();
  if (!connection.isUsable()) return done;
  const auto ended = connection.execute(done ? "COMMIT" : "ROLLBACK", kDeadline);
  return done ? ended : done;
}

// Names of roles are made of checked letters, and a verifier holds no quote: neither can be a parameter of these statements.
// Roles belong to the whole server: one may be left from a database that was replaced.
Result<void> putRole(Connection& connection, const std::string& role, const std::string& password, const std::string& group,
                     const std::string& limits) {
  OW_TRY(const auto verifier, connection.verifierOf(role, password));
  const Parameter parameters[] = {role};
  OW_TRY(const auto known, connection.value("SELECT 1 FROM pg_roles WHERE rolname = $1", parameters));
  const std::string what =
      (known ? "ALTER ROLE \"" : "CREATE ROLE \"") + role + "\" LOGIN PASSWORD '" + verifier + "'" + limits;
  return connection.execute(what + "; GRANT " + group + " TO \"" + role + "\"", kDeadline);
}

Result<void> dropExpiredNewcomers(Connection& connection) {
  std::vector<std::string> expired;
  OW_TRYV(connection.query(
      "SELECT rolname FROM pg_roles WHERE rolname ~ '^ow_new_[0-9a-z]{5}$' AND rolvaliduntil < now()", {},
      [&](const ServerRow& row) -> Result<void> {
        expired.push_back(row.text(0));
        return base::success();
      },
      kDeadline));
  for (const std::string& role : expired) OW_TRYV(connection.execute("DROP ROLE \"" + role + "\"", kDeadline));
  return base::success();
}

std::string listOf(const std::vector<std::string>& codes) {
  return arrayText(codes, [](const std::string& code) { return code; });
}

struct Sealed {
  Invitation invitation;
  std::string plain, hash, sealed, until;
};

Sealed sealFor(const SiteKey& key, const std::string& hall, base::Clock& clock, base::Random& random) {
  Sealed made;
  made.invitation = {makeEnrolCode(random), clock.now() + kInvitation};
  made.plain = plainCode(made.invitation.code);
  made.hash = "\\x" + base::sha256Hex(made.plain);
  const boost::json::object content{{"password", key.secretFor(hallPurpose(hall)).reveal()},
                                    {"identity_key", key.secretFor("identity").reveal()}};
  made.sealed = "\\x" + seal(boost::json::serialize(content), made.plain, random);
  made.until = base::isoText(made.invitation.until, base::TimeZone::utc());
  return made;
}

// The desk is made or renewed by `sql`, and the login that its code opens with it, or neither.
Result<Invitation> invite(Connection& connection, const Sealed& made, const char* sql, std::span<const Parameter> parameters) {
  OW_TRYV(dropExpiredNewcomers(connection));
  const auto work = [&]() -> Result<void> {
    OW_TRYV(connection.query(sql, parameters, {}, kDeadline));
    return putRole(connection, newcomerRole(made.plain), made.plain, "ow_newcomer",
                   " CONNECTION LIMIT 2 VALID UNTIL '" + made.until + "'");
  };
  OW_TRYV(inTransaction(connection, work));
  return made.invitation;
}

}  // namespace

Result<void> addHall(const Address& address, const SiteKey& key, const NewHall& hall) {
  OW_TRYV(checkCode("code", hall.code));
  if (hall.name.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "name"}, {"rule", "required"}});
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const std::string role = hallRole(hall.code);
  return inTransaction(*connection, [&]() -> Result<void> {
    const Parameter parameters[] = {hall.code, hall.name, hall.division, hall.jurisdiction, role};
    OW_TRYV(connection->query("SELECT ow_admin.add_hall($1, $2, $3, $4, $5)", parameters, {}, kDeadline));
    return putRole(*connection, role, key.secretFor(hallPurpose(hall.code)).reveal(), "ow_desk", "");
  });
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

Result<Invitation> addDesk(const Address& address, const SiteKey& key, const NewDesk& desk, base::Clock& clock,
                           base::Random& random) {
  OW_TRYV(checkCode("hall", desk.hall));
  OW_TRYV(checkCode("code", desk.code));
  for (const std::string& scope : desk.scopes) OW_TRYV(checkCode("scope", scope));
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const Sealed made = sealFor(key, desk.hall, clock, random);
  const std::string scopes = listOf(desk.scopes);
  const Parameter parameters[] = {desk.hall, desk.code, desk.window, made.hash, made.sealed, made.until, scopes};
  return invite(*connection, made, "SELECT ow_admin.add_desk($1, $2, $3, $4::bytea, $5::bytea, $6::timestamptz, $7::text[])",
                parameters);
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
  const Parameter parameters[] = {division, code, made.hash, made.sealed, made.until};
  return invite(*connection, made, "SELECT ow_admin.renew_desk($1, $2, $3::bytea, $4::bytea, $5::timestamptz)", parameters);
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
  if (member.login.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "login"}, {"rule", "required"}});
  for (const std::string& hall : member.halls) OW_TRYV(checkCode("hall", hall));
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  const std::string id = domain::staffId(member.login).text();
  const std::string halls = listOf(member.halls);
  const std::string& name = member.name.empty() ? member.login : member.name;
  const Parameter parameters[] = {id, member.login, name, member.role, halls};
  OW_TRY(const auto isNew, connection->value("SELECT ow_admin.put_staff($1::uuid, $2, $3, $4, $5::text[])", parameters));
  return isNew == "t";
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
      "SELECT id, login, name, role, is_active, array_to_string(halls, ' ') FROM ow_admin.staff()", {},
      [&](const ServerRow& row) -> Result<void> {
        StaffMember member{row.uuid(0), row.text(1), row.text(2), row.text(3), row.flag(4), {}};
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

}  // namespace ow::centre
