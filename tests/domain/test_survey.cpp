// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "domain/survey.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::domain;

namespace {

std::vector<PartyId> persons(std::uint64_t count) {
  std::vector<PartyId> all;
  for (std::uint64_t n = 1; n <= count; ++n) all.push_back({testkit::aUuid(n)});
  return all;
}

SurveyRound roundOf(const std::vector<PartyId>& places) {
  SurveyRound round;
  round.id = {testkit::aUuid(900)};
  round.drawnCount = int(places.size());
  round.drawn = drawnText(places);
  return round;
}

}  // namespace

TEST_CASE("the same frame and seed draw the same sample, in whatever order the frame comes", "[domain][survey]") {
  auto frame = persons(500);
  const auto sample = drawSample(frame, 40, 7);
  CHECK(sample.size() == 40);
  CHECK(std::set<PartyId>(sample.begin(), sample.end()).size() == 40);
  std::reverse(frame.begin(), frame.end());
  frame.push_back(frame.front());  // who stands twice has no second chance
  CHECK(drawSample(frame, 40, 7) == sample);
  CHECK(drawSample(frame, 40, 8) != sample);
}

TEST_CASE("a frame that is smaller than the sample is asked whole", "[domain][survey]") {
  CHECK(drawSample(persons(3), 40, 1).size() == 3);
  CHECK(drawSample({}, 40, 1).empty());
}

TEST_CASE("everybody is as likely to be drawn as everybody else", "[domain][survey]") {
  const auto frame = persons(20);
  std::map<PartyId, int> times;
  for (std::uint64_t seed = 0; seed < 4000; ++seed)
    for (const PartyId& id : drawSample(frame, 5, seed)) ++times[id];
  // 1,000 expected of each, with a standard deviation of 27.
  for (const PartyId& id : frame) {
    CHECK(times[id] > 850);
    CHECK(times[id] < 1150);
  }
}

TEST_CASE("a round knows by place who was drawn, and nobody beyond", "[domain][survey]") {
  const auto places = persons(3);
  const auto round = roundOf(places);
  for (int place = 1; place <= 3; ++place) CHECK(drawnAt(round, place) == places[std::size_t(place - 1)]);
  CHECK_FALSE(drawnAt(round, 0));
  CHECK_FALSE(drawnAt(round, 4));
  SurveyRound elsewhere;
  elsewhere.drawnCount = 10;
  CHECK_FALSE(drawnAt(elsewhere, 1));
}

TEST_CASE("places, slips and rows of a round are different answers, and the same at every desk", "[domain][survey]") {
  const SurveyRoundId one{testkit::aUuid(1)}, two{testkit::aUuid(2)};
  const std::set<SurveyAnswerId> ids{answerOfPlace(one, 1), answerOfPlace(one, 2),    answerOfPlace(two, 1),
                                     answerOfSlip(one, 1),  answerOfSource(one, "1"), answerOfSource(one, "2")};
  CHECK(ids.size() == 6);
  CHECK(ids.contains(answerOfPlace(one, 2)));
}

TEST_CASE("a slip's code is known to its own round alone, however it is typed", "[domain][survey]") {
  auto round = roundOf(persons(50));
  const std::string code = slipCode("secret", round.id, 17);
  CHECK(code.size() == 9);
  CHECK(slipOf("secret", round, code) == 17);
  std::string typed = code;
  std::transform(typed.begin(), typed.end(), typed.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  typed.erase(typed.find('-'), 1);
  CHECK(slipOf("secret", round, " " + typed) == 17);
  CHECK_FALSE(slipOf("another", round, code));
  CHECK_FALSE(slipOf("secret", round, slipCode("secret", round.id, 51)));
  CHECK_FALSE(slipOf("secret", round, ""));
  round.id = {testkit::aUuid(901)};
  CHECK_FALSE(slipOf("secret", round, code));
}

TEST_CASE("seeds and answers read back as they were written", "[domain][survey]") {
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{7}, ~std::uint64_t{0}})
    CHECK(seedIn(seedText(seed)) == seed);
  CHECK(seedText(255) == "00000000000000ff");
  for (const char* text : {"", "ff", "00000000000000fg", "00000000000000ff0"}) CHECK_FALSE(seedIn(text));
  const SurveyNumbers numbers{{"acsi1", 8}, {"acsi2", -1}};
  CHECK(surveyText(numbers) == R"({"acsi1": 8, "acsi2": -1})");
  CHECK(surveyNumbers(surveyText(numbers)) == numbers);
  CHECK(surveyNumbers(std::nullopt).empty());
  CHECK(surveyNumbers(std::string("no answers")).empty());
}

TEST_CASE("a round takes answers by the channels that it names, in one order", "[domain][survey]") {
  SurveyRound round;
  round.channels = channelsText(std::vector{SurveyChannel::token, SurveyChannel::phone, SurveyChannel::token});
  CHECK(round.channels == "phone token");
  CHECK(takesChannel(round, SurveyChannel::phone));
  CHECK_FALSE(takesChannel(round, SurveyChannel::paper));
}
