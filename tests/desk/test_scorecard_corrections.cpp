// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "desk/documents.h"
#include "desk/reported_figures.h"
#include "desk/survey_hall.h"
#include "testkit/office.h"

using namespace ow;
using Catch::Approx;
using testkit::Office;

namespace {

// Taken in, and its materials are not complete: the one notice with all that is missing.
domain::CaseId openIncomplete(Office& office) {
  const auto id = office.hall.openCase(office.permit, office.person).id;
  REQUIRE(desk::issueDocument(office.hall.desk(),
                              {id, domain::OfficialDocumentType::correctionNotice, domain::CaseState::received}));
  REQUIRE(desk::moveCase(office.hall.desk(), {id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, "已补正"}));
  return id;
}
void setLegalLimit(Office& office, domain::ServiceId service, int workingDays) {
  auto write = office.hall.store().write().value();
  auto change = write.connection()
                    .prepare("UPDATE service SET statutory_amount = ?1, statutory_unit = 'working_day' WHERE id = ?2")
                    .value();
  change.bindInt(1, workingDays).bindUuid(2, service.uuid);
  REQUIRE(change.run());
  REQUIRE(write.commit());
}

}  // namespace

TEST_CASE("a correction that was asked for is no first time right, and no departure from what is laid down",
          "[desk][scorecard][corrections]") {
  Office office;
  for (int i = 0; i < 3; ++i) office.finish(openIncomplete(office));
  for (int i = 0; i < 7; ++i) office.finish(office.open(office.permit));
  CHECK(office.figure("process.corrected").count == insight::Count{3, 10});
  CHECK(office.figure("process.first_time").count == insight::Count{7, 10});
  CHECK(office.figure("process.straight").count == insight::Count{10, 10});
  CHECK(office.behind({"process.corrected", insight::parsePeriod("2026-01").value()}).size() == 3);
}

TEST_CASE("a notice of another desk that comes after the end of its case still counts", "[desk][scorecard][corrections]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 8; ++i) {
    cases.push_back(office.open(office.permit));
    office.finish(cases.back());
  }
  REQUIRE(office.figure("process.corrected").count == insight::Count{0, 8});
  domain::OfficialDocument notice;
  base::IdSource ids(office.hall.clock, office.hall.random);
  notice.id = ids.make<domain::OfficialDocumentId>();
  notice.caseId = cases.front();
  notice.type = domain::OfficialDocumentType::correctionNotice;
  notice.provisional = "临008-1";
  notice.issuedAt = office.hall.clock.now();
  domain::OperationWriter writer(ids, notice.issuedAt, {{}, "008", "test", {}});
  writer.create(notice);
  auto write = office.hall.store().write().value();
  REQUIRE(write.apply(writer.take()));
  REQUIRE(write.commit());
  CHECK(office.figure("process.corrected").count == insight::Count{1, 8});
}

TEST_CASE("how much faster than the law asks is told of the cases for which it asks anything", "[desk][scorecard]") {
  Office office;
  setLegalLimit(office, office.permit, 10);
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 9; ++i) cases.push_back(office.open(office.permit));
  for (int i = 0; i < 6; ++i) office.finish(office.open(office.card));  // the law sets no limit
  for (int i = 0; i < 4; ++i) office.finish(cases[std::size_t(i)]);     // on the day
  office.hall.clock.advance(std::chrono::days(2));
  for (int i = 4; i < 9; ++i) office.finish(cases[std::size_t(i)]);  // two of ten days
  const auto saving = office.figure("customer.saving");
  CHECK(saving.count.trials == 9);
  CHECK(saving.value == Approx(0.8));
  // Another law, another figure.
  setLegalLimit(office, office.permit, 4);
  CHECK(office.figure("customer.saving").value == Approx(0.5));
}

TEST_CASE("unrated is what nobody rated, and with the rated ones it is all", "[desk][scorecard]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 10; ++i) {
    cases.push_back(office.open(office.permit));
    office.finish(cases.back());
  }
  CHECK(office.figure("customer.unrated").count == insight::Count{10, 10});
  office.rate(cases.front(), 1);  // on a day that was counted before
  CHECK(office.figure("customer.unrated").count == insight::Count{9, 10});
  CHECK(office.figure("customer.response_rate").count == insight::Count{1, 10});
}

TEST_CASE("what citizens said of another hall, whose person is known here too, is counted there", "[desk][scorecard]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 7; ++i) {
    cases.push_back(office.open(office.permit));
    office.finish(cases.back());
    office.rate(cases.back(), i == 0 ? 5 : 1);
  }
  REQUIRE(office.figure("customer.good_rate").count == insight::Count{6, 7});
  auto write = office.hall.store().write().value();
  for (const char* table : {"rating", "rating_review"})
    REQUIRE(write.connection().execute("UPDATE " + std::string(table) + " SET hall = '西城大厅' WHERE level = 5"));
  REQUIRE(write.commit());
  CHECK(office.figure("customer.good_rate").count == insight::Count{6, 6});
  CHECK(office.figure("process.review_voided").count == insight::Count{0, 0});
}

TEST_CASE("deposits grow over the month before, where the same department reported both", "[desk][scorecard][reports]") {
  Office office;
  office.hall.clock.advance(std::chrono::days(60));
  const auto path = office.hall.storePath().parent_path() / "report.csv";
  std::ofstream(path, std::ios::binary) << "series,period,department,amount\n"
                                           "deposits,2026-01,公积金中心,100\n"
                                           "deposits,2026-02,公积金中心,110\n"
                                           "deposits,2026-03,公积金中心,99\n"
                                           "deposits,2026-02,铁路分中心,5000\n";
  REQUIRE(desk::importReports(office.hall.desk(), path).value().accepted == 4);
  CHECK(office.figure("finance.deposit_growth", "2026-02").value == Approx(0.1));
  CHECK(office.figure("finance.deposit_growth", "2026-03").value == Approx(-0.1));
  CHECK_FALSE(office.figure("finance.deposit_growth", "2026-01").value);
  CHECK(office.figure("finance.deposit_growth", "2026-Q1").value == Approx(209.0 / 210 - 1));
}

TEST_CASE("too much lent is as bad as too little", "[desk][scorecard][reports]") {
  Office office;
  const auto score = [&](const char* lent) {
    office.hall.clock.advance(std::chrono::minutes(1));
    const auto path = office.hall.storePath().parent_path() / "report.csv";
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        << "series,period,amount,of_amount\nloan_balance,2026-01," << lent << ",100\n";
    REQUIRE(desk::importReports(office.hall.desk(), path));
    return office.figure("finance.loan_to_deposit").score.value();
  };
  CHECK(score("75") == Approx(50));
  CHECK(score("90") == Approx(100));
  CHECK(score("100") == Approx(50));
  CHECK(score("120") == Approx(0));
}

TEST_CASE("the three rates of a call-back round stand on the card", "[desk][scorecard][survey]") {
  testkit::SurveyHall office(12);
  const auto round = office.open("three_rates", {domain::SurveyChannel::phone});
  for (int place = 1; place <= 10; ++place)
    REQUIRE(office.say(round, place, {{"contacted", 1}, {"solved", place <= 7 ? 1 : 0}, {"satisfied", place <= 6 ? 1 : 0}}));
  const auto card = desk::scorecardOf(office.hall.desk(), insight::parsePeriod("2026-03").value()).value();
  const auto valueOf = [&](const char* id) {
    for (const auto& line : card.lines)
      if (line.indicator.id == id) return line.figure.value;
    return std::optional<double>();
  };
  CHECK(valueOf("customer.responded") == Approx(1.0));
  CHECK(valueOf("customer.solved") == Approx(0.7));
  CHECK(valueOf("customer.content") == Approx(0.6));
}
