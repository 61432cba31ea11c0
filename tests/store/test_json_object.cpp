// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <limits>

#include "domain/row_text.h"
#include "store/json_object.h"

using namespace ow;
using store::JsonObject;

TEST_CASE("a row's members are read to the last digit, and escapes as they were meant", "[store][sync]") {
  JsonObject json;
  REQUIRE(
      json.read("{ \"n\" : -9223372036854775808 ,\"r\":0.1e1, \"t\": \"a\\u00e9\\ud842\\udfb7\\n\\/\\\"\", \"z\": null, "
                "\"o\": {\"x\": [\"}\"]}, \"b\": true}"));
  REQUIRE(json.members().size() == 6);
  CHECK(JsonObject::integer(*json.find("n")) == std::numeric_limits<std::int64_t>::min());
  CHECK(JsonObject::real(*json.find("n")) == -9223372036854775808.0);
  CHECK(JsonObject::real(*json.find("r")) == 1.0);
  CHECK_FALSE(JsonObject::integer(*json.find("r")));
  CHECK(json.text(*json.find("t")) == "aé𠮷\n/\"");
  CHECK(json.find("z")->type == JsonObject::Type::null);
  CHECK(json.find("o")->raw == "{\"x\": [\"}\"]}");
  CHECK(json.find("b")->type == JsonObject::Type::other);
  CHECK(json.find("q") == nullptr);
  CHECK(json.read("{}"));
  CHECK(json.members().empty());
}

TEST_CASE("texts with any byte come back from a row as they went in", "[store][sync]") {
  std::string all;
  for (int c = 1; c < 128; ++c) all += char(c);
  all += "𠮷é";
  JsonObject json;
  const std::string body = domain::rowText({{"a", all}, {"b", all + all}, {"c", std::string()}});
  REQUIRE(json.read(body));
  const auto first = json.text(*json.find("a")), second = json.text(*json.find("b"));
  CHECK(first == all);
  CHECK(second == all + all);
  CHECK(json.text(*json.find("c")) == "");
}

TEST_CASE("what is no JSON object is refused, however it is broken", "[store][sync]") {
  JsonObject json;
  for (const char* rubbish :
       {"", "{", "}", "[]", "null", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1}x", "{\"a\":\"b}", "{\"a\":[1}",
        "{\"a\":\"\\\"}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":\"\n\"}", "{\"a\":{\"b\":\"}"})
    CHECK_FALSE(json.read(rubbish));
  for (const char* rubbish : {"\"\\x\"", "\"\\u12\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "1"}) {
    const std::string body = "{\"a\":" + std::string(rubbish) + "}";
    REQUIRE(json.read(body));
    CHECK_FALSE(json.text(json.members().front()));
  }
  for (const char* rubbish : {"1.5", "1x", "--1", "9223372036854775808", "\"1\"", "true"}) {
    const std::string body = "{\"a\":" + std::string(rubbish) + "}";
    REQUIRE(json.read(body));
    CHECK_FALSE(JsonObject::integer(json.members().front()));
  }
}

TEST_CASE("every cut of a row is refused and none is read beyond its end", "[store][sync]") {
  const std::string body = R"({"a": "x\"y", "b": [1, {"c": "]"}], "d": -1.5})";
  JsonObject json;
  REQUIRE(json.read(body));
  for (std::size_t size = 0; size < body.size(); ++size) CHECK_FALSE(json.read(std::string(body.data(), size)));
  REQUIRE(json.readArray("[1, \"b\"]"));
  CHECK(json.members().size() == 2);
  CHECK_FALSE(json.readArray("{}"));
}
