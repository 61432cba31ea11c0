// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <sys/types.h>

#include "centre/address.h"
#include "testkit/hall.h"

struct pg_conn;

namespace ow::test {

// One that streams, and what of it a commit waits for.
enum class Standby { none, unawaited, onDisk, applied };

struct ServerShape {
  bool isDurable = false;  // fsync: what survives the loss of a machine is not what tests are about
  Standby standby = Standby::none;
  int connections = 60;
  int sharedMiB = 128;
};

// A PostgreSQL of the test's own: in a folder of its own, on a UNIX socket, as an unprivileged user, ended with the test.
class PostgresServer {
 public:
  // The one of this process, started by the first who asks.
  static PostgresServer& shared();

  explicit PostgresServer(ServerShape shape = {});
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // A database with the schema of the centre, not used by anybody else; `admin` of it may do what an administrator may.
  std::string newCentre();
  centre::Address admin(const std::string& database) const;
  centre::Address superuser(const std::string& database) const;
  // Where desks connect, without a login.
  std::string dsn(const std::string& database) const;

  std::string dsnWithStandby(const std::string& database) const;  // for who may read there

  // The same of the standby.
  centre::Address superuserOfStandby(const std::string& database) const;
  std::filesystem::path standbyFolder() const { return m_folder / "standby"; }  // of its socket
  void stopStandby() { stop("standby"); }                                       // in the middle of whatever it does
  void stopPrimary() { stop("data"); }
  void startStandby() { start("standby"); }
  void promoteStandby();
  // kill -9 of the server, and its start again.
  void crash();
  std::filesystem::path folder() const { return m_folder.path(); }
  pid_t program() const;  // the first process of it

 private:
  void start(const std::string& which);
  void stop(const std::string& which);
  void addStandby();
  ServerShape m_shape;
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
