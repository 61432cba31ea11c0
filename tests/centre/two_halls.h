// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <string>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/installation.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "domain/staff.h"

namespace ow::test {

// One connection, on which anything can be said: what a desk with its login and no scruples can do.
class SqlSession {
 public:
  explicit SqlSession(const centre::Address& as);
  ~SqlSession() { PQfinish(m_connection); }
  SqlSession(const SqlSession&) = delete;
  SqlSession& operator=(const SqlSession&) = delete;

  // All rows of the last statement as text, or "! SQLSTATE message".
  std::string say(const std::string& sql);

 private:
  PGconn* m_connection;
};

// A site with two halls, a desk in each, and one clerk.
class TwoHalls {
 public:
  TwoHalls();

  centre::DeskAccount east() const { return account(m_east); }
  centre::DeskAccount west() const { return account(m_west); }
  // A session of that desk: its token as a literal of SQL.
  std::string token(const centre::DeskAccount& desk) const;
  centre::Address root() const { return PostgresServer::shared().superuser(database); }
  centre::Address admin() const { return PostgresServer::shared().admin(database); }

  const domain::StaffId clerk = domain::staffId("wang");
  // Another database of the same server, with this one's content, that the same accounts can reach.
  TwoHalls(const TwoHalls& like, const std::string& copy);
  std::string database;

 private:
  centre::Enrolled enrol(const std::string& hall, const std::string& code);
  centre::DeskAccount account(const centre::Enrolled& desk) const;

  base::SystemClock m_clock;
  base::SeededRandom m_random{4};
  centre::SiteKey m_key = centre::SiteKey::make(m_random);
  centre::Enrolled m_east, m_west;
};

}  // namespace ow::test
