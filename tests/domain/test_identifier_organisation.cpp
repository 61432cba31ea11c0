// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "domain/identifier.h"
#include "domain/shared_rows.h"

using namespace ow::domain;
using namespace std::chrono_literals;

namespace {

constexpr ow::base::Date kToday{2026y, std::chrono::August, 9d};

IdentifierCheck credit(std::string_view raw) {
  return checkIdentifier(IdentifierType::uscc, raw, kToday);
}
IdentifierCheck orgCode(std::string_view raw) {
  return checkIdentifier(IdentifierType::orgCodeOld, raw, kToday);
}

}  // namespace

TEST_CASE("Credit codes of the design are right, also those of villages that start with N", "[identifier][uscc]") {
  for (const auto* code : {"91110000600037341L", "121100004000000001", "N2330106MF01234563", "91350100M000100Y43"}) {
    INFO(code);
    CHECK(credit(code).validity == Validity::ok);
  }
  CHECK(credit("91110000600037341L").warnings.empty());
  CHECK(credit("91350100M000100Y43").warnings.empty());
  CHECK(credit("N2330106MF01234563").warnings == std::vector<std::string>{"inner_check"});
}

TEST_CASE("Every row of the shared credit codes is judged as its verdict says", "[identifier][uscc][shared]") {
  const auto rows = ow::test::sharedRows("cn_uscc_vectors.csv");
  if (rows.empty()) SKIP("the shared identifier vectors are not beside the repository");
  CHECK(rows.size() == 104);
  for (const auto& row : rows) {
    const auto& verdict = row.at("verdict");
    const auto check = credit(row.at("uscc"));
    CAPTURE(row.at("uscc"), verdict, row.at("note"), ow::base::code(check.validity), check.warnings);
    if (verdict.starts_with("valid")) {
      CHECK(check.validity == Validity::ok);
      CHECK(check.warnings.empty());
    } else if (verdict == "invalid") {
      const bool isWholeCode = row.at("note").starts_with("wrong check") || row.at("note").ends_with("prefix A");
      CHECK(check.validity == (isWholeCode ? Validity::checksumBad : Validity::formatBad));
    } else {
      CHECK(verdict == "legacy 15-digit business registration number");
      CHECK(check.validity == Validity::formatBad);
      CHECK(checkIdentifier(IdentifierType::businessRegistrationOld, row.at("uscc"), kToday).validity == Validity::unchecked);
    }
  }
}

TEST_CASE("A code of the army's authority or of another one may start with A or Y", "[identifier][uscc]") {
  for (const std::string first17 : {"A1110000600037341", "Y1110000600037341"}) {
    const auto check = credit(first17 + usccCheckCharacter(first17));
    CHECK(check.validity == Validity::ok);
    CHECK_FALSE(check.hasWarning(warning::kUnknownRegister));
  }
}

TEST_CASE("An unknown authority, kind or region of a credit code only warns", "[identifier][uscc]") {
  const auto completed = [](std::string first17) { return credit(first17 + usccCheckCharacter(first17)); };
  CHECK(completed("G1110000600037341").hasWarning(warning::kUnknownRegister));
  CHECK(completed("98110000600037341").hasWarning(warning::kUnknownRegister));
  CHECK(completed("91990000600037341").hasWarning(warning::kUnknownArea));
  CHECK(completed("91990000600037341").validity == Validity::ok);
  CHECK(completed("91100000600037341").warnings.empty());  // registered at the national authority
  CHECK(completed("9111000060003734X").hasWarning(warning::kInnerCheck));
}

TEST_CASE("A check character is only given for what is a credit code's beginning", "[identifier][uscc]") {
  CHECK(usccCheckCharacter("91110000600037341") == 'L');
  CHECK(usccCheckCharacter("9111000060003IOZS") == '?');
  CHECK(usccCheckCharacter("9111000060003734") == '?');
  CHECK(usccCheckCharacter("") == '?');
}

TEST_CASE("Any one wrong character of a credit code is found", "[identifier][uscc][property]") {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::mt19937 random(32100);
  for (int round = 0; round < 300; ++round) {
    std::string first17 = "91110000";
    while (first17.size() < 17) first17 += kAlphabet[random() % kAlphabet.size()];
    const char right = usccCheckCharacter(first17);
    for (std::size_t i = 0; i < 17; ++i) {
      auto wrong = first17;
      wrong[i] = kAlphabet[(kAlphabet.find(wrong[i]) + 1 + random() % 30) % 31];
      REQUIRE(usccCheckCharacter(wrong) != right);
    }
  }
}

TEST_CASE("The old organisation code has its own check character", "[identifier][org-code]") {
  CHECK(orgCodeCheckCharacter("60003734") == '1');
  CHECK(orgCodeCheckCharacter("6000373") == '?');
  CHECK(orgCodeCheckCharacter("6000373a") == '?');
  CHECK(orgCode("60003734-1").validity == Validity::ok);
  CHECK(orgCode("60003734-2").validity == Validity::checksumBad);
  CHECK(orgCode("74468656X").validity == Validity::ok);
  CHECK(orgCode("MB1D68527").validity == Validity::ok);
  CHECK(orgCode("60003734A").validity == Validity::formatBad);
  CHECK(orgCode("600037341L").validity == Validity::formatBad);
}

TEST_CASE("Register and tax numbers on papers of before 2015 are kept as they are", "[identifier]") {
  const auto judge = [](IdentifierType type, std::string_view raw) { return checkIdentifier(type, raw, kToday).validity; };
  CHECK(judge(IdentifierType::businessRegistrationOld, "110000000012345") == Validity::unchecked);
  CHECK(judge(IdentifierType::businessRegistrationOld, "1100001234567") == Validity::unchecked);
  CHECK(judge(IdentifierType::businessRegistrationOld, "11000000001234A") == Validity::formatBad);
  CHECK(judge(IdentifierType::taxNumberOld, "110108600037341") == Validity::unchecked);
  CHECK(judge(IdentifierType::taxNumberOld, "11010874468656X") == Validity::unchecked);
  CHECK(judge(IdentifierType::taxNumberOld, "11010119900307123301") == Validity::unchecked);
  CHECK(judge(IdentifierType::taxNumberOld, "1101011990030712330") == Validity::formatBad);
}
