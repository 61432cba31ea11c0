// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/opening.h"
#include "desk/profile.h"
#include "desk/proposals.h"
#include "desk/rating_pad.h"
#include "domain/rating_audit.h"
#include "store/maintenance.h"
#include "store/outbox.h"
#include "store/rating_chain.h"
#include "store/rating_queries.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using testkit::Hall;

namespace {

struct Counter {
  Hall hall;
  domain::PartyId person = hall.addPerson("张三");
  domain::ServiceId service = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
  domain::CaseId caseId = hall.openCase(service, person).id;
  std::unique_ptr<desk::RatingPad> pad = desk::RatingPad::over(hall.sharedDesk()).value();

  desk::RatingInvitation invite() { return desk::inviteToRate(hall.desk(), caseId).value(); }
  base::Result<void> rate(int level, std::vector<std::string> reasons = {}) {
    return pad->rate(invite(), {.level = level, .reasons = std::move(reasons)});
  }
  void finish() {
    REQUIRE(desk::finishOnTheSpot(hall.desk(), caseId, domain::CaseState::received, domain::Outcome::granted, ""));
  }
  std::vector<domain::Rating> voices(domain::InteractionId visit) {
    auto reader = hall.store().read().value();
    return store::voicesOn(reader.connection(), visit).value();
  }
  std::int64_t number(const std::string& sql) {
    auto reader = hall.store().read().value();
    return reader.connection().integer(sql).value();
  }
};

domain::RatingRecount recount(store::Store& store) {
  auto reader = store.read().value();
  domain::RatingAudit audit;
  REQUIRE(store::eachPad(reader.connection(), [&](const domain::Pad& pad) -> base::Result<void> {
    audit.addPad(pad);
    return base::success();
  }));
  REQUIRE(store::eachRating(reader.connection(), [&](const store::RawRating& rating) -> base::Result<void> {
    audit.addRating(rating.id, rating.body);
    return base::success();
  }));
  return audit.end();
}

}  // namespace

TEST_CASE("a citizen rates a visit: sealed, with what it was about, and as nobody's work", "[desk][rating]") {
  Counter counter;
  const auto invitation = counter.invite();
  CHECK(invitation.title == "居住证办理");
  REQUIRE(
      counter.pad->rate(invitation, {4, {"efficiency.slow"}, "等了一小时", domain::Channel::counter, std::chrono::seconds(9)}));
  const auto voices = counter.voices(*invitation.visit);
  REQUIRE(voices.size() == 1);
  const domain::Rating& voice = voices.front();
  CHECK(voice.level == 4);
  CHECK(voice.reasons == "efficiency.slow");
  CHECK(voice.catalogue == "CN-2026.1");
  CHECK(voice.text == "等了一小时");
  CHECK(voice.partyId == counter.person);
  CHECK(voice.caseId == counter.caseId);
  CHECK(voice.serviceId == counter.service);
  CHECK(voice.clerkId == counter.hall.desk().clerk().id);
  CHECK(voice.window == "3");
  CHECK(voice.answeredIn == 9000);
  CHECK(voice.isActive);
  CHECK(voice.place == 1);
  CHECK(counter.number("SELECT count(*) FROM operation WHERE entity IN ('rating', 'pad') AND author IS NULL") == 2);
  CHECK(counter.number("SELECT count(*) FROM operation WHERE entity IN ('rating', 'pad') AND author IS NOT NULL") == 0);
  CHECK(recount(counter.hall.store()).findings.empty());
  CHECK(store::checkStore(counter.hall.store()).value().empty());
}

TEST_CASE("a visit counts whether it is rated or not, and one visit a day is one visit", "[desk][rating]") {
  Counter counter;
  const auto first = counter.invite();
  const auto second = counter.invite();
  CHECK(first.visit == second.visit);
  CHECK(counter.number("SELECT count(*) FROM interaction") == 1);
  CHECK(counter.number("SELECT count(*) FROM rating") == 0);  // unrated is unrated
  counter.hall.clock.advance(std::chrono::hours(24));
  CHECK(counter.invite().visit != first.visit);
}

TEST_CASE("one visit has one voice and one follow-up, and the first is never overwritten", "[desk][rating]") {
  Counter counter;
  const auto invitation = counter.invite();
  REQUIRE(counter.pad->rate(invitation, {.level = 5}));
  REQUIRE(counter.pad->rate(invitation, {.level = 2}));
  const auto third = counter.pad->rate(invitation, {.level = 1});
  CHECK(third.error().kind == ErrorKind::duplicate);
  CHECK(desk::inviteToRate(counter.hall.desk(), counter.caseId).error().kind == ErrorKind::duplicate);
  const auto voices = counter.voices(*invitation.visit);
  REQUIRE(voices.size() == 2);
  CHECK(voices[0].level == 5);
  CHECK(voices[1].level == 2);
  CHECK(voices[1].nth == 2);
  CHECK(voices[1].formerId == voices[0].id);
}

TEST_CASE("a matter is rated once it has ended, as long as the rules say", "[desk][rating]") {
  Counter counter;
  CHECK(desk::inviteToRateMatter(counter.hall.desk(), counter.caseId).error().facts.front().value == "not_ended");
  counter.finish();
  const auto invitation = desk::inviteToRateMatter(counter.hall.desk(), counter.caseId).value();
  CHECK_FALSE(invitation.visit);
  REQUIRE(counter.pad->rate(invitation, {.level = 1, .reasons = {"efficiency.quick"}, .channel = domain::Channel::app}));
  counter.hall.clock.advance(std::chrono::days(31));
  CHECK(desk::inviteToRateMatter(counter.hall.desk(), counter.caseId).error().facts.front().value == "too_late");
  CHECK(recount(counter.hall.store()).sealed.levels[0] == 1);
}

TEST_CASE("a question at the counter is a visit that can be rated, a telephone call is not", "[desk][rating]") {
  Counter counter;
  desk::NewContact contact{.party = counter.person, .subject = "问办理时间"};
  const auto asked = desk::registerContact(counter.hall.desk(), contact).value();
  const auto invitation = desk::inviteToRate(counter.hall.desk(), asked).value();
  CHECK(invitation.title == "问办理时间");
  REQUIRE(counter.pad->rate(invitation, {.level = 1}));
  contact.channel = domain::Channel::phone;
  const auto called = desk::registerContact(counter.hall.desk(), contact).value();
  CHECK(desk::inviteToRate(counter.hall.desk(), called).error().facts.front().value == "not_a_visit");
}

TEST_CASE("a level that is none and a reason that was not offered are no answer", "[desk][rating]") {
  Counter counter;
  for (const int level : {0, 6}) CHECK(counter.rate(level).error().facts.front().value == "level");
  CHECK(counter.rate(1, {"attitude.cold"}).error().facts.front().value == "reasons");
  CHECK(counter.number("SELECT count(*) FROM rating") == 0);
  CHECK(counter.number("SELECT count(*) FROM pad") == 0);
}

TEST_CASE("the chain goes on after the program was closed, and a store from a backup begins another", "[desk][rating]") {
  Counter counter;
  REQUIRE(counter.rate(1));
  counter.pad.reset();
  counter.hall.restart();
  counter.pad = desk::RatingPad::over(counter.hall.sharedDesk()).value();
  counter.hall.clock.advance(std::chrono::hours(24));
  REQUIRE(counter.rate(2));
  CHECK(counter.number("SELECT count(*) FROM pad") == 1);
  CHECK(counter.number("SELECT max(place) FROM rating") == 2);
  {
    // As if the store had been put back to before the second, and the centre had sent it again.
    auto write = counter.hall.store().write().value();
    REQUIRE(store::keepChainEnd(write, {1, std::string(64, 'a')}));
    REQUIRE(write.commit());
  }
  counter.hall.clock.advance(std::chrono::hours(24));
  REQUIRE(counter.rate(3));
  CHECK(counter.number("SELECT count(*) FROM pad") == 2);
  CHECK(counter.number("SELECT count(*) FROM rating WHERE place = 1") == 2);
  const auto counted = recount(counter.hall.store());
  CHECK(counted.findings.empty());
  CHECK(counted.sealed.total() == 3);
}

TEST_CASE("a rating that somebody changes in the store is named by the recount", "[desk][rating]") {
  Counter counter;
  for (int day = 0; day < 4; ++day) {
    REQUIRE(counter.rate(5));
    counter.hall.clock.advance(std::chrono::hours(24));
  }
  const auto tampered = [&](const std::string& sql) {
    auto write = counter.hall.store().write().value();
    REQUIRE(write.connection().execute(sql));
    const auto counted = [&] {
      domain::RatingAudit audit;
      REQUIRE(store::eachPad(write.connection(), [&](const domain::Pad& pad) -> base::Result<void> {
        audit.addPad(pad);
        return base::success();
      }));
      REQUIRE(store::eachRating(write.connection(), [&](const store::RawRating& rating) -> base::Result<void> {
        audit.addRating(rating.id, rating.body);
        return base::success();
      }));
      return audit.end();
    }();
    REQUIRE(counted.findings.size() == 1);
    return counted.findings.front();
  };
  CHECK(tampered("UPDATE rating SET level = 1 WHERE place = 3").fault == domain::AuditFault::changed);
  CHECK(tampered("DELETE FROM rating WHERE place = 2").fault == domain::AuditFault::missing);
  CHECK(tampered("UPDATE rating SET clerk_id = NULL WHERE place = 4").place == 4);
  CHECK(recount(counter.hall.store()).findings.empty());  // none of it was committed
}

namespace {

// How many ratings this clerk is shown: on the profile, in its timeline, in the story of the case, and where they are asked
// for.
std::array<std::size_t, 4> shownAt(Counter& counter) {
  const auto profile = desk::openProfile(counter.hall.desk(), counter.person, desk::Purpose::caseWork).value();
  const auto page = desk::openCasePage(counter.hall.desk(), counter.caseId).value();
  const auto isRating = [](const desk::TimelineItem& item) { return item.kind == desk::TimelineItem::Kind::rating; };
  const auto filtered =
      desk::timeline(counter.hall.desk(), counter.person, desk::TimelineFilter::ratings, std::nullopt, 10).value();
  return {profile.ratings.size(), std::size_t(std::count_if(profile.timeline.begin(), profile.timeline.end(), isRating)),
          std::size_t(std::count_if(page.story.begin(), page.story.end(), isRating)), filtered.size()};
}
constexpr std::array<std::size_t, 4> kNoneShown{0, 0, 0, 0};

}  // namespace

TEST_CASE("a clerk sees what was said of his service when the case has ended, and the citizen is long gone",
          "[desk][rating][rights]") {
  Counter counter;
  REQUIRE(counter.rate(5));
  CHECK(shownAt(counter) == kNoneShown);
  counter.hall.clock.advance(std::chrono::hours(24));
  CHECK(shownAt(counter) == kNoneShown);
  counter.finish();
  CHECK(shownAt(counter) == std::array<std::size_t, 4>{1, 1, 1, 1});

  // A question without a case: the day after.
  desk::NewContact contact{.party = counter.person, .subject = "问办理时间"};
  const auto asked = desk::registerContact(counter.hall.desk(), contact).value();
  REQUIRE(counter.pad->rate(desk::inviteToRate(counter.hall.desk(), asked).value(), {.level = 4}));
  CHECK(shownAt(counter) == std::array<std::size_t, 4>{1, 1, 1, 1});
  counter.hall.clock.advance(std::chrono::hours(24));
  CHECK(shownAt(counter) == std::array<std::size_t, 4>{2, 2, 1, 2});
}

TEST_CASE("who rates after the case has ended still sits there: the window shows nothing of it that day",
          "[desk][rating][rights]") {
  Counter counter;
  counter.finish();
  REQUIRE(counter.rate(5));
  CHECK(shownAt(counter) == kNoneShown);
  counter.hall.clock.advance(std::chrono::hours(24));
  CHECK(shownAt(counter) == std::array<std::size_t, 4>{1, 1, 1, 1});
}

TEST_CASE("a supervisor sees a rating at once, but at a window of their own like everybody", "[desk][rating][rights]") {
  Counter counter{.hall = Hall("2026-01-05T09:30:00+08:00", domain::Role::supervisor)};
  counter.finish();
  REQUIRE(counter.rate(5));
  CHECK(shownAt(counter) == kNoneShown);
  const domain::StaffId colleague = counter.hall.addClerk("li", "李丽");
  auto write = counter.hall.store().write().value();
  REQUIRE(write.connection().execute("UPDATE rating SET clerk_id = unhex('" + colleague.text() + "', '-')"));
  REQUIRE(write.commit());
  CHECK(shownAt(counter) == std::array<std::size_t, 4>{1, 1, 1, 1});
}

TEST_CASE("a voice that came too late is nothing for a clerk to settle, nor to read", "[desk][rating][rights]") {
  Counter counter;
  REQUIRE(counter.rate(1));
  {
    auto write = counter.hall.store().write().value();
    REQUIRE(write.connection().execute(
        "INSERT INTO proposal (id, entity, entity_id, operation, changes, rule, desk, purpose, at, state) SELECT unhex("
        "'0190f3a80000700080000000000000aa'), 'rating', id, 'append', '{\"level\": 5}', 'already_rated', '008', 'rating', 1, "
        "'open' FROM rating"));
    REQUIRE(write.commit());
  }
  CHECK(desk::openProposals(counter.hall.desk(), std::nullopt, 10).value().proposals.empty());
  auto reader = counter.hall.store().read().value();
  CHECK(store::outboxCounts(reader.connection()).value().openProposals == 0);
}

TEST_CASE("no operation of a clerk on a rating gets to the disk", "[desk][rating][rights]") {
  Counter counter;
  const auto invitation = counter.invite();
  REQUIRE(counter.pad->rate(invitation, {.level = 5}));
  const domain::Rating voice = counter.voices(*invitation.visit).front();
  base::IdSource ids(counter.hall.clock, counter.hall.random);
  for (const auto& author : {std::optional(counter.hall.desk().clerk().id), std::optional<domain::StaffId>()}) {
    const auto refused = [&](const std::function<void(domain::OperationWriter&)>& say) {
      domain::OperationWriter writer(ids, counter.hall.clock.now(), {author, "007", "case_work", {}});
      say(writer);
      const auto done = counter.hall.store().commit(writer.take());
      return !done && (done.error().kind == ErrorKind::notAllowed || done.error().kind == ErrorKind::invalidInput);
    };
    domain::Rating forged = voice;
    forged.id = domain::ratingId(*invitation.visit, 2);
    forged.level = 1;
    if (author) CHECK(refused([&](auto& writer) { writer.create(forged); }));  // with a seal: still a clerk's
    forged.seal.reset();
    CHECK(refused([&](auto& writer) { writer.create(forged); }));
    domain::Rating better = voice;
    better.level = 1;
    CHECK(refused([&](auto& writer) { writer.change(voice, better); }));
    CHECK(refused([&](auto& writer) { writer.erase(voice); }));
  }
  CHECK(counter.voices(*invitation.visit).front().level == 5);
}
