// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "centre/push_text.h"
#include "centre/sealed.h"
#include "testkit/mutation.h"

using namespace ow;

TEST_CASE("an answer to a push that a line has damaged is read as one or refused as none", "[centre][fuzz]") {
  const std::string sound =
      R"({"epoch": 3, "taken": true, "written_at": 99012, "reached": [[1, 3298534883330]], "settled": [)"
      R"(["01890000-0000-7000-8000-000000000001", "applied", 2, -4611686018427387904, null],)"
      R"(["01890000-0000-7000-8000-000000000002", "refused", 0, 0, {"rule": "state_moved", "state": "closed", "by": null}]]})";
  REQUIRE(centre::readPushAnswer(sound));
  REQUIRE(centre::readPushAnswer(sound).value().settled.size() == 2);
  base::SeededRandom dice(7);
  int refused = 0;
  for (int run = 0; run < testkit::fuzzRuns() * 5; ++run) {
    CAPTURE(run);
    const auto answer = centre::readPushAnswer(testkit::damaged(sound, dice));
    if (!answer) ++refused;
    if (!answer) CHECK(answer.error().kind == base::ErrorKind::internal);
  }
  CHECK(refused > 0);
}

TEST_CASE("what was sealed opens with its code and unharmed, or not at all", "[centre][fuzz]") {
  base::SeededRandom dice(8);
  const std::string code = centre::plainCode(centre::makeEnrolCode(dice));
  const std::string sealed = centre::seal("the hall's secret", code, dice);
  REQUIRE(centre::unseal(sealed, code).value() == "the hall's secret");
  for (int run = 0; run < testkit::fuzzRuns(); ++run) {
    const std::string harmed = testkit::damaged(sealed, dice);
    CAPTURE(run, harmed);
    const auto opened = centre::unseal(harmed, code);
    if (opened) CHECK(opened.value() == "the hall's secret");
  }
  CHECK_FALSE(centre::unseal(sealed, centre::plainCode(centre::makeEnrolCode(dice))));
}
