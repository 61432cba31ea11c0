// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;

namespace {

base::Result<intake::UndoOutcome> undo(ImportHall& hall, domain::ImportId id) {
  return intake::undoImport(hall.hall.store(), id, hall.hall.clock, hall.hall.random);
}

Row closed(const std::string& number) {
  return {{"CASE_ENQUIRY_ID", number}, {"CASE_STATUS", "Closed"}, {"CLOSED_DT", "03/03/2015 09:00:00 AM"}};
}

// Cases, events, services and search, without what the bookkeeping keeps of a load.
std::vector<std::string> hallOf(ImportHall& hall) {
  return hall.texts(
      "SELECT 'c' || hex(id) || number || title || state || coalesce(closed_at, '') FROM case_record"
      " UNION ALL SELECT 'e' || hex(id) || kind FROM case_event UNION ALL SELECT 's' || code || name FROM service"
      " UNION ALL SELECT 'k' || k FROM term ORDER BY 1");
}

}  // namespace

TEST_CASE("a load that is taken back leaves the hall as it was", "[intake][undo]") {
  ImportHall hall;
  const auto service = hall.hall.addService("护照", {5, domain::LimitUnit::workingDay}, "P-1");
  hall.hall.openCase(service);
  const auto before = hallOf(hall);
  std::vector<Row> rows(4500);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i % 2 == 0 ? closed(std::to_string(i)) : Row{};
  const auto file = hall.files.write("a.csv", bostonCsv(rows));
  const auto load = hall.requests(file);
  REQUIRE(load);
  CHECK(hallOf(hall) != before);
  const auto taken = undo(hall, load.value().id);
  REQUIRE(taken);
  CHECK(taken.value().takenBack == 4501);  // and the service that the file brought
  CHECK(taken.value().kept == 0);
  CHECK(hallOf(hall) == before);
  CHECK(hall.count("SELECT count(*) FROM import_row") == 0);
  CHECK(intake::importLoads(hall.hall.store()).value().front().state == intake::LoadState::undone);

  const auto twice = undo(hall, load.value().id);
  REQUIRE_FALSE(twice);
  CHECK(twice.error().fact("rule") == "import_undone");
  const auto again = hall.requests(file);
  REQUIRE(again);
  CHECK(again.value().accepted == 4500);
}

TEST_CASE("taking back an update brings back what the first file said", "[intake][undo]") {
  ImportHall hall;
  REQUIRE(hall.requests(hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}, {"CASE_TITLE", "old"}}}))));
  const auto before = hallOf(hall);
  Row later = closed("1");
  later["CASE_TITLE"] = "new";
  const auto second = hall.requests(hall.files.write("b.csv", bostonCsv({later, {{"CASE_ENQUIRY_ID", "2"}}})));
  REQUIRE(second);
  CHECK(hall.find("1")->state == domain::CaseState::closed);
  const auto taken = undo(hall, second.value().id);
  REQUIRE(taken);
  CHECK(taken.value().takenBack == 2);
  CHECK(hallOf(hall) == before);
  CHECK(hall.find("1")->title == "old");
}

TEST_CASE("what a clerk has worked on stays, and is named", "[intake][undo]") {
  ImportHall hall;
  const auto load =
      hall.requests(hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}, {{"CASE_ENQUIRY_ID", "2"}}})));
  REQUIRE(load);
  const auto worked = *hall.find("1");
  REQUIRE(desk::addNote(hall.hall.desk(), worked.id, "called back"));
  const auto taken = undo(hall, load.value().id);
  REQUIRE(taken);
  CHECK(taken.value().takenBack == 1);
  REQUIRE(taken.value().kept == 2);
  CHECK(taken.value().keptEntities[0].rule == "in_use");
  CHECK(taken.value().keptEntities[0].label == "CE Collection");
  CHECK(taken.value().keptEntities[1].rule == "worked_on");
  CHECK(taken.value().keptEntities[1].label == worked.number);
  CHECK(hall.find("1"));
  CHECK_FALSE(hall.find("2"));
}

TEST_CASE("an older load is taken back only after the newer one that touched its cases", "[intake][undo]") {
  ImportHall hall;
  const auto before = hallOf(hall);
  const auto first =
      hall.requests(hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}, {{"CASE_ENQUIRY_ID", "2"}}})));
  REQUIRE(first);
  const auto afterFirst = hallOf(hall);
  const auto second = hall.requests(hall.files.write("b.csv", bostonCsv({closed("1")})));
  REQUIRE(second);
  const auto third = hall.requests(hall.files.write(
      "c.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "2"}, {"CLOSURE_REASON", "Noted"}}, {{"CASE_ENQUIRY_ID", "3"}}})));
  REQUIRE(third);
  const auto afterThird = hallOf(hall);

  // The third wrote no more than a text behind the second case; that is enough, and it is the newest.
  const auto refused = undo(hall, first.value().id);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == base::ErrorKind::notAllowed);
  CHECK(refused.error().fact("rule") == "undo_newer_first");
  CHECK(refused.error().fact("import_id") == third.value().id.text());
  CHECK(hallOf(hall) == afterThird);
  CHECK(intake::importLoads(hall.hall.store()).value().back().state == intake::LoadState::done);

  REQUIRE(undo(hall, third.value().id));
  CHECK(undo(hall, first.value().id).error().fact("import_id") == second.value().id.text());
  REQUIRE(undo(hall, second.value().id));
  CHECK(hallOf(hall) == afterFirst);
  const auto taken = undo(hall, first.value().id);
  REQUIRE(taken);
  CHECK(taken.value().kept == 0);
  CHECK(hallOf(hall) == before);
}

TEST_CASE("a newer load with cases of its own does not stand in the way", "[intake][undo]") {
  ImportHall hall;
  const auto first = hall.requests(hall.files.write("a.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "1"}}})));
  REQUIRE(first);
  REQUIRE(hall.requests(hall.files.write("b.csv", bostonCsv({{{"CASE_ENQUIRY_ID", "2"}}}))));
  const auto taken = undo(hall, first.value().id);
  REQUIRE(taken);
  CHECK_FALSE(hall.find("1"));
  CHECK(hall.find("2"));
  REQUIRE(taken.value().kept == 1);  // the service, which the second file uses too
  CHECK(taken.value().keptEntities[0].rule == "in_use");
}

TEST_CASE("taking back that is killed at any moment and repeated ends the same", "[intake][undo][crash]") {
  std::vector<Row> rows(2200);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i % 2 == 0 ? closed(std::to_string(i)) : Row{};
  const auto csv = bostonCsv(rows);
  const auto everythingOf = [](ImportHall& hall) {
    auto all = hallOf(hall);
    for (const char* const sql : {"SELECT source || key FROM import_row", "SELECT rule || field FROM import_fault",
                                  "SELECT state || taken_back FROM import_load", "SELECT number FROM case_record ORDER BY 1"})
      for (auto& text : hall.texts(sql)) all.push_back(std::move(text));
    return all;
  };
  const auto prepare = [&](ImportHall& hall) {
    const auto load = hall.requests(hall.files.write("a.csv", csv));
    REQUIRE(load);
    REQUIRE(desk::addNote(hall.hall.desk(), hall.find("2000")->id, "called back"));
    return load.value().id;
  };
  ImportHall whole;
  const auto wholeId = prepare(whole);
  REQUIRE(undo(whole, wholeId));

  ImportHall killed;
  const auto id = prepare(killed);
  for (const int calls : {2'500, 1'000, 4'500})
    dieDuring(killed, calls, [&](store::Store& store, base::Clock& clock, base::Random& random) {
      (void)intake::undoImport(store, id, clock, random);
    });
  CHECK(intake::importLoads(killed.hall.store()).value().front().state == intake::LoadState::undoing);
  const auto finished = undo(killed, id);
  REQUIRE(finished);
  CHECK(finished.value().kept == 2);
  CHECK(everythingOf(killed) == everythingOf(whole));
}

TEST_CASE("an import that never ended can be taken back", "[intake][undo]") {
  ImportHall hall;
  const auto before = hallOf(hall);
  const auto file = hall.files.write("a.csv", bostonCsv(std::vector<Row>(2500)));
  REQUIRE_FALSE(hall.requests(file, "boston311", [](const intake::ImportProgress&) { return false; }));
  const auto loads = intake::importLoads(hall.hall.store()).value();
  REQUIRE(loads.size() == 1);
  CHECK(loads[0].state == intake::LoadState::running);
  REQUIRE(undo(hall, loads[0].id));
  CHECK(hallOf(hall) == before);
  CHECK(undo(hall, domain::ImportId{}).error().kind == base::ErrorKind::notFound);
}

TEST_CASE("a catalogue is taken back but for the services that cases use", "[intake][undo][catalogue]") {
  ImportHall hall;
  const auto load = hall.catalogue(
      hall.files.write("c.csv", "name,item_code,department,task_type\n取水许可,A-1,水务局,1\n排污许可,A-2,水务局,1\n"));
  REQUIRE(load);
  const auto id = hall.texts("SELECT lower(hex(id)) FROM service WHERE code = 'A-1'").front();
  const auto uuid = base::Uuid::parse(id.substr(0, 8) + "-" + id.substr(8, 4) + "-" + id.substr(12, 4) + "-" +
                                      id.substr(16, 4) + "-" + id.substr(20));
  REQUIRE(uuid);
  hall.hall.openCase(domain::ServiceId{*uuid});
  const auto taken = undo(hall, load.value().id);
  REQUIRE(taken);
  CHECK(taken.value().takenBack == 1);
  REQUIRE(taken.value().kept == 1);
  CHECK(taken.value().keptEntities[0].rule == "in_use");
  CHECK(hall.texts("SELECT code FROM service") == std::vector<std::string>{"A-1"});
}
