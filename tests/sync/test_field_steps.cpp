// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "base/random.h"
#include "sync/field_steps.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::testkit;
using domain::Value;
using sync::FieldSteps;

namespace {

domain::Rival step(std::uint64_t n, const Value& before, const Value& after) {
  return {anOperationId(n), after, before, std::nullopt, "007", base::fromMillis(static_cast<std::int64_t>(n))};
}

// A field that its entity's creation, operation 1, gave the value "a".
FieldSteps fieldWithA() {
  FieldSteps steps;
  steps.given(step(1, {}, "a"));
  return steps;
}

std::string text(const FieldSteps& steps) {
  std::string text;
  for (const domain::Rival& rival : steps.rivals()) {
    const auto* value = std::get_if<std::string>(&rival.value);
    text += value == nullptr ? "-" : *value;
  }
  return text;
}

}  // namespace

TEST_CASE("A field that nobody gave a value is empty", "[sync][steps]") {
  CHECK(text(FieldSteps()) == "-");
}

TEST_CASE("A field holds what the last of a chain of steps gave it", "[sync][steps]") {
  FieldSteps steps = fieldWithA();
  for (const auto& taken : {step(2, "a", "b"), step(3, "b", {}), step(4, {}, "b"), step(5, "b", "a")}) steps.step(taken);
  CHECK(text(steps) == "a");
}

TEST_CASE("A clock that is behind does not undo a step", "[sync][steps]") {
  FieldSteps steps;
  steps.given(step(1000, {}, "a"));
  steps.step(step(2000, "a", "b"));
  steps.step(step(10, "b", "c"));
  CHECK(text(steps) == "c");
  steps.step(step(11, "c", "a"));
  CHECK(text(steps) == "a");
  steps.step(step(12, "a", {}));
  CHECK(text(steps) == "-a");  // too much back and forth for a clock that is wrong: a person is asked
}

TEST_CASE("Who emptied a field is told, and not who made the entity, however late that was heard of", "[sync][steps]") {
  FieldSteps steps;
  steps.given(step(9, {}, "a"));
  steps.step(step(3, "a", {}));
  steps.step(step(4, "a", "b"));
  REQUIRE(text(steps) == "-b");
  CHECK(steps.rivals().front().op == anOperationId(3));
}

TEST_CASE("A step that says nothing is not kept", "[sync][steps]") {
  FieldSteps steps = fieldWithA();
  steps.step(step(2, "a", "b"));
  steps.step(step(3, "a", "a"));
  CHECK(text(steps) == "b");
}

TEST_CASE("A settled field forgets what stood against the value shown", "[sync][steps]") {
  FieldSteps steps = fieldWithA();
  steps.step(step(3, "a", "b"));
  steps.step(step(2, "a", "c"));
  CHECK(text(steps) == "cb");
  steps.settle("b");
  CHECK(text(steps) == "b");
  steps.step(step(4, "b", "c"));
  CHECK(text(steps) == "c");
}

TEST_CASE("Some value is always left, and the same in whatever order three desks are heard", "[sync][steps]") {
  base::SeededRandom dice(7);
  const Value values[] = {"a", "b", "c", Value{}};
  for (int round = 0; round < 500; ++round) {
    std::vector<domain::Rival> told[3];
    for (std::uint64_t n = 2; n < 9; ++n) {
      auto& desk = told[dice.below(3)];
      desk.push_back(step(n, desk.empty() ? Value{"a"} : desk.back().value, values[dice.below(4)]));
    }
    std::set<std::string> results;
    for (int order = 0; order < 5; ++order) {
      FieldSteps steps = fieldWithA();
      std::size_t heard[3] = {};
      for (int left = 7; left > 0;) {
        const std::size_t desk = dice.below(3);
        if (heard[desk] == told[desk].size()) continue;
        steps.step(told[desk][heard[desk]++]);
        --left;
      }
      results.insert(text(steps));
    }
    INFO("round " << round);
    CHECK(results.size() == 1);
    CHECK_FALSE(results.begin()->empty());
  }
}
