// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/time_text.h"
#include "insight/indicator.h"
#include "insight/period.h"

using namespace ow;
using namespace ow::insight;
using base::ErrorKind;
using store::FactSource;

namespace {

std::string registerOf(const std::string& indicators) {
  return R"({"format":"onewindow-indicators/1","jurisdiction":"X","version":"X-1","indicators":[)" + indicators + "]}";
}
const std::string kShare =
    R"({"id":"a","version":1,"perspective":"customer","zh":"甲","en":"A","kind":"share","unit":"percent","better":"up",)"
    R"("numerator":{"of":"case_closed","where":["has_due","in_time"]},"denominator":{"of":"case_closed","where":["has_due"]},)"
    R"("floor":0.5,"target":0.9})";
std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}
std::string wrongIn(const std::string& text) {
  const auto parsed = IndicatorRegister::parse(text);
  REQUIRE_FALSE(parsed);
  return std::string(parsed.error().fact("field")) + " " + std::string(parsed.error().fact("rule"));
}

}  // namespace

TEST_CASE("the indicators that ship can all be computed, and each says what it counts", "[insight][indicator]") {
  const auto shipped = IndicatorRegister::bundled("CN").value();
  CHECK(shipped.indicators.size() >= 15);
  for (const Indicator& one : shipped.indicators) {
    CAPTURE(one.id);
    CHECK_FALSE(one.zh.empty());
    CHECK_FALSE(one.en.empty());
    if (one.kind == FigureKind::share) CHECK((one.numerator.mask & one.denominator->mask) == one.denominator->mask);
  }
  // 好评 are the first three levels, and beside them stands how many answered.
  const Indicator* good = shipped.find("customer.good_rate");
  REQUIRE(good != nullptr);
  CHECK(textOf(good->numerator) == "rating[good]");
  CHECK(textOf(*good->denominator) == "rating");
  CHECK(good->beside == "customer.response_rate");
  CHECK(IndicatorRegister::bundled("nowhere").value().version == shipped.version);
}

TEST_CASE("what has a limit is counted by when that was settled, not by when it began", "[insight][indicator]") {
  const auto shipped = IndicatorRegister::bundled("CN").value();
  const auto wholeOf = [&](const char* id) { return textOf(*shipped.find(id)->denominator); };
  CHECK(wholeOf("process.review_verified_in_time") == "review_verify_due");
  CHECK(wholeOf("process.review_replied") == "review_reply_due");
  CHECK(wholeOf("process.review_rectified_in_time") == "review_reply_due[valid]");
  CHECK(wholeOf("process.review_called_back") == "review_call_back_due[valid]");
  for (const Indicator& one : shipped.indicators)
    for (const std::string_view word : {"verified_in_time", "replied_in_time", "replied", "called_back"}) {
      CAPTURE(one.id, word);
      const auto bit = conditionNamed(one.numerator.of, word);
      if (bit && (one.numerator.mask & *bit) != 0) CHECK(store::isOfLimits(one.numerator.of));
    }
}

TEST_CASE("a definition that cannot be computed is refused with its place", "[insight][indicator]") {
  REQUIRE(IndicatorRegister::parse(registerOf(kShare)));
  CHECK(IndicatorRegister::parse("{}").error().kind == ErrorKind::unsupportedFormat);
  CHECK(IndicatorRegister::parse(std::string(2 << 20, ' ')).error().kind == ErrorKind::tooLarge);
  CHECK(wrongIn(registerOf(with(kShare, "in_time", "whenever"))) == "where unknown_word");
  CHECK(wrongIn(registerOf(with(kShare, "\"of\":\"case_closed\"", "\"of\":\"moon\""))) == "of unknown_word");
  CHECK(wrongIn(registerOf(with(kShare, "\"floor\":0.5", "\"floor\":0.95"))) == "floor wrong_side");
  CHECK(wrongIn(registerOf(with(kShare, "\"better\":\"up\"", "\"better\":\"sideways\""))) == "better unknown_word");
  const std::string band = with(kShare, "\"better\":\"up\"", "\"better\":\"within\"");
  CHECK(wrongIn(registerOf(band)) == "target_to number");
  CHECK(IndicatorRegister::parse(registerOf(with(band, "0.9}", R"(0.9,"target_to":0.95,"floor_to":1})"))));
  CHECK(wrongIn(registerOf(with(band, "0.9}", R"(0.9,"target_to":0.85,"floor_to":1})"))) == "floor wrong_side");
  CHECK(wrongIn(registerOf(kShare + "," + kShare)) == "id twice");
  CHECK(wrongIn(registerOf(with(kShare, "\"floor\"", "\"beside\":\"b\",\"floor\""))) == "beside unknown");
  // A share whose numerator is no part of its whole would pass 100 %.
  CHECK(wrongIn(registerOf(with(kShare, "\"where\":[\"has_due\",\"in_time\"]", "\"where\":[\"in_time\"]"))) ==
        "denominator not_the_whole");
  const auto named = IndicatorRegister::parse(registerOf(with(kShare, "in_time", "whenever")));
  CHECK(named.error().fact("indicator") == "a");
}

TEST_CASE("every word of the vocabulary means one bit", "[insight][indicator]") {
  for (std::size_t i = 0; i < base::kCodes<FactSource>.size(); ++i) {
    const auto source = FactSource(i);
    Conditions seen = 0;
    for (const std::string_view word : wordsOf(source)) {
      const auto bit = conditionNamed(source, word);
      REQUIRE(bit);
      CHECK((seen & *bit) == 0);
      seen |= *bit;
    }
    CHECK_FALSE(conditionNamed(source, "no_such_word"));
  }
}

TEST_CASE("a period is whole days: a year, a quarter, a month, a day, or from one to another", "[insight][period]") {
  const auto text = [](const char* given) -> std::string {
    const auto period = parsePeriod(given);
    if (!period) return std::string(period.error().fact("rule"));
    return base::isoText(period.value().days.from) + " " + base::isoText(period.value().days.to);
  };
  CHECK(text("2026") == "2026-01-01 2026-12-31");
  CHECK(text("2026-Q3") == "2026-07-01 2026-09-30");
  CHECK(text("2024-02") == "2024-02-01 2024-02-29");
  CHECK(text("2026-10-05") == "2026-10-05 2026-10-05");
  CHECK(text("2026-01..2026-03") == "2026-01-01 2026-03-31");
  CHECK(text("2026-01-15..2026-02-03") == "2026-01-15 2026-02-03");
  for (const char* wrong : {"", "x", "20266", "2026-13", "2026-00", "2026-Q5", "2026-2", "2026-02-30", "2026..", "..2026"})
    CHECK(text(wrong) == "format");
  CHECK(text("2026-05..2026-01") == "order");
  CHECK(text("1900..2026") == "too_long");
  const auto months = monthsUntil(base::Date{std::chrono::year{2026} / 2 / 28}, 3);
  REQUIRE(months.size() == 3);
  CHECK(months[0].text == "2025-12");
  CHECK(months[2].text == "2026-02");
}
