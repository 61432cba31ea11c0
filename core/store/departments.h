// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>

#include "base/result.h"
#include "domain/ids.h"
#include "store/sqlite.h"

namespace ow::store {

// Whose each service is.
using Departments = std::unordered_map<domain::ServiceId, std::string>;
base::Result<Departments> departments(Connection& connection);

}  // namespace ow::store
