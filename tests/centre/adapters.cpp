// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_under_test.h"

namespace ow::testkit {

std::vector<AdapterFactory> adaptersUnderTest() {
  return {{"postgres", [] { return test::postgresUnderTest(test::Way::direct); }}};
}

}  // namespace ow::testkit
