// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/random.h"
#include "insight/satisfaction_index.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

namespace {

SurveyForm form(std::vector<double> weights, AnswerScale scale = {}) {
  return SurveyForm::of(scale, std::move(weights)).value();
}

std::string refusedField(AnswerScale scale, std::vector<double> weights) {
  const auto result = SurveyForm::of(scale, std::move(weights));
  return result.has_value() ? "accepted" : std::string(result.error().fact("field"));
}

// The cells of a line in which no quoted cell holds a comma.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found(1);
  for (const char c : line) {
    if (c == ',')
      found.emplace_back();
    else if (c != '"' && c != '\r')
      found.back() += c;
  }
  return found;
}

std::vector<AnswerRow> bankSurvey(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  std::vector<std::size_t> columns;
  const auto header = cells(line);
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i].starts_with("sat")) columns.push_back(i);
  }
  std::vector<AnswerRow> rows;
  while (std::getline(file, line)) {
    const auto values = cells(line);
    rows.emplace_back();
    for (const std::size_t column : columns) rows.back().push_back(std::stod(values.at(column)));
  }
  return rows;
}

}  // namespace

TEST_CASE("The published example comes to 73.70, with the weights of Ohio to 74.19", "[insight][satisfaction]") {
  const std::vector<double> means{8.1, 7.6, 7.2};
  CHECK_THAT(form(equalWeights(3)).index(means), WithinAbs(73.70, 0.005));
  CHECK_THAT(form({0.3885, 0.3190, 0.2925}).index(means), WithinAbs(74.19, 0.005));
}

TEST_CASE("All at the top of the scale is 100, all at the bottom is 0", "[insight][satisfaction]") {
  CHECK_THAT(form(equalWeights(3)).index(std::vector<double>{10, 10, 10}), WithinAbs(100, 1e-9));
  CHECK(form(equalWeights(3)).index(std::vector<double>{1, 1, 1}) == 0.0);
  CHECK(form({1}, {-2, 2}).index(std::vector<double>{1}) == 75.0);
}

TEST_CASE("A survey needs a scale and weights that sum to one", "[insight][satisfaction]") {
  CHECK(refusedField({}, {0.3885, 0.3190, 0.2925}) == "accepted");
  CHECK(refusedField({}, equalWeights(7)) == "accepted");
  CHECK(refusedField({}, {1, 0}) == "accepted");
  CHECK(refusedField({}, {}) == "weights");
  CHECK(refusedField({}, {0.5, 0.4}) == "weights");
  CHECK(refusedField({}, {1.5, -0.5}) == "weights");
  CHECK(refusedField({}, {NAN, 1}) == "weights");
  CHECK(refusedField({5, 5}, {1}) == "scale");
  CHECK(refusedField({10, 1}, {1}) == "scale");
  CHECK(refusedField({NAN, 1}, {1}) == "scale");
  CHECK(refusedField({0, INFINITY}, {1}) == "scale");
}

TEST_CASE("An empty answer leaves its item's mean alone, and its row out of the interval", "[insight][satisfaction]") {
  const std::vector<AnswerRow> rows{{8.0, 9.0}, {6.0, std::nullopt}, {NAN, 5.0}, {std::nullopt, std::nullopt}, {4.0, 4.0}};
  const auto found = satisfactionIndex(form(equalWeights(2)), rows, OffScale::asGiven);
  CHECK(found.rows == 4);
  CHECK(found.completeRows == 2);
  CHECK(found.offScale == 0);
  CHECK(found.items[0].answers == 3);
  CHECK(found.items[0].mean == 6.0);
  CHECK(found.items[1].answers == 3);
  CHECK(found.items[1].mean == 6.0);
  REQUIRE(found.index);
  CHECK_THAT(*found.index, WithinAbs(5 / 9.0 * 100, 1e-9));
}

TEST_CASE("An answer off the scale counts as told, and is told", "[insight][satisfaction]") {
  const std::vector<AnswerRow> rows{{10.0}, {0.0}, {99.0}, {4.0}};
  const auto one = form({1});
  const auto asGiven = satisfactionIndex(one, rows, OffScale::asGiven);
  CHECK(asGiven.items[0].mean == 28.25);
  CHECK(asGiven.rows == 4);
  CHECK(asGiven.offScale == 2);
  const auto leftOut = satisfactionIndex(one, rows, OffScale::leftOut);
  CHECK(leftOut.items[0].mean == 7.0);
  CHECK(leftOut.items[0].answers == 2);
  CHECK(leftOut.rows == 2);
  CHECK(leftOut.offScale == 2);
  const auto clamped = satisfactionIndex(one, rows, OffScale::clamped);
  CHECK(clamped.items[0].mean == 6.25);
  CHECK(clamped.items[0].answers == 4);
  CHECK(clamped.offScale == 2);
}

TEST_CASE("Without an answer to an item that weighs something there is no index", "[insight][satisfaction]") {
  const std::vector<AnswerRow> rows{{8.0, std::nullopt}, {6.0, std::nullopt}};
  CHECK_FALSE(satisfactionIndex(form(equalWeights(2)), rows, OffScale::asGiven).index);
  const auto weightless = satisfactionIndex(form({1, 0}), rows, OffScale::asGiven);
  REQUIRE(weightless.index);
  CHECK_THAT(*weightless.index, WithinAbs(6 / 9.0 * 100, 1e-9));
  CHECK_FALSE(weightless.items[1].mean);

  const auto nobody = satisfactionIndex(form(equalWeights(2)), {}, OffScale::asGiven);
  CHECK_FALSE(nobody.index);
  CHECK_FALSE(nobody.interval);
  CHECK(nobody.rows == 0);
  CHECK(nobody.items.size() == 2);
}

TEST_CASE("One complete row has no interval, nor have rows that all say the same", "[insight][satisfaction]") {
  const auto two = form(equalWeights(2));
  const auto one = satisfactionIndex(two, std::vector<AnswerRow>{{8.0, 9.0}, {7.0, std::nullopt}}, OffScale::asGiven);
  CHECK(one.index);
  CHECK_FALSE(one.interval);
  const auto alike = satisfactionIndex(two, std::vector<AnswerRow>(30, AnswerRow{8.0, 9.0}), OffScale::asGiven);
  CHECK(alike.index);
  CHECK_FALSE(alike.interval);
}

TEST_CASE("Two respondents give the widest interval, cut to the scale", "[insight][satisfaction]") {
  // Indices 40 and 60: mean 50, standard error 10, t with one degree of freedom 12.706.
  const auto scale = AnswerScale{0, 100};
  const auto wide = satisfactionIndex(form({1}, scale), std::vector<AnswerRow>{{40.0}, {60.0}}, OffScale::asGiven);
  REQUIRE(wide.interval);
  CHECK(*wide.interval == Interval{0, 100});
  // 49 and 51: standard error 1.
  const auto narrow = satisfactionIndex(form({1}, scale), std::vector<AnswerRow>{{49.0}, {51.0}}, OffScale::asGiven);
  REQUIRE(narrow.interval);
  CHECK_THAT(narrow.interval->low, WithinAbs(50 - 12.7062, 0.0001));
  CHECK_THAT(narrow.interval->high, WithinAbs(50 + 12.7062, 0.0001));
}

TEST_CASE("Answers taken as given can lead off the scale, and the interval goes with them", "[insight][satisfaction]") {
  const auto above = satisfactionIndex(form({1}), std::vector<AnswerRow>{{98.0}, {99.0}, {99.0}}, OffScale::asGiven);
  REQUIRE(above.interval);
  CHECK(*above.index > 100);
  CHECK(above.interval->low < *above.index);
  CHECK(above.interval->high == *above.index);
  const auto below = satisfactionIndex(form({1}), std::vector<AnswerRow>{{0.0}, {0.0}, {-1.0}}, OffScale::asGiven);
  REQUIRE(below.interval);
  CHECK(*below.index < 0);
  CHECK(below.interval->low == *below.index);
}

TEST_CASE("The index lies in its interval, whatever people answer", "[insight][satisfaction][property]") {
  ow::base::SeededRandom random(81);
  for (int round = 0; round < 500; ++round) {
    std::vector<AnswerRow> rows(random.below(20));
    for (AnswerRow& row : rows) {
      row.resize(3);
      for (auto& answer : row) {
        if (random.below(10) > 0) answer = double(random.below(14)) - 1;
      }
    }
    for (const auto offScale : {OffScale::asGiven, OffScale::leftOut, OffScale::clamped}) {
      const auto found = satisfactionIndex(form({0.5, 0.3, 0.2}), rows, offScale);
      if (!found.index) continue;
      REQUIRE(std::isfinite(*found.index));
      REQUIRE((offScale == OffScale::asGiven || (*found.index >= 0 && *found.index <= 100)));
      if (!found.interval) continue;
      REQUIRE(found.interval->low <= *found.index);
      REQUIRE(found.interval->high >= *found.index);
      REQUIRE(found.completeRows >= 2);
    }
  }
}

TEST_CASE("A bank's 250 customers come to 64.81 as given", "[insight][satisfaction][shared]") {
  const auto path = std::filesystem::path(OW_SHARED_DIR) / "data" / "csat" / "ecsi_bank_satisfaction_250.csv";
  if (!std::filesystem::exists(path)) SKIP("needs the shared test data: data/csat");
  const auto rows = bankSurvey(path);
  REQUIRE(rows.size() == 250);
  const auto four = form(equalWeights(4));
  const auto asGiven = satisfactionIndex(four, rows, OffScale::asGiven);
  CHECK_THAT(asGiven.index.value(), WithinAbs(64.81, 0.005));
  CHECK_THAT(asGiven.items[0].mean.value(), WithinAbs(7.18, 0.0005));
  CHECK(asGiven.rows == 250);
  CHECK(asGiven.completeRows == 250);
  CHECK(asGiven.offScale == 15);
  // Standard error 1.19856 and t with 249 degrees of freedom 1.96954.
  CHECK_THAT(asGiven.interval.value().high - asGiven.interval.value().low, WithinAbs(2 * 1.19856 * 1.96954, 0.0005));

  const auto leftOut = satisfactionIndex(four, rows, OffScale::leftOut);
  CHECK_THAT(leftOut.index.value(), WithinAbs(65.97, 0.005));
  CHECK(leftOut.items[1].answers == 245);
  CHECK(leftOut.completeRows == 245);
  CHECK_THAT(satisfactionIndex(four, rows, OffScale::clamped).index.value(), WithinAbs(64.98, 0.005));
}
