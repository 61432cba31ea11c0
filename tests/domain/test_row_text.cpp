// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <boost/json.hpp>
#include <limits>

#include "base/digest.h"
#include "domain/conflict.h"
#include "domain/row_text.h"

using namespace ow;
using domain::rowText;
using domain::Value;

namespace {

std::string textOf(const Value& value) {
  std::string out;
  domain::appendJsonValue(out, value);
  return out;
}

}  // namespace

TEST_CASE("a row's text is what PostgreSQL writes for the same jsonb", "[domain][sync]") {
  CHECK(rowText({}) == "{}");
  CHECK(
      rowText({{"name", std::string("张三")},
               {"at", std::int64_t{5}},
               {"note", Value{}},
               {"Zebra", std::string("")},
               {"kind", std::string("person")},
               {"is_active", std::int64_t{1}},
               {"id", base::Uuid::parse("0190F3A8-0000-7000-8000-00000000ABCD").value()}}) ==
      R"({"at": 5, "id": "0190f3a8-0000-7000-8000-00000000abcd", "kind": "person", "name": "张三", "Zebra": "", "is_active": 1})");
}

TEST_CASE("keys stand by length, then by bytes", "[domain][sync]") {
  CHECK(rowText({{"bb", std::int64_t{4}},
                 {"a", std::int64_t{1}},
                 {"b", std::int64_t{2}},
                 {"ab", std::int64_t{3}},
                 {"B", std::int64_t{0}}}) == R"({"B": 0, "a": 1, "b": 2, "ab": 3, "bb": 4})");
}

TEST_CASE("text is escaped as PostgreSQL escapes it, and nothing else is", "[domain][sync]") {
  CHECK(textOf(std::string("\"\\/\b\f\n\r\t\x01\x1f\x7f")) == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
  CHECK(textOf(std::string("𠮷 \xe2\x80\xae <>&'")) == "\"𠮷 \xe2\x80\xae <>&'\"");
}

TEST_CASE("numbers have no exponent, and whole ones no point", "[domain][sync]") {
  CHECK(textOf(42.0) == "42");
  CHECK(textOf(-0.0) == "0");
  CHECK(textOf(0.5) == "0.5");
  CHECK(textOf(1e-7) == "0.0000001");
  CHECK(textOf(1e21) == "1000000000000000000000");
  CHECK(textOf(-71.0648123) == "-71.0648123");
  CHECK(textOf(0.1 + 0.2) == "0.30000000000000004");
  CHECK(textOf(std::numeric_limits<double>::max()).size() == 309);
  CHECK(textOf(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
  CHECK(textOf(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(textOf(Value{}) == "null");
}

TEST_CASE("another reader of JSON understands a row's text", "[domain][sync]") {
  std::string all;
  for (int c = 1; c < 128; ++c) all += char(c);
  all += "𠮷é\xef\xbf\xbd";
  const auto read = boost::json::parse(rowText({{"text", all}, {"n", std::int64_t{-7}}}));
  CHECK(read.at("text").as_string() == all);
  CHECK(read.at("n").as_int64() == -7);
}

TEST_CASE("a digest is the first eight bytes of SHA-256 over kind, id and text", "[domain][sync]") {
  CHECK(base::digest64("") == 0xe3b0c44298fc1c14);
  CHECK(base::sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // printf 'party 0190f3a8-0000-7000-8000-00000000abcd {"name": "张三"}' | sha256sum
  const domain::EntityId id{base::Uuid::parse("0190f3a8-0000-7000-8000-00000000abcd").value()};
  CHECK(domain::rowDigest("party", id, rowText({{"name", std::string("张三")}})) == 0x6538d229cecbedbb);
}

TEST_CASE("rivals are read in the order of their operations, and rubbish is refused", "[domain][sync][conflict]") {
  const auto rivals = domain::parseRivals(
      R"([{"op": "0190f3a8-0000-7000-8000-000000000002", "value": null, "base": "a", "author": null, "desk": "2", "at": 7},)"
      R"( {"op": "0190f3a8-0000-7000-8000-000000000001", "value": "b", "base": 5, "author":)"
      R"( "0190f3a8-0000-7000-8000-000000000009", "desk": "1", "at": 6, "more": []}])");
  REQUIRE(rivals);
  REQUIRE(rivals.value().size() == 2);
  CHECK(rivals.value()[0].value == Value(std::string("b")));
  CHECK(rivals.value()[0].base == Value(std::int64_t{5}));
  CHECK(rivals.value()[0].author->text() == "0190f3a8-0000-7000-8000-000000000009");
  CHECK(rivals.value()[0].at == base::fromMillis(6));
  CHECK(rivals.value()[1].value == Value{});
  CHECK_FALSE(rivals.value()[1].author);
  CHECK(rivals.value()[1].desk == "2");
  CHECK(domain::parseRivals("[]").value().empty());
  for (const char* rubbish : {"", "{}", "[1]", "[{}]", R"([{"op": "x", "at": 1}])",
                              R"([{"op": "0190f3a8-0000-7000-8000-000000000002", "value": [], "at": 1}])"})
    CHECK(domain::parseRivals(rubbish).error().kind == base::ErrorKind::unsupportedFormat);
}
