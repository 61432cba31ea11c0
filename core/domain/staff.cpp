// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/staff.h"

#include "base/uuid.h"

namespace ow::domain {

StaffId staffId(std::string_view login) {
  return {base::namedUuid("", "staff:" + std::string(login))};
}

}  // namespace ow::domain
