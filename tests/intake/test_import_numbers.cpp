// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "intake/import_hall.h"
#include "store/desk_state.h"

using namespace ow;
using namespace ow::test;

TEST_CASE("imported cases and those of the window share the desk's numbers of a day", "[intake][requests]") {
  ImportHall hall;
  const auto today =
      "03/01/2026 10:00:00 PM";  // 2 March in the hall's zone is still 1 March in Boston; the source's day counts
  REQUIRE(hall.requests(hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}, {"OPEN_DT", today}}}))));
  hall.hall.clock.set(testkit::at("2026-03-01T16:00:00+08:00"));
  const auto atTheWindow = hall.hall.openCase(hall.hall.addService("护照", {5, domain::LimitUnit::workingDay}, "P-1"));
  REQUIRE(hall.requests(hall.files.write("b.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "2"}, {"OPEN_DT", today}}}))));
  CHECK(hall.find("1")->number.starts_with("110101-20260301-007-00001-"));
  CHECK(atTheWindow.number.starts_with("110101-20260301-007-00002-"));
  CHECK(hall.find("2")->number.starts_with("110101-20260301-007-00003-"));
}

TEST_CASE("files that two desks of a division take in on one day give different numbers", "[intake][requests]") {
  ImportHall here, there;
  {
    auto write = there.hall.store().write();
    REQUIRE(write);
    REQUIRE(store::putDeskValue(write.value().connection(), "place.desk", "008"));
    REQUIRE(write.value().commit());
  }
  REQUIRE(here.requests(here.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}}))));
  REQUIRE(there.requests(there.files.write("b.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "2"}}}))));
  CHECK(here.find("1")->number.substr(0, 15) == there.find("2")->number.substr(0, 15));
  CHECK(here.find("1")->number != there.find("2")->number);
  CHECK(there.find("2")->number.starts_with("110101-20150302-008-00001-"));
}

TEST_CASE("a day that an import fills leaves numbers for the window", "[intake][requests]") {
  ImportHall hall;
  {
    auto write = hall.hall.store().write();
    REQUIRE(write);
    REQUIRE(store::putDeskValue(write.value().connection(), "counter:case:2015-03-02", "89999"));
    REQUIRE(write.value().commit());
  }
  const auto full = hall.requests(hall.files.write(
      "a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}, {{"CASE_ENQUIRY_ID", "2"}}, {{"CASE_ENQUIRY_ID", "3"}}})));
  REQUIRE(full);
  CHECK(full.value().accepted == 1);
  CHECK(full.value().rejected == 2);
  CHECK(has(reportOf(full.value()), "3,rejected,too_many_a_day,opened_at"));
  CHECK(hall.texts("SELECT value FROM desk_state WHERE name = 'counter:case:2015-03-02'").front() == "90000");
}
