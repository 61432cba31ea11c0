// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "desk/task_times.h"
#include "testkit/office.h"

using namespace ow;
using Catch::Approx;
using desk::FormTask;
using testkit::Office;
using namespace std::chrono_literals;

TEST_CASE("how long forms take stands on the scorecard the next day, in seconds and keys", "[desk][scorecard][tasks]") {
  Office office;
  auto& desk = office.hall.desk();
  for (int i = 0; i < 20; ++i) REQUIRE(desk::noteTask(desk, FormTask::openCase, 60s, 40));
  for (int i = 0; i < 20; ++i) REQUIRE(desk::noteTask(desk, FormTask::openCase, 120s, 60));
  REQUIRE(desk::noteTask(desk, FormTask::contact, 10s, 5));
  CHECK_FALSE(office.figure("growth.case_seconds").value);
  CHECK(office.number("SELECT count(*) FROM reported_figure") == 0);
  office.hall.clock.advance(std::chrono::days(1));
  REQUIRE(desk::noteTask(desk, FormTask::openCase, 1s, 1));  // the first of the next day tells of the day before
  const auto seconds = office.figure("growth.case_seconds");
  CHECK(seconds.value == Approx(90));
  CHECK(seconds.count.trials == 40);
  CHECK(office.figure("growth.case_keystrokes").value == Approx(50));
  CHECK(office.number("SELECT count(*) FROM reported_figure") == 4);
  // A month is its days, and another month has none of them.
  CHECK(office.figure("growth.case_seconds", "2026-01-06").count.trials == 0);
  CHECK_FALSE(office.figure("growth.case_seconds", "2026-02").value);
}

TEST_CASE("the sums of a desk outlive the program, and no clerk's name is in them", "[desk][scorecard][tasks]") {
  Office office(domain::Role::clerk);
  for (int i = 0; i < 5; ++i) REQUIRE(desk::noteTask(office.hall.desk(), FormTask::registerParty, 30s, 12));
  office.hall.restart();
  REQUIRE(desk::noteTask(office.hall.desk(), FormTask::registerParty, 30s, 12));
  office.hall.clock.advance(std::chrono::days(1));
  REQUIRE(desk::noteTask(office.hall.desk(), FormTask::registerParty, 30s, 12));
  CHECK(office.number("SELECT of_amount FROM reported_figure WHERE series = 'task.register_party.seconds'") == 6);
  CHECK(office.number("SELECT count(*) FROM reported_figure WHERE source = 'desk 007'") == 2);
}

TEST_CASE("what lay open, or was never typed in, is no measure", "[desk][scorecard][tasks]") {
  Office office;
  REQUIRE(desk::noteTask(office.hall.desk(), FormTask::openCase, 21min, 30));
  REQUIRE(desk::noteTask(office.hall.desk(), FormTask::openCase, 30s, 0));
  office.hall.clock.advance(std::chrono::days(1));
  REQUIRE(desk::noteTask(office.hall.desk(), FormTask::openCase, 30s, 10));
  CHECK(office.number("SELECT count(*) FROM reported_figure") == 0);
}
