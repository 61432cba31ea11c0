// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <mutex>

#include "desk/central_search.h"
#include "desk/profile.h"
#include "desk/syncing.h"
#include "store/looks_to_send.h"
#include "sync/memory_register.h"
#include "sync/synchroniser.h"
#include "testkit/an_operation.h"
#include "testkit/cut_line.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::testkit;
using base::ErrorKind;
using domain::SearchBy;

namespace {

constexpr const char* kNumber = "110101199003070038";

// The register, whose calls come from the thread of the test while the sync of the desk rests.
struct WithTheCentre {
  Hall hall;
  base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId ours = centre.addHall("110101-1", "东城区政务服务中心");
  sync::ScopeId theirs = centre.addHall("110102-1", "西城区政务服务中心");
  std::string name = centre.addDesk({ours});
  std::string other = centre.addDesk({theirs});
  std::unique_ptr<sync::CentralRegister> looks = centre.registerOf(name);

  WithTheCentre() {
    centre.addStaff(hall.desk().clerk(), {ours});
    auto line = centre.line(other);
    REQUIRE(line->hello());
    const std::vector<domain::WrittenOperation> known{
        anOperation(1).create("party", anId(1),
                              {{"kind", "person"},
                               {"name", "欧阳娜"},
                               {"sex", "female"},
                               {"birth_date", "1990-03-07"},
                               {"registered_at", std::int64_t{1772000000000}},
                               {"jurisdiction", "CN"}}),
        anOperation(2).create(
            "identifier", anId(2),
            {{"party_id", anId(1).uuid}, {"type", "citizen_id"}, {"raw", kNumber}, {"normal", kNumber}, {"validity", "ok"}}),
        anOperation(3).create("contact_point", anId(3),
                              {{"party_id", anId(1).uuid},
                               {"kind", "phone"},
                               {"raw", "138 1234 5678"},
                               {"normal", "+8613812345678"},
                               {"is_preferred", std::int64_t{1}}}),
        // A relative whom nobody here knows.
        anOperation(4).create("party", anId(4),
                              {{"kind", "person"},
                               {"name", "欧阳锋"},
                               {"sex", "male"},
                               {"registered_at", std::int64_t{1772000000000}},
                               {"jurisdiction", "CN"}}),
        anOperation(5).create("relationship", anId(5),
                              {{"from_party", anId(1).uuid}, {"to_party", anId(4).uuid}, {"kind", "household_member"}})};
    REQUIRE(line->push(line->heads({}, {}).value().epoch, known));
  }

  // A round of the sync, on this thread.
  sync::Report round() {
    const auto line = centre.line(name);
    sync::Synchroniser synchroniser(hall.store(), *line, clock);
    synchroniser.sendLooksTo(*looks);
    const auto done = synchroniser.round();
    INFO((done ? std::string() : base::describe(done.error())));
    REQUIRE(done);
    return synchroniser.report();
  }
  // Whose sync has no line, so that nothing but the search touches the centre.
  std::unique_ptr<desk::Syncing> syncing() {
    return std::make_unique<desk::Syncing>(hall.sharedDesk(), std::make_unique<CutLine>(), nullptr, centre.registerOf(name));
  }
  std::int64_t linesAtCentre() { return looks->recordLooks({}, {}).value().head.n; }
};

desk::CentralSearch byNumber(const std::string& typed = kNumber) {
  return {SearchBy::identifier, typed, {}, desk::Purpose::verification, {}};
}

}  // namespace

TEST_CASE("somebody whom this hall does not know is found at the centre and taken in, and stands in the profile after the sync",
          "[desk][register]") {
  WithTheCentre with;
  const auto syncing = with.syncing();
  with.round();
  CHECK_FALSE(desk::openProfile(with.hall.desk(), {anId(1).uuid}, desk::Purpose::enquiry));

  const auto found = desk::searchCentre(with.hall.desk(), syncing.get(), byNumber(" 110101 19900307 0038 "));
  REQUIRE(found);
  REQUIRE(found.value().candidates.size() == 1);
  const domain::Candidate& who = found.value().candidates[0];
  CHECK(who.name == "欧**");
  CHECK(who.halls == std::vector<std::string>{"西城区政务服务中心"});
  const auto party = desk::takeIn(syncing.get(), found.value().grant, who.n);
  REQUIRE(party);
  with.round();
  const auto profile = desk::openProfile(with.hall.desk(), party.value(), desk::Purpose::enquiry);
  REQUIRE(profile);
  CHECK(profile.value().identifiers.size() == 1);
  CHECK(profile.value().contactPoints.size() == 1);
  REQUIRE(profile.value().relatives.size() <= 1);
  CHECK(with.round().movedNothing());
}

TEST_CASE("the same person is found by phone however it is written, and by name and birth date", "[desk][register]") {
  WithTheCentre with;
  const auto syncing = with.syncing();
  for (const desk::CentralSearch& search :
       {desk::CentralSearch{SearchBy::phone, "138-1234-5678", {}, desk::Purpose::enquiry, {}},
        desk::CentralSearch{SearchBy::phone, "0086 13812345678", {}, desk::Purpose::enquiry, {}},
        desk::CentralSearch{
            SearchBy::name, " 欧阳娜 ", base::parseIsoDate("1990-03-07").value(), desk::Purpose::enquiry, {}}}) {
    CAPTURE(search.typed);
    const auto found = desk::searchCentre(with.hall.desk(), syncing.get(), search);
    REQUIRE(found);
    CHECK(found.value().candidates.size() == 1);
  }
}

TEST_CASE("a search that cannot be meant is told before anybody is asked", "[desk][register]") {
  WithTheCentre with;
  const auto syncing = with.syncing();
  const auto before = with.linesAtCentre();
  const auto fieldOf = [&](const desk::CentralSearch& search) {
    const auto found = desk::searchCentre(with.hall.desk(), syncing.get(), search);
    REQUIRE_FALSE(found);
    CHECK(found.error().kind == ErrorKind::invalidInput);
    return std::string(found.error().fact("field"));
  };
  CHECK(fieldOf(byNumber("")) == "identifier");
  CHECK(fieldOf(byNumber("12")) == "identifier");
  CHECK(fieldOf({SearchBy::phone, "王", {}, desk::Purpose::enquiry, {}}) == "phone");
  CHECK(fieldOf({SearchBy::name, "", {}, desk::Purpose::enquiry, {}}) == "name");
  CHECK(fieldOf({SearchBy::name, "欧阳娜", {}, desk::Purpose::enquiry, {}}) == "birth_date");
  CHECK(with.linesAtCentre() == before);
}

TEST_CASE("without a centre, without a line, and without a case in hand the search says so", "[desk][register]") {
  WithTheCentre with;
  Hall alone;
  CHECK(desk::searchCentre(alone.desk(), nullptr, byNumber()).error().kind == ErrorKind::notFound);
  const auto syncing = with.syncing();
  auto forCase = byNumber();
  forCase.purpose = desk::Purpose::caseWork;
  const auto refused = desk::searchCentre(with.hall.desk(), syncing.get(), forCase);
  CHECK(refused.error().kind == ErrorKind::notAllowed);
  CHECK(refused.error().fact("rule") == "purpose_needed");
  syncing->leaveSearchLine();
  CHECK(desk::searchCentre(with.hall.desk(), syncing.get(), byNumber()).error().kind == ErrorKind::cancelled);
}

TEST_CASE("what may be a number, a phone or a name is told apart", "[desk][register]") {
  CHECK(desk::guessSearchBy(kNumber) == SearchBy::identifier);
  CHECK(desk::guessSearchBy("E12345678") == SearchBy::identifier);
  CHECK(desk::guessSearchBy("138 1234 5678") == SearchBy::phone);
  CHECK(desk::guessSearchBy("+86 13812345678") == SearchBy::phone);
  CHECK(desk::guessSearchBy("欧阳娜") == SearchBy::name);
  CHECK(desk::guessSearchBy("zhangsan") == SearchBy::name);
}

TEST_CASE("every look of a clerk is at the centre after the next round, once, also after a crash between the two",
          "[desk][register][looks]") {
  WithTheCentre with;
  const auto person = with.hall.addPerson("王小明", kNumber);
  REQUIRE(desk::openProfile(with.hall.desk(), person, desk::Purpose::enquiry));
  REQUIRE(desk::openProfile(with.hall.desk(), person, desk::Purpose::appeal));
  CHECK(with.round().looks == 2);
  CHECK(with.linesAtCentre() == 2);
  CHECK(with.round().looks == 0);
  // The centre had them, and the desk died before it knew.
  {
    auto write = with.hall.store().write().value();
    REQUIRE(store::putLooksSent(write, 0));
    REQUIRE(write.commit());
  }
  CHECK(with.round().looks == 2);
  CHECK(with.linesAtCentre() == 2);
}

TEST_CASE("looks that the centre lost in a failover are told again", "[desk][register][looks]") {
  WithTheCentre with;
  const auto person = with.hall.addPerson("王小明", kNumber);
  with.round();
  const auto backup = with.centre.snapshot();
  REQUIRE(desk::openProfile(with.hall.desk(), person, desk::Purpose::enquiry));
  with.round();
  REQUIRE(with.linesAtCentre() == 1);
  with.centre.restore(backup, sync::MemoryCentre::Identity::changed);
  CHECK(with.linesAtCentre() == 0);
  with.round();
  CHECK(with.linesAtCentre() == 1);
  CHECK_FALSE(desk::syncView(with.hall.desk(), nullptr).value().looksChanged);
}

TEST_CASE("a log of looks that somebody changed at the centre is noticed by the desk, and where", "[desk][register][looks]") {
  WithTheCentre with;
  const auto person = with.hall.addPerson("王小明", kNumber);
  for (int i = 0; i < 4; ++i) {
    REQUIRE(desk::openProfile(with.hall.desk(), person, desk::Purpose::enquiry));
    with.round();
  }
  CHECK_FALSE(desk::syncView(with.hall.desk(), nullptr).value().looksChanged);
  with.centre.tamperWithLook(with.ours, 3);
  with.round();
  const auto changed = desk::syncView(with.hall.desk(), nullptr).value().looksChanged;
  REQUIRE(changed);
  CHECK(changed->first == 2);
  CHECK(changed->second == 3);
}
