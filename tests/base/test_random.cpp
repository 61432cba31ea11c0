// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/error.h"
#include "base/random.h"

using namespace ow::base;

TEST_CASE("A seeded source gives the same bytes on every machine", "[random]") {
  SeededRandom one(42);
  SeededRandom same(42);
  SeededRandom other(43);
  std::array<std::uint8_t, 37> a{};
  std::array<std::uint8_t, 37> b{};
  std::array<std::uint8_t, 37> c{};
  one.fill(a);
  same.fill(b);
  other.fill(c);
  CHECK(a == b);
  CHECK(a != c);
  SeededRandom known(42);
  CHECK(known.next64() == 1546998764402558742U);  // xoshiro256** of splitmix64(42), worked out apart
}

TEST_CASE("Numbers below a bound are below it and spread evenly", "[random]") {
  SeededRandom random(1);
  std::array<int, 6> counts{};
  for (int i = 0; i < 60000; ++i) {
    const std::uint64_t value = random.below(counts.size());
    REQUIRE(value < counts.size());
    ++counts[value];
  }
  for (const int count : counts) {
    CHECK(count > 9500);
    CHECK(count < 10500);
  }
  CHECK(random.below(1) == 0);
}

TEST_CASE("The system's source does not repeat itself", "[random]") {
  SystemRandom random;
  std::set<std::uint64_t> values;
  for (int i = 0; i < 1000; ++i) values.insert(random.next64());
  CHECK(values.size() == 1000);
}

TEST_CASE("An error tells its kind and its facts", "[error]") {
  const Error error{ErrorKind::invalidInput, {{"field", "phone"}, {"rule", "format"}}};
  CHECK(describe(error) == "invalid_input (field=phone, rule=format)");
  CHECK(describe(Error{ErrorKind::diskFull, {}}) == "disk_full");
  CHECK(error.fact("rule") == "format");
  CHECK(error.fact("limit").empty());
}

TEST_CASE("Each kind of error has a word of its own", "[error]") {
  std::set<std::string_view> words;
  const int kinds = int(ErrorKind::internal) + 1;
  for (int kind = 0; kind < kinds; ++kind) words.insert(code(static_cast<ErrorKind>(kind)));
  CHECK(words.size() == std::size_t(kinds));
}
