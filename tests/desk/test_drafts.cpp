// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/drafts.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

desk::Draft draft(const std::string& body) {
  desk::Draft draft;
  draft.form = "contact";
  draft.body = body;
  return draft;
}

}  // namespace

TEST_CASE("a draft is there again after a restart, with its last words", "[desk][draft]") {
  Hall hall;
  desk::Draft typed = draft("half a sen");
  typed.id = desk::saveDraft(hall.desk(), typed).value();
  typed.body = "half a sentence";
  CHECK(desk::saveDraft(hall.desk(), typed).value() == typed.id);
  hall.restart();
  const auto kept = desk::drafts(hall.desk()).value();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].id == typed.id);
  CHECK(kept[0].body == "half a sentence");
}

TEST_CASE("nothing that happens to a case or party removes a draft about it", "[desk][draft]") {
  Hall hall;
  const auto opened =
      hall.openCase(hall.addService("出生登记", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant));
  desk::Draft note = draft("the father called");
  note.subject = opened.id.text();
  REQUIRE(desk::saveDraft(hall.desk(), note));
  REQUIRE(desk::assignCase(hall.desk(), opened.id, std::nullopt));
  REQUIRE(desk::finishOnTheSpot(hall.desk(), opened.id, domain::CaseState::received, domain::Outcome::granted, ""));
  CHECK(desk::drafts(hall.desk()).value().size() == 1);
}

TEST_CASE("only a discarded draft is gone", "[desk][draft]") {
  Hall hall;
  const auto one = desk::saveDraft(hall.desk(), draft("one")).value();
  hall.clock.advance(std::chrono::seconds{1});
  REQUIRE(desk::saveDraft(hall.desk(), draft("two")));
  REQUIRE(desk::discardDraft(hall.desk(), one));
  const auto kept = desk::drafts(hall.desk()).value();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].body == "two");
}

TEST_CASE("a draft larger than a form can be is refused, not cut", "[desk][draft]") {
  Hall hall;
  CHECK(desk::saveDraft(hall.desk(), draft(std::string(2 << 20, 'x'))).error().fact("rule") == "too_long");
}

TEST_CASE("settings are the clerk's own and survive a restart", "[desk][setting]") {
  Hall hall;
  CHECK_FALSE(desk::setting(hall.desk(), "language").value());
  REQUIRE(desk::setSetting(hall.desk(), "language", "zh"));
  REQUIRE(desk::setSetting(hall.desk(), "language", "en"));
  hall.restart();
  CHECK(desk::setting(hall.desk(), "language").value() == "en");
}
