// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/clock.h"
#include "base/random.h"
#include "base/time_text.h"

using namespace ow::base;
using namespace std::chrono;

namespace {

TimeZone zone(std::string_view name) {
  return TimeZone::named(name).value();
}
Instant at(std::string_view text) {
  return parseIsoInstant(text).value();
}

std::string ruleOf(std::string_view text) {
  const auto result = parseIsoInstant(text);
  return result.has_value() ? "accepted" : std::string(result.error().fact("rule"));
}

std::string dateRule(std::string_view text) {
  const auto result = parseIsoDate(text);
  return result.has_value() ? "accepted" : std::string(result.error().fact("rule"));
}

}  // namespace

TEST_CASE("An instant is written with the offset of its zone", "[time]") {
  const Instant instant = at("2026-08-09T06:05:00Z");
  CHECK(isoText(instant, TimeZone::utc()) == "2026-08-09T06:05:00Z");
  CHECK(isoText(instant, zone("Asia/Shanghai")) == "2026-08-09T14:05:00+08:00");
  CHECK(isoText(instant, zone("America/New_York")) == "2026-08-09T02:05:00-04:00");
  CHECK(isoText(instant, zone("Asia/Kolkata")) == "2026-08-09T11:35:00+05:30");
  CHECK(isoText(instant, zone("Pacific/Kiritimati")) == "2026-08-09T20:05:00+14:00");
  CHECK(isoText(instant, zone("Pacific/Pago_Pago")) == "2026-08-08T19:05:00-11:00");
  CHECK(isoText(instant + milliseconds{7}, TimeZone::utc()) == "2026-08-09T06:05:00.007Z");
}

TEST_CASE("Instants survive text in every zone from UTC-11 to UTC+14", "[time][property]") {
  SeededRandom random(2026);
  for (const char* name :
       {"Pacific/Pago_Pago", "America/New_York", "America/Mexico_City", "America/St_Johns", "Etc/UTC", "Europe/Warsaw",
        "Asia/Kathmandu", "Asia/Shanghai", "Asia/Urumqi", "Australia/Lord_Howe", "Pacific/Kiritimati"}) {
    const TimeZone here = zone(name);
    for (int i = 0; i < 2000; ++i) {
      const Instant instant = fromMillis(std::int64_t(random.below(12'000'000'000'000)) - 5'000'000'000'000);  // 1811 to 2191
      const std::string text = isoText(instant, here);
      INFO(name << ' ' << text);
      const auto back = parseIsoInstant(text);
      REQUIRE(back.has_value());
      REQUIRE(back.value() == instant);
    }
  }
}

TEST_CASE("An instant may be written in several ways", "[time]") {
  const Instant instant = at("2026-08-09T14:05:00+08:00");
  for (const char* text : {"2026-08-09T06:05:00Z", "2026-08-09 06:05Z", "2026-08-09T14:05+0800", "2026-08-09T06:05:00.000Z",
                           "2026-08-08T19:05:00-11:00", "2026-08-09T20:05:00+14:00", "2026-08-09T06:05:00.0004Z"})
    CHECK(at(text) == instant);
}

TEST_CASE("Text that is no instant is refused with the rule", "[time]") {
  for (const char* text : {"", "2026-08-09", "2026-08-09T14:05:00", "2026-08-09T24:00:00Z", "2026-08-09T14:60:00Z",
                           "2026-08-09T14:05:00+15:00", "2026-08-09T14:05:00Zx", "2026-8-9T14:05:00Z", "2026-08-09T14:05:00.Z",
                           "26-08-09T14:05:00Z", "2026-08-09T14:05:Z", "2026-08-09T1405Z", "２026-08-09T14:05:00Z"}) {
    INFO(text);
    CHECK(ruleOf(text) == "format");
  }
  CHECK(ruleOf("2026-02-30T00:00:00Z") == "impossible_date");
  CHECK(ruleOf("1799-12-31T00:00:00Z") == "out_of_range");
}

TEST_CASE("Dates that PostgreSQL would refuse or nobody means are refused", "[time]") {
  CHECK(isoText(parseIsoDate("2024-02-29").value()) == "2024-02-29");
  CHECK(dateRule("2023-02-29") == "impossible_date");
  CHECK(dateRule("0000-00-00") == "impossible_date");
  CHECK(dateRule("1900-02-29") == "impossible_date");
  CHECK(dateRule("10000-01-01") == "format");
  CHECK(dateRule("5874898-01-01") == "format");
  CHECK(dateRule("1799-12-31") == "out_of_range");
  CHECK(dateRule("2200-01-01") == "out_of_range");
  CHECK(dateRule("1800-01-01") == "accepted");
  CHECK(dateRule("2199-12-31") == "accepted");
  CHECK(dateRule("2026-08-09 ") == "format");
}

TEST_CASE("A wall-clock time that spring skips moves on, one that autumn repeats is the earlier", "[time][zone]") {
  const TimeZone boston = zone("America/New_York");
  const LocalTime skipped = local_days{year{2026} / March / 8} + hours{2} + minutes{30};
  CHECK(isoText(boston.toInstant(skipped), boston) == "2026-03-08T03:30:00-04:00");
  const LocalTime repeated = local_days{year{2026} / November / 1} + hours{1} + minutes{30};
  CHECK(isoText(boston.toInstant(repeated), boston) == "2026-11-01T01:30:00-04:00");
  CHECK(boston.toLocal(boston.toInstant(repeated)) == repeated);
}

TEST_CASE("The date of an instant is the date on that wall", "[time][zone]") {
  const Instant instant = at("2026-08-09T16:30:00Z");
  CHECK(isoText(zone("Asia/Shanghai").dateOf(instant)) == "2026-08-10");
  CHECK(isoText(zone("America/New_York").dateOf(instant)) == "2026-08-09");
  CHECK(isoText(zone("Pacific/Kiritimati").dateOf(instant)) == "2026-08-10");
  CHECK(isoText(zone("Pacific/Pago_Pago").dateOf(at("2026-08-09T10:59:59Z"))) == "2026-08-08");
}

TEST_CASE("Zones are known by their IANA names only", "[time][zone]") {
  CHECK(zone("Asia/Shanghai").name() == "Asia/Shanghai");
  for (const char* name : {"", "Mars/Olympus", "Asia/Shanghai\n", "../etc/passwd"}) {
    const auto result = TimeZone::named(name);
    REQUIRE(result.has_error());
    CHECK(result.error().fact("rule") == "unknown_zone");
  }
}

TEST_CASE("A clock that is set says what it was set to", "[time]") {
  ManualClock clock(at("2026-08-09T06:05:00Z"));
  clock.advance(hours{-1});
  CHECK(clock.now() == at("2026-08-09T05:05:00Z"));
  SystemClock system;
  CHECK(system.now() > at("2024-01-01T00:00:00Z"));
}
