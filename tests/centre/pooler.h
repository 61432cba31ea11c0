// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>

#include "centre/postgres_server.h"

namespace ow::test {

// A PgBouncer in transaction mode in front of a server of the tests, as packaging/centre/site has it: it looks up what it must
// know of a role when the role comes. On a UNIX socket in a folder of its own, ended with the test.
class Pooler {
 public:
  // `serverConnections` of each user: one of them makes any two calls share, or a call find another behind it.
  Pooler(const PostgresServer& server, int serverConnections);
  ~Pooler();
  Pooler(const Pooler&) = delete;
  Pooler& operator=(const Pooler&) = delete;

  centre::Address through(centre::Address address) const;
  std::string dsn(const std::string& database) const;  // where desks connect, without a login
  pid_t program() const { return m_program; }

 private:
  std::filesystem::path m_folder;
  pid_t m_program = 0;
};

}  // namespace ow::test
