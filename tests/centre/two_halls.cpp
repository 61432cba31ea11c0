// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/two_halls.h"

#include <stdexcept>

namespace ow::test {

namespace {

PostgresServer& server() {
  return PostgresServer::shared();
}

template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

}  // namespace

SqlSession::SqlSession(const centre::Address& as) : m_connection(openPlain(as)) {}

std::string SqlSession::say(const std::string& sql) {
  PGresult* result = PQexec(m_connection, sql.c_str());
  std::string text;
  if (const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE); state != nullptr) {
    text = std::string("! ") + state + " " + PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  } else {
    for (int row = 0; row < PQntuples(result); ++row) {
      for (int column = 0; column < PQnfields(result); ++column)
        text += std::string(column == 0 ? "" : "|") +
                (PQgetisnull(result, row, column) != 0 ? "~" : PQgetvalue(result, row, column));
      text += '\n';
    }
  }
  PQclear(result);
  return text;
}

TwoHalls::TwoHalls() : database(server().newCentre()) {
  must(centre::installCentre(admin(), centre::Installing::upgrade));  // rights on a database are not copied with it
  const std::string mark = database.substr(database.rfind('_') + 1);  // login roles belong to the whole server
  for (const std::string name : {"east-", "west-"})
    must(centre::addHall(admin(), m_key, {name + mark, name + mark, "110101", "CN"}));
  m_east = enrol("east-" + mark, "001");
  m_west = enrol("west-" + mark, "002");
  runSql(root(), "UPDATE ow.site SET asks_proof = false");
  runSql(root(), "INSERT INTO ow.staff (id, login, name, role) VALUES ('" + clerk.text() + "', 'wang', '王敏', 'clerk')");
}

TwoHalls::TwoHalls(const TwoHalls& like, const std::string& copy) : database(copy), m_east(like.m_east), m_west(like.m_west) {
  runSql(server().superuser("postgres"), "CREATE DATABASE " + copy + " TEMPLATE " + like.database + " OWNER ow_admin");
  // The same history in another place: no epoch begins with it.
  runSql(root(), "UPDATE ow.epoch SET database_oid = (SELECT oid FROM pg_database WHERE datname = current_database())");
  must(centre::installCentre(admin(), centre::Installing::upgrade));
}

centre::Enrolled TwoHalls::enrol(const std::string& hall, const std::string& code) {
  const auto invitation = must(centre::addDesk(admin(), m_key, {hall, code, "1", {}}, m_clock, m_random));
  return must(centre::enrol(centre::Address::parse(server().dsn(database)).value(), invitation.code, m_random));
}

centre::DeskAccount TwoHalls::account(const centre::Enrolled& desk) const {
  return {centre::Address::parse(server().dsn(database)).value().as(desk.role, desk.password.reveal()), desk.desk, desk.secret};
}

std::string TwoHalls::token(const centre::DeskAccount& desk) const {
  return "'\\x" +
         runSql(desk.address, "SELECT ow_api.open_session('" + desk.desk.text() + "', '\\x" + desk.secret.reveal() + "', " +
                                  std::to_string(centre::PostgresCentre::kClient) + ") ->> 'token'") +
         "'";
}

}  // namespace ow::test
