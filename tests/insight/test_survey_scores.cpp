// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "base/random.h"
#include "insight/mean.h"
#include "insight/net_promoter.h"
#include "insight/rating_shares.h"
#include "insight/staff_survey.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

TEST_CASE("Fairly satisfied is a good rating but not among the top two", "[insight][rating]") {
  const auto found = ratingShares({50, 30, 10, 6, 4});
  CHECK(found.topTwo == Count{80, 100});
  CHECK(found.good == Count{90, 100});
  CHECK(found.bad == Count{10, 100});
  CHECK_THAT(found.stars.value(), WithinAbs((50 * 5 + 30 * 4 + 10 * 3 + 6 * 2 + 4 * 1) / 100.0, 1e-12));
}

TEST_CASE("Very satisfied is code 1 and five stars, very dissatisfied is code 5 and one star", "[insight][rating]") {
  CHECK(ratingShares({1, 0, 0, 0, 0}).stars == 5.0);
  CHECK(ratingShares({1, 0, 0, 0, 0}).topTwo == Count{1, 1});
  CHECK(ratingShares({0, 0, 0, 0, 1}).stars == 1.0);
  CHECK(ratingShares({0, 0, 0, 0, 1}).bad == Count{1, 1});
  CHECK(ratingShares({0, 0, 1, 0, 0}).stars == 3.0);
}

TEST_CASE("Without ratings no share and no stars are made up", "[insight][rating]") {
  const auto found = ratingShares({});
  CHECK_FALSE(found.stars);
  CHECK_FALSE(share(found.good));
  CHECK_FALSE(share(found.bad));
}

TEST_CASE("Every rating is good or bad, and stars are six less the mean code", "[insight][rating][property]") {
  ow::base::SeededRandom random(735);
  for (int round = 0; round < 500; ++round) {
    RatingsPerLevel ratings{};
    double codes = 0;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
      ratings[i] = std::int64_t(random.below(50));
      codes += double(ratings[i]) * double(i + 1);
    }
    const auto found = ratingShares(ratings);
    REQUIRE(found.good.hits + found.bad.hits == found.good.trials);
    REQUIRE(found.topTwo.hits <= found.good.hits);
    if (found.stars) REQUIRE_THAT(*found.stars, WithinAbs(6 - codes / double(found.good.trials), 1e-9));
  }
}

TEST_CASE("55 % promoters and 15 % detractors of 200 are a score of 40 ± 10.2", "[insight][promoter]") {
  const auto found = netPromoterScore({.promoters = 110, .passives = 60, .detractors = 30});
  REQUIRE(found);
  CHECK_THAT(found->value, WithinAbs(40, 1e-9));
  CHECK_THAT(kZ95 * found->standardError, WithinAbs(10.2, 0.05));
  REQUIRE(found->interval);
  CHECK_THAT(found->interval->low, WithinAbs(29.8, 0.05));
  CHECK_THAT(found->interval->high, WithinAbs(50.2, 0.05));
  CHECK(found->answers == 200);
}

TEST_CASE("9 and 10 promote, 7 and 8 stand aside, 0 to 6 detract", "[insight][promoter]") {
  CHECK(promoterCounts({1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100}) == PromoterCounts{200, 20, 7});
}

TEST_CASE("A score where all are of one group has no interval, and of nobody there is no score", "[insight][promoter]") {
  CHECK_FALSE(netPromoterScore({}));
  for (const PromoterCounts& counts : {PromoterCounts{9, 0, 0}, PromoterCounts{0, 9, 0}, PromoterCounts{0, 0, 9}}) {
    const auto found = netPromoterScore(counts);
    REQUIRE(found);
    CHECK(found->standardError == 0);
    CHECK_FALSE(found->interval);
  }
  CHECK(netPromoterScore({9, 0, 0})->value == 100);
  CHECK(netPromoterScore({0, 0, 9})->value == -100);
}

TEST_CASE("A promoter score and its interval stay within -100..100", "[insight][promoter][property]") {
  ow::base::SeededRandom random(2003);
  for (int round = 0; round < 3000; ++round) {
    const auto some = [&] { return std::int64_t(random.below(12)); };
    const auto found = netPromoterScore({some(), some(), some()});
    if (!found) continue;
    REQUIRE(std::isfinite(found->standardError));
    REQUIRE(std::abs(found->value) <= 100);
    if (!found->interval) continue;
    REQUIRE(found->interval->low >= -100);
    REQUIRE(found->interval->low <= found->value);
    REQUIRE(found->interval->high >= found->value);
    REQUIRE(found->interval->high <= 100);
  }
}

TEST_CASE("Brooke's own example of the usability scale comes to 55", "[insight][staff]") {
  CHECK(usabilityScore({5, 4, 2, 1, 2, 3, 2, 4, 5, 2}) == 55.0);
  CHECK(usabilityScore({5, 1, 5, 1, 5, 1, 5, 1, 5, 1}) == 100.0);
  CHECK(usabilityScore({1, 5, 1, 5, 1, 5, 1, 5, 1, 5}) == 0.0);
  CHECK(usabilityScore({3, 3, 3, 3, 3, 3, 3, 3, 3, 3}) == 50.0);
  CHECK_FALSE(usabilityScore({3, 3, 3, 3, 0, 3, 3, 3, 3, 3}));
  CHECK_FALSE(usabilityScore({3, 3, 3, 3, 3, 3, 3, 3, 3, 6}));
}

TEST_CASE("Six clerks' usability scores have a mean and an interval for six", "[insight][staff]") {
  const auto found = staffMean(std::vector<double>{70, 75, 80, 62.5, 90, 55});
  CHECK(found.answers == 6);
  CHECK_THAT(found.mean.value(), WithinAbs(72.0833, 0.00005));
  // Student's t with five degrees of freedom: 2.5706.
  CHECK_THAT(found.interval.value().low, WithinAbs(72.0833 - 13.1092, 0.0001));
  CHECK_THAT(found.interval.value().high, WithinAbs(72.0833 + 13.1092, 0.0001));
}

TEST_CASE("Of four clerks nothing is told, of five it is", "[insight][staff]") {
  const auto four = staffMean(std::vector<double>{70, 75, 80, 62.5});
  CHECK(four.answers == 4);
  CHECK_FALSE(four.mean);
  CHECK_FALSE(four.interval);
  CHECK(staffMean(std::vector<double>{70, 75, 80, 62.5, 90}).mean);
  CHECK_FALSE(staffPromoterScore({2, 1, 1}));
  CHECK(staffPromoterScore({2, 1, 2})->value == 0);
}

TEST_CASE("The interval of a mean is cut to what can be answered", "[insight][staff]") {
  const auto found = staffMean(std::vector<double>{5, 5, 5, 5, 4}, {1, 5});
  CHECK(found.interval.value().high == 5);
  CHECK(found.interval.value().low > 1);
  CHECK_FALSE(staffMean(std::vector<double>(8, 4.0), {1, 5}).interval);
}

TEST_CASE("The margin of a mean follows Student's table", "[insight][mean]") {
  CHECK_FALSE(mean({}));
  CHECK_FALSE(meanMargin({}));
  CHECK_FALSE(meanMargin(std::vector<double>{5}));
  CHECK_FALSE(meanMargin(std::vector<double>(12, 0.1)));
  CHECK(mean(std::vector<double>{5}) == 5);
  // n = 10: variance 9.1667, standard error 0.9574, t 2.2622.
  const std::vector<double> ten{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  CHECK_THAT(meanMargin(ten).value(), WithinAbs(0.957427 * 2.262157, 0.00001));
}
