// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "intake/intake_files.h"

using namespace ow;
using namespace ow::test;

namespace {

std::string valueOf(const ReadAll& all, std::size_t record, std::string_view column) {
  const auto at = std::find(all.columns.begin(), all.columns.end(), column);
  REQUIRE(at != all.columns.end());
  return all.records.at(record).fields.at(static_cast<std::size_t>(at - all.columns.begin()));
}

constexpr std::string_view kJson = R"([
 {"service_request_id":"638344","status":"open","service_name":"路灯不亮","service_code":"001","description":null,
  "lat":39.12,"long":117.19,"extended_attributes":{"height":3,"photos":["a","b"]},"urgent":true},
 {"service_request_id":638345,"status":"closed","note":"line\n\"two\"]}"}
])";

}  // namespace

TEST_CASE("requests in JSON keep the standard's fields, unknown ones and nested ones", "[intake][open311]") {
  IntakeFiles files;
  const auto all = readAll(files.write("r.json", kJson));
  CHECK_FALSE(all.error);
  REQUIRE(all.records.size() == 2);
  CHECK(all.columns[0] == "service_request_id");
  CHECK(valueOf(all, 0, "service_name") == "路灯不亮");
  CHECK(valueOf(all, 0, "description").empty());
  CHECK(valueOf(all, 0, "lat") == "39.12");
  CHECK(valueOf(all, 0, "extended_attributes.height") == "3");
  CHECK(valueOf(all, 0, "extended_attributes.photos") == R"(["a","b"])");
  CHECK(valueOf(all, 0, "urgent") == "true");
  CHECK(valueOf(all, 1, "service_request_id") == "638345");
  CHECK(valueOf(all, 1, "note") == "line\n\"two\"]}");
  CHECK(all.records[1].line == 2);
}

TEST_CASE("a list inside of an object, wrapped elements, a single request and an empty list are all requests",
          "[intake][open311]") {
  IntakeFiles files;
  const auto nested = readAll(
      files.write("n.json", R"({"count":2,"meta":{"a":[1]},"service_requests":[{"status":"open"},{"status":"closed"}]})"));
  CHECK(nested.records.size() == 2);
  const auto wrapped = readAll(files.write("w.json", R"([{"request":{"service_request_id":"7"}}])"));
  CHECK(valueOf(wrapped, 0, "service_request_id") == "7");
  const auto single = readAll(files.write("s.json", R"( {"service_request_id":"8","status":"open"} )"));
  REQUIRE(single.records.size() == 1);
  CHECK(valueOf(single, 0, "service_request_id") == "8");
  for (const char* const empty :
       {"[]", " [ ] \n", R"({"service_requests":[]})", "<service_requests/>", "<service_requests></service_requests>"}) {
    CAPTURE(empty);
    const auto none = readAll(files.write("e", empty));
    CHECK_FALSE(none.error);
    CHECK(none.records.empty());
  }
}

TEST_CASE("an element that is no valid JSON is named with its place and the others are read", "[intake][open311]") {
  IntakeFiles files;
  const auto all =
      readAll(files.write("b.json",
                          "[\n{\"service_code\":\"001\"},\n{\"service_code\":001},\n7,\n{\"service_request_id\":"
                          "123456789012345678901234567890},\n{\"description\":\"\\ud800\"},\n{\"service_code\":\"002\"}]"));
  CHECK_FALSE(all.error);
  CHECK(all.records.size() == 2);
  REQUIRE(all.faults.size() == 4);
  CHECK(all.faults[0].rule == "invalid_json");
  CHECK(all.faults[0].line == 2);
  REQUIRE(all.faults[0].facts.size() == 2);
  CHECK(all.faults[0].facts[0] == base::Fact{"text_line", "3"});
  CHECK(all.faults[1].rule == "not_an_object");
  CHECK(all.faults[2].rule == "number_precision");
  CHECK(all.faults[3].rule == "invalid_json");
}

TEST_CASE("a document that ends in the middle gives its whole requests and then says so", "[intake][open311]") {
  IntakeFiles files;
  const auto json = readAll(files.write("c.json", R"([{"service_code":"001"},{"service_code":"00)"));
  CHECK(json.records.size() == 1);
  REQUIRE(json.error);
  CHECK(json.error->fact("rule") == "truncated");
  const auto xml = readAll(files.write("c.xml", "<service_requests><request><zone>1</zone></request><request><zone>2</zo"));
  CHECK(xml.records.size() == 1);
  REQUIRE(xml.error);
  CHECK(xml.error->fact("rule") == "not_well_formed");
}

TEST_CASE("requests in XML keep unknown fields, groups and repeated ones", "[intake][open311]") {
  IntakeFiles files;
  const auto all = readAll(
      files.write("r.xml",
                  "<?xml version=\"1.0\"?>\n<service_requests><request><service_request_id>1</service_request_id>"
                  "<description>a &amp; b\n c </description><zone>5</zone><notes><note>x</note><note>y</note></notes></request>"
                  "<request><service_request_id>2</service_request_id><token/></request></service_requests>"));
  CHECK_FALSE(all.error);
  REQUIRE(all.records.size() == 2);
  CHECK(valueOf(all, 0, "description") == "a & b\n c");
  CHECK(valueOf(all, 0, "zone") == "5");
  CHECK(valueOf(all, 0, "notes.note") == "x\ny");
  CHECK(valueOf(all, 1, "token").empty());
}

TEST_CASE("an answer that is an error is told as such, with its code", "[intake][open311]") {
  IntakeFiles files;
  for (const char* const answer : {R"([{"code":403,"description":"Invalid api_key"}])",
                                   "<errors><error><code>403</code><description>no</description></error></errors>"}) {
    const auto all = readAll(files.write("e", answer));
    REQUIRE(all.error);
    CHECK(all.error->kind == base::ErrorKind::unsupportedFormat);
    CHECK(all.error->fact("format") == "open311_errors");
    CHECK(all.error->fact("code") == "403");
  }
}

TEST_CASE("other JSON and XML documents are refused", "[intake][open311]") {
  IntakeFiles files;
  CHECK(readAll(files.write("d.json", R"({"endpoints":[{"url":"x"}]})")).error.value().fact("format") == "open311");
  CHECK(readAll(files.write("d.xml", "<discovery><a><b/></a></discovery>")).error.value().fact("format") == "open311");
}

TEST_CASE("lists of services and tokens are no requests", "[intake][open311]") {
  IntakeFiles files;
  intake::ReadOptions wanted;
  wanted.open311 = intake::ReadOptions::Open311::requests;
  const auto holdsIn = [&](const char* text) {
    const auto all = readAll(files.write("l", text), wanted);
    REQUIRE(all.error);
    CHECK(all.error->kind == base::ErrorKind::unsupportedFormat);
    CHECK(all.error->fact("rule") == "not_requests");
    return std::string(all.error->fact("holds"));
  };
  CHECK(holdsIn(R"([{"service_code":"001","service_name":"路灯","description":"x","group":"g"}])") == "services");
  CHECK(holdsIn("<services><service><service_code>1</service_code></service></services>") == "services");
  CHECK(holdsIn(R"([{"token":"12345","service_notice":""}])") == "tokens");
  CHECK(holdsIn("<service_requests><request><token>1</token><service_request_id>7</service_request_id></request>"
                "</service_requests>") == "tokens");
  CHECK(holdsIn("<service_requests><request><token>1</token></request></service_requests>") == "tokens");
  CHECK_FALSE(readAll(files.write("l", "[]"), wanted).error);
  CHECK_FALSE(readAll(files.write("l", R"([{"service_request_id":"1","status":"open","token":"2"}])"), wanted).error);
  // For whom they are meant they can be read.
  CHECK(readAll(files.write("l", R"([{"service_code":"001"}])")).records.size() == 1);
  for (const char* const name : {"token.xml", "status_service_list.json", "dc-services.xml"}) {
    const auto path = sharedData(std::string("openspec/open311/") + name);
    if (!path.empty()) CHECK(readAll(path, wanted).error.value().fact("rule") == "not_requests");
  }
}

TEST_CASE("columns are those that occur, the standard's first", "[intake][open311]") {
  IntakeFiles files;
  const auto all = readAll(files.write("c.json", R"([{"extra":1,"status":"open","service_request_id":"1"}])"));
  CHECK(all.columns == std::vector<std::string>{"service_request_id", "status", "extra"});
}

TEST_CASE("invalid bytes in XML cost the request that holds them", "[intake][open311][encoding]") {
  IntakeFiles files;
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_requests>";
  for (int i = 0; i < 40; ++i) text += "<request><address>人民路一号</address></request>";
  text += "<request><address>\xff\xfe</address></request><request><address>人民路</address></request></service_requests>";
  const auto all = readAll(files.write("i.xml", text));
  CHECK_FALSE(all.error);
  CHECK(all.records.size() == 41);
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "encoding");
  CHECK(all.faults[0].line == 41);
}

TEST_CASE("documents of real servers are read", "[intake][open311][shared]") {
  if (sharedData("openspec/open311").empty()) SKIP("the shared test data is not on this machine");
  const std::pair<const char*, std::size_t> documents[] = {
      {"service-requests.xml", 2},         {"service-request.xml", 1}, {"status_requests_many.xml", 2},
      {"status_service_requests.json", 2}, {"token.xml", 1},           {"status_service_list.json", 3}};
  for (const auto& [name, records] : documents) {
    CAPTURE(name);
    const auto all = readAll(sharedData(std::string("openspec/open311/") + name));
    CHECK_FALSE(all.error);
    CHECK(all.faults.empty());
    CHECK(all.records.size() == records);
  }
  const auto many = readAll(sharedData("openspec/open311/status_service_requests.json"));
  CHECK(valueOf(many, 0, "lat") == "41.858724777757864");
  CHECK(valueOf(many, 1, "status_notes") == "Locked");
}
