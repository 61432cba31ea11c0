// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace ow::desk {

// Somebody of this hall to whom a case can be given.
struct Colleague {
  domain::StaffId id;
  std::string name;
  domain::Role role = domain::Role::clerk;
  std::int64_t openCases = 0;
  bool isMe = false;
};

// The active staff of the hall whose name, pinyin, initials or login matches `typed` (empty: all), whoever has the fewest open
// cases first.
base::Result<std::vector<Colleague>> colleagues(Desk& desk, const std::string& typed);

}  // namespace ow::desk
