// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/conflicts.h"
#include "desk/proposals.h"
#include "desk/rating_pad.h"
#include "desk/reviews.h"
#include "desk/sent_work.h"
#include "store/outbox.h"
#include "testkit/two_windows.h"

using namespace ow;
using testkit::Hall;
using testkit::TwoWindows;
using testkit::Window;

namespace {

void rate(Window& window, domain::CaseId matter, int level) {
  const auto pad = desk::RatingPad::over(window.hall.sharedDesk()).value();
  REQUIRE(pad->rate(desk::inviteToRateMatter(window.hall.desk(), matter).value(), {level, {}, {}}));
}

std::vector<desk::ReviewRow> reviews(Window& window) {
  return desk::reviewsOf(window.hall.desk(), desk::ReviewsShown::all, std::nullopt, 9).value().rows;
}

store::OutboxCounts counts(Window& window) {
  auto reader = window.hall.store().read().value();
  return store::outboxCounts(reader.connection()).value();
}

// A supervisor at each of two windows, and a matter that ended, known at both.
struct EndedMatter {
  TwoWindows windows{domain::Role::supervisor};
  domain::CaseId matter;

  EndedMatter() {
    Hall& hall = windows.three.hall;
    const auto service = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
    matter = hall.openCase(service, hall.addPerson("张三")).id;
    REQUIRE(desk::finishOnTheSpot(hall.desk(), matter, domain::CaseState::received, domain::Outcome::granted, ""));
    windows.meet();
  }
  // Window 3 takes the voice first; both reach the centre afterwards.
  void rateTwice(int first, int second) {
    rate(windows.three, matter, first);
    windows.wait();
    rate(windows.four, matter, second);
    windows.three.meet();
  }
  void checkAllIsSettled() {
    for (Window* window : {&windows.three, &windows.four}) {
      CHECK(counts(*window).waiting == 0);
      CHECK(counts(*window).openConflicts == 0);
      CHECK(counts(*window).openProposals == 0);
      CHECK(desk::openConflicts(window->hall.desk(), std::nullopt, 9).value().conflicts.empty());
      CHECK(desk::openProposals(window->hall.desk(), std::nullopt, 9).value().proposals.empty());
    }
  }
};

}  // namespace

TEST_CASE("of two bad voices that two pads take off the line one counts, and its review is the only one",
          "[desk][rating][review][sync]") {
  EndedMatter ended;
  ended.rateTwice(4, 5);
  ended.windows.meet();
  for (Window* window : {&ended.windows.three, &ended.windows.four}) {
    const auto open = reviews(*window);
    REQUIRE(open.size() == 1);
    CHECK(open.front().level == 4);
  }
  ended.checkAllIsSettled();
}

TEST_CASE("a bad voice that does not count opens no review of the good one that does", "[desk][rating][review][sync]") {
  EndedMatter ended;
  ended.rateTwice(1, 5);
  REQUIRE(reviews(ended.windows.four).size() == 1);  // nobody there knows of the other voice
  ended.windows.meet();
  CHECK(reviews(ended.windows.three).empty());
  CHECK(reviews(ended.windows.four).empty());
  ended.checkAllIsSettled();
}

TEST_CASE("what was done off the line on a review that falls away is refused with it, and told",
          "[desk][rating][review][sync]") {
  EndedMatter ended;
  ended.rateTwice(1, 5);
  desk::Desk& four = ended.windows.four.hall.desk();
  const auto open = reviews(ended.windows.four);
  REQUIRE(open.size() == 1);
  const domain::ReviewState opened = domain::ReviewState::opened;
  REQUIRE(desk::moveReview(four, {open.front().id, domain::ReviewEvent::assigned, opened, four.clerk().id, {}, {}, {}}));
  ended.windows.meet();
  CHECK(reviews(ended.windows.four).empty());
  const auto refused = desk::sentWork(four, desk::WorkState::refused, std::nullopt, 9).value();
  std::vector<std::string> reasons;
  for (const desk::SentWork& work : refused.items) reasons.push_back(work.kind + " " + work.entity + ": " + work.reason);
  CHECK(reasons == std::vector<std::string>{"transition rating_review: creation_refused", "create rating_review: cause_refused",
                                            "append rating: already_rated"});  // newest first
  ended.checkAllIsSettled();
}
