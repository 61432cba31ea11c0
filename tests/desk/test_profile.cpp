// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/contacts.h"
#include "desk/finding.h"
#include "desk/inbox.h"
#include "desk/opening.h"
#include "desk/party_correction.h"
#include "desk/profile.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using desk::Purpose;
using testkit::Hall;

namespace {

std::int64_t looks(Hall& hall) {
  return hall.store().read().value().connection().integer("SELECT count(*) FROM access_log").value();
}

// A second window of the same clerk at the same store.
std::unique_ptr<desk::Desk> windowWith(Hall& hall, store::Access access) {
  store::StoreKey key;
  std::copy(hall.store().key().bytes().begin(), hall.store().key().bytes().end(), key.bytes().begin());
  auto store = store::Store::open(hall.storePath(), std::move(key), {access, store::Durability::full, nullptr});
  REQUIRE(store);
  auto window = desk::deskOver(std::move(store.value()), hall.desk().clerk().id, hall.ports());
  REQUIRE(window);
  return std::move(window.value());
}

}  // namespace

TEST_CASE("a profile shows masked values only", "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  const auto profile = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  CHECK(profile.name.shown == "张*丰");
  REQUIRE(profile.identifiers.size() == 1);
  CHECK(profile.identifiers[0].shown == "110***********002X");
  REQUIRE(profile.contactPoints.size() == 1);
  CHECK(profile.contactPoints[0].shown.find("138****8000") != std::string::npos);
  CHECK(profile.sex == domain::Sex::female);
  CHECK(profile.age == 76);
}

TEST_CASE("every look and every reveal is in the access log before anything is shown", "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X");
  const auto profile = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  CHECK(looks(hall) == 1);
  CHECK(desk::reveal(hall.desk(), id, profile.identifiers[0], Purpose::verification).value() == "11010519491231002X");
  CHECK(looks(hall) == 2);
  auto reader = hall.store().read().value();
  auto row = reader.connection().prepare("SELECT act, field, purpose FROM access_log ORDER BY n DESC LIMIT 1").value();
  REQUIRE(row.step().value());
  CHECK(row.text(0) == "reveal");
  CHECK(row.text(1) == "identifier");
  CHECK(row.text(2) == "verification");
}

TEST_CASE("a page that stays open is one look, however often it refreshes", "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X");
  const auto opened = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  hall.openCase(hall.addService("出生登记", {5, domain::LimitUnit::workingDay}), id);
  const auto later = desk::refreshProfile(hall.desk(), id, opened.look);
  REQUIRE(later);
  CHECK(later.value().openCaseCount == 1);
  CHECK(looks(hall) == 1);
}

TEST_CASE("nobody refreshes what was never opened, was somebody else, or was another day", "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰"), other = hall.addPerson("李四");
  CHECK(desk::refreshProfile(hall.desk(), id, {}).error().fact("rule") == "look_needed");
  const auto opened = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  CHECK(desk::refreshProfile(hall.desk(), other, opened.look).error().fact("rule") == "look_needed");
  hall.clock.advance(std::chrono::hours{13});
  CHECK(desk::refreshProfile(hall.desk(), id, opened.look).error().fact("rule") == "look_needed");
}

TEST_CASE("revealing without an open case needs a purpose; with one it asks for nothing", "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X");
  const auto profile = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  const auto refused = desk::reveal(hall.desk(), id, profile.identifiers[0], Purpose::caseWork);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fact("rule") == "purpose_needed");
  hall.openCase(hall.addService("出生登记", {5, domain::LimitUnit::workingDay}), id);
  CHECK(desk::reveal(hall.desk(), id, profile.identifiers[0], Purpose::caseWork));
}

TEST_CASE("the handle of one person's number does not open another's", "[desk][profile][privacy]") {
  Hall hall;
  const auto one = hall.addPerson("张三丰", "11010519491231002X");
  const auto two = hall.addPerson("李四");
  const auto profile = desk::openProfile(hall.desk(), one, Purpose::enquiry).value();
  CHECK(desk::reveal(hall.desk(), two, profile.identifiers[0], Purpose::enquiry).error().kind == ErrorKind::notFound);
}

TEST_CASE("where a look cannot be written to the access log no page opens and no value is shown; lists and search remain",
          "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X");
  const auto page = desk::openProfile(hall.desk(), id, Purpose::enquiry).value();
  const auto reading = windowWith(hall, store::Access::readOnly);
  for (const auto& refused :
       {desk::openProfile(*reading, id, Purpose::enquiry).error(),
        desk::reveal(*reading, id, page.identifiers[0], Purpose::verification).error(), desk::factsOf(*reading, id).error()}) {
    CHECK(refused.kind == ErrorKind::notAllowed);
    CHECK(refused.fact("rule") == "look_not_logged");
  }
  CHECK(looks(hall) == 1);
  CHECK(desk::find(*reading, "zsf", 10).value().size() == 1);
  CHECK(desk::inbox(*reading, {}));
}

TEST_CASE("a second window that may only look writes its looks to the log beside the one that works",
          "[desk][profile][privacy]") {
  Hall hall;
  const auto id = hall.addPerson("张三丰", "11010519491231002X");
  const auto looking = windowWith(hall, store::Access::readAndLog);
  CHECK(looking->isReadOnly());
  CHECK(desk::openProfile(*looking, id, Purpose::verification));
  CHECK(looks(hall) == 1);
  hall.addPerson("李四");  // the clerk goes on
  CHECK(desk::openProfile(hall.desk(), id, Purpose::enquiry));
  CHECK(looks(hall) == 2);
  desk::NewContact contact;
  contact.subject = "asked for opening hours";
  CHECK(desk::registerContact(*looking, contact).error().kind == ErrorKind::storeReadOnly);
}

TEST_CASE("a look at nobody is refused and not logged", "[desk][profile]") {
  Hall hall;
  CHECK(desk::openProfile(hall.desk(), domain::PartyId{}, Purpose::enquiry).error().kind == ErrorKind::notFound);
  CHECK(looks(hall) == 0);
}

TEST_CASE("the timeline pages from newest to oldest without a gap or a double", "[desk][profile][timeline]") {
  Hall hall;
  const auto id = hall.addPerson("张三");
  const auto service = hall.addService("出生登记", {5, domain::LimitUnit::workingDay});
  for (int i = 0; i < 40; ++i) {
    if (i % 3 != 0) hall.clock.advance(std::chrono::minutes{1});  // some fall on the same instant
    desk::NewContact contact;
    contact.party = id;
    contact.subject = "contact " + std::to_string(i);
    REQUIRE(desk::registerContact(hall.desk(), contact));
    if (i % 4 == 0) hall.openCase(service, id);
  }
  const auto whole = desk::timeline(hall.desk(), id, desk::TimelineFilter::everything, {}, 1000).value();
  CHECK(whole.size() == 50);
  std::vector<desk::TimelineItem> paged;
  std::optional<desk::TimelineItem> last;
  for (;;) {
    const auto page = desk::timeline(hall.desk(), id, desk::TimelineFilter::everything, last, 7).value();
    if (page.empty()) break;
    paged.insert(paged.end(), page.begin(), page.end());
    last = page.back();
  }
  REQUIRE(paged.size() == whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(paged[i].at == whole[i].at);
    CHECK(paged[i].kind == whole[i].kind);
    CHECK(paged[i].key == whole[i].key);
    if (i > 0) CHECK(paged[i].at <= paged[i - 1].at);
  }
  CHECK(desk::timeline(hall.desk(), id, desk::TimelineFilter::cases, {}, 1000).value().size() == 10);
}

TEST_CASE("a guardian stands as guardian on the ward's page and the ward as ward on the guardian's", "[desk][profile]") {
  Hall hall;
  const auto guardian = hall.addPerson("王敏"), ward = hall.addPerson("王小明");
  base::IdSource ids(hall.clock, hall.random);
  domain::OperationWriter writer(ids, hall.clock.now(), {std::nullopt, "007", "test", std::nullopt});
  domain::Relationship relation;
  relation.id = ids.make<domain::RelationshipId>();
  relation.fromParty = guardian;
  relation.toParty = ward;
  relation.kind = domain::RelationshipKind::guardian;
  relation.validUntil = base::Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{1}};
  writer.create(relation);
  REQUIRE(hall.store().commit(writer.take()));
  const auto seenByWard = desk::openProfile(hall.desk(), ward, Purpose::enquiry).value().relatives;
  REQUIRE(seenByWard.size() == 1);
  CHECK(seenByWard[0].id == guardian);
  CHECK(seenByWard[0].side == desk::Relative::Side::ofThisParty);
  CHECK(seenByWard[0].isExpired);
  CHECK(desk::openProfile(hall.desk(), guardian, Purpose::enquiry).value().relatives.at(0).side ==
        desk::Relative::Side::toThisParty);
}
