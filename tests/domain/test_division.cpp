// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/division.h"

using namespace ow;

TEST_CASE("a division is known by its code, and what only orders the table is none", "[division]") {
  CHECK(domain::divisionName("110101") == "东城区");
  CHECK(domain::divisionName("110000") == "北京市");
  CHECK(domain::divisionName("511600") == "广安市");
  CHECK(domain::divisionName("441900") == "东莞市");  // a city without counties
  CHECK(domain::divisionName("820000") == "澳门特别行政区");
  for (const char* const none : {"110100", "419000", "000000", "999999", "330103", "11010", "1101010", "11010x", ""}) {
    CAPTURE(none);  // 330103 was withdrawn in 2021
    CHECK_FALSE(domain::divisionName(none));
  }
}
