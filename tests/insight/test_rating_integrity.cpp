// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

#include "insight/rating_integrity.h"

using namespace ow;
using namespace ow::insight;
using namespace std::chrono_literals;

namespace {

const base::Instant kMonday = base::fromMillis(1'767'578'400'000);  // 2026-01-05 10:00 at the hall

// A hall that rates as halls do: one in twenty is not content, one in ten says why, nobody answers within three seconds.
class Hall {
 public:
  // Every clerk has a pad of the same window, and serves somebody every eight minutes.
  void work(int clerks, int each) {
    for (int i = 0; i < each; ++i)
      for (int clerk = 0; clerk < clerks; ++clerk) rate(clerk, i * 8min + clerk * 1s, usual());
  }
  struct Answer {
    int level = 1;
    std::optional<std::chrono::milliseconds> in = 6s;
    bool hasWords = false;
  };
  Answer usual() {
    const int dice = int(m_dice() % 100);
    return {dice < 5 ? 4 + dice % 2 : dice < 15 ? 2 : 1, std::chrono::milliseconds(3000 + m_dice() % 9000), dice % 10 == 0};
  }
  domain::RatingId rate(int clerk, std::chrono::milliseconds after, const Answer& answer, const std::string& padWindow = {},
                        bool isOffHours = false, bool isSameName = false) {
    const std::string name = "clerk " + std::to_string(clerk), window = std::to_string(clerk), pad = "pad " + window;
    base::Uuid id;
    id.bytes[15] = std::uint8_t(m_next);
    id.bytes[14] = std::uint8_t(m_next >> 8);
    id.bytes[13] = std::uint8_t(m_next++ >> 16);
    integrity.add({{id},
                   kMonday + after,
                   answer.level,
                   answer.in,
                   pad,
                   padWindow.empty() ? window : padWindow,
                   window,
                   name,
                   answer.hasWords,
                   isOffHours,
                   isSameName});
    return {id};
  }
  std::vector<IntegrityFinding> of(IntegrityRule rule) const {
    auto all = integrity.findings();
    std::erase_if(all, [&](const IntegrityFinding& finding) { return finding.rule != rule; });
    return all;
  }

  RatingIntegrity integrity;

 private:
  std::mt19937 m_dice{7};
  std::uint32_t m_next = 1;
};

}  // namespace

TEST_CASE("in a hall where nobody cheats nothing is found", "[insight][rating]") {
  Hall hall;
  hall.work(30, 150);
  CHECK(hall.integrity.findings().empty());
}

TEST_CASE("four ratings at one pad within a minute and a half are a burst, with the ratings that it was", "[insight][rating]") {
  Hall hall;
  hall.work(10, 60);
  const auto begin = std::chrono::hours(30);
  std::vector<domain::RatingId> given;
  for (int i = 0; i < 4; ++i) given.push_back(hall.rate(3, begin + i * 25s, {}));
  const auto found = hall.of(IntegrityRule::burst);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject == IntegritySubject::pad);
  CHECK(found[0].id == "pad 3");
  CHECK(found[0].seen == Count{4, 64});
  CHECK(found[0].ids == given);
  CHECK(found[0].to - found[0].from == 75s);
}

TEST_CASE("three in that time are not, however often", "[insight][rating]") {
  Hall hall;
  for (int i = 0; i < 30; ++i)
    for (int j = 0; j < 3; ++j) hall.rate(1, i * 10min + j * 20s, hall.usual());
  CHECK(hall.of(IntegrityRule::burst).empty());
}

TEST_CASE("answers faster than the question can be read are told of the clerk who has many of them", "[insight][rating]") {
  Hall hall;
  hall.work(20, 60);
  for (int i = 0; i < 30; ++i) hall.rate(5, 500min + i * 8min, {1, i % 2 == 0 ? 400ms : 5000ms, false});
  const auto found = hall.of(IntegrityRule::hasty);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "clerk 5");
  CHECK(found[0].seen == Count{15, 90});
  CHECK(found[0].expected == Catch::Approx(0.0));
  CHECK(found[0].ids.size() == 15);
}

TEST_CASE("a long row of one answer without a word is found where chance cannot make it", "[insight][rating]") {
  Hall hall;
  hall.work(20, 60);
  for (int i = 0; i < 120; ++i) hall.rate(8, 500min + i * 8min, {1, 6s, false});
  const auto found = hall.of(IntegrityRule::alike);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "clerk 8");
  CHECK(found[0].seen.hits >= 120);
  CHECK(found[0].ids.size() == kMostEvidence);
}

TEST_CASE("no bad rating among hundreds, where one in twenty is bad elsewhere, is a question", "[insight][rating]") {
  Hall hall;
  hall.work(20, 100);
  for (int i = 0; i < 300; ++i) hall.rate(30, i * 8min, {i % 3 == 0 ? 2 : 1, 6s, i % 5 == 0});
  const auto found = hall.of(IntegrityRule::noneBad);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "clerk 30");
  CHECK(found[0].seen == Count{0, 300});
  CHECK(*found[0].expected > 0.02);
}

TEST_CASE("a clerk of whom far fewer are asked than of the others is told, small numbers are not", "[insight][rating]") {
  RatingIntegrity integrity;
  for (int clerk = 0; clerk < 10; ++clerk)
    integrity.addServed(store::FactSource::visit, IntegritySubject::clerk, std::to_string(clerk), {120, 200});
  integrity.addServed(store::FactSource::visit, IntegritySubject::clerk, "blocks", {60, 200});
  integrity.addServed(store::FactSource::visit, IntegritySubject::clerk, "new here", {0, 15});
  // Cases are another question than visits.
  integrity.addServed(store::FactSource::caseClosed, IntegritySubject::clerk, "0", {2, 200});
  const auto found = integrity.findings();
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == IntegrityRule::unasked);
  CHECK(found[0].id == "blocks");
  CHECK(found[0].served == store::FactSource::visit);
  CHECK(found[0].expected == Catch::Approx(1200.0 / 2015));
}

TEST_CASE("a stray pad, an hour when nobody is served, and the clerk's own name are told one by one", "[insight][rating]") {
  Hall hall;
  hall.work(5, 30);
  hall.rate(1, 900min, {}, "7");
  hall.rate(2, 910min, {}, {}, true);
  hall.rate(3, 920min, {}, {}, false, true);
  const auto stray = hall.of(IntegrityRule::strayPad), late = hall.of(IntegrityRule::offHours),
             own = hall.of(IntegrityRule::sameName);
  REQUIRE(stray.size() == 1);
  CHECK(stray[0].id == "pad 1");
  REQUIRE(late.size() == 1);
  CHECK(late[0].id == "pad 2");
  REQUIRE(own.size() == 1);
  CHECK(own[0].id == "clerk 3");
  CHECK(own[0].seen == Count{1, 31});
}

TEST_CASE("receipts that come to the window that served are told, and at another window they are what they are for",
          "[insight][rating][receipt]") {
  RatingIntegrity integrity;
  const auto redeem = [&](const char* pad, const char* padWindow, const char* window) {
    RatedFact fact{{}, kMonday, 1, 6s, pad, padWindow, window, "clerk", false, false, false};
    fact.isByReceipt = true;
    integrity.add(fact);
  };
  redeem("kiosk", "", "3");
  redeem("kiosk", "9", "3");
  CHECK(integrity.findings().empty());
  redeem("pad", "3", "3");
  const auto found = integrity.findings();
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == IntegrityRule::ownWindow);
  CHECK(found[0].id == "pad");
  CHECK(found[0].seen == Count{1, 1});
}

TEST_CASE("ratings of other systems have no pad and no time of answering, and are judged by what they have",
          "[insight][rating]") {
  RatingIntegrity integrity;
  for (int i = 0; i < 50; ++i) integrity.add({{}, kMonday + i * 1s, 1, {}, {}, {}, {}, {}, false, false, false});
  CHECK(integrity.findings().empty());
}
