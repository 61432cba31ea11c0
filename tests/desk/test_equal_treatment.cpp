// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/equal_treatment.h"
#include "desk/parties.h"
#include "domain/operation.h"
#include "store/schema.h"
#include "testkit/office.h"

using namespace ow;
using Catch::Approx;
using desk::ApplicantGroup;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

// Somebody of that age, sex and grid.
domain::PartyId applicant(Office& office, int n, const char* born, domain::Sex sex, const char* grid) {
  const auto id = office.hall.addPerson("申请人" + std::to_string(n));
  base::IdSource ids(office.hall.clock, office.hall.random);
  domain::OperationWriter writer(ids, office.hall.clock.now(), {office.hall.desk().clerk().id, "007", "test", {}});
  auto write = office.hall.store().write().value();
  const auto before = store::loadEntity<domain::Party>(write.connection(), id).value();
  auto after = before;
  if (*born != '\0') after.birthDate = base::parseIsoDate(born).value();
  after.sex = sex;
  writer.change(before, after);
  domain::Address address;
  address.id = ids.make<domain::AddressId>();
  address.partyId = id;
  address.text = "某路1号";
  address.grid = grid;
  writer.create(address);
  REQUIRE(write.apply(writer.take()));
  REQUIRE(write.commit());
  return id;
}
void close(Office& office, domain::PartyId party, domain::Outcome outcome) {
  office.person = party;
  const auto id = office.open(office.permit);
  REQUIRE(desk::finishOnTheSpot(office.hall.desk(), id, domain::CaseState::accepted, outcome, "理由"));
}
const desk::GroupTable& tableOf(const desk::EqualTreatment& made, ApplicantGroup group) {
  for (const desk::GroupTable& one : made.groups)
    if (one.group == group) return one;
  FAIL("no such group");
  return made.groups.front();
}
std::size_t columnOf(const desk::EqualTreatment& made, const char* id) {
  for (std::size_t i = 0; i < made.whole.size(); ++i)
    if (made.whole[i].indicator.id == id) return i;
  FAIL("no such indicator");
  return 0;
}
const desk::GroupCell& cellOf(const desk::EqualTreatment& made, ApplicantGroup group, const char* member, const char* id) {
  for (const desk::GroupLine& line : tableOf(made, group).lines)
    if (line.member == member) return line.cells[columnOf(made, id)];
  FAIL("no such member");
  return tableOf(made, group).lines.front().cells.front();
}

}  // namespace

TEST_CASE("a group that is refused more often than the others stands apart, and one that is not does not",
          "[desk][scorecard][treatment]") {
  Office office;
  const auto young = applicant(office, 1, "2000-05-05", domain::Sex::female, "G1");
  const auto old = applicant(office, 2, "1940-05-05", domain::Sex::male, "G2");
  for (int i = 0; i < 60; ++i) close(office, young, i < 6 ? domain::Outcome::denied : domain::Outcome::granted);
  for (int i = 0; i < 60; ++i) close(office, old, i < 40 ? domain::Outcome::denied : domain::Outcome::granted);
  const auto made = desk::equalTreatment(office.hall.desk(), kJanuary);
  REQUIRE(made);
  const auto& all = made.value();
  CHECK(all.whole[columnOf(all, "process.denied")].figure.count == insight::Count{46, 120});
  const auto& denied = cellOf(all, ApplicantGroup::age, "80-", "process.denied");
  CHECK(denied.figure.count == insight::Count{40, 60});
  CHECK(denied.isApart);
  CHECK(denied.figure.interval->low < 40.0 / 60);
  CHECK_FALSE(cellOf(all, ApplicantGroup::age, "80-", "customer.in_time").isApart);
  CHECK(cellOf(all, ApplicantGroup::sex, "female", "process.denied").figure.count == insight::Count{6, 60});
  CHECK(cellOf(all, ApplicantGroup::grid, "G2", "customer.days_p50").figure.value == Approx(0));
  CHECK(tableOf(all, ApplicantGroup::age).lines.front().member == "18-34");
}

TEST_CASE("the whole and the groups say what the scorecard says", "[desk][scorecard][treatment]") {
  Office office;
  const auto one = applicant(office, 1, "2000-05-05", domain::Sex::female, "G1");
  for (int i = 0; i < 12; ++i) close(office, one, i < 3 ? domain::Outcome::denied : domain::Outcome::granted);
  const auto made = desk::equalTreatment(office.hall.desk(), kJanuary).value();
  const auto card = desk::scorecardOf(office.hall.desk(), kJanuary).value();
  for (const desk::ScorecardLine& mine : made.whole)
    for (const desk::ScorecardLine& line : card.lines)
      if (line.indicator.id == mine.indicator.id) {
        CAPTURE(line.indicator.id);
        CHECK(line.figure.count == mine.figure.count);
        CHECK(line.figure.value == mine.figure.value);
      }
}

TEST_CASE("of a few applicants nothing is told, nor what would give them away", "[desk][scorecard][treatment]") {
  Office office;
  const auto many = applicant(office, 1, "2000-05-05", domain::Sex::female, "G1");
  const auto some = applicant(office, 2, "1980-05-05", domain::Sex::female, "G2");
  const auto few = applicant(office, 3, "1930-05-05", domain::Sex::male, "G3");
  for (int i = 0; i < 20; ++i) close(office, many, domain::Outcome::granted);
  for (int i = 0; i < 8; ++i) close(office, some, domain::Outcome::granted);
  for (int i = 0; i < 3; ++i) close(office, few, domain::Outcome::denied);
  const auto made = desk::equalTreatment(office.hall.desk(), kJanuary).value();
  for (const ApplicantGroup group : {ApplicantGroup::age, ApplicantGroup::grid}) {
    REQUIRE(tableOf(made, group).lines.size() == 1);  // the three follow from the whole less the others: one more is hidden
    CHECK(tableOf(made, group).lines[0].cells[columnOf(made, "process.denied")].figure.count.trials == 20);
  }
  CHECK(tableOf(made, ApplicantGroup::sex).lines.empty());
}

TEST_CASE("whoever is not known is a group of its own, and an organisation has no age", "[desk][scorecard][treatment]") {
  Office office;
  const auto unknown = applicant(office, 1, "", domain::Sex::unknown, "G1");
  for (int i = 0; i < 6; ++i) close(office, unknown, domain::Outcome::granted);
  const auto made = desk::equalTreatment(office.hall.desk(), kJanuary).value();
  CHECK(tableOf(made, ApplicantGroup::age).lines.front().member.empty());
  CHECK(tableOf(made, ApplicantGroup::sex).lines.front().member.empty());
  CHECK(tableOf(made, ApplicantGroup::kind).lines.front().member == "person");
}

TEST_CASE("reading every case can be left, and is a supervisor's", "[desk][scorecard][treatment]") {
  Office office;
  const auto one = applicant(office, 1, "2000-05-05", domain::Sex::female, "G1");
  close(office, one, domain::Outcome::granted);
  const auto left = desk::equalTreatment(office.hall.desk(), kJanuary, [](int, int) { return false; });
  CHECK(left.error().kind == base::ErrorKind::cancelled);
  Office window(domain::Role::clerk);
  CHECK(desk::equalTreatment(window.hall.desk(), kJanuary).error().fact("rule") == "supervisor_only");
}
