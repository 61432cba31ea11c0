// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "domain/mrz.h"
#include "domain/shared_rows.h"

using namespace ow::domain;
using namespace std::chrono_literals;
using ow::base::Date;

namespace {

constexpr Date kToday{2026y, std::chrono::August, 9d};
constexpr std::string_view kPassport =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n";
constexpr std::string_view kCard =
    "I<UTOD231458907<<<<<<<<<<<<<<<\r\n7408122F1204159UTO<<<<<<<<<<<6\r\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

Mrz read(std::string_view text) {
  const auto mrz = readMrz(text, kToday);
  REQUIRE(mrz.has_value());
  return mrz.value();
}

std::string refusal(std::string_view text) {
  const auto mrz = readMrz(text, kToday);
  return mrz ? "read" : std::string(mrz.error().fact("rule"));
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const auto at = result.find(from);
  REQUIRE(at != std::string::npos);
  return result.replace(at, from.size(), to);
}

std::string zone(const boost::json::value& lines) {
  std::string text;
  for (const auto& line : lines.as_array()) text += std::string(line.as_string()) + "\n";
  return text;
}

}  // namespace

TEST_CASE("The specimen passport of ICAO 9303 is read whole", "[mrz]") {
  const auto mrz = read(kPassport);
  CHECK(mrz.format == MrzFormat::td3);
  CHECK(mrz.documentCode == "P");
  CHECK(mrz.issuer == "UTO");
  CHECK(mrz.nationality == "UTO");
  CHECK(mrz.surname == "ERIKSSON");
  CHECK(mrz.givenNames == "ANNA MARIA");
  CHECK(mrz.documentNumber == "L898902C3");
  CHECK(mrz.birth == Date{1974y, std::chrono::August, 12d});
  CHECK(mrz.sex == Sex::female);
  CHECK(mrz.expiry == Date{2012y, std::chrono::April, 15d});
  CHECK(mrz.optionalData == "ZE184226B");
  CHECK(mrz.validity == Validity::ok);
  CHECK(mrz.wrongDigits.empty());
  CHECK(mrz.warnings.empty());
  CHECK(identifierTypeOf(mrz) == IdentifierType::passportForeign);
}

TEST_CASE("The specimen card is read whole", "[mrz]") {
  const auto mrz = read(kCard);
  CHECK(mrz.format == MrzFormat::td1);
  CHECK(mrz.documentNumber == "D23145890");
  CHECK(mrz.surname == "ERIKSSON");
  CHECK(mrz.expiry == Date{2012y, std::chrono::April, 15d});
  CHECK(mrz.validity == Validity::ok);
  CHECK(identifierTypeOf(mrz) == IdentifierType::other);
}

TEST_CASE("All shared specimens are right and the broken ones are found or mended", "[mrz][shared]") {
  std::ifstream file(ow::test::sharedFile("mrz_icao_specimens.json"));
  if (!file) SKIP("the shared MRZ specimens are not beside the repository");
  std::stringstream text;
  text << file.rdbuf();
  const auto specimens = boost::json::parse(text.str());
  CHECK(specimens.at("lines").as_object().size() == 5);
  for (const auto& [kind, lines] : specimens.at("lines").as_object()) {
    INFO(std::string(kind));
    const auto mrz = read(zone(lines));
    const std::map<std::string, MrzFormat> kFormats{{"TD1", MrzFormat::td1},
                                                    {"TD2", MrzFormat::td2},
                                                    {"TD3", MrzFormat::td3},
                                                    {"MRVA", MrzFormat::mrvA},
                                                    {"MRVB", MrzFormat::mrvB}};
    CHECK(mrz.format == kFormats.at(std::string(kind)));
    CHECK(mrz.validity == Validity::ok);
    CHECK(mrz.surname == "ERIKSSON");
    CHECK(mrz.givenNames == "ANNA MARIA");
  }
  const auto& broken = specimens.at("broken").as_array();
  REQUIRE(broken.size() == 5);
  CHECK(read(zone(broken[0].at("lines"))).wrongDigits == std::vector{MrzField::documentNumber, MrzField::composite});
  const auto mended = read(zone(broken[1].at("lines")));
  CHECK(mended.validity == Validity::ok);
  CHECK(mended.warnings == std::vector<std::string>{"ocr_corrected"});
  CHECK(mended.birth == Date{1974y, std::chrono::August, 12d});
  CHECK(refusal(zone(broken[2].at("lines"))) == "line_length");
  CHECK(refusal(zone(broken[3].at("lines"))) == "lines");
  CHECK(read(zone(broken[4].at("lines"))).validity == Validity::ok);
}

TEST_CASE("One run, wrong fillers and a reader's frame are put right", "[mrz]") {
  CHECK(read(replaced(kPassport, "\n", "")).validity == Validity::ok);
  std::string otherLayout(kPassport);
  std::replace(otherLayout.begin(), otherLayout.end(), '<', ';');
  CHECK(read(otherLayout).givenNames == "ANNA MARIA");
  CHECK(read("\x02" + std::string(kCard) + "\x03\r\n").validity == Validity::ok);
  CHECK(read("\r\n\r\n" + std::string(kPassport) + "\n   \n").validity == Validity::ok);
  CHECK(read(replaced(kPassport, "<<<<<<<<<<<<<<<<<<<\n", "\n")).givenNames == "ANNA MARIA");
  CHECK(read(replaced(kPassport, "ERIKSSON<<ANNA", "ERIKSSON«ANNA")).givenNames == "ANNA MARIA");
}

TEST_CASE("Letters and digits that look alike are told apart by where they stand", "[mrz]") {
  CHECK(read(replaced(kPassport, "P<UTOERIKSSON", "P<UT0ER1K55ON")).surname == "ERIKSSON");
  const auto number = read(replaced(kPassport, "L898902C3", "L8989O2C3"));
  CHECK(number.documentNumber == "L898902C3");
  CHECK(number.warnings == std::vector<std::string>{"ocr_corrected"});
  CHECK(number.validity == Validity::ok);
  const auto wrong = read(replaced(kPassport, "L898902C3", "L898903C3"));
  CHECK(wrong.validity == Validity::checksumBad);
  CHECK(wrong.documentNumber == "L898903C3");
}

TEST_CASE("A wrong digit is told for the field that it belongs to", "[mrz]") {
  CHECK(read(replaced(kPassport, "7408122F", "7408132F")).wrongDigits == std::vector{MrzField::birth, MrzField::composite});
  CHECK(read(replaced(kPassport, "1204159", "1204169")).wrongDigits == std::vector{MrzField::expiry, MrzField::composite});
  CHECK(read(replaced(kPassport, "ZE184226B", "ZE184227B")).wrongDigits ==
        std::vector{MrzField::optionalData, MrzField::composite});
  CHECK(read(replaced(kPassport, "<<<<<10", "<<<<<11")).wrongDigits == std::vector{MrzField::composite});
}

TEST_CASE("A card number longer than nine goes on in the optional data", "[mrz]") {
  const std::string number = "D23145890734";
  std::string first = "I<UTO" + number.substr(0, 9) + "<" + number.substr(9) + mrzCheckDigit(number);
  first.resize(30, '<');
  std::string second = "7408122F1204159UTO<<<<<<<<<<<";
  second += mrzCheckDigit(first.substr(5) + second.substr(0, 7) + second.substr(8, 7) + second.substr(18, 11));
  const auto mrz = read(first + "\n" + second + "\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\n");
  CHECK(mrz.documentNumber == number);
  CHECK(mrz.optionalData.empty());
  CHECK(mrz.validity == Validity::ok);
}

TEST_CASE("Dates: the century is the last that fits a birth, open days stay open, impossible ones are told", "[mrz]") {
  const auto withBirth = [](const std::string& yymmdd) {
    return read(replaced(kPassport, "7408122", yymmdd + mrzCheckDigit(yymmdd)));
  };
  CHECK(withBirth("260809").birth == Date{2026y, std::chrono::August, 9d});
  CHECK(withBirth("260810").birth == Date{1926y, std::chrono::August, 10d});
  CHECK(withBirth("270101").birth == Date{1927y, std::chrono::January, 1d});
  CHECK(withBirth("000229").birth == Date{2000y, std::chrono::February, 29d});
  const auto open = withBirth("7408<<");
  CHECK_FALSE(open.birth);
  CHECK(open.warnings == std::vector<std::string>{"partial_date"});
  CHECK(open.validity != Validity::formatBad);
  const auto impossible = withBirth("741341");
  CHECK(impossible.validity == Validity::formatBad);
  CHECK(impossible.warnings == std::vector<std::string>{"impossible_date"});
}

TEST_CASE("The papers whose kind the zone settles", "[mrz]") {
  auto mrz = read(kPassport);
  mrz.issuer = "CHN";
  CHECK(identifierTypeOf(mrz) == IdentifierType::passportCn);
  auto card = read(kCard);
  card.issuer = "CHN";
  card.documentCode = "CR";
  CHECK(identifierTypeOf(card) == IdentifierType::hkMacauPermit);
  card.documentCode = "CT";
  CHECK(identifierTypeOf(card) == IdentifierType::taiwanPermit);
}

TEST_CASE("What is no zone is refused with a reason", "[mrz][hostile]") {
  CHECK(refusal("") == "lines");
  CHECK(refusal("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n") == "lines");
  CHECK(refusal("a\nb\nc\nd") == "lines");
  CHECK(refusal("P<王小明<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10") == "characters");
  CHECK(refusal(std::string(10000, '<')) == "line_length");
  CHECK(refusal("AB\nL898902C36UTO7408122F1204159ZE184226B<<<<<10") == "line_length");
  CHECK(refusal("110101199003079972") == "lines");
}

TEST_CASE("A check digit counts letters from ten and fillers as nothing", "[mrz]") {
  CHECK(mrzCheckDigit("L898902C3") == '6');
  CHECK(mrzCheckDigit("740812") == '2');
  CHECK(mrzCheckDigit("<<<<") == '0');
  CHECK(mrzCheckDigit("a") == '?');
}

TEST_CASE("Any broken copy of the specimen is read or refused, never worse", "[mrz][hostile]") {
  std::mt19937 random(9303);
  int readable = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text(round % 2 == 0 ? kPassport : kCard);
    for (int changes = 1 + static_cast<int>(random() % 4); changes > 0; --changes) {
      const auto at = random() % text.size();
      if (random() % 4 == 0) {
        text.erase(at, 1);
      } else {
        text[at] = static_cast<char>(random() % 256);
      }
    }
    const auto mrz = readMrz(text, kToday);
    if (!mrz) REQUIRE(mrz.error().kind == ow::base::ErrorKind::invalidInput);
    readable += mrz ? 1 : 0;
  }
  CHECK(readable > 0);
  CHECK(readable < 5000);
}
