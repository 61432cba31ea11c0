// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/site.h"

#include "bench/must.h"
#include "centre/administration.h"
#include "centre/enrolment.h"

namespace ow::bench {

int Site::addHall(const std::string& code) {
  must(centre::addHall(admin(), m_key, {code, "政务服务中心 " + code, "110101", "CN"}));
  return std::stoi(test::runSql(superuser(), "SELECT n FROM ow.scope WHERE code = '" + code + "'"));
}

centre::DeskAccount Site::addDesk(const std::string& hall) {
  const auto invitation =
      must(centre::addDesk(admin(), m_key, {hall, std::to_string(100 + ++m_desks), "1", {}}, m_clock, m_random));
  const auto address = must(centre::Address::parse(dsn()));
  const auto e = must(centre::enrol(address, invitation.code, m_random));
  return {address.as(e.role, e.password.reveal()), e.desk, e.secret};
}

}  // namespace ow::bench
