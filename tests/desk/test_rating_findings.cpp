// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/kiosk.h"
#include "desk/opening.h"
#include "desk/rating_findings.h"
#include "desk/rating_receipt.h"
#include "desk/receipt_pad.h"
#include "testkit/office.h"

using namespace ow;
using base::ErrorKind;
using insight::IntegrityRule;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

std::vector<desk::RatingFinding> found(Office& office, IntegrityRule rule) {
  auto all = desk::ratingFindings(office.hall.desk(), kJanuary).value().findings;
  std::erase_if(all, [&](const auto& one) { return one.finding.rule != rule; });
  return all;
}

// Somebody else at the window: of their own service nothing is told to supervisors either.
struct Observed : Office {
  Observed() {
    REQUIRE(desk::addClerk(hall.store(), {"li.na", "李娜", base::Redacted<std::string>(testkit::Hall::kPassphrase)},
                           hall.ports(), store::Hardness::cheap()));
  }
  void sit(const char* login) {
    hall.close();
    hall.seat(login);
  }
  std::vector<domain::CaseId> finished(int how) {
    sit("li.na");
    std::vector<domain::CaseId> cases;
    for (int i = 0; i < how; ++i) {
      cases.push_back(open(card));
      finish(cases.back());
    }
    sit(testkit::Hall::kLogin);
    return cases;
  }
  void rateAt(domain::CaseId id, int level) {
    sit("li.na");
    rateVisit(id, level);
    sit(testkit::Hall::kLogin);
  }
};

}  // namespace

TEST_CASE("ratings one upon the other at one pad are shown with their cases", "[desk][rating]") {
  Observed office;
  const auto cases = office.finished(5);
  for (const domain::CaseId id : cases) office.rateAt(id, 1);  // the clock stands
  const auto bursts = found(office, IntegrityRule::burst);
  REQUIRE(bursts.size() == 1);
  CHECK(bursts[0].finding.seen == insight::Count{5, 5});
  REQUIRE(bursts[0].evidence.size() == 5);
  CHECK(bursts[0].evidence[0].level == 1);
  CHECK_FALSE(bursts[0].evidence[0].caseNumber.empty());
  CHECK(desk::ratingFindings(office.hall.desk(), kJanuary).value().ratings == 5);
}

TEST_CASE("a pad that takes ratings at night is told", "[desk][rating]") {
  Observed office;
  const auto cases = office.finished(2);
  office.rateAt(cases[0], 1);
  CHECK(found(office, IntegrityRule::offHours).empty());
  office.hall.clock.advance(std::chrono::hours(13));  // 22:30
  office.rateAt(cases[1], 1);
  const auto late = found(office, IntegrityRule::offHours);
  REQUIRE(late.size() == 1);
  CHECK(late[0].name == "3");  // its window
  REQUIRE(late[0].evidence.size() == 1);
  CHECK(late[0].evidence[0].caseId == cases[1]);
}

TEST_CASE("a receipt that was redeemed at the window that printed it is shown, and stays no pad of another window",
          "[desk][rating][receipt]") {
  Observed office;
  const auto id = office.finished(1)[0];
  office.sit("li.na");
  const std::string code = desk::receiptOfVisit(office.hall.desk(), id).value().code;
  office.sit(testkit::Hall::kLogin);
  REQUIRE(desk::makeKiosk(office.hall.desk(), true));
  const auto pad = desk::ReceiptPad::over(office.hall.sharedDesk()).value();
  REQUIRE(pad->rate(pad->open(code).value(), {1, {}, {}, domain::Channel::kiosk, {}}));
  const auto own = found(office, IntegrityRule::ownWindow);
  REQUIRE(own.size() == 1);
  CHECK(own[0].name == "3");
  REQUIRE(own[0].evidence.size() == 1);
  CHECK(own[0].evidence[0].caseId == id);
  CHECK(found(office, IntegrityRule::strayPad).empty());
}

TEST_CASE("a citizen called as the clerk is a question", "[desk][rating]") {
  Observed office;
  office.person = office.hall.addPerson("李娜");
  office.rateAt(office.finished(1)[0], 1);
  const auto own = found(office, IntegrityRule::sameName);
  REQUIRE(own.size() == 1);
  CHECK(own[0].name == "李娜");
}

TEST_CASE("of their own service supervisors are told nothing, and clerks nothing at all", "[desk][rating]") {
  Office office;  // the supervisor serves
  const auto id = office.open(office.card);
  office.finish(id);
  office.hall.clock.advance(std::chrono::hours(13));
  office.rateVisit(id, 1);
  CHECK(found(office, IntegrityRule::offHours).empty());
  Office window(domain::Role::clerk);
  const auto refused = desk::ratingFindings(window.hall.desk(), kJanuary);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::notAllowed);
}

TEST_CASE("whoever does not wait any more ends the reading of the ratings, and reads them another time", "[desk][rating]") {
  Observed office;
  const auto cases = office.finished(3);
  for (const domain::CaseId id : cases) office.rateAt(id, 1);
  REQUIRE(desk::ratingFindings(office.hall.desk(), kJanuary));  // nothing has to be counted any more
  std::vector<std::pair<int, int>> told;
  const auto ended = desk::ratingFindings(office.hall.desk(), kJanuary, [&](int done, int of) {
    told.emplace_back(done, of);
    return false;
  });
  REQUIRE_FALSE(ended);
  CHECK(ended.error().kind == ErrorKind::cancelled);
  CHECK(told == std::vector<std::pair<int, int>>{{4, 5}});  // the fifth day of five, which is today
  const auto read = desk::ratingFindings(office.hall.desk(), kJanuary, [](int, int) { return true; });
  REQUIRE(read);
  CHECK(read.value().ratings == 3);
}
