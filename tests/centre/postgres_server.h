// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <sys/types.h>

#include "centre/address.h"
#include "testkit/hall.h"

struct pg_conn;

namespace ow::test {

// A PostgreSQL of the test's own: in a folder of its own, on a UNIX socket, as an unprivileged user, ended with the test. Its
// `fsync` is off: what survives the loss of a machine is not what these tests are about.
class PostgresServer {
 public:
  // The one of this process, started by the first who asks.
  static PostgresServer& shared();

  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // A database with the schema of the centre, not used by anybody else; `admin` of it may do what an administrator may.
  std::string newCentre();
  centre::Address admin(const std::string& database) const;
  centre::Address superuser(const std::string& database) const;
  // Where desks connect, without a login.
  std::string dsn(const std::string& database) const;
  // kill -9 of the server, and its start again.
  void crash();

 private:
  void start();
  void stop();
  std::string m_binaries;
  testkit::TempFolder m_folder;
  int m_databases = 0;
};

// A connection that the caller closes.
pg_conn* openPlain(const centre::Address& as);
// One statement, or several, as that user; the first value of the first row.
std::string runSql(const centre::Address& as, const std::string& sql);
// The SQLSTATE of a statement that fails; empty when it does not.
std::string stateOf(const centre::Address& as, const std::string& sql);

}  // namespace ow::test
