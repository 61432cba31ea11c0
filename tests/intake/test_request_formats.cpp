// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "intake/import_hall.h"

using namespace ow;
using namespace ow::test;
using testkit::at;

TEST_CASE("Open311 requests come in as JSON and as XML", "[intake][requests][open311]") {
  ImportHall hall;
  const auto json = hall.files.write("r.json", R"([{"service_request_id":"638344","status":"closed","service_name":"路灯不亮",
    "service_code":"001","status_notes":"Duplicate request.","requested_datetime":"2026-04-14T06:37:38+08:00",
    "updated_datetime":"2026-04-15T06:37:38+08:00","address":"人民路 8 号","lat":39.12,"long":117.19}])");
  REQUIRE(hall.requests(json, "open311").value().accepted == 1);
  const auto lamp = hall.find("638344");
  REQUIRE(lamp);
  CHECK(lamp->closedAt == at("2026-04-15T06:37:38+08:00"));
  CHECK(lamp->outcome == domain::Outcome::duplicate);
  CHECK(lamp->latitude == 39.12);
  CHECK(hall.serviceOf(*lamp).code == "open311:001");
  CHECK(hall.serviceOf(*lamp).name == "路灯不亮");
  const auto xml = hall.files.write("r.xml", R"(<service_requests><request><service_request_id>638349</service_request_id>
    <status>open</status><service_name>Curb</service_name><service_code>006</service_code>
    <requested_datetime>2010-04-19T06:37:38-08:00</requested_datetime><lat>37.7</lat><long>-122.4</long>
    </request></service_requests>)");
  REQUIRE(hall.requests(xml, "open311").value().accepted == 1);
  CHECK(hall.find("638349")->state == domain::CaseState::accepted);
}

TEST_CASE("a workbook of requests comes in like a text file", "[intake][requests][xlsx]") {
  const auto row = [](int n, const std::vector<std::string>& cells) {
    std::string xml = "<row r=\"" + std::to_string(n) + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i)
      xml += "<c r=\"" + std::string(1, char('A' + i)) + std::to_string(n) + "\" t=\"inlineStr\"><is><t>" + cells[i] +
             "</t></is></c>";
    return xml + "</row>";
  };
  ImportHall hall;
  const auto book =
      hall.files.write("b.xlsx", zipOf(workbookParts(row(1, {"CASE_ENQUIRY_ID", "OPEN_DT", "TYPE", "CASE_STATUS"}) +
                                                     row(2, {"101", "2015-03-02 10:00:00", "CE Collection", "Open"}) +
                                                     row(3, {"102", "2015-02-30 10:00:00", "CE Collection", "Open"}))));
  const auto outcome = hall.requests(book);
  REQUIRE(outcome);
  CHECK(outcome.value().encoding.empty());
  CHECK(outcome.value().accepted == 1);
  CHECK(reportOf(outcome.value()) ==
        std::vector<std::string>{"2,warning,missing,due_at", "3,rejected,impossible_date,opened_at"});
  CHECK(hall.find("101")->openedAt == at("2015-03-02T10:00:00-05:00"));
}
