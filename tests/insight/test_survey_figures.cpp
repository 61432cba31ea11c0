// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "insight/survey_figures.h"

using namespace ow;
using namespace ow::insight;
using Catch::Matchers::WithinAbs;
using domain::SurveyNumbers;

namespace {

domain::Questionnaire form(const char* id) {
  return domain::QuestionnaireCatalogue::bundled("CN").value().find(id).value();
}
std::vector<SurveyNumbers> times(int count, const SurveyNumbers& row) {
  return std::vector<SurveyNumbers>(std::size_t(count), row);
}
std::vector<SurveyNumbers> together(std::vector<SurveyNumbers> first, const std::vector<SurveyNumbers>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}
SurveyIndexFigure only(const char* id, const std::vector<SurveyNumbers>& rows) {
  return surveyFigures(form(id), rows).indexes.front();
}

}  // namespace

TEST_CASE("three items of 1 to 10 make the satisfaction index of the published example", "[insight][survey]") {
  // Means 8.1, 7.6 and 7.2 of ten answers each: 73.70 with equal weights.
  const auto rows =
      together(times(9, {{"acsi1", 8}, {"acsi2", 8}, {"acsi3", 7}}), {{{"acsi1", 9}, {"acsi2", 4}, {"acsi3", 9}}});
  const auto figure = only("acsi", rows);
  CHECK_THAT(figure.value.value(), WithinAbs(73.70, 0.005));
  REQUIRE(figure.interval);
  CHECK(figure.interval->low <= *figure.value);
  CHECK(figure.answers == 10);
  CHECK(figure.sample == SampleSize::small);
}

TEST_CASE("CSAT counts the first two of five levels, with Wilson's interval", "[insight][survey]") {
  const auto figure = only("csat", together(times(9, {{"csat", 2}}), times(1, {{"csat", 3}})));
  CHECK(figure.value == 0.9);
  CHECK_THAT(figure.interval->low, WithinAbs(0.5958, 0.0001));
  CHECK_THAT(figure.interval->high, WithinAbs(0.9821, 0.0001));
}

TEST_CASE("promoters less detractors make the net promoter score", "[insight][survey]") {
  const auto rows = together(together(times(110, {{"nps", 9}}), times(60, {{"nps", 8}})), times(30, {{"nps", 0}}));
  const auto figure = only("nps", rows);
  CHECK_THAT(figure.value.value(), WithinAbs(40, 1e-9));
  CHECK_THAT(figure.interval->high - 40, WithinAbs(10.2, 0.05));
  CHECK(figure.sample == SampleSize::enough);
}

TEST_CASE("ten items make a usability score, and one left empty counts as the middle", "[insight][survey]") {
  SurveyNumbers best;
  for (int i = 1; i <= 10; ++i) best["sus" + std::to_string(i)] = i % 2 == 1 ? 5 : 1;
  CHECK(only("sus", times(5, best)).value == 100.0);
  best.erase("sus1");
  CHECK(only("sus", times(5, best)).value == 95.0);
}

TEST_CASE("the call-back on a hotline order gives each of the three rates its own answers", "[insight][survey]") {
  const auto rows = together(times(6, {{"contacted", 1}, {"solved", 1}}), times(4, {{"contacted", 1}, {"solved", 0}}));
  const auto figures = surveyFigures(form("three_rates"), rows);
  CHECK(figures.indexes[0].value == 1.0);
  CHECK(figures.indexes[1].value == 0.6);
  CHECK_FALSE(figures.indexes[2].value);  // nobody was asked
}

TEST_CASE("under five answers nothing is told of an index or a question, not even how few", "[insight][survey]") {
  const auto rows = together(times(4, {{"csat", 5}}), times(3, {}));
  const auto figures = surveyFigures(form("csat"), rows);
  CHECK_FALSE(figures.indexes.front().value);
  CHECK_FALSE(figures.indexes.front().interval);
  CHECK(figures.indexes.front().answers == 0);
  CHECK(figures.indexes.front().sample == SampleSize::suppressed);
  CHECK_FALSE(figures.questions.front().mean);
  CHECK(figures.questions.front().counts.empty());
  CHECK(figures.questions.front().answers == 0);
  CHECK(surveyFigures(form("csat"), times(5, {{"csat", 5}})).indexes.front().value == 0.0);
  // An index is as thin as the question that fewest answered.
  const auto thin = together(times(9, {{"acsi1", 8}, {"acsi2", 8}}), times(4, {{"acsi1", 8}, {"acsi2", 8}, {"acsi3", 1}}));
  CHECK_FALSE(only("acsi", thin).value);
}

TEST_CASE("a distribution holds every answer on the scale, from its low end to its high one", "[insight][survey]") {
  const auto rows = together(times(3, {{"csat", 1}}), times(4, {{"csat", 4}}));
  const auto figure = surveyFigures(form("csat"), rows).questions.front();
  CHECK(figure.counts == std::vector<std::int64_t>{3, 0, 0, 4, 0});
  CHECK(figure.answers == 7);
  CHECK_THAT(figure.mean.value(), WithinAbs(19 / 7.0, 1e-9));
}

TEST_CASE("off the scale counts as it stands in a mean, and in no group", "[insight][survey]") {
  const auto index = only("acsi", together(times(8, {{"acsi1", 10}, {"acsi2", 10}, {"acsi3", 10}}),
                                           times(2, {{"acsi1", 0}, {"acsi2", 0}, {"acsi3", 0}})));
  CHECK_THAT(index.value.value(), WithinAbs(700 / 9.0, 1e-9));  // the mean is 8, not 10
  CHECK(index.offScale == 6);
  const auto share = only("csat", together(times(6, {{"csat", 1}}), times(2, {{"csat", 0}})));
  CHECK(share.value == 1.0);
  CHECK(share.answers == 6);
  CHECK(share.offScale == 2);
  CHECK(only("nps", together(times(6, {{"nps", 10}}), times(2, {{"nps", 99}}))).answers == 6);
  SurveyNumbers odd;
  for (int i = 1; i <= 10; ++i) odd["sus" + std::to_string(i)] = i == 1 ? 9 : 3;
  CHECK_FALSE(only("sus", times(6, odd)).value);
}
