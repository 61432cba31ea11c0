// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/departments.h"

namespace ow::store {

base::Result<Departments> departments(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT id, department FROM service"));
  Departments all;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return all;
    all.emplace(domain::ServiceId{row.uuid(0)}, row.text(1));
  }
}

}  // namespace ow::store
