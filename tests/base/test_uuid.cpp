// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/clock.h"
#include "base/random.h"
#include "base/uuid.h"

using namespace ow::base;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNoon = fromMillis(1786276800000);  // 2026-08-09T12:00:00Z

struct PartyTag;
using PartyId = Id<PartyTag>;

}  // namespace

TEST_CASE("A UUID reads back from its text", "[uuid]") {
  const std::string text = "0190a6f1-7c3e-7abc-9def-0123456789ab";
  CHECK(Uuid::parse(text)->text() == text);
  CHECK(Uuid::parse("0190A6F1-7C3E-7ABC-9DEF-0123456789AB")->text() == text);
  for (const char* bad : {"", "0190a6f17c3e7abc9def0123456789ab", "0190a6f1-7c3e-7abc-9def-0123456789a",
                          "0190a6f1-7c3e-7abc-9def-0123456789ag", "0190a6f1_7c3e-7abc-9def-0123456789ab",
                          "{190a6f1-7c3e-7abc-9def-0123456789a}", "0190a6f1-7c3e-7abc-9def-0123456789ab "}) {
    INFO(bad);
    CHECK_FALSE(Uuid::parse(bad).has_value());
  }
  CHECK(Uuid::fromBytes(Uuid::parse(text)->bytes) == Uuid::parse(text));
  CHECK_FALSE(Uuid::fromBytes(std::vector<std::uint8_t>(15)).has_value());
  CHECK(Uuid{}.isNil());
  CHECK(PartyId::parse(text)->text() == text);
  CHECK_FALSE(PartyId::parse("x").has_value());
}

TEST_CASE("New ids are UUIDv7 of their millisecond", "[uuid]") {
  ManualClock clock(kNoon);
  SystemRandom random;
  IdSource source(clock, random);
  const Uuid id = source.next();
  CHECK(id.bytes[6] >> 4U == 7);
  CHECK(id.bytes[8] >> 6U == 2);
  std::uint64_t millis = 0;
  for (std::size_t i = 0; i < 6; ++i) millis = millis << 8U | id.bytes[i];
  CHECK(millis == std::uint64_t(toMillis(kNoon)));
  CHECK_FALSE(source.make<PartyId>().isNil());
}

TEST_CASE("Ids never go backwards, even when the clock does", "[uuid]") {
  ManualClock clock(kNoon);
  SystemRandom random;
  IdSource source(clock, random);
  Uuid last = source.next();
  for (int i = 0; i < 20000; ++i) {  // more than the 4096 that fit one millisecond
    if (i == 5000) clock.advance(-1h);
    if (i == 9000) clock.set(fromMillis(-1000));
    if (i == 12000) clock.advance(std::chrono::hours(24 * 365 * 60));
    const Uuid next = source.next();
    REQUIRE(last < next);
    last = next;
  }
}

TEST_CASE("Several threads make distinct ids, each in order", "[uuid][threads]") {
  ManualClock clock(kNoon);
  SystemRandom random;
  IdSource source(clock, random);
  std::vector<std::vector<Uuid>> made(4);
  std::vector<std::thread> threads;
  for (auto& ids : made) {
    threads.emplace_back([&ids, &source] {
      for (int i = 0; i < 5000; ++i) ids.push_back(source.next());
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::array<std::uint8_t, 8>> stamps;
  for (const auto& ids : made) {
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    for (const Uuid& id : ids) {
      std::array<std::uint8_t, 8> stamp{};
      std::copy_n(id.bytes.begin(), 8, stamp.begin());
      stamps.insert(stamp);
    }
  }
  CHECK(stamps.size() == 20000);  // distinct in time and counter alone, before any random bit
}

TEST_CASE("The same name under the same key gives the same id, and no other does", "[uuid]") {
  const Uuid id = namedUuid("hall key", "110101199001010010");
  CHECK(id == namedUuid("hall key", "110101199001010010"));
  CHECK(id != namedUuid("hall key", "110101199001010011"));
  CHECK(id != namedUuid("other key", "110101199001010010"));
  CHECK(id != namedUuid("", "110101199001010010"));
  CHECK(id.bytes[6] >> 4U == 8);
  CHECK(id.bytes[8] >> 6U == 2);
  const std::string longKey(100, 'k');
  CHECK(namedUuid(longKey, "a") != namedUuid(longKey, "b"));
  CHECK(namedUuid(longKey, "a") != namedUuid(longKey + "k", "a"));
  CHECK(namedUuid("", "") != Uuid{});
}
