// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "centre/sealed.h"

namespace ow::bench {

inline constexpr const char* kHall = "110101-1";  // of every site that is measured

// A centre in a database of its own, with halls and desks. Throws std::runtime_error.
class Site {
 public:
  explicit Site(test::PostgresServer& server) : m_server(server), m_database(server.newCentre()) {}

  int addHall(const std::string& code);  // number of its scope
  centre::DeskAccount addDesk(const std::string& hall);

  centre::Address admin() const { return m_server.admin(m_database); }
  centre::Address superuser() const { return m_server.superuser(m_database); }
  std::string dsn() const { return m_server.dsn(m_database); }
  const std::string& database() const { return m_database; }

 private:
  test::PostgresServer& m_server;
  base::SystemClock m_clock;
  base::SeededRandom m_random{20260302};
  centre::SiteKey m_key = centre::SiteKey::make(m_random);
  std::string m_database;
  int m_desks = 0;
};

}  // namespace ow::bench
