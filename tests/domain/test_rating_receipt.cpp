// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "domain/bar_code.h"
#include "domain/rating_receipt.h"
#include "domain/typed_code.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::domain;
using namespace std::chrono_literals;
using testkit::aUuid;

namespace {

constexpr const char* kKey = "secret";
constexpr base::Date kDay = 2026y / 3 / 2;
const InteractionId kVisit = *InteractionId::parse("0190f3a8-0000-7000-8000-0000000000aa");
const CaseId kMatter{kVisit.uuid};

std::string refusal(const std::string& typed, base::Date today = kDay, const char* key = kKey) {
  const auto read = readReceiptCode(key, typed, today);
  if (read) return {};
  CHECK(read.error().kind == base::ErrorKind::invalidInput);
  CHECK(read.error().fact("field") == "code");
  return std::string(read.error().fact("rule"));
}

}  // namespace

// Worked out by another program from the header's description.
TEST_CASE("the code of a visit or matter is the same at every desk that has the secret", "[domain][rating][receipt]") {
  CHECK(receiptCode(kKey, kVisit, kDay) == "234Z-4DBN-KRWV-PQU2");
  CHECK(receiptCode(kKey, kVisit, 2031y / 12 / 31) == "45NZ-4DBN-KRWV-7HLU");
  CHECK(receiptCode(kKey, kMatter, kDay) == "634L-SEP7-DEYC-QA6L");
  CHECK(receiptCode(kKey, kMatter, 2031y / 12 / 31) == "85NL-SEP7-DEYC-WR52");
  CHECK(receiptCode("another", kVisit, kDay) == "2342-QH78-TCHV-45MQ");
  CHECK(receiptCode("another", kMatter, kDay) == "634J-HC9R-EAHG-RD25");
}

TEST_CASE("a code is read however it is typed, and stands for its own visit alone", "[domain][rating][receipt]") {
  const std::string code = receiptCode(kKey, kVisit, kDay);
  CHECK(code.size() == 19);
  std::string low;
  for (const char c : code) low += char(c == '-' ? ' ' : std::tolower(c));
  for (const std::string& typed : {code, low, typedLetters(code), " " + code + " "}) {
    const auto read = readReceiptCode(kKey, typed, kDay);
    REQUIRE(read);
    CHECK(read.value().about == ReceiptAbout::visit);
    CHECK(read.value().day == kDay);
    CHECK(standsFor(read.value(), kKey, kVisit));
    CHECK_FALSE(standsFor(read.value(), kKey, InteractionId{aUuid(7)}));
    CHECK_FALSE(standsFor(read.value(), kKey, kMatter));  // whose id is the same number
  }
  CHECK(readReceiptCode(kKey, receiptCode(kKey, kMatter, kDay), kDay).value().about == ReceiptAbout::matter);
}

TEST_CASE("every wrong letter and every two that changed places are noticed", "[domain][rating][receipt]") {
  const std::string code = typedLetters(receiptCode(kKey, kVisit, kDay));
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (const char letter : kCodeLetters) {
      std::string bent = code;
      bent[i] = letter;
      if (bent != code) CHECK(refusal(bent) == "check_letter");
    }
    for (std::size_t j = i + 1; j < code.size(); ++j) {
      std::string bent = code;
      std::swap(bent[i], bent[j]);
      if (bent != code) CHECK(refusal(bent) == "check_letter");
    }
  }
}

TEST_CASE("what is no code is refused by what is wrong with it", "[domain][rating][receipt]") {
  const std::string code = typedLetters(receiptCode(kKey, kVisit, kDay));
  CHECK(refusal("") == "length");
  CHECK(refusal(code.substr(1)) == "length");
  CHECK(refusal(code + "2") == "length");
  for (const char* letter : {"0", "O", "1", "I", "é", "\n", "=", "评"}) CHECK(refusal(code.substr(1) + letter) == "letters");
  CHECK(refusal(code, kDay, "another") == "other_key");
  CHECK(refusal(code, kDay, "") == "other_key");
  std::string newer = code;
  newer[0] = kCodeLetters[kCodeLetters.find(code[0]) | 16U];
  newer.back() = checkLetter(newer.substr(0, 15));
  CHECK(refusal(newer) == "unknown_version");
  // Somebody who knows how codes are made, and not the secret.
  std::string forged = code;
  forged[5] = forged[5] == 'A' ? 'B' : 'A';
  forged.back() = checkLetter(forged.substr(0, 15));
  CHECK(refusal(forged) == "other_key");
}

TEST_CASE("the day of a code is the last one of that number, and a clock that goes wrong does not make it an old one",
          "[domain][rating][receipt]") {
  for (const base::Date day : {base::Date(2026y / 1 / 1), base::Date(2026y / 12 / 31), base::Date(2037y / 3 / 20)})
    for (const int off : {-366, -1, 0, 1, 30, 3000}) {
      const base::Date today = std::chrono::sys_days(day) + std::chrono::days(off);
      CHECK(readReceiptCode(kKey, receiptCode(kKey, kVisit, day), today).value().day == day);
    }
  const auto late =
      readReceiptCode(kKey, receiptCode(kKey, kVisit, kDay), std::chrono::sys_days(kDay) + std::chrono::days(4000));
  CHECK(late.value().day == base::Date(std::chrono::sys_days(kDay) + std::chrono::days(4096)));
  CHECK_FALSE(standsFor(late.value(), kKey, InteractionId{aUuid(7)}));
}

TEST_CASE("no code of one visit or matter is the code of another", "[domain][rating][receipt]") {
  std::set<std::string> codes;
  for (std::uint64_t n = 0; n < 10'000; ++n) {
    codes.insert(receiptCode(kKey, InteractionId{aUuid(n)}, kDay));
    codes.insert(receiptCode(kKey, CaseId{aUuid(n)}, kDay));
  }
  CHECK(codes.size() == 20'000);
  const InteractionId other{aUuid(10'000)};
  for (const std::string& code : codes) {
    const auto read = readReceiptCode(kKey, code, kDay);
    REQUIRE(read);
    REQUIRE_FALSE(standsFor(read.value(), kKey, other));
  }
}

TEST_CASE("the bars of a code are those of ISO 15417", "[domain][receipt]") {
  // Start B, P, J, J, 1, 2, 3, C, check symbol 55, stop: a text whose check symbol every description of the code works out.
  CHECK(barCode("PJJ123C") ==
        "211214"
        "313121"
        "112133"
        "112133"
        "123221"
        "223211"
        "221132"
        "131321"
        "311321"
        "2331112");
  std::set<std::string> shapes;
  for (char c = ' '; c <= '~'; ++c) {
    const std::string shape = barCode(std::string(1, c)).substr(6, 6);
    int modules = 0, bars = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      modules += shape[i] - '0';
      if (i % 2 == 0) bars += shape[i] - '0';
    }
    CHECK(modules == 11);
    CHECK(bars % 2 == 0);
    shapes.insert(shape);
  }
  CHECK(shapes.size() == 95);
  CHECK(barCode("评").empty());
  CHECK(barCode("\n").empty());
}
