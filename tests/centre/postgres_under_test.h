// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "sync/centre_contract.h"

namespace ow::test {

// The centre in a PostgreSQL as the contract of the port needs it. Where it is read from a standby, nothing ends before the
// standby can show it, so that no case has to wait.
enum class Reads { primary, standby };
std::unique_ptr<testkit::CentreUnderTest> postgresUnderTest(Reads reads);

}  // namespace ow::test
