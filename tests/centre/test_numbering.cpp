// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "centre/two_halls.h"

// What an administrator does with the numbers of documents, and who is known in a queue. What desks see of it is in the
// contract.

using namespace ow;
using namespace ow::test;
using base::ErrorKind;

namespace {

std::string count(const TwoHalls& halls, const std::string& where) {
  return runSql(halls.root(), "SELECT count(*) FROM ow.entity e JOIN ow.scope s ON s.n = e.scope WHERE " + where);
}

}  // namespace

TEST_CASE("one word is one hall's: no two halls number documents in the same name", "[centre][documents]") {
  TwoHalls halls;
  const auto codes = centre::halls(halls.admin()).value();
  const std::string east = codes[0].code, west = codes[1].code;
  REQUIRE(centre::putAuthority(halls.admin(), {east, "", "东政服"}));
  REQUIRE(centre::putAuthority(halls.admin(), {east, "人社局", "东人社"}));
  for (const std::string& taken : {std::string("东政服"), std::string("东人社"), east}) {
    const auto again = centre::putAuthority(halls.admin(), {west, "", taken});
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::duplicate);
  }
  CHECK(centre::putAuthority(halls.admin(), {east, "人社局", "东政服"}).has_error());
  REQUIRE(centre::putAuthority(halls.admin(), {west, "", "西政服"}));
  CHECK(centre::putAuthority(halls.admin(), {"nowhere", "", "某政服"}).error().kind == ErrorKind::notFound);
}

TEST_CASE("what a restored centre misses of a series is listed, and a whole series misses nothing", "[centre][documents]") {
  TwoHalls halls;
  runSql(halls.root(),
         "INSERT INTO ow.document_number (hall, word, type, year, n, document) SELECT h.scope, w, 'approval', 2026, n, "
         "gen_random_uuid()"
         " FROM (SELECT min(scope) AS scope FROM ow.hall) h, (VALUES ('整', 1), ('整', 2), ('缺', 1), ('缺', 4)) AS g(w, n)");
  const auto series = centre::documentSeries(halls.admin()).value();
  REQUIRE(series.size() == 2);
  for (const auto& s : series) {
    CHECK(s.given == 2);
    CHECK(s.missing == (s.word == "缺" ? "2, 3" : ""));
    CHECK(s.last == (s.word == "缺" ? 4 : 2));
  }
}

TEST_CASE("whoever works from a queue reads the names of the halls whose cases come there", "[centre][routes]") {
  TwoHalls halls;
  const std::string east = centre::halls(halls.admin()).value().front().code;
  REQUIRE(centre::addScope(halls.admin(), {"department", "east-hr", "人社局", 0, {}}));
  REQUIRE(centre::putStaff(halls.admin(), {{}, "before", "先来", "clerk", true, false, {east}, {}}));
  REQUIRE(centre::addRoute(halls.admin(), east, {"department", "east-hr", "", 0, {}}, {"人社局", false}));
  REQUIRE(centre::putStaff(halls.admin(), {{}, "after", "后到", "clerk", true, false, {east}, {}}));
  CHECK(count(halls, "s.code = 'east-hr' AND e.kind = 12 AND e.body ->> 'login' IN ('before', 'after')") == "2");
}
