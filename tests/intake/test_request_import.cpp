// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/time_text.h"
#include "domain/case_number.h"
#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;
using testkit::at;

namespace {

constexpr const char* kOpened = "03/02/2015 10:00:00 AM";

// The report of a file with this one row, which must have been taken.
struct One {
  std::vector<std::string> report;
  domain::Case c;
  std::vector<domain::CaseEvent> events;
};
One importOne(Row row) {
  ImportHall hall;
  row["CASE_ENQUIRY_ID"] = "77";
  const auto outcome = hall.requests(hall.files.write("one.csv", bostonCsv({row})));
  REQUIRE(outcome);
  REQUIRE(outcome.value().accepted == 1);
  const auto c = hall.find("77");
  REQUIRE(c);
  return {reportOf(outcome.value()), *c, hall.eventsOf(*c)};
}

std::vector<Row> manyRows(int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back({{"CASE_TITLE", "Request " + std::to_string(i)},
                    {"CASE_STATUS", i % 3 == 0 ? "Open" : "Closed"},
                    {"CLOSED_DT", i % 3 == 0 ? "" : "03/04/2015 10:00:00 AM"},
                    {"LOCATION_ZIPCODE", i % 5 == 0 ? "2121.0" : "02121"},
                    {"OPEN_DT", i % 701 == 5 ? "" : kOpened}});
  return rows;
}

void importAndDie(ImportHall& hall, const std::filesystem::path& file, int calls) {
  dieDuring(hall, calls, [&file](store::Store& store, base::Clock& clock, base::Random& random) {
    intake::ImportOptions options;
    options.mapping = "boston311";
    (void)intake::importRequests(store, file, options, clock, random);
  });
}

}  // namespace

TEST_CASE("an open request becomes an accepted case with both due dates", "[intake][requests]") {
  const auto one = importOne({{"CASE_TITLE", "Missed  recycling"}, {"Location", "33 Beacon St  Boston  MA  02108"}});
  CHECK(one.report.empty());
  CHECK(one.c.title == "Missed recycling");
  CHECK(one.c.state == domain::CaseState::accepted);
  CHECK(one.c.source == "boston311");
  CHECK(one.c.externalNo == "77");
  CHECK(one.c.channel == domain::Channel::web);
  CHECK(one.c.place == "33 Beacon St Boston MA 02108");
  CHECK(one.c.jurisdiction == "US-MA-Boston");
  CHECK(one.c.openedAt == at("2015-03-02T10:00:00-05:00"));
  CHECK(one.c.acceptedAt == one.c.openedAt);
  CHECK(one.c.dueAt == at("2015-03-03T10:00:00-05:00"));
  CHECK(one.c.externalDueAt == one.c.dueAt);
  CHECK(one.c.yellowAt.has_value());
  const auto number = domain::CaseNumber::parse(one.c.number);
  REQUIRE(number);
  CHECK(number.value().division == "110101");
  CHECK(number.value().desk == "007");
  CHECK(base::isoText(number.value().date) == "2015-03-02");
  REQUIRE(one.events.size() == 2);
  CHECK(one.events[0].kind == domain::CaseEventKind::registered);
  CHECK(one.events[1].kind == domain::CaseEventKind::accepted);
}

TEST_CASE("a closed request was concluded elsewhere, a duplicate is one", "[intake][requests]") {
  const auto one = importOne(
      {{"CASE_STATUS", "Closed"}, {"CLOSED_DT", "03/02/2015 04:17:43 PM"}, {"CLOSURE_REASON", "Case Closed Case Resolved"}});
  CHECK(one.c.state == domain::CaseState::closed);
  CHECK(one.c.outcome == domain::Outcome::elsewhere);
  CHECK(one.c.closedAt == at("2015-03-02T16:17:43-05:00"));
  REQUIRE(one.events.size() == 2);
  CHECK(one.events[1].kind == domain::CaseEventKind::concludedElsewhere);
  CHECK(one.events[1].text == "Case Closed Case Resolved");
  CHECK(one.events[1].at == one.c.closedAt);
  const auto twin = importOne({{"CASE_STATUS", "Closed"},
                               {"CLOSED_DT", "03/02/2015 04:17:43 PM"},
                               {"CLOSURE_REASON", "Case Closed Duplicate of Existing Case see 12"}});
  CHECK(twin.c.outcome == domain::Outcome::duplicate);
}

TEST_CASE("a request that was closed before it was opened counts as closed when opened", "[intake][requests][defects]") {
  const auto one = importOne({{"CASE_STATUS", "Closed"}, {"CLOSED_DT", "03/02/2015 09:59:49 AM"}});
  CHECK(one.c.closedAt == one.c.openedAt);
  CHECK(one.report == std::vector<std::string>{"2,warning,closed_before_opened,closed_at"});
}

TEST_CASE("a status that contradicts the dates decides, and is listed", "[intake][requests][defects]") {
  const auto open = importOne({{"CASE_STATUS", "Open"}, {"CLOSED_DT", "03/05/2015 09:00:00 AM"}});
  CHECK(open.c.state == domain::CaseState::accepted);
  CHECK(has(open.report, "2,warning,status_contradicts_dates,status"));
  const auto closed = importOne({{"CASE_STATUS", "Closed"}});
  CHECK(closed.c.state == domain::CaseState::closed);
  CHECK(has(closed.report, "2,warning,status_contradicts_dates,closed_at"));
  const auto flag =
      importOne({{"CASE_STATUS", "Closed"}, {"CLOSED_DT", "03/05/2015 09:00:00 AM"}, {"OnTime_Status", "ONTIME"}});
  CHECK(has(flag.report, "2,warning,status_contradicts_dates,status_flag"));
  const auto unknown = importOne({{"CASE_STATUS", "Vanished"}});
  CHECK(unknown.c.state == domain::CaseState::accepted);
  CHECK(has(unknown.report, "2,warning,unknown_word,status"));
}

TEST_CASE("without a target the due date is ours alone; without a limit there is none", "[intake][requests][defects]") {
  const auto one = importOne({{"TARGET_DT", ""}});
  CHECK_FALSE(one.c.externalDueAt);
  CHECK(one.c.dueAt == at("2015-03-03T10:00:00-05:00"));
  CHECK(has(one.report, "2,warning,missing,due_at"));
  const auto none = importOne({{"TYPE", "Dragons"}});
  CHECK_FALSE(none.c.dueAt);
  CHECK_FALSE(none.c.yellowAt);
  CHECK(none.c.externalDueAt.has_value());
}

TEST_CASE("a postcode that became a number gets its zero back", "[intake][requests][defects]") {
  const auto one = importOne({{"LOCATION_ZIPCODE", "2121.0"}, {"Location", "33 Humboldt Ave Dorchester MA"}});
  CHECK(one.c.place == "33 Humboldt Ave Dorchester MA 02121");
  CHECK(one.report == std::vector<std::string>{"2,warning,number_repaired,postcode"});
}

TEST_CASE("one ward in several spellings is one ward", "[intake][requests][defects]") {
  for (const char* const spelling : {"Ward 5", "05", "5", "5.0", "ward 05"}) {
    CAPTURE(spelling);
    const auto one = importOne({{"ward", spelling}, {"police_district", "C-11"}});
    CHECK(one.c.description == "Ward: Ward 5\nPolice district: C11");
    CHECK(has(one.report, "2,warning,spelling_unified,Ward") == (std::string(spelling) != "Ward 5"));
    CHECK(has(one.report, "2,warning,spelling_unified,Police district"));
  }
}

TEST_CASE("coordinates that stand for an unknown place are left out", "[intake][requests][defects]") {
  const auto hidden = importOne({{"LATITUDE", "42.3594"}, {"LONGITUDE", "-71.0587"}});
  CHECK_FALSE(hidden.c.latitude);
  CHECK(has(hidden.report, "2,warning,default_geocode,latitude"));
  const auto near = importOne({{"LATITUDE", "42.3601"}, {"LONGITUDE", "-71.0579"}});
  CHECK(near.c.latitude == 42.3601);
  CHECK(near.report.empty());
}

TEST_CASE("a place that is only known as WKB is read from it", "[intake][requests][defects]") {
  const auto one = importOne({{"Geocoded_Location", "0101000020E6100000F9CCD9F668C351C06C239548B02D4540"}});
  REQUIRE(one.c.latitude);
  CHECK(std::abs(*one.c.latitude - 42.356942) < 1e-5);
  CHECK(one.report == std::vector<std::string>{"2,warning,taken_from_geometry,geometry"});
  const auto bad = importOne({{"Geocoded_Location", "0101000020E6"}});
  CHECK_FALSE(bad.c.latitude);
  CHECK(has(bad.report, "2,warning,format,geometry"));
}

TEST_CASE("a closing time that is repeated in another zone is cut out of the text", "[intake][requests][defects]") {
  const auto one = importOne({{"OPEN_DT", "2022-01-17 11:20:00"},
                              {"TARGET_DT", "2022-01-18 11:20:22"},
                              {"CLOSED_DT", "2022-01-18 10:08:24"},
                              {"CASE_STATUS", "Closed"},
                              {"CLOSURE_REASON", "Case Closed. Closed date : 2022-01-18 15:08:24.983 Case Resolved"}});
  CHECK(one.c.closedAt == at("2022-01-18T10:08:24-05:00"));
  CHECK(one.events.back().text == "Case Closed.  Case Resolved");
  CHECK(one.report == std::vector<std::string>{"2,warning,zone_shifted,closing_text"});
  const auto summer = importOne({{"OPEN_DT", "2022-04-21 06:16:59"},
                                 {"CLOSED_DT", "2022-04-22 00:14:40"},
                                 {"CASE_STATUS", "Closed"},
                                 {"CLOSURE_REASON", "Case Closed. Closed date : Fri Apr 22 04:14:40 EDT 2022 Noted"}});
  CHECK(has(summer.report, "2,warning,zone_shifted,closing_text"));
}

TEST_CASE("impossible optional dates are left out, impossible opening dates reject the row", "[intake][requests][defects]") {
  const auto one = importOne({{"TARGET_DT", "02/30/2015 10:00:00 AM"}});
  CHECK_FALSE(one.c.externalDueAt);
  CHECK(one.report == std::vector<std::string>{"2,warning,impossible_date,due_at"});
  ImportHall hall;
  const auto outcome = hall.requests(hall.files.write("r.csv", bostonCsv({{{"OPEN_DT", "02/30/2015 10:00:00 AM"}},
                                                                          {{"OPEN_DT", "9185"}},
                                                                          {{"OPEN_DT", "0990-01-01"}},
                                                                          {{"OPEN_DT", ""}},
                                                                          {{"CASE_ENQUIRY_ID", " "}},
                                                                          {{"TYPE", "N/A"}},
                                                                          {}})));
  REQUIRE(outcome);
  CHECK(outcome.value().rows == 7);
  CHECK(outcome.value().accepted == 1);
  CHECK(outcome.value().rejected == 6);
  CHECK(reportOf(outcome.value()) ==
        std::vector<std::string>{"2,rejected,impossible_date,opened_at", "3,rejected,format,opened_at",
                                 "4,rejected,out_of_range,opened_at", "5,rejected,missing,opened_at",
                                 "6,rejected,missing,external_no", "7,rejected,missing,service_code"});
}

TEST_CASE("N/A, nothing and blanks all mean that a value is missing", "[intake][requests][defects]") {
  for (const char* const marker : {"", "   ", "N/A", "n/a ", "NULL"}) {
    CAPTURE(marker);
    const auto one = importOne({{"TARGET_DT", marker},
                                {"Location", marker},
                                {"ward", marker},
                                {"LATITUDE", marker},
                                {"LONGITUDE", marker},
                                {"Source", marker}});
    CHECK_FALSE(one.c.place);
    CHECK_FALSE(one.c.description);
    CHECK(one.c.channel == domain::Channel::other);
    CHECK(one.report == std::vector<std::string>{"2,warning,missing,due_at"});
  }
}

TEST_CASE("a blank behind every comma is decoration", "[intake][requests][defects]") {
  ImportHall hall;
  const auto outcome = hall.requests(hall.files.write(
      "b.csv", "CASE_ENQUIRY_ID, OPEN_DT, TYPE, CASE_STATUS\n7, 03/02/2015 10:00:00 AM, CE Collection, Open\n"));
  REQUIRE(outcome);
  CHECK(outcome.value().accepted == 1);
  REQUIRE(hall.find("7"));
  CHECK(hall.serviceOf(*hall.find("7")).code == "CE Collection");
}

TEST_CASE("broken rows, doubled columns and numbers of two systems are all accounted for", "[intake][requests][defects]") {
  ImportHall hall;
  const auto outcome = hall.requests(hall.files.write("b.csv",
                                                      "CASE_ENQUIRY_ID,OPEN_DT,TYPE,TYPE,ward,ward\n"
                                                      "A-2015/7,03/02/2015 10:00:00 AM,CE Collection,x,,\n"
                                                      "101001240734,03/02/2015 10:00:00 AM,CE Collection,x,,,y,z\n"
                                                      "101001240735,03/02/2015 10:00:00 AM,CE Collection,x,,\n"));
  REQUIRE(outcome);
  CHECK(outcome.value().rows == 3);
  CHECK(outcome.value().accepted == 2);
  CHECK(has(reportOf(outcome.value()), "3,rejected,too_many_fields,"));
  CHECK(hall.find("A-2015/7"));
}

TEST_CASE("control characters and texts without end do not stop an import", "[intake][requests][defects]") {
  const auto one = importOne({{"CASE_TITLE", "bell \x07 and " + std::string(900, 'x')},
                              {"Location", "a\xe2\x80\xae place"},
                              {"CLOSURE_REASON", std::string(70'000, 'y')}});
  CHECK(one.c.title.size() <= 502);
  CHECK(has(one.report, "2,warning,characters_replaced,title"));
  CHECK(has(one.report, "2,warning,cut,title"));
  CHECK(has(one.report, "2,warning,cut,closing_text"));
}

TEST_CASE("the same number twice in one file is listed unless it says the same", "[intake][requests]") {
  ImportHall hall;
  const Row row{{"CASE_ENQUIRY_ID", "9"}, {"CASE_TITLE", "one"}};
  const Row other{{"CASE_ENQUIRY_ID", "9"}, {"CASE_TITLE", "two"}};
  const auto outcome = hall.requests(hall.files.write("d.csv", bostonCsv({row, other, row})));
  REQUIRE(outcome);
  CHECK(outcome.value().accepted == 1);
  CHECK(outcome.value().rejected == 1);
  CHECK(outcome.value().unchanged == 1);
  CHECK(has(reportOf(outcome.value()), "3,rejected,duplicate_key,external_no"));
  CHECK(hall.find("9")->title == "one");
}

TEST_CASE("a later file closes, reopens and renames what it knows", "[intake][requests]") {
  ImportHall hall;
  const Row same{{"CASE_ENQUIRY_ID", "1"}};
  REQUIRE(hall.requests(hall.files.write("a.csv", bostonCsv({same, {{"CASE_ENQUIRY_ID", "2"}}, {{"CASE_ENQUIRY_ID", "3"}}}))));
  const Row closed{{"CASE_ENQUIRY_ID", "2"}, {"CASE_STATUS", "Closed"}, {"CLOSED_DT", "03/03/2015 09:00:00 AM"}};
  const Row renamed{{"CASE_ENQUIRY_ID", "3"}, {"CASE_TITLE", "New name"}};
  const auto second = hall.requests(hall.files.write("b.csv", bostonCsv({same, closed, renamed})));
  REQUIRE(second);
  CHECK(second.value().accepted == 2);
  CHECK(second.value().unchanged == 1);
  CHECK(hall.find("2")->state == domain::CaseState::closed);
  CHECK(hall.find("3")->title == "New name");
  CHECK(hall.eventsOf(*hall.find("3")).back().kind == domain::CaseEventKind::detailsChanged);
  const auto third = hall.requests(hall.files.write("c.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "2"}, {"CASE_TITLE", "Again"}}})));
  REQUIRE(third);
  CHECK(hall.find("2")->state == domain::CaseState::inReview);
  CHECK(hall.find("2")->reopenedCount == 1);
  CHECK_FALSE(hall.find("2")->closedAt);
  CHECK(hall.count("SELECT count(*) FROM case_record") == 3);
}

TEST_CASE("an import whose report cannot be written stands, and says so", "[intake][requests]") {
  ImportHall hall;
  const auto file = hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}}));
  intake::ImportOptions options;
  options.mapping = "boston311";
  options.reportPath = hall.files.path("no such folder") / "report.csv";
  const auto load = [&] { return intake::importRequests(hall.hall.store(), file, options, hall.hall.clock, hall.hall.random); };
  const auto first = load();
  REQUIRE(first);
  CHECK(first.value().accepted == 1);
  CHECK_FALSE(first.value().id.isNil());
  CHECK(first.value().report.empty());
  REQUIRE(first.value().afterwards);
  CHECK(first.value().afterwards->kind == base::ErrorKind::notFound);
  CHECK(first.value().afterwards->fact("entity") == "folder");
  CHECK(hall.find("1"));

  const auto again = load();
  REQUIRE(again);
  CHECK(again.value().isRepeated);
  CHECK(again.value().id == first.value().id);
  CHECK(again.value().afterwards);
  options.reportPath = hall.files.path("report.csv");
  const auto mended = load();
  REQUIRE(mended);
  CHECK_FALSE(mended.value().afterwards);
  CHECK(std::filesystem::exists(mended.value().report));
}

TEST_CASE("a dry run shows what would be, and stores nothing", "[intake][requests]") {
  ImportHall hall;
  const auto before = hall.everything();
  intake::ImportOptions options;
  options.mapping = "boston311";
  options.isDryRun = true;
  const auto file = hall.files.write("m.csv", bostonCsv(manyRows(5000)));
  const auto shown = intake::importRequests(hall.hall.store(), file, options, hall.hall.clock, hall.hall.random);
  REQUIRE(shown);
  CHECK(shown.value().rows == 5000);
  CHECK(shown.value().rejected == 8);
  CHECK(shown.value().preview.size() == 10);
  CHECK(shown.value().preview[1].title == "Request 1");
  CHECK(shown.value().preview[1].state == "closed");
  CHECK(std::filesystem::exists(shown.value().report));
  CHECK(hall.everything() == before);
  CHECK(hall.count("SELECT count(*) FROM import_load") == 0);
  const auto real = hall.requests(file);
  REQUIRE(real);
  CHECK(real.value().accepted == shown.value().accepted);
  CHECK(real.value().rejected == shown.value().rejected);
}

TEST_CASE("an import that was cancelled or killed at any moment goes on to the same store", "[intake][requests][crash]") {
  const std::string csv = bostonCsv(manyRows(5000));
  ImportHall whole;
  REQUIRE(whole.requests(whole.files.write("m.csv", csv)));
  const auto wanted = whole.everything();

  ImportHall cancelled;
  const auto file = cancelled.files.write("m.csv", csv);
  int asked = 0;
  const auto stopped = cancelled.requests(file, "boston311", [&asked](const intake::ImportProgress&) { return ++asked < 1; });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().kind == base::ErrorKind::cancelled);
  CHECK(stopped.error().fact("rows") == "2000");
  const auto resumed = cancelled.requests(file);
  REQUIRE(resumed);
  CHECK(resumed.value().isResumed);
  CHECK(resumed.value().rows == 5000);
  CHECK(cancelled.everything() == wanted);

  ImportHall killed;
  const auto again = killed.files.write("m.csv", csv);
  for (const int calls : {700, 9'000, 8'000}) importAndDie(killed, again, calls);
  const auto rows = killed.count("SELECT rows FROM import_load");
  CHECK(rows % 2000 == 0);
  CHECK(rows < 5000);
  const auto finished = killed.requests(again);
  REQUIRE(finished);
  CHECK(finished.value().rows == 5000);
  CHECK(finished.value().accepted + finished.value().rejected + finished.value().unchanged == 5000);
  CHECK(killed.everything() == wanted);
}
