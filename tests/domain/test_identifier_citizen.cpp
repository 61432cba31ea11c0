// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "base/time_text.h"
#include "domain/identifier.h"
#include "domain/shared_rows.h"

using namespace ow::domain;
using namespace std::chrono_literals;
using ow::base::Date;

namespace {

constexpr Date kToday{2026y, std::chrono::August, 9d};

IdentifierCheck citizen(std::string_view raw) {
  return checkIdentifier(IdentifierType::citizenId, raw, kToday);
}

std::string withCheckDigit(const std::string& first17) {
  return first17 + citizenIdCheckDigit(first17);
}

}  // namespace

TEST_CASE("Citizen numbers printed in GB 11643 and the design's own are right", "[identifier][citizen]") {
  for (const auto* number : {"11010519491231002X", "110101199003071233", "810000199001010019", "830000198506154324"}) {
    INFO(number);
    CHECK(citizen(number).validity == Validity::ok);
  }
  const auto check = citizen("11010519491231002X");
  CHECK(check.birth == Date{1949y, std::chrono::December, 31d});
  CHECK(check.sex == Sex::female);
  CHECK(check.warnings.empty());
  CHECK(citizen("110101199003071233").sex == Sex::male);
}

TEST_CASE("Every row of the shared citizen numbers is judged as its verdict says", "[identifier][citizen][shared]") {
  const auto rows = ow::test::sharedRows("cn_resident_id_vectors.csv");
  if (rows.empty()) SKIP("the shared identifier vectors are not beside the repository");
  CHECK(rows.size() == 221);
  for (const auto& row : rows) {
    const auto& verdict = row.at("verdict");
    const auto check = citizen(row.at("id"));
    CAPTURE(row.at("id"), verdict, row.at("note"), ow::base::code(check.validity), check.warnings);
    if (verdict.starts_with("valid")) {
      CHECK(check.validity == Validity::ok);
    } else if (verdict == "legacy 15-digit") {
      CHECK(check.validity == Validity::unchecked);
      CHECK(check.hasWarning(warning::kLegacy15));
    } else {
      CHECK(verdict == "invalid");
      CHECK(check.validity == (row.at("note") == "wrong check digit" ? Validity::checksumBad : Validity::formatBad));
    }
    if (row.at("birth").empty()) continue;
    REQUIRE(check.birth);
    CHECK(ow::base::isoText(*check.birth) == row.at("birth"));
    CHECK(check.sex == (row.at("sex") == "F" ? Sex::female : Sex::male));
  }
}

TEST_CASE("A date or place that cannot be is told even where the check digit is right", "[identifier][citizen]") {
  CHECK(citizen("110101199013019973").hasWarning(warning::kImpossibleDate));
  CHECK(citizen("110101199002309975").hasWarning(warning::kImpossibleDate));
  CHECK_FALSE(citizen("110101199002309975").birth);
  CHECK(citizen("110101210001019970").hasWarning(warning::kFutureBirth));
  CHECK(citizen("000000199003079975").hasWarning(warning::kUnknownArea));
  CHECK(citizen("99042619900307997X").hasWarning(warning::kUnknownArea));
  CHECK(citizen("440524188001010014").hasWarning(warning::kAgeOver120));
  CHECK(citizen("440524188001010014").validity == Validity::ok);
}

TEST_CASE("Today's baby is no future birth, tomorrow's is", "[identifier][citizen]") {
  CHECK(citizen(withCheckDigit("11010120260809997")).validity == Validity::ok);
  CHECK(citizen(withCheckDigit("11010120260810997")).hasWarning(warning::kFutureBirth));
  CHECK(citizen(withCheckDigit("11010119060809997")).warnings.empty());
  CHECK(citizen(withCheckDigit("11010119060808997")).hasWarning(warning::kAgeOver120));
  CHECK(citizen(withCheckDigit("11010120240229997")).validity == Validity::ok);
  CHECK(citizen(withCheckDigit("11010119000229997")).hasWarning(warning::kImpossibleDate));
}

TEST_CASE("County codes are history: retired ones and cities without counties pass, a whole province does not",
          "[identifier][citizen]") {
  for (const auto* area : {"130421", "441900", "442000", "620200", "460400", "110199"}) {
    INFO(area);
    CHECK(citizen(withCheckDigit(std::string(area) + "19900307997")).warnings.empty());
  }
  const auto province = citizen(withCheckDigit("11000019900307997"));
  CHECK(province.hasWarning(warning::kUnknownArea));
  CHECK(province.validity == Validity::ok);
}

TEST_CASE("Exactly the provinces of GB/T 2260 and the three pseudo codes are provinces", "[identifier][citizen]") {
  int known = 0;
  for (int code = 0; code < 100; ++code) {
    const std::string text{static_cast<char>('0' + code / 10), static_cast<char>('0' + code % 10)};
    known += isProvinceCode(text) ? 1 : 0;
  }
  CHECK(known == 35);
  CHECK(isProvinceCode("54"));
  CHECK(isProvinceCode("71"));
  CHECK(isProvinceCode("82"));
  CHECK_FALSE(isProvinceCode("16"));
  CHECK_FALSE(isProvinceCode("91"));
  CHECK_FALSE(isProvinceCode("1"));
  CHECK_FALSE(isProvinceCode("1 "));
}

TEST_CASE("Fifteen digits become eighteen with 19 and a new check digit", "[identifier][citizen]") {
  CHECK(citizenIdFrom15("110105491231002") == "11010519491231002X");
  CHECK(citizenIdFrom15("110101900307997") == "110101199003079972");
  CHECK(citizenIdFrom15("11010190030799X").empty());
  CHECK(citizenIdFrom15("").empty());
  CHECK(citizen("110101901301997").validity == Validity::formatBad);
}

TEST_CASE("A check digit is only given for seventeen digits", "[identifier][citizen]") {
  CHECK(citizenIdCheckDigit("11010519491231002") == 'X');
  CHECK(citizenIdCheckDigit("81000019900307997") == '6');
  CHECK(citizenIdCheckDigit("1101051949123100") == '?');
  CHECK(citizenIdCheckDigit("1101051949123100A") == '?');
}

TEST_CASE("The residence permits of Hong Kong, Macau and Taiwan keep the citizen's rule", "[identifier][citizen]") {
  const auto permit = [](std::string_view raw) { return checkIdentifier(IdentifierType::hkMacauTaiwanResidence, raw, kToday); };
  CHECK(permit("810000199001010019").validity == Validity::ok);
  CHECK(permit("830000198506154324").validity == Validity::ok);
  CHECK(permit("810000199001010019").warnings.empty());
  CHECK(permit("110101199003071233").validity == Validity::formatBad);
  CHECK(permit("110101199003071233").hasWarning(warning::kUnknownArea));
  CHECK(permit(withCheckDigit("81010119900307997")).hasWarning(warning::kUnknownArea));
  CHECK(permit("110101900307997").validity == Validity::formatBad);
  CHECK(citizen("810000199001010019").hasWarning(warning::kResidencePermit));
}

TEST_CASE("The foreigner's card of 2023 starts with 9 and keeps the citizen's rule", "[identifier][citizen]") {
  const auto card = checkIdentifier(IdentifierType::foreignerResidence, "911840198506150038", kToday);
  CHECK(card.validity == Validity::ok);
  CHECK(card.warnings.empty());
  CHECK(card.birth == Date{1985y, std::chrono::June, 15d});
  CHECK(checkIdentifier(IdentifierType::foreignerResidence, "911840198506150039", kToday).validity == Validity::checksumBad);
  CHECK(checkIdentifier(IdentifierType::foreignerResidence, "110101199003071233", kToday).validity == Validity::formatBad);
}

TEST_CASE("Any one wrong digit and any two neighbours changed over are found", "[identifier][citizen][property]") {
  std::mt19937 random(11643);
  for (int round = 0; round < 300; ++round) {
    std::string first17 = "1101011990030";
    while (first17.size() < 17) first17 += static_cast<char>('0' + random() % 10);
    const auto number = withCheckDigit(first17);
    for (std::size_t i = 13; i < 17; ++i) {
      auto wrong = number;
      wrong[i] = static_cast<char>('0' + (wrong[i] - '0' + 1 + static_cast<int>(random() % 9)) % 10);
      REQUIRE(citizenIdCheckDigit(wrong.substr(0, 17)) != wrong[17]);
      auto swapped = number;
      std::swap(swapped[i - 1], swapped[i]);
      REQUIRE((swapped == number || citizenIdCheckDigit(swapped.substr(0, 17)) != swapped[17]));
    }
  }
}
