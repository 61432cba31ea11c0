// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <filesystem>
#include <fstream>

#include "desk/conflicts.h"
#include "desk/proposals.h"
#include "desk/survey_hall.h"
#include "desk/survey_import.h"
#include "desk/survey_results.h"
#include "store/outbox.h"
#include "store/schema.h"

using namespace ow;
using base::ErrorKind;
using Catch::Matchers::WithinAbs;
using domain::ProblemKind;
using domain::SurveyChannel;
using testkit::Hall;
using testkit::ruleOf;
using testkit::SurveyHall;

namespace {

std::string written(const testkit::TempFolder& folder, const std::string& content) {
  std::ofstream(folder / "answers.csv") << content;
  return (folder / "answers.csv").string();
}

const insight::SurveyIndexFigure& named(const desk::SurveyResults& results, const std::string& id) {
  for (const auto& figure : results.figures.indexes)
    if (figure.index.id == id) return figure;
  throw std::runtime_error("no such index");
}

// Four persons have said something, 李娜 took it down, a supervisor sits here.
struct Answered : SurveyHall {
  Answered() : SurveyHall(4) {
    round = open("csat", {SurveyChannel::phone});
    hall.seat("li.na");
    for (int place = 1; place <= 4; ++place) REQUIRE(say(round, place, {{"csat", 4}}, "等候时间长 " + std::to_string(place)));
    hall.seat("zhao.lei");
  }
  std::vector<desk::SurveyAnswerShown> toCode() { return desk::answersToCode(hall.desk(), round, 0, 10).value(); }
  std::vector<desk::SurveyTaskRow> tasks(desk::SurveyTasksShown shown = desk::SurveyTasksShown::open) {
    return desk::tasksOf(hall.desk(), round, shown, 0, 10).value();
  }
  domain::SurveyRoundId round;
};

}  // namespace

TEST_CASE("a bank's 250 answers come to 64.81 by way of a round, and say that 111 are off the scale",
          "[desk][survey][shared]") {
  const auto file = std::filesystem::path(OW_SHARED_DIR) / "data" / "csat" / "ecsi_bank_satisfaction_250.csv";
  if (!std::filesystem::exists(file)) SKIP("the shared data is not here: data/csat");
  SurveyHall office(0);
  const auto round = office.openElsewhere("ecsi", 250);
  const auto taken = desk::importAnswers(office.hall.desk(), round, file, {}).value();
  CHECK(taken.rows == 250);
  CHECK(taken.accepted == 250);
  CHECK(taken.offScale == 111);
  const auto results = desk::resultsOf(office.hall.desk(), round).value();
  CHECK(results.responseRate == 1.0);
  CHECK(results.figures.offScale == 111);
  const auto& satisfaction = named(results, "satisfaction");
  CHECK_THAT(satisfaction.value.value(), WithinAbs(64.81, 0.005));
  CHECK(satisfaction.answers == 250);
  CHECK(satisfaction.offScale == 15);
  REQUIRE(satisfaction.interval);
  CHECK(satisfaction.interval->low < 64.81);
  CHECK(satisfaction.interval->high > 64.81);
  CHECK(results.figures.questions.size() == 27);
  // Once more it is the same.
  const auto again = desk::importAnswers(office.hall.desk(), round, file, {}).value();
  CHECK(again.unchanged == 250);
  CHECK(again.accepted == 0);
  CHECK_THAT(named(desk::resultsOf(office.hall.desk(), round).value(), "satisfaction").value.value(), WithinAbs(64.81, 0.005));
}

TEST_CASE("answers of another system are taken by column, row by row, and every row is accounted for", "[desk][survey]") {
  SurveyHall office(0);
  const testkit::TempFolder folder;
  const auto round = office.openElsewhere("acsi", 4);
  const auto file = written(folder,
                            "no,Q1,Q2,Q3,said\n"
                            "a,8,7,0,等候时间长\n"              // 0 is off the scale, and counts
                            "b,9,,10,\n"                        // an empty cell is no answer
                            "c,very,7,7,\n"                     // no number
                            "d,,,,\n"                           // nothing said
                            ",8,8,8,\n"                         // nobody's
                            "a,1,1,1,\n"                        // another one under the same name
                            "e,5,5,5,\nf,6,6,6,\ng,7,7,7,\n");  // one more than were drawn
  const desk::AnswerColumns columns{{{"acsi1", "Q1"}, {"acsi2", "Q2"}, {"acsi3", "Q3"}}, "no", "said"};
  const auto taken = desk::importAnswers(office.hall.desk(), round, file, columns).value();
  CHECK(taken.rows == 9);
  CHECK(taken.accepted == 4);
  CHECK(taken.offScale == 1);
  std::vector<std::string> rules;
  for (const auto& fault : taken.faults) rules.push_back(fault.rule);
  CHECK(rules == std::vector<std::string>{"format", "missing", "missing", "other_there", "beyond_drawn"});
  CHECK(taken.faults.front().line == 4);
  CHECK(taken.faults.front().column == "Q1");
  const auto toCode = desk::answersToCode(office.hall.desk(), round, 0, 10).value();
  REQUIRE(toCode.size() == 1);
  CHECK(toCode.front().text == "等候时间长");
  CHECK(toCode.front().answers.at("acsi3") == 0);
}

TEST_CASE("a file that does not fit its round is refused whole", "[desk][survey]") {
  SurveyHall office(2);
  const testkit::TempFolder folder;
  const auto file = written(folder, "Q1\n8\n");
  const auto round = office.openElsewhere("acsi", 4);
  const auto import = [&](domain::SurveyRoundId id, const desk::AnswerColumns& columns) {
    return ruleOf(desk::importAnswers(office.hall.desk(), id, file, columns));
  };
  CHECK(import(round, {}) == "no_question");
  CHECK(import(round, {{{"acsi1", "Q9"}}, "", ""}) == "missing_column");
  CHECK(import(round, {{{"mood", "Q1"}}, "", ""}) == "unknown_question");
  CHECK(import(round, {{{"acsi1", "Q1"}}, "no", ""}) == "missing_column");
  CHECK(import(office.open("acsi", {SurveyChannel::phone}), {{{"acsi1", "Q1"}}, "", ""}) == "drawn_here");
  office.hall.seat("li.na");
  CHECK(import(round, {{{"acsi1", "Q1"}}, "", ""}) == "supervisor_only");
}

TEST_CASE("of four answers nothing is told but that there are four; of five the figure, beside the response rate",
          "[desk][survey]") {
  SurveyHall office(7);
  const auto round = office.open("csat", {SurveyChannel::phone});
  for (int place = 1; place <= 4; ++place) REQUIRE(office.say(round, place, {{"csat", 2}}));
  const auto few = desk::resultsOf(office.hall.desk(), round).value();
  CHECK(few.answered == 4);
  CHECK_FALSE(named(few, "csat").value);
  CHECK(few.figures.questions.front().counts.empty());
  REQUIRE(office.say(round, 5, {{"csat", 5}}));
  const auto five = desk::resultsOf(office.hall.desk(), round).value();
  CHECK(named(five, "csat").value == 0.8);
  CHECK(five.figures.questions.front().counts == std::vector<std::int64_t>{0, 4, 0, 0, 1});
  CHECK_THAT(five.responseRate.value(), WithinAbs(5 / 7.0, 1e-9));
  REQUIRE(five.responseInterval);
}

TEST_CASE("an individual problem becomes a task that somebody else finishes", "[desk][survey]") {
  Answered office;
  const auto answers = office.toCode();
  REQUIRE(answers.size() == 4);
  CHECK(answers.front().text == "等候时间长 1");
  const auto coded = desk::codeAnswer(office.hall.desk(), {.answer = answers[0].id,
                                                           .title = "未收到证件",
                                                           .assignee = domain::staffId("li.na"),
                                                           .dueAt = office.hall.clock.now() + std::chrono::hours(24)});
  REQUIRE(coded);
  CHECK(office.toCode().size() == 3);
  CHECK(desk::codeAnswer(office.hall.desk(), {.answer = answers[0].id, .title = "再来"}).error().kind == ErrorKind::duplicate);
  CHECK(ruleOf(desk::codeAnswer(office.hall.desk(), {.answer = answers[1].id, .title = " "})) == "required");
  // Whoever served is not who puts it right.
  CHECK(ruleOf(desk::codeAnswer(office.hall.desk(),
                                {.answer = answers[1].id, .title = "态度", .assignee = domain::staffId(Hall::kLogin)})) ==
        "own_service");
  office.hall.clock.advance(std::chrono::hours(25));
  auto tasks = office.tasks();
  REQUIRE(tasks.size() == 1);
  CHECK(tasks.front().assignee == "li.na");
  CHECK(tasks.front().text == "等候时间长 1");
  CHECK(tasks.front().isOverdue);

  office.hall.seat(Hall::kLogin);
  CHECK(ruleOf(desk::finishTask(office.hall.desk(), coded.value(), "x")) == "not_assigned");
  CHECK(office.tasks(desk::SurveyTasksShown::mine).empty());
  CHECK(ruleOf(desk::tasksOf(office.hall.desk(), office.round, desk::SurveyTasksShown::open, 0, 10)) == "supervisor_only");
  CHECK(ruleOf(desk::codeAnswer(office.hall.desk(), {.answer = answers[1].id, .title = "x"})) == "supervisor_only");
  office.hall.seat("li.na");
  CHECK(office.tasks(desk::SurveyTasksShown::mine).size() == 1);
  CHECK(ruleOf(desk::finishTask(office.hall.desk(), coded.value(), "")) == "required");
  REQUIRE(desk::finishTask(office.hall.desk(), coded.value(), "已补发并致歉"));
  CHECK(desk::finishTask(office.hall.desk(), coded.value(), "再来").error().kind == ErrorKind::conflict);
  office.hall.seat("zhao.lei");
  CHECK(office.tasks().empty());
  tasks = office.tasks(desk::SurveyTasksShown::all);
  REQUIRE(tasks.size() == 1);
  CHECK(tasks.front().state == domain::SurveyTaskState::done);
  CHECK(tasks.front().result == "已补发并致歉");
}

TEST_CASE("a common problem is one task, and counts who said it", "[desk][survey]") {
  Answered office;
  const auto answers = office.toCode();
  const auto code = [&](std::size_t i) {
    return desk::codeAnswer(office.hall.desk(), {.answer = answers[i].id, .kind = ProblemKind::common, .title = "等候时间长"})
        .value();
  };
  const auto task = code(0);
  CHECK(code(1) == task);
  CHECK(code(2) == task);
  CHECK(office.toCode().size() == 1);
  auto tasks = office.tasks();
  REQUIRE(tasks.size() == 1);
  CHECK(tasks.front().kind == ProblemKind::common);
  CHECK(tasks.front().mentions == 3);
  REQUIRE(desk::finishTask(office.hall.desk(), task, "增开窗口"));
  // What is said after that is another task.
  CHECK(code(3) != task);
  CHECK(office.tasks(desk::SurveyTasksShown::all).size() == 2);
}

TEST_CASE("what names no problem is put aside, once, and nobody has a task of it", "[desk][survey]") {
  Answered office;
  const auto first = office.toCode().front().id;
  REQUIRE(desk::putAside(office.hall.desk(), first));
  const auto others = office.toCode();
  CHECK(others.size() == 3);
  CHECK(office.tasks(desk::SurveyTasksShown::all).empty());
  CHECK(desk::putAside(office.hall.desk(), first).error().kind == ErrorKind::duplicate);
  CHECK(desk::codeAnswer(office.hall.desk(), {.answer = first, .title = "等候"}).error().kind == ErrorKind::duplicate);
  office.hall.seat("li.na");
  CHECK(ruleOf(desk::putAside(office.hall.desk(), others.front().id)) == "supervisor_only");
}

TEST_CASE("a supervisor who served does not read what was said of it", "[desk][survey][rights]") {
  SurveyHall office(1);
  office.finish(office.persons.front());  // 赵磊 serves
  const auto round = office.open("csat", {SurveyChannel::phone});
  office.hall.seat("li.na");
  const auto answer = office.say(round, 1, {{"csat", 5}}, "态度冷漠").value();
  office.hall.seat("zhao.lei");
  CHECK(desk::answersToCode(office.hall.desk(), round, 0, 10).value().empty());
  CHECK(ruleOf(desk::codeAnswer(office.hall.desk(), {.answer = answer, .title = "态度"})) == "own_service");
  office.hall.seat("sun.fang");
  CHECK(desk::answersToCode(office.hall.desk(), round, 0, 10).value().size() == 1);
}

TEST_CASE("an answer that came second is nothing to settle, nor to read", "[desk][survey][rights]") {
  Answered office;
  {
    auto write = office.hall.store().write().value();
    REQUIRE(write.connection().execute(
        "INSERT INTO proposal (id, entity, entity_id, operation, changes, rule, desk, purpose, at, state) SELECT unhex("
        "'0190f3a80000700080000000000000aa'), 'survey_answer', id, 'append', '{\"text\": \"x\"}', 'already_answered', '008', "
        "'survey', 1, 'open' FROM survey_answer LIMIT 1"));
    REQUIRE(write.commit());
  }
  CHECK(desk::openProposals(office.hall.desk(), std::nullopt, 10).value().proposals.empty());
  auto reader = office.hall.store().read().value();
  CHECK(store::outboxCounts(reader.connection()).value().openProposals == 0);
}

TEST_CASE("no operation on a survey gets to the disk that the centre would refuse", "[desk][survey][rights]") {
  Answered office;
  const auto refused = [&](auto&& write) {
    base::IdSource ids(office.hall.clock, office.hall.random);
    domain::OperationWriter writer(ids, office.hall.clock.now(), {domain::staffId("li.na"), "007", "test", std::nullopt});
    write(writer);
    return ruleOf(office.hall.store().commit(writer.take()));
  };
  domain::SurveyRound round;
  domain::SurveyAnswer answer;
  {
    auto reader = office.hall.store().read().value();
    round = store::loadEntity<domain::SurveyRound>(reader.connection(), office.round).value();
    answer = store::loadEntity<domain::SurveyAnswer>(reader.connection(), domain::answerOfPlace(office.round, 1)).value();
  }
  auto closed = round;
  closed.state = domain::SurveyRoundState::closed;
  CHECK(refused([&](auto& w) { w.change(round, closed, domain::OperationKind::transition); }) == "not_your_right");
  CHECK(refused([&](auto& w) { w.change(round, closed); }) == "survey_by_steps");
  CHECK(refused([&](auto& w) { w.erase(answer); }) == "answer_is_final");
  domain::SurveyTask task;
  task.id = {answer.id.uuid};
  task.roundId = office.round;
  task.title = "x";
  CHECK(refused([&](auto& w) { w.create(task); }) == "not_your_right");
}
