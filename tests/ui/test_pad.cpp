// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "pad/pad_place.h"
#include "pad/pad_view.h"

using namespace ow;
using namespace ow::ui;
using namespace std::chrono_literals;
using Screen = PadView::Screen;

namespace {

// The citizen's screen without a screen: a view, the catalogue of the country, and the time that the test says.
struct Talk {
  domain::RatingCatalogue catalogue = domain::RatingCatalogue::bundled("CN").value();
  base::Instant now{std::chrono::hours(500'000)};
  PadView view = pad::greeting({}, Language::simplifiedChinese);
  std::vector<desk::RatingAnswer> answers;

  void take(PadTurn turn) {
    view = std::move(turn.view);
    if (turn.answer) answers.push_back(*turn.answer);
  }
  void ask() { view = pad::question(view, QStringLiteral("居住证办理"), std::chrono::seconds(catalogue.idleSeconds), now); }
  void choose(int level) { take(pad::levelChosen(view, level, catalogue, now)); }
  void choose(const char* reason) { view = pad::reasonTouched(view, reason, now); }
  void wait(std::chrono::milliseconds time) {
    now += time;
    take(pad::passed(view, Language::simplifiedChinese, now));
  }
};

}  // namespace

TEST_CASE("a question that nobody touches ends in the greeting and makes no rating", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.wait(29s);
  CHECK(talk.view.screen == Screen::question);
  talk.wait(1s);
  CHECK(talk.view.screen == Screen::greeting);
  CHECK(talk.answers.empty());
  CHECK(talk.view.level == 0);
  CHECK(talk.view.title.isEmpty());
}

TEST_CASE("who says “not now” has not rated", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.view = pad::declined(talk.view, Language::simplifiedChinese);
  CHECK(talk.view.screen == Screen::greeting);
  CHECK(talk.answers.empty());
}

TEST_CASE("a level that was touched counts when nobody goes on, without reasons", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.wait(4s);
  talk.choose(4);
  talk.choose("attitude.cold");  // touched, not submitted
  talk.wait(30s);
  REQUIRE(talk.answers.size() == 1);
  CHECK(talk.answers[0].level == 4);
  CHECK(talk.answers[0].reasons.empty());
  CHECK(talk.answers[0].answeredIn == 34s);
  CHECK(talk.view.screen == Screen::keeping);
}

TEST_CASE("each level offers the reasons of the catalogue and no other, and none is chosen for anybody", "[ui][pad]") {
  for (int level = 1; level <= 5; ++level) {
    CAPTURE(level);
    Talk talk;
    talk.ask();
    CHECK(talk.view.level == 0);
    talk.choose(level);
    REQUIRE(talk.view.screen == Screen::reasons);
    CHECK(talk.view.chosen.empty());
    std::set<std::string> offered, expected;
    for (const auto& reason : talk.view.offered) offered.insert(reason.code);
    for (const auto* reason : talk.catalogue.reasonsFor(level)) expected.insert(reason->code);
    CHECK(offered == expected);
    CHECK(offered.contains("attitude.warm") == (level <= 3));
    CHECK(offered.contains("attitude.cold") == (level >= 4));
  }
}

TEST_CASE("reasons are switched on and off, and a strange one is none", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.choose(5);
  talk.choose("efficiency.slow");
  talk.choose("attitude.cold");
  talk.choose("efficiency.slow");
  talk.choose("attitude.warm");  // not of this level
  talk.take(pad::submitted(talk.view, talk.now));
  REQUIRE(talk.answers.size() == 1);
  CHECK(talk.answers[0].level == 5);
  CHECK(talk.answers[0].reasons == std::vector<std::string>{"attitude.cold"});
}

TEST_CASE("skipping the reasons keeps the level alone", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.choose(2);
  talk.choose("efficiency.quick");
  talk.take(pad::skipped(talk.view, talk.now));
  REQUIRE(talk.answers.size() == 1);
  CHECK(talk.answers[0].level == 2);
  CHECK(talk.answers[0].reasons.empty());
}

TEST_CASE("a catalogue without reasons at a level keeps the level at once", "[ui][pad]") {
  Talk talk;
  talk.catalogue.reasons.clear();
  talk.ask();
  talk.choose(1);
  CHECK(talk.answers.size() == 1);
  CHECK(talk.view.screen == Screen::keeping);
}

TEST_CASE("a finger that slipped goes back, and then nothing counts", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.choose(5);
  talk.choose("attitude.cold");
  talk.view = pad::back(talk.view, talk.now);
  CHECK(talk.view.screen == Screen::question);
  CHECK(talk.view.title == QStringLiteral("居住证办理"));
  talk.wait(30s);
  CHECK(talk.view.screen == Screen::greeting);
  CHECK(talk.answers.empty());
}

TEST_CASE("each touch gives the whole time again", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.wait(29s);
  talk.view = pad::touched(talk.view, talk.now);
  talk.wait(29s);
  CHECK(talk.view.screen == Screen::question);
  talk.choose(3);
  talk.wait(29s);
  talk.choose("efficiency.slow");
  talk.wait(29s);
  CHECK(talk.view.screen == Screen::reasons);
  talk.wait(1s);
  CHECK(talk.view.screen == Screen::keeping);
}

TEST_CASE("a clock that is set back does not hold the screen", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.wait(-1h);
  CHECK(talk.view.screen == Screen::question);
  talk.wait(30s);
  CHECK(talk.view.screen == Screen::greeting);
}

TEST_CASE("thanks are said for three seconds, and only when the answer is kept", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.choose(1);
  talk.take(pad::skipped(talk.view, talk.now));
  talk.wait(1h);
  CHECK(talk.view.screen == Screen::keeping);  // the disk takes its time
  SECTION("it is") {
    talk.view = pad::kept(talk.view, talk.now);
    CHECK(talk.view.screen == Screen::thanks);
    talk.view = pad::touched(talk.view, talk.now + 2s);  // no touch holds them
    talk.wait(3s);
    CHECK(talk.view.screen == Screen::greeting);
  }
  SECTION("it is not") {
    talk.view = pad::notKept(talk.view, talk.now);
    CHECK(talk.view.screen == Screen::notKept);
    talk.wait(3s);
    CHECK(talk.view.screen == Screen::notKept);  // long enough to be read and told
  }
  CHECK(talk.answers.size() == 1);
}

TEST_CASE("locking takes no level back and makes none", "[ui][pad]") {
  Talk talk;
  talk.ask();
  talk.take(pad::broken(talk.view, Language::simplifiedChinese, talk.now));
  CHECK(talk.answers.empty());
  talk.ask();
  talk.choose(5);
  talk.take(pad::broken(talk.view, Language::simplifiedChinese, talk.now));
  talk.take(pad::broken(talk.view, Language::simplifiedChinese, talk.now));
  REQUIRE(talk.answers.size() == 1);
  CHECK(talk.answers[0].level == 5);
}

TEST_CASE("a touch that does not belong to the screen changes nothing", "[ui][pad]") {
  Talk talk;
  for (const int level : {1, 5}) talk.choose(level);
  talk.take(pad::submitted(talk.view, talk.now));
  talk.take(pad::skipped(talk.view, talk.now));
  CHECK(pad::checked(talk.view, PadTurn::Word::dataWrong, talk.now).word == PadTurn::Word::nothing);
  CHECK(talk.view.screen == Screen::greeting);
  talk.ask();
  for (const int level : {0, 6}) talk.choose(level);
  talk.take(pad::submitted(talk.view, talk.now));
  CHECK(talk.view.screen == Screen::question);
  talk.choose(1);
  talk.take(pad::skipped(talk.view, talk.now));
  talk.choose(2);
  talk.take(pad::skipped(talk.view, talk.now));
  CHECK(talk.answers.size() == 1);
}

TEST_CASE("what a citizen says about the data is told and no more", "[ui][pad]") {
  Talk talk;
  talk.view = pad::check(talk.view, {{QStringLiteral("姓名"), QStringLiteral("王*明")}}, talk.now);
  CHECK_FALSE(talk.view.isRating());
  talk.wait(119s);
  CHECK(talk.view.screen == Screen::check);
  const PadTurn turn = pad::checked(talk.view, PadTurn::Word::dataWrong, talk.now);
  CHECK(turn.word == PadTurn::Word::dataWrong);
  CHECK_FALSE(turn.answer.has_value());
  CHECK(turn.view.rows.empty());  // gone from the screen with the touch
  talk.wait(1s);
  CHECK(talk.view.screen == Screen::greeting);
  CHECK(talk.view.rows.empty());
}

TEST_CASE("a citizen's language lasts through their rating, and the next is greeted in the country's", "[ui][pad]") {
  Talk talk;
  talk.view = pad::spoken(talk.view, Language::english, talk.now);
  talk.ask();
  talk.choose(1);
  talk.take(pad::skipped(talk.view, talk.now));
  talk.view = pad::kept(talk.view, talk.now);
  CHECK(talk.view.language == Language::english);
  talk.wait(3s);
  CHECK(talk.view.language == Language::simplifiedChinese);
}

TEST_CASE("where the citizen's screen stands is one word, and a strange one is nowhere", "[ui][pad][settings]") {
  const PadPlace named{PadPlace::Kind::screen, QStringLiteral("HDMI-1")};
  for (const PadPlace& place : {PadPlace{}, PadPlace{PadPlace::Kind::secondScreen, {}}, named})
    CHECK(padPlaceOf(code(place)) == place);
  CHECK(padPlaceOf(QStringLiteral("wall")) == PadPlace{});
  CHECK(screenOf(PadPlace{}) == nullptr);
  CHECK(screenOf(PadPlace{PadPlace::Kind::screen, QStringLiteral("a screen that was pulled out")}) == nullptr);
}
