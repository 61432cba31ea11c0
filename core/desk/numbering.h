// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "desk/inside.h"

namespace ow::desk {

// The next number of this desk and day (domain::CaseNumber), taken inside the write that uses it: no other desk makes it, with
// a line or without. tooLarge (unit=cases_a_day) after 99999. Only core/desk includes this.
base::Result<std::string> takeNumber(Desk::Inside& in, store::Write& write);

}  // namespace ow::desk
