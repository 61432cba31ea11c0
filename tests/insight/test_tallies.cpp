// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "insight/busy_days.h"

using namespace ow;
using base::Instant;
using insight::Split;
using store::FactSource;
using Days = test::BusyDays;

namespace {

constexpr std::size_t kSources = base::kCodes<FactSource>.size();

void compare(Days& days) {
  for (std::size_t i = 0; i < kSources; ++i) {
    CAPTURE(base::code(FactSource(i)));
    REQUIRE(days.kept(FactSource(i)) == days.anew(FactSource(i)));
    REQUIRE(days.kept(FactSource(i)) == days.anew(FactSource(i)));
    CHECK(days.countedDays() == 0);
  }
}

}  // namespace

TEST_CASE("whatever comes, changes or goes in whatever order, what is kept of a day is what its rows say",
          "[insight][tallies][property]") {
  struct Place {
    const char* zone;
    const char* noon;
  };
  // In Boston a day of 25 hours lies in the middle.
  const auto place =
      GENERATE(Place{"Asia/Shanghai", "2026-03-05T12:00:00+08:00"}, Place{"America/New_York", "2026-11-01T12:00:00-05:00"},
               Place{"Pacific/Kiritimati", "2026-03-05T12:00:00+14:00"});
  CAPTURE(place.zone);
  Days days(place.zone, place.noon, 41);
  for (int round = 0; round < 120; ++round) {
    std::string changes;
    for (int i = 0; i < (round % 2 == 0 ? 1 + round % 4 : 20); ++i) changes += days.something() + ";";
    CAPTURE(round, changes);
    days.execute(changes);
    if (round % 3 == 0) days.wait();
    if (round % 10 == 9) {
      const auto reading = days.besides();
      for (std::size_t i = 0; i < kSources; ++i) {
        CAPTURE(base::code(FactSource(i)));
        REQUIRE(days.kept(*reading, FactSource(i)) == days.anew(FactSource(i)));
      }
    }
    compare(days);
  }
}

TEST_CASE("a rating that comes is counted alone, and one that changes throws away the one day on which it was given",
          "[insight][tallies]") {
  // From 00:00 of the 3rd to the 7th in the place's zone; UTC's days begin at 08:00.
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  days.wait();
  const auto insertAt = [&](const char* id, const char* moment) {
    days.execute("INSERT INTO rating (id, channel, level, is_active, at) VALUES (X'0190f3a800007000800000000000" +
                 std::string(id) + "', 'counter', 1, 1, " + std::to_string(base::toMillis(testkit::at(moment))) + ")");
  };
  insertAt("0001", "2026-03-04T00:00:00+08:00");
  insertAt("0002", "2026-03-04T23:59:59+08:00");
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
  CHECK(days.countedDays() == 3);  // up to today
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);

  insertAt("0003", "2026-03-04T07:59:59+08:00");
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);
  CHECK(days.number("SELECT count(*) FROM tally_late") == 1);
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
  CHECK(days.countedDays() == 1);
  CHECK(days.number("SELECT count(*) FROM tally_late") == 0);

  days.execute("UPDATE rating SET rev = 7, digest = 8, scopes = 9");  // the centre has it
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);
  days.execute("UPDATE rating SET level = 5 WHERE id = X'0190f3a8000070008000000000000002'");
  CHECK(days.number("SELECT count(*) FROM tally_day") == 2);
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
}

TEST_CASE("a kept day from which more would be taken than is in it is counted anew", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const std::string at = std::to_string(base::toMillis(testkit::at("2026-03-04T10:00:00+08:00")));
  days.execute(
      "INSERT INTO interaction (id, channel, direction, at, subject) VALUES (X'0190f3a80000700080000000000000f1',"
      " 'counter', 'inbound', " +
      at + ", 'x')");
  CHECK(days.kept(FactSource::visit) == days.anew(FactSource::visit));
  days.execute("DELETE FROM tally WHERE split = 'clerk'");  // something was lost
  days.execute(
      "INSERT INTO rating (id, interaction_id, channel, level, is_active, at) VALUES"
      " (X'0190f3a80000700080000000000000aa', X'0190f3a80000700080000000000000f1', 'counter', 1, 1, " +
      at + ")");
  CHECK(days.kept(FactSource::visit) == days.anew(FactSource::visit));
}

TEST_CASE("of today no limit counts that has still to end, and nobody writes where none has", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const auto due = [&](const char* id, const char* moment) {
    const std::string at = std::to_string(base::toMillis(testkit::at(moment)));
    days.execute(
        "INSERT INTO rating_review (id, rating_id, level, opened_at, state, last_event_at, verify_due_at) VALUES"
        " (X'0190f3a800007000800000000000" +
        std::string(id) + "', X'0190f3a80000700080000000000000aa', 5, 5, 'opened', 5, " + at + ")");
  };
  const auto counted = [&] {
    std::int64_t all = 0;
    for (const auto& [cell, n] : days.kept(FactSource::reviewVerifyDue)) all += std::get<Split>(cell) == Split::all ? n : 0;
    return all;
  };
  due("0001", "2026-03-05T12:01:00+08:00");
  due("0002", "2026-03-05T18:00:00+08:00");
  CHECK(counted() == 0);
  days.set("2026-03-05T12:00:30+08:00");
  CHECK(counted() == 0);
  CHECK(days.countedDays() == 0);
  days.set("2026-03-05T12:01:00+08:00");
  CHECK(counted() == 1);
  CHECK(days.countedDays() == 1);
  CHECK(counted() == 1);
  CHECK(days.countedDays() == 0);
  due("0003", "2026-03-05T12:00:10+08:00");  // the row came late
  CHECK(days.kept(FactSource::reviewVerifyDue) == days.anew(FactSource::reviewVerifyDue));
  days.set("2026-03-06T12:00:00+08:00");
  CHECK(days.kept(FactSource::reviewVerifyDue) == days.anew(FactSource::reviewVerifyDue));
}

TEST_CASE("a number that is called, served or given back is counted by each of its moments alone", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const auto at = [](const char* moment) { return std::to_string(base::toMillis(testkit::at(moment))); };
  const auto compareAll = [&] {
    for (const FactSource source : {FactSource::ticket, FactSource::ticketWait, FactSource::ticketHandled})
      REQUIRE(days.kept(source) == days.anew(source));
  };
  compareAll();
  days.execute(
      "INSERT INTO ticket (id, hall, number, queue, priority, issued_at, calls, state) VALUES"
      " (X'0190f3a800007000800000000000007e', 'h', 'A7-001', 'A', 'normal', " +
      at("2026-03-04T23:50:00+08:00") + ", 0, 'waiting')");
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket'") == 1);
  compareAll();
  days.execute("UPDATE ticket SET rev = 7, digest = 8, scopes = 9, calls = 1");  // nothing that is counted
  CHECK(days.number("SELECT count(*) FROM tally_late") == 0);
  CHECK(days.number("SELECT count(*) FROM tally_day WHERE source = 'ticket'") == 3);
  days.execute("UPDATE ticket SET state = 'called', called_at = " + at("2026-03-05T00:05:00+08:00"));
  CHECK(days.number("SELECT count(*) FROM tally_day WHERE source = 'ticket'") == 2);  // the day of its issue is counted anew
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket_wait'") == 1);
  compareAll();
  days.execute("UPDATE ticket SET state = 'done', arrived_at = " + at("2026-03-05T00:06:00+08:00") +
               ", ended_at = " + at("2026-03-05T00:20:00+08:00"));
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket_handled'") == 1);
  compareAll();
  const auto handled = days.kept(FactSource::ticketHandled);
  CHECK(std::any_of(handled.begin(), handled.end(), [](const auto& cell) { return std::get<4>(cell.first) == 14; }));
  days.execute("DELETE FROM ticket");
  compareAll();
}
