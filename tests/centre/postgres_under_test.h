// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "sync/centre_contract.h"

namespace ow::test {

// The centre in a PostgreSQL as the contract of the port needs it, and the way of the desks to it. Where it is read from a
// standby, nothing ends before the standby can show it, so that no case has to wait. The pooler has one connection to the
// server for all desks of a hall.
enum class Way { direct, standby, pooler };
std::unique_ptr<testkit::CentreUnderTest> postgresUnderTest(Way way);

}  // namespace ow::test
