// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_under_test.h"

namespace ow::testkit {

std::vector<AdapterFactory> adaptersUnderTest() {
  return {{"postgres, behind a pooler", [] { return test::postgresUnderTest(test::Way::pooler); }}};
}

}  // namespace ow::testkit
