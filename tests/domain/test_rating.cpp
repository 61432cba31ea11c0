// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/rating_catalogue.h"
#include "domain/rating_rules.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::domain;
using namespace std::string_view_literals;
using testkit::aUuid;

namespace {

std::vector<FieldChange> aVoice() {
  return {{"level", {}, std::int64_t{2}},
          {"pad_id", {}, aUuid(1)},
          {"place", {}, std::int64_t{1}},
          {"previous", {}, std::string("p")},
          {"seal", {}, std::string("s")}};
}
std::vector<FieldChange> with(std::vector<FieldChange> voice, const char* field, Value value) {
  std::erase_if(voice, [&](const FieldChange& c) { return c.field == field; });
  voice.push_back({field, {}, std::move(value)});
  return voice;
}
std::vector<FieldChange> without(std::vector<FieldChange> voice, const char* field) {
  std::erase_if(voice, [&](const FieldChange& c) { return c.field == field; });
  return voice;
}
std::vector<FieldChange> fromElsewhere() {
  return {{"level", {}, std::int64_t{5}}, {"source", {}, std::string("12345")}};
}

}  // namespace

TEST_CASE("the last two levels are bad, and fairly satisfied still counts as good", "[domain][rating]") {
  CHECK(isGoodLevel(3));
  CHECK_FALSE(isGoodLevel(4));
  CHECK(isBadLevel(4));
  CHECK(isBadLevel(5));
  CHECK_FALSE(isBadLevel(3));
  for (const int level : {0, 6, -1}) {
    CHECK_FALSE(isRatingLevel(level));
    CHECK_FALSE(isGoodLevel(level));
    CHECK_FALSE(isBadLevel(level));
  }
}

TEST_CASE("one voice on one visit is the same rating wherever it is given", "[domain][rating]") {
  const InteractionId visit{aUuid(1)};
  const CaseId matter{aUuid(1)};
  CHECK(ratingId(visit, 1) == ratingId(visit, 1));
  CHECK(ratingId(visit, 1) != ratingId(visit, 2));
  CHECK(ratingId(visit, 1) != ratingId(matter, 1));
  CHECK(ratingId(visit, 1) != ratingId(InteractionId{aUuid(2)}, 1));
}

TEST_CASE("a rating is said by a pad and by nobody else", "[domain][rating][rights]") {
  const auto refusal = [](RatingAuthor author, const std::vector<FieldChange>& changes) {
    return ratingRefusal(OperationKind::append, author, changes, {});
  };
  CHECK_FALSE(refusal(RatingAuthor::nobody, aVoice()));
  CHECK(refusal(RatingAuthor::other, aVoice()) == "rating_has_author"sv);
  CHECK(refusal(RatingAuthor::supervisor, aVoice()) == "rating_has_author"sv);
  for (const char* field : {"pad_id", "place", "previous", "seal"})
    CHECK(refusal(RatingAuthor::nobody, without(aVoice(), field)) == "not_sealed"sv);
  CHECK(refusal(RatingAuthor::nobody, with(aVoice(), "place", std::int64_t{0})) == "not_sealed"sv);
  CHECK(refusal(RatingAuthor::nobody, with(aVoice(), "pad_id", std::string("x"))) == "not_sealed"sv);
  for (const Value& level : {Value{std::int64_t{0}}, Value{std::int64_t{6}}, Value{std::string("1")}, Value{}, Value{2.0}})
    CHECK(refusal(RatingAuthor::nobody, with(aVoice(), "level", level)) == "malformed"sv);
}

TEST_CASE("what another system took is brought in by a supervisor, and does not look like a pad's",
          "[domain][rating][rights]") {
  const auto refusal = [](RatingAuthor author, const std::vector<FieldChange>& changes) {
    return ratingRefusal(OperationKind::append, author, changes, {});
  };
  CHECK_FALSE(refusal(RatingAuthor::supervisor, fromElsewhere()));
  CHECK(refusal(RatingAuthor::other, fromElsewhere()) == "not_your_right"sv);
  CHECK(refusal(RatingAuthor::nobody, fromElsewhere()) == "not_your_right"sv);
  CHECK(refusal(RatingAuthor::supervisor, with(aVoice(), "source", std::string("12345"))) == "malformed"sv);
}

TEST_CASE("nobody changes a rating, and only what came from elsewhere is taken back", "[domain][rating][rights]") {
  for (const auto author : {RatingAuthor::nobody, RatingAuthor::supervisor, RatingAuthor::other}) {
    for (const auto kind : {OperationKind::create, OperationKind::patch, OperationKind::transition})
      CHECK(ratingRefusal(kind, author, aVoice(), RatingOrigin::pad) == "rating_is_final"sv);
    CHECK(ratingRefusal(OperationKind::erase, author, {}, RatingOrigin::pad) == "rating_is_final"sv);
    CHECK_FALSE(ratingRefusal(OperationKind::erase, author, {}, RatingOrigin::otherSystem));
  }
}

TEST_CASE("the reasons that a citizen is offered follow from the level", "[domain][rating]") {
  const auto catalogue = RatingCatalogue::bundled("CN").value();
  CHECK(catalogue.version == "CN-2026.1");
  CHECK(catalogue.rectify == Limit{15, LimitUnit::workingDay});
  for (int level = 1; level <= 5; ++level) CHECK(catalogue.reasonsFor(level).size() >= 6);
  CHECK(catalogue.chosen(5, {"efficiency.slow", "attitude.cold", "efficiency.slow"}).value() ==
        "attitude.cold efficiency.slow");
  CHECK(catalogue.chosen(1, {}).value().empty());
  CHECK(catalogue.chosen(1, {"attitude.cold"}).error().kind == base::ErrorKind::invalidInput);
  CHECK(catalogue.chosen(5, {"made.up"}).error().kind == base::ErrorKind::invalidInput);
  CHECK(RatingCatalogue::bundled("nowhere").value().version == catalogue.version);
}

TEST_CASE("a catalogue that an administrator got wrong is refused with the place", "[domain][rating]") {
  const std::string whole =
      R"({"format":"onewindow-ratings/1","jurisdiction":"X","version":"1","rules":{"voices_per_visit":1,"voices_per_matter":1,)"
      R"("follow_ups":0,"days_open":30,"idle_seconds":30},"limits":{"verify":{"amount":1,"unit":"working_day"},)"
      R"("rectify":{"amount":5,"unit":"calendar_day"},"call_back":{"amount":3,"unit":"working_day"}},)"
      R"("reasons":[{"code":"a.b","levels":[1,2],"zh":"快","en":"Quick"}]})";
  REQUIRE(RatingCatalogue::parse(whole));
  const auto broken = [&](std::string from, const std::string& to) {
    std::string text = whole;
    text.replace(text.find(from), from.size(), to);
    return RatingCatalogue::parse(text);
  };
  CHECK(broken("onewindow-ratings/1", "other").error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(broken(R"("days_open":30)", R"("days_open":0)").error().facts.front().value == "days_open");
  CHECK(broken(R"("levels":[1,2])", R"("levels":[1,6])").error().facts.front().value == "levels");
  CHECK(broken("a.b", "a b").error().facts.front().value == "code");
  CHECK(broken("calendar_day", "moon").error().facts.front().value == "unit");
  CHECK(RatingCatalogue::parse("{").error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(RatingCatalogue::parse(std::string(2 << 20, ' ')).error().kind == base::ErrorKind::tooLarge);
}
