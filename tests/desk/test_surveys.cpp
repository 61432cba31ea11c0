// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <set>

#include "desk/survey_hall.h"
#include "desk/survey_results.h"
#include "store/schema.h"

using namespace ow;
using base::ErrorKind;
using domain::Reached;
using domain::SurveyChannel;
using testkit::Hall;
using testkit::ruleOf;
using testkit::SurveyHall;

namespace {

constexpr base::Date kToday{std::chrono::year{2026} / 3 / 2};
constexpr base::Date kTomorrow{std::chrono::year{2026} / 3 / 3};

std::string listWith(const testkit::TempFolder& folder, const std::string& content) {
  std::ofstream(folder / "list.csv") << content;
  return (folder / "list.csv").string();
}

}  // namespace

TEST_CASE("a segment is drawn by service, channel and day of ending, each person once", "[desk][survey]") {
  SurveyHall office(8);
  office.finish(office.persons.front());  // a second case makes nobody likelier
  const auto drawn = [&](desk::SurveyFrame frame) { return desk::drawSurvey(office.hall.desk(), frame, 5, 7).value(); };
  const auto sample = drawn({.service = "01"});
  CHECK(sample.frameSize == 8);
  CHECK(sample.count == 5);
  CHECK(sample.segment == "ended service=01");
  CHECK(drawn({.service = "居住证办理"}).places == sample.places);
  CHECK(drawn({.endedFrom = kToday, .endedUntil = kToday}).frameSize == 8);
  CHECK(drawn({.endedFrom = kTomorrow}).frameSize == 0);
  CHECK(drawn({.channel = domain::Channel::web}).frameSize == 0);
  const auto wrong = desk::drawSurvey(office.hall.desk(), {.service = "99"}, 5);
  CHECK(wrong.error().fact("entity") == "service");
  CHECK(desk::drawSurvey(office.hall.desk(), {}, 0).error().fact("field") == "size");
  CHECK(desk::drawSurvey(office.hall.desk(), {}, domain::kMostDrawn + 1).error().fact("rule") == "out_of_range");
}

TEST_CASE("a list names persons by their id, their phone or their case, and says which rows name nobody", "[desk][survey]") {
  SurveyHall office(3);
  const testkit::TempFolder folder;
  std::string number;
  {
    auto reader = office.hall.store().read().value();
    auto row = reader.connection().prepare("SELECT number FROM case_record WHERE party_id = ?1").value();
    row.bindUuid(1, office.persons[2].uuid);
    REQUIRE(row.step().value());
    number = row.text(0);
  }
  const auto file = listWith(folder, "party,phone,case\n" + office.persons[0].text() + ",,\n," + SurveyHall::phoneOf(1) +
                                         ",\n,," + number + "\n,," + number + "\nnobody,,\n,13900000000,\n,,X-1\n");
  const auto sample = desk::drawSurvey(office.hall.desk(), {.list = file}, 50, 1).value();
  CHECK(sample.frameSize == 3);
  CHECK(sample.segment == "list.csv");
  CHECK(std::set<domain::PartyId>(sample.places.begin(), sample.places.end()) ==
        std::set<domain::PartyId>(office.persons.begin(), office.persons.end()));
  REQUIRE(sample.faultCount == 3);
  CHECK(sample.faults[0].line == 6);
  CHECK(sample.faults[0].rule == "unknown_party");
  CHECK(sample.faults[1].rule == "unknown_phone");
  CHECK(sample.faults[2].rule == "unknown_case");
  const auto other = listWith(folder, "name\n张三\n");
  CHECK(ruleOf(desk::drawSurvey(office.hall.desk(), {.list = other}, 5)) == "missing_column");
}

TEST_CASE("a round keeps its sample and the seed that draws it again", "[desk][survey]") {
  SurveyHall office(12);
  const auto sample = desk::drawSurvey(office.hall.desk(), {.service = "01"}, 4).value();
  const auto id = desk::openSurvey(office.hall.desk(), {"三月回访", "acsi", {SurveyChannel::phone}, kTomorrow}, sample).value();
  auto reader = office.hall.store().read().value();
  const auto round = store::loadEntity<domain::SurveyRound>(reader.connection(), id).value();
  CHECK(round.drawnCount == 4);
  CHECK(round.frameSize == 12);
  for (int place = 1; place <= 4; ++place) CHECK(domain::drawnAt(round, place) == sample.places[std::size_t(place - 1)]);
  const auto seed = domain::seedIn(round.seed.value());
  CHECK(desk::drawSurvey(office.hall.desk(), {.service = "01"}, 4, seed).value().places == sample.places);
  CHECK(round.questionnaireVersion == "1");
  CHECK(desk::questionnaireOf(office.hall.desk(), id).value().questions.size() == 3);
}

TEST_CASE("the largest sample that there can be fits into its round", "[desk][survey]") {
  SurveyHall office(0);
  desk::SurveySample sample;
  base::IdSource ids(office.hall.clock, office.hall.random);
  for (int i = 0; i < domain::kMostDrawn; ++i) sample.places.push_back(ids.make<domain::PartyId>());
  sample.count = domain::kMostDrawn;
  const auto id = desk::openSurvey(office.hall.desk(), {"全年", "acsi", {SurveyChannel::phone}, {}}, sample).value();
  auto reader = office.hall.store().read().value();
  const auto round = store::loadEntity<domain::SurveyRound>(reader.connection(), id).value();
  CHECK(domain::drawnAt(round, domain::kMostDrawn) == sample.places.back());
}

TEST_CASE("a round that could not be asked is not opened", "[desk][survey]") {
  SurveyHall office(2);
  const auto sample = desk::drawSurvey(office.hall.desk(), {}, 5).value();
  const auto nobody = desk::drawSurvey(office.hall.desk(), {.channel = domain::Channel::web}, 5).value();
  const auto slips = desk::drawSurvey(office.hall.desk(), {.elsewhere = 10}, 1).value();
  const auto open = [&](const desk::NewSurvey& survey, const desk::SurveySample& of) {
    const auto opened = desk::openSurvey(office.hall.desk(), survey, of);
    REQUIRE_FALSE(opened);
    return std::string(opened.error().fact(opened.error().kind == ErrorKind::notFound ? "entity" : "rule"));
  };
  CHECK(open({"", "acsi", {SurveyChannel::phone}, {}}, sample) == "required");
  CHECK(open({"回访", "acsi", {}, {}}, sample) == "required");
  CHECK(open({"回访", "wish", {SurveyChannel::phone}, {}}, sample) == "questionnaire");
  CHECK(open({"回访", "acsi", {SurveyChannel::phone}, {}}, nobody) == "nobody_drawn");
  CHECK(open({"回访", "acsi", {SurveyChannel::phone}, {}}, slips) == "phone_needs_persons");
  CHECK(open({"回访", "acsi", {SurveyChannel::phone}, base::Date{std::chrono::year{2026} / 3 / 1}}, sample) == "past");
}

TEST_CASE("whoever was drawn is called by place, masked until the number is asked for, and answers once", "[desk][survey]") {
  SurveyHall office(4);
  const auto round = office.open("csat", {SurveyChannel::phone});
  office.hall.seat("li.na");
  auto calls = desk::nextToCall(office.hall.desk(), round, 0, 10).value();
  REQUIRE(calls.size() == 4);
  CHECK(calls.front().name == "张*");
  CHECK(calls.front().phone.find("****") != std::string::npos);
  const auto looks = [&] {
    auto reader = office.hall.store().read().value();
    return reader.connection().integer("SELECT count(*) FROM access_log").value();
  };
  const auto before = looks();
  const auto number = desk::numberToCall(office.hall.desk(), round, calls.front().place).value();
  CHECK(number.phone.find("138123400") != std::string::npos);
  CHECK(looks() == before + 1);

  REQUIRE(office.say(round, calls[0].place, {{"csat", 2}}, "等候时间长"));
  CHECK(office.say(round, calls[0].place, {{"csat", 5}}).error().kind == ErrorKind::duplicate);
  REQUIRE(desk::recordAnswer(office.hall.desk(), {.round = round, .reached = Reached::refused, .place = calls[1].place}));
  REQUIRE(desk::recordAnswer(office.hall.desk(), {.round = round, .reached = Reached::notReached, .place = calls[2].place}));
  calls = desk::nextToCall(office.hall.desk(), round, 0, 10).value();
  CHECK(calls.size() == 1);
  CHECK(desk::nextToCall(office.hall.desk(), round, calls.front().place, 10).value().empty());
  CHECK(desk::numberToCall(office.hall.desk(), round, 99).error().fact("entity") == "survey_place");
  office.hall.seat("zhao.lei");
  const auto results = desk::resultsOf(office.hall.desk(), round).value();
  CHECK(results.drawn == 4);
  CHECK(results.answered == 1);
  CHECK(results.refused == 1);
  CHECK(results.notReached == 1);
  CHECK(results.unheard == 1);
  CHECK(results.responseRate == 0.25);
}

TEST_CASE("what is typed in is on the scale of its question, or is refused", "[desk][survey]") {
  SurveyHall office(2);
  const auto round = office.open("acsi", {SurveyChannel::phone});
  office.hall.seat("li.na");
  const auto off = office.say(round, 1, {{"acsi1", 8}, {"acsi2", 0}});
  CHECK(off.error().fact("field") == "acsi2");
  CHECK(ruleOf(off) == "out_of_scale");
  CHECK(ruleOf(office.say(round, 1, {{"acsi1", 11}})) == "out_of_scale");
  CHECK(ruleOf(office.say(round, 1, {{"mood", 3}})) == "unknown_question");
  CHECK(ruleOf(office.say(round, 1, {})) == "required");
  CHECK(ruleOf(office.say(round, 3, {{"acsi1", 8}})) == "out_of_range");
  CHECK(ruleOf(desk::recordAnswer(office.hall.desk(), {.round = round, .answers = {{"acsi1", 8}}})) == "required");
  CHECK(ruleOf(desk::recordAnswer(office.hall.desk(),
                                  {.round = round, .reached = Reached::refused, .place = 1, .answers = {{"acsi1", 8}}})) ==
        "not_reached");
  CHECK(ruleOf(desk::recordAnswer(office.hall.desk(), {.round = round, .channel = SurveyChannel::paper, .place = 1})) ==
        "channel");
  CHECK(ruleOf(office.say(round, 1, {{"acsi1", 10}})) == "taken");  // not every question needs an answer
}

TEST_CASE("an answer on a slip names neither place nor person nor hour, and each slip is used once", "[desk][survey]") {
  SurveyHall office(3);
  const auto round = office.open("csat", {SurveyChannel::paper, SurveyChannel::token});
  const auto codes = desk::slipsOf(office.hall.desk(), round).value();
  REQUIRE(codes.size() == 3);
  CHECK(std::is_sorted(codes.begin(), codes.end()));
  office.hall.seat("li.na");
  const auto on = [&](const std::string& slip, std::optional<int> place = {}) {
    return desk::recordAnswer(
        office.hall.desk(),
        {.round = round, .channel = SurveyChannel::paper, .place = place, .slip = slip, .answers = {{"csat", 1}}});
  };
  REQUIRE(desk::recordAnswer(office.hall.desk(),
                             {.round = round, .channel = SurveyChannel::paper, .reached = Reached::slip, .place = 1}));
  const auto id = on(codes[1]).value();
  CHECK(on(codes[1]).error().kind == ErrorKind::duplicate);
  CHECK(ruleOf(on("2222-2222")) == "unknown_slip");
  CHECK(ruleOf(on("")) == "required");
  CHECK(ruleOf(on(codes[0], 2)) == "not_with_slip");
  {
    auto reader = office.hall.store().read().value();
    const auto answer = store::loadEntity<domain::SurveyAnswer>(reader.connection(), id).value();
    CHECK_FALSE(answer.place);
    CHECK_FALSE(answer.partyId);
    CHECK(answer.answeredAt == testkit::at("2026-03-02T00:00:00+08:00"));
  }
  CHECK(ruleOf(desk::slipsOf(office.hall.desk(), round)) == "supervisor_only");
  office.hall.seat("zhao.lei");
  CHECK(desk::resultsOf(office.hall.desk(), round).value().answered == 1);  // who got a slip has not answered by that
}

TEST_CASE("nobody calls or takes down whom he serves, and nobody but a supervisor hears what came of it",
          "[desk][survey][rights]") {
  SurveyHall office(6);
  const auto round = office.open("csat", {SurveyChannel::phone});
  office.hall.seat(Hall::kLogin);  // who served all of them
  CHECK(desk::nextToCall(office.hall.desk(), round, 0, 10).value().empty());
  CHECK(desk::numberToCall(office.hall.desk(), round, 1).error().fact("entity") == "survey_place");
  CHECK(ruleOf(office.say(round, 1, {{"csat", 1}})) == "own_service");
  CHECK(ruleOf(desk::resultsOf(office.hall.desk(), round)) == "supervisor_only");
  CHECK(ruleOf(desk::answersToCode(office.hall.desk(), round, 0, 10)) == "supervisor_only");
  CHECK(ruleOf(desk::drawSurvey(office.hall.desk(), {}, 5)) == "supervisor_only");
  CHECK(ruleOf(desk::openSurvey(office.hall.desk(), {"x", "csat", {SurveyChannel::phone}, {}}, {})) == "supervisor_only");
  CHECK(ruleOf(desk::closeSurvey(office.hall.desk(), round)) == "supervisor_only");
  CHECK(desk::surveys(office.hall.desk(), {}, 10).value().rows.size() == 1);
}

TEST_CASE("a closed round, and one whose last day is over, takes no answers", "[desk][survey]") {
  SurveyHall office(2);
  const auto first = office.open("csat", {SurveyChannel::phone});
  REQUIRE(desk::closeSurvey(office.hall.desk(), first));
  CHECK(desk::closeSurvey(office.hall.desk(), first).error().kind == ErrorKind::conflict);
  CHECK(ruleOf(office.say(first, 1, {{"csat", 1}})) == "round_closed");
  CHECK(ruleOf(desk::nextToCall(office.hall.desk(), first, 0, 5)) == "round_closed");
  const auto sample = desk::drawSurvey(office.hall.desk(), {}, 5).value();
  const auto second = desk::openSurvey(office.hall.desk(), {"短期", "csat", {SurveyChannel::phone}, kToday}, sample).value();
  REQUIRE(office.say(second, 1, {{"csat", 1}}));
  office.hall.clock.advance(std::chrono::hours(24));
  CHECK(ruleOf(office.say(second, 2, {{"csat", 1}})) == "round_closed");
  const auto rows = desk::surveys(office.hall.desk(), {}, 1).value();
  CHECK(rows.rows.size() == 1);
  REQUIRE(rows.next);
  const auto older = desk::surveys(office.hall.desk(), rows.next, 5).value().rows;
  REQUIRE(older.size() == 1);
  CHECK(older.front().state == domain::SurveyRoundState::closed);
  CHECK(older.front().createdBy == "zhao.lei");
  CHECK(older.front().channels == std::vector{SurveyChannel::phone});
  CHECK(older.front().frameSize == 2);
  CHECK(older.front().isOver);
  CHECK(rows.rows.front().state == domain::SurveyRoundState::open);
  CHECK(rows.rows.front().isOver);  // its last day was yesterday
}

TEST_CASE("whatever touches surveys says so, and nothing else does", "[desk][survey]") {
  SurveyHall office(1);
  std::vector<bool> heard;
  const auto listening = office.hall.desk().listen([&](const desk::Changed& what) { heard.push_back(what.surveys); });
  office.hall.addPerson("李四");
  REQUIRE(heard.size() == 1);
  CHECK_FALSE(heard.back());
  office.open("csat", {SurveyChannel::phone});
  CHECK(heard.back());
}
