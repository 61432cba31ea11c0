// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/time_text.h"
#include "intake/intake_files.h"
#include "intake/mapping.h"
#include "intake/value_reading.h"

using namespace ow;
using namespace ow::intake;

namespace {

std::string mappingText(const std::string& members) {
  return R"({"format": "onewindow-mapping/1", "kind": "requests", "source": "x", "jurisdiction": "CN",)" + members + "}";
}
const std::string kFields = R"("fields": {"external_no": "ID", "opened_at": "OPEN", "service_code": "TYPE"})";

std::string readAs(const std::string& text, const std::vector<std::string>& formats,
                   const std::string& zone = "America/New_York") {
  const auto at = readInstant(text, formats, base::TimeZone::named(zone).value());
  return at ? base::isoText(at.value(), base::TimeZone::utc()) : std::string(at.error().fact("rule"));
}

}  // namespace

TEST_CASE("the mappings that ship can be read", "[intake][mapping]") {
  CHECK(bundledMappings() == std::vector<std::string>{"boston311", "catalogue-guangan", "open311"});
  for (const auto& name : bundledMappings()) {
    CAPTURE(name);
    const auto mapping = findMapping(name);
    REQUIRE(mapping);
    CHECK(mapping.value().name == name);
    CHECK_FALSE(mapping.value().source.empty());
  }
  const auto boston = findMapping("boston311").value();
  CHECK(boston.zone.name() == "America/New_York");
  CHECK(boston.limits->jurisdiction() == "US-MA-Boston");
  CHECK(boston.channels.at("constituent call") == domain::Channel::phone);
}

TEST_CASE("a mapping of one's own is read from its file, and a changed one is another", "[intake][mapping]") {
  test::IntakeFiles files;
  const auto path = files.write("mine.json", mappingText(kFields));
  const auto mine = findMapping(path.string());
  REQUIRE(mine);
  CHECK(mine.value().name == "mine.json");
  files.write("mine.json", mappingText(kFields + R"(, "missing": ["-"])"));
  CHECK(findMapping(path.string()).value().hash != mine.value().hash);
  CHECK(findMapping("atlantis").error().kind == base::ErrorKind::notFound);
}

TEST_CASE("a mapping that makes no sense names the field that is wrong", "[intake][mapping]") {
  const auto error = [](const std::string& members) {
    const auto mapping = Mapping::parse(mappingText(members), "m");
    return mapping ? std::string()
                   : std::string(mapping.error().fact("field")) + " " + std::string(mapping.error().fact("rule"));
  };
  CHECK(error(kFields).empty());
  CHECK(error(R"("fields": {"external_no": "ID"})") == "opened_at missing");
  CHECK(error(R"("fields": {"colour": "C"})") == "colour unknown_word");
  CHECK(error(kFields + R"(, "channels": {"Pigeon": "pigeon"})") == "channels unknown_word");
  CHECK(error(kFields + R"(, "status": {"Done": "finished"})") == "status unknown_word");
  CHECK(error(kFields + R"(, "dates": ["hh:mm"])") == "dates format");
  CHECK(error(kFields + R"(, "zone": "Mars/Olympus")").ends_with("unknown_zone"));
  CHECK(error(kFields + R"(, "unknown_places": [[1]])") == "unknown_places format");
  CHECK(Mapping::parse("[]", "m").error().kind == base::ErrorKind::unsupportedFormat);
  CHECK(Mapping::parse("{", "m").error().kind == base::ErrorKind::unsupportedFormat);
}

TEST_CASE("dates are read by the source's formats in the source's zone", "[intake][mapping][time]") {
  const std::vector<std::string> boston{"MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd HH:mm:ss", "iso"};
  CHECK(readAs("01/16/2015 08:30:00 AM", boston) == "2015-01-16T13:30:00Z");
  CHECK(readAs("07/16/2015 12:05:00 am", boston) == "2015-07-16T04:05:00Z");
  CHECK(readAs("7/6/2015 12:05:00 PM", boston) == "2015-07-06T16:05:00Z");
  CHECK(readAs("2022-01-17 11:20:00", boston) == "2022-01-17T16:20:00Z");
  CHECK(readAs("2010-04-14T06:37:38-08:00", boston) == "2010-04-14T14:37:38Z");
  CHECK(readAs("2026-04-14", {"iso"}, "Asia/Shanghai") == "2026-04-13T16:00:00Z");
  CHECK(readAs("20260414T063738", {"yyyyMMddTHHmmss"}, "Asia/Shanghai") == "2026-04-13T22:37:38Z");
}

TEST_CASE("days that never were are told from texts that are no dates", "[intake][mapping][time]") {
  const std::vector<std::string> formats{"yyyy-MM-dd", "MM/dd/yyyy hh:mm:ss a", "iso"};
  CHECK(readAs("2015-02-30", formats) == "impossible_date");
  CHECK(readAs("2015-13-01", formats) == "impossible_date");
  CHECK(readAs("01/16/2015 13:30:00 PM", formats) == "impossible_date");
  CHECK(readAs("0990-04-01", formats) == "out_of_range");
  CHECK(readAs("9185-04-01", formats) == "out_of_range");
  CHECK(readAs("9185", formats) == "format");
  CHECK(readAs("-0050-01-0", formats) == "format");
  CHECK(readAs("2015-01-01 noon", formats) == "format");
}

TEST_CASE("numbers that were taken for measures are digits again", "[intake][mapping]") {
  CHECK(readDigits("2121.0", 5)->text == "02121");
  CHECK(readDigits("2121.0", 5)->wasRepaired);
  CHECK(readDigits("2121", 5)->text == "02121");
  CHECK_FALSE(readDigits("02121", 5)->wasRepaired);
  CHECK_FALSE(readDigits("2121.5", 5));
  CHECK_FALSE(readDigits("021210", 5));
  CHECK_FALSE(readDigits("-2121", 5));
  CHECK(numberInside("Ward 05") == "5");
  CHECK(numberInside("14.0") == "14");
  CHECK(lettersAndDigits("C-11") == "C11");
  CHECK(lettersAndDigits("c11") == "C11");
}

TEST_CASE("a point is read from WKB in either byte order and from a pair", "[intake][mapping]") {
  const auto little = readGeometry("0101000020E6100000F9CCD9F668C351C06C239548B02D4540");
  REQUIRE(little);
  CHECK(std::abs(little->latitude - 42.35694224626681) < 1e-9);
  CHECK(std::abs(little->longitude + 71.05328151006314) < 1e-9);
  const auto big = readGeometry("00000000014055400000000000C024000000000000");
  REQUIRE(big);
  CHECK(big->latitude == -10.0);
  CHECK(big->longitude == 85.0);
  CHECK(readGeometry("(42.3574, -71.0648)")->longitude == -71.0648);
  CHECK_FALSE(readGeometry("0101000020E6100000F9CCD9F668C351C06C239548B02D45"));
  CHECK_FALSE(readGeometry("0102000020E6100000F9CCD9F668C351C06C239548B02D4540"));
  CHECK_FALSE(readGeometry("(142.3574, -71.0648)"));
  CHECK_FALSE(readGeometry("somewhere"));
}
