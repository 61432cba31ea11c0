// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "domain/foreign_identifier.h"
#include "domain/identifier.h"

using namespace ow::domain;
using namespace std::chrono_literals;
using ow::base::Date;

namespace {

constexpr Date kToday{2026y, std::chrono::August, 9d};

IdentifierCheck judged(IdentifierType type, std::string_view raw) {
  return checkIdentifier(type, raw, kToday);
}
Validity validity(IdentifierType type, std::string_view raw) {
  return judged(type, raw).validity;
}

}  // namespace

TEST_CASE("Permits of Hong Kong and Macau residents have nine characters, or eleven with the count of reissues",
          "[identifier][permit]") {
  using enum IdentifierType;
  CHECK(validity(hkMacauPermit, "H12345678") == Validity::ok);
  CHECK(validity(hkMacauPermit, "m1234567801") == Validity::ok);
  CHECK(validity(hkMacauPermit, "H1234567") == Validity::formatBad);
  CHECK(validity(hkMacauPermit, "H1234567890A") == Validity::formatBad);
  CHECK(validity(hkMacauPermit, "12345678") == Validity::formatBad);
  CHECK(judged(hkMacauPermit, "A12345678").hasWarning(warning::kUnknownPrefix));
  CHECK(validity(hkMacauPermit, "A12345678") == Validity::unchecked);
}

TEST_CASE("Permits of Taiwan residents have eight digits; old booklets differ and are told", "[identifier][permit]") {
  using enum IdentifierType;
  CHECK(validity(taiwanPermit, "12345678") == Validity::ok);
  CHECK(judged(taiwanPermit, "1234567890(B)").hasWarning(warning::kOldForm));
  CHECK(judged(taiwanPermit, "12345678B1").hasWarning(warning::kOldForm));
  CHECK(validity(taiwanPermit, "1234567890") == Validity::unchecked);
  CHECK(validity(taiwanPermit, "1234567") == Validity::formatBad);
  CHECK(validity(taiwanPermit, "T12345678") == Validity::formatBad);
}

TEST_CASE("Exit permits, passports and birth certificates are known by their shape", "[identifier][permit]") {
  using enum IdentifierType;
  CHECK(validity(hkMacauExitPermit, "C12345678") == Validity::ok);
  CHECK(validity(hkMacauExitPermit, "CA1234567") == Validity::ok);
  CHECK(validity(hkMacauExitPermit, "W12345678") == Validity::ok);
  CHECK(validity(hkMacauExitPermit, "T12345678") == Validity::formatBad);
  CHECK(validity(taiwanExitPermit, "T12345678") == Validity::ok);
  CHECK(validity(taiwanExitPermit, "LA1234567") == Validity::ok);
  CHECK(validity(taiwanExitPermit, "C12345678") == Validity::formatBad);
  for (const auto* number :
       {"E12345678", "G12345678", "EA1234567", "EN1234567", "EZ1234567", "DE1234567", "SE1234567", "PE1234567"}) {
    INFO(number);
    CHECK(validity(passportCn, number) == Validity::ok);
  }
  for (const auto* number : {"EI1234567", "EO1234567", "F12345678", "E1234567", "E123456789", "XE1234567"}) {
    INFO(number);
    CHECK(validity(passportCn, number) == Validity::formatBad);
  }
  CHECK(validity(passportForeign, "L898902C3") == Validity::unchecked);
  CHECK(validity(passportForeign, "AB12") == Validity::formatBad);
  CHECK(validity(passportForeign, "12345678901234567890") == Validity::unchecked);
  CHECK(validity(passportForeign, "123456789012345678901") == Validity::formatBad);
  CHECK(validity(birthCertificate, "R110123456") == Validity::ok);
  CHECK(validity(birthCertificate, "1101234567") == Validity::formatBad);
  CHECK(validity(foreignerResidenceOld, "USA110119850615") == Validity::ok);
  CHECK(validity(foreignerResidenceOld, "US1101198506155") == Validity::formatBad);
}

TEST_CASE("A CURP tells birth, sex and century", "[identifier][mexico]") {
  const auto woolf = judged(IdentifierType::curp, "BOXW310820HNERXN09");
  CHECK(woolf.validity == Validity::ok);
  CHECK(woolf.birth == Date{1931y, std::chrono::August, 20d});
  CHECK(woolf.sex == Sex::male);
  const auto other = judged(IdentifierType::curp, "GOMC900101MDFRRL07");
  CHECK(other.validity == Validity::ok);
  CHECK(other.sex == Sex::female);
  CHECK(validity(IdentifierType::curp, "BOXW310820HNERXN08") == Validity::checksumBad);
  CHECK(judged(IdentifierType::curp, "BOXW310820HZZRXN09").hasWarning(warning::kUnknownArea));
  CHECK(judged(IdentifierType::curp, "BOXW310231HNERXN09").hasWarning(warning::kImpossibleDate));
  CHECK(validity(IdentifierType::curp, "BOXW310820QNERXN09") == Validity::formatBad);
  CHECK(validity(IdentifierType::curp, "BOXW310820HNEAXN09") == Validity::formatBad);
}

TEST_CASE("A letter before the check digit of a CURP means a birth since 2000, X neither man nor woman",
          "[identifier][mexico]") {
  const std::string first17 = "GOMC050101MDFRRLA";
  const auto check = judged(IdentifierType::curp, first17 + curpCheckDigit(first17));
  CHECK(check.validity == Validity::ok);
  CHECK(check.birth == Date{2005y, std::chrono::January, 1d});
  const std::string neither = "GOMC050101XDFRRLA";
  CHECK(judged(IdentifierType::curp, neither + curpCheckDigit(neither)).sex == Sex::other);
  const std::string future = "GOMC270101MDFRRLA";
  CHECK(judged(IdentifierType::curp, future + curpCheckDigit(future)).hasWarning(warning::kFutureBirth));
  CHECK(curpCheckDigit("GOMC050101MDFRRÑA") == '?');
}

TEST_CASE("An RFC is taken by its shape; its check character is known but not asked for", "[identifier][mexico]") {
  using enum IdentifierType;
  CHECK(validity(rfc, "GODE561231GR8") == Validity::ok);
  CHECK(rfcCheckCharacter("GODE561231GR") == '8');
  CHECK(validity(rfc, "GODE561231GR9") == Validity::ok);
  CHECK(validity(rfc, "GODE561231") == Validity::unchecked);
  CHECK(judged(rfc, "XAXX010101000").hasWarning(warning::kGenericNumber));
  CHECK(judged(rfc, "XEXX010101000").hasWarning(warning::kGenericNumber));
  CHECK(validity(rfc, "XEXX010101000") == Validity::ok);
  CHECK(validity(rfc, "BUÑ800101AB1") == Validity::ok);
  CHECK(judged(rfc, "B&Ñ800101AB1").warnings.empty());
  CHECK(judged(rfc, "GODE561331GR8").hasWarning(warning::kImpossibleDate));
  CHECK(validity(rfc, "GODE000229GR8") == Validity::ok);  // 2000 had the day, 1900 had not
  CHECK(validity(rfc, "GO561231GR8") == Validity::formatBad);
  CHECK(validity(rfc, "GODE561231GRÑ") == Validity::formatBad);
}

TEST_CASE("American numbers: what is never issued is told", "[identifier][usa]") {
  using enum IdentifierType;
  CHECK(validity(ssn, "536-90-4399") == Validity::ok);
  for (const auto* number : {"000-90-4399", "666-90-4399", "900-90-4399", "536-00-4399", "536-90-0000", "53690439"}) {
    INFO(number);
    CHECK(validity(ssn, number) == Validity::formatBad);
  }
  for (const auto* number : {"078-05-1120", "457-55-5462", "219-09-9999"}) {
    INFO(number);
    CHECK(validity(ssn, number) == Validity::formatBad);
    CHECK(judged(ssn, number).hasWarning(warning::kNeverIssued));
  }
  for (const auto* number : {"912-70-3456", "912-88-3456", "912-90-3456", "912-92-3456", "912-94-3456", "912-99-3456"}) {
    INFO(number);
    CHECK(validity(itin, number) == Validity::ok);
  }
  for (const auto* number : {"912-69-3456", "912-89-3456", "912-93-3456", "812-90-3456"}) {
    INFO(number);
    CHECK(validity(itin, number) == Validity::formatBad);
  }
}
