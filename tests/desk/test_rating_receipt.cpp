// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/contacts.h"
#include "desk/rating_set.h"
#include "domain/rating.h"
#include "store/rating_queries.h"
#include "store/schema.h"
#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/receipts.h"

using namespace ow;
using base::ErrorKind;
using desk::ReceiptPad;
using testkit::Hall;
using testkit::ReceiptHall;
using namespace std::chrono_literals;

namespace {

template <class T>
std::string refusal(const base::Result<T>& done) {
  return done ? std::string() : base::describe(done.error());
}
template <class T>
std::string rule(const base::Result<T>& done) {
  REQUIRE_FALSE(done);
  return std::string(done.error().fact("rule"));
}

std::vector<domain::Rating> ratingsOf(store::Store& store, domain::CaseId id) {
  auto reader = store.read().value();
  return store::loadEntities<domain::Rating>(reader.connection(), "WHERE t.case_id = ?1 ORDER BY t.n", id.uuid).value();
}

}  // namespace

TEST_CASE("a receipt says what was done, how to rate and until when, in both languages, and names nobody",
          "[desk][rating][receipt]") {
  ReceiptHall at;
  const auto receipt = desk::receiptOfVisit(at.hall.desk(), at.caseId).value();
  CHECK(receipt.visit);
  CHECK(receipt.service == "居住证办理");
  CHECK(receipt.lastDay == base::Date(std::chrono::sys_days(receipt.day) + std::chrono::days(30)));
  for (const auto language : {desk::ReportLanguage::zh, desk::ReportLanguage::en}) {
    const auto lines = desk::receiptLines(receipt, language).value();
    std::string all;
    for (const desk::ReceiptLine& line : lines) all += line.text + "\n";
    INFO(all);
    for (const std::string& said : {receipt.code, receipt.caseNumber, receipt.service, receipt.hall, std::string("2026-04-01")})
      CHECK(all.find(said) != std::string::npos);
    CHECK(all.find("张三") == std::string::npos);
    CHECK(all.find("王敏") == std::string::npos);
    CHECK(all.find("receipt.") == std::string::npos);  // every word is there
    CHECK(all.find('%') == std::string::npos);
    CHECK(std::count_if(lines.begin(), lines.end(), [](const auto& l) { return l.kind == desk::ReceiptLine::Kind::code; }) ==
          1);
  }
}

TEST_CASE("a receipt is the same however often it is printed, and the next day's visit has another",
          "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  at.hall.clock.advance(3h);
  CHECK(at.visitCode() == code);
  at.hall.restart();
  CHECK(at.visitCode() == code);
  at.hall.clock.advance(24h);
  CHECK(at.visitCode() != code);
}

TEST_CASE("a citizen rates a visit at a kiosk by the code: sealed by its pad, as nobody's work, and once",
          "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  at.hall.clock.advance(48h);
  const auto pad = at.kiosk();
  const auto invitation = pad->open(code).value();
  CHECK(invitation.title == "居住证办理");  // and not the case's own title, which names somebody
  REQUIRE(pad->rate(invitation, testkit::atKiosk(4, {"efficiency.slow"})));
  const auto ratings = ratingsOf(at.hall.store(), at.caseId);
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].id == domain::ratingId(*invitation.visit, 1));
  CHECK(ratings[0].channel == domain::Channel::kiosk);
  CHECK(ratings[0].clerkId == domain::staffId(Hall::kLogin));
  CHECK(ratings[0].window == "3");
  CHECK(ratings[0].hall == "东城区政务服务中心");
  CHECK(ratings[0].seal.has_value());
  auto reader = at.hall.store().read().value();
  CHECK(reader.connection().integer("SELECT count(*) FROM operation WHERE entity = 'rating' AND author IS NOT NULL").value() ==
        0);
  CHECK(reader.connection().integer("SELECT count(*) FROM rating_review").value() == 1);  // it was a bad one
  // The rules allow a follow-up, and a receipt is one voice all the same.
  CHECK(refusal(pad->open(code)) == refusal(base::Result<void>(base::fail(ErrorKind::duplicate, {{"entity", "rating"}}))));
  CHECK(pad->rate(invitation, testkit::atKiosk(1)).error().kind == ErrorKind::duplicate);
}

TEST_CASE("who rated at the window may say one more by the receipt, as the rules have it", "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  REQUIRE(desk::RatingPad::over(at.hall.sharedDesk())
              .value()
              ->rate(desk::inviteToRate(at.hall.desk(), at.caseId).value(), {5, {}, {}}));
  const auto pad = at.kiosk();
  REQUIRE(ReceiptHall::redeem(*pad, code, 2));
  const auto ratings = ratingsOf(at.hall.store(), at.caseId);
  REQUIRE(ratings.size() == 2);
  CHECK(ratings[1].nth == 2);
  CHECK(ratings[1].formerId == ratings[0].id);
  CHECK(ReceiptHall::redeem(*pad, code, 1).error().kind == ErrorKind::duplicate);
}

TEST_CASE("a receipt of the matter is good from the end of the case on", "[desk][rating][receipt]") {
  ReceiptHall at;
  const auto receipt = desk::receiptOfMatter(at.hall.desk(), at.caseId).value();
  CHECK_FALSE(receipt.visit);
  CHECK_FALSE(receipt.lastDay);
  at.hall.clock.advance(20 * 24h);
  auto pad = at.kiosk();
  CHECK(rule(pad->open(receipt.code)) == "not_ended");
  pad.reset();
  at.hall.restart();
  at.finish(at.caseId);
  CHECK(desk::receiptOfMatter(at.hall.desk(), at.caseId).value().lastDay);
  CHECK(desk::receiptOfMatter(at.hall.desk(), at.caseId).value().code == receipt.code);
  at.hall.clock.advance(30 * 24h);
  pad = at.kiosk();
  REQUIRE(ReceiptHall::redeem(*pad, receipt.code, 1));
  CHECK_FALSE(ratingsOf(at.hall.store(), at.caseId).front().interactionId);
  at.hall.clock.advance(24h);
  CHECK(rule(pad->open(receipt.code)) == "too_late");
}

TEST_CASE("a receipt is good for all of its last day and not for a minute of the next", "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();  // 09:30
  const auto pad = at.kiosk();
  at.hall.clock.advance(30 * 24h + 14h);
  CHECK(pad->open(code));
  at.hall.clock.advance(30min);
  CHECK(rule(pad->open(code)) == "too_late");
}

TEST_CASE("nobody redeems a receipt at a desk that no supervisor made a kiosk, and no clerk makes one",
          "[desk][rating][receipt][rights]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  CHECK_FALSE(desk::isKiosk(at.hall.desk()).value());
  CHECK(rule(desk::makeKiosk(at.hall.desk(), true)) == "not_your_right");
  const auto pad = ReceiptPad::over(at.hall.sharedDesk()).value();
  CHECK(rule(pad->open(code)) == "not_a_kiosk");
  auto byHand = desk::inviteToRate(at.hall.desk(), at.caseId).value();
  byHand.isByReceipt = true;
  CHECK(rule(pad->rate(byHand, testkit::atKiosk(1))) == "not_a_kiosk");
  CHECK(ratingsOf(at.hall.store(), at.caseId).empty());
}

TEST_CASE("whoever served does not redeem the receipt, also where a supervisor allowed a kiosk",
          "[desk][rating][receipt][rights]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  const auto invitation = at.kiosk()->open(code).value();
  at.hall.restart();  // the clerk sits here again
  CHECK(desk::isKiosk(at.hall.desk()).value());
  const auto pad = ReceiptPad::over(at.hall.sharedDesk()).value();
  CHECK(rule(pad->open(code)) == "own_rating");
  CHECK(rule(pad->rate(invitation, testkit::atKiosk(1))) == "own_rating");
  CHECK(ratingsOf(at.hall.store(), at.caseId).empty());
}

TEST_CASE("a supervisor takes the kiosk back, and a rating by receipt is never one at the counter",
          "[desk][rating][receipt][rights]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  const auto pad = at.kiosk();
  const auto invitation = pad->open(code).value();
  const auto atCounter = pad->rate(invitation, {1, {}, {}});
  CHECK(atCounter.error().fact("field") == "channel");
  REQUIRE(desk::makeKiosk(at.hall.desk(), false));
  CHECK(rule(pad->rate(invitation, testkit::atKiosk(1))) == "not_a_kiosk");
}

TEST_CASE("a receipt of a visit that has not come here is not known yet, and one of another jurisdiction never",
          "[desk][rating][receipt]") {
  ReceiptHall window;
  testkit::TempFolder folder;
  window.hall.close();
  const auto elsewhere = window.copiedTo(folder);
  window.hall.restart();
  const std::string code = window.visitCode();
  REQUIRE(desk::makeKiosk(*elsewhere, true));
  const auto pad = ReceiptPad::over(elsewhere).value();
  for (std::size_t i = 0; i < 2 * ReceiptPad::kMostWrong; ++i) {  // it is no wrong try
    const auto unknown = pad->open(code);
    CHECK(unknown.error().kind == ErrorKind::notFound);
    CHECK(unknown.error().fact("entity") == "receipt");
  }
  // Too late is too late also where the visit never came.
  window.hall.clock.advance(40 * 24h);
  CHECK(rule(pad->open(code)) == "too_late");
  ReceiptHall foreign;
  {
    auto write = foreign.hall.store().write().value();
    REQUIRE(write.connection().execute("UPDATE desk_state SET value = 'another' WHERE name = 'identity_key'"));
    REQUIRE(write.commit());
  }
  foreign.hall.restart();
  CHECK(rule(pad->open(foreign.visitCode())) == "other_key");
}

TEST_CASE("no code of one visit or case redeems another", "[desk][rating][receipt]") {
  ReceiptHall at;
  std::vector<std::pair<std::string, domain::CaseId>> visits, matters;
  for (int i = 0; i < 20; ++i) {
    const auto id = at.open();
    at.finish(id);
    visits.emplace_back(desk::receiptOfVisit(at.hall.desk(), id).value().code, id);
    matters.emplace_back(desk::receiptOfMatter(at.hall.desk(), id).value().code, id);
  }
  const auto pad = at.kiosk();
  for (const auto& [code, id] : visits) {
    CHECK(pad->open(code).value().caseId == id);
    CHECK(pad->open(code).value().visit);
  }
  for (const auto& [code, id] : matters) {
    CHECK(pad->open(code).value().caseId == id);
    CHECK_FALSE(pad->open(code).value().visit);
  }
}

TEST_CASE("who tries one wrong code after the other waits, and then goes on", "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  const auto pad = at.kiosk();
  std::string wrong = code;
  wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
  for (std::size_t i = 0; i < ReceiptPad::kMostWrong; ++i) CHECK(rule(pad->open(wrong)) == "check_letter");
  const auto stopped = pad->open(code);
  CHECK(rule(stopped) == "too_many_tries");
  CHECK(stopped.error().fact("seconds") == "60");
  CHECK(base::describe(stopped.error()).find(code.substr(0, 4)) == std::string::npos);  // no log has the code
  at.hall.clock.advance(-1h);  // a clock that is set back keeps nobody out
  CHECK(pad->open(code));
}

TEST_CASE("at two kiosks off the line the first voice counts, and the second is refused as already rated",
          "[desk][rating][receipt][sync]") {
  ReceiptHall at;
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{at.hall.clock, dice};
  const sync::ScopeId scope = centre.addHall("110101-1", "东城区政务服务中心");
  const std::string window = centre.addDesk({scope}), other = centre.addDesk({scope});
  centre.addStaff(at.hall.desk().clerk(), {scope});
  centre.addStaff({domain::staffId(ReceiptHall::kChief), ReceiptHall::kChief, "赵主任", domain::Role::supervisor, true},
                  {scope});
  const std::string code = at.visitCode();
  const auto windowLine = centre.line(window), otherLine = centre.line(other);
  REQUIRE(sync::Synchroniser(at.hall.store(), *windowLine, at.hall.clock).round());
  at.hall.close();
  testkit::TempFolder folder;
  const auto second = at.copiedTo(folder);
  REQUIRE(desk::makeKiosk(*second, true));
  const auto firstPad = at.kiosk(), secondPad = ReceiptPad::over(second).value();
  REQUIRE(ReceiptHall::redeem(*firstPad, code, 5));
  REQUIRE(ReceiptHall::redeem(*secondPad, code, 1));  // nobody can know

  REQUIRE(sync::Synchroniser(at.hall.store(), *windowLine, at.hall.clock).round());
  sync::Synchroniser late(desk::storeOf(*second), *otherLine, at.hall.clock);
  REQUIRE(late.round());
  CHECK(late.report().refused == 1);
  for (store::Store* store : {&at.hall.store(), &desk::storeOf(*second)}) {
    const auto ratings = ratingsOf(*store, at.caseId);
    REQUIRE(ratings.size() == 1);
    CHECK(ratings[0].level == 5);
  }
  auto reader = desk::storeOf(*second).read().value();
  CHECK(reader.connection().integer("SELECT count(*) FROM proposal WHERE rule = 'already_rated'").value() == 1);
  // Both chains are whole, for the second voice still holds its place in its own.
  CHECK(desk::recountStore(desk::storeOf(*second)).value().findings.empty());
}

TEST_CASE("a rating by receipt that somebody bends in the store is named by the recount", "[desk][rating][receipt]") {
  ReceiptHall at;
  const std::string code = at.visitCode();
  const auto pad = at.kiosk();
  REQUIRE(ReceiptHall::redeem(*pad, code, 5));
  CHECK(desk::recountStore(at.hall.store()).value().findings.empty());
  {
    auto write = at.hall.store().write().value();
    REQUIRE(write.connection().execute("UPDATE rating SET channel = 'counter', level = 1"));
    REQUIRE(write.commit());
  }
  const auto recount = desk::recountStore(at.hall.store()).value();
  REQUIRE(recount.findings.size() == 1);
  CHECK(recount.findings[0].fault == domain::AuditFault::changed);
}
