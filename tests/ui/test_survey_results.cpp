// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>
#include <QPlainTextEdit>

#include <fstream>

#include "desk/survey_import.h"
#include "ui/survey_screen.h"

using namespace ow;
using namespace ow::ui;
using domain::SurveyChannel;
using testkit::SurveyScreen;
using View = SurveySheet::View;

namespace {

struct Answered : SurveyScreen {
  explicit Answered(int persons) : SurveyScreen(persons) { round = office.open("csat", {SurveyChannel::phone}); }

  // By 李娜, from the first place on.
  void answer(int count, const std::vector<std::string>& texts = {}) {
    office.hall.seat("li.na");
    for (int place = 1; place <= count; ++place) {
      const auto at = static_cast<std::size_t>(place - 1);
      REQUIRE(office.say(round, place, {{"csat", place % 2 == 0 ? 1 : 4}}, at < texts.size() ? texts[at] : ""));
    }
  }
  QListWidget* said() const { return part<QListWidget>("surveyWords"); }
  QListWidget* tasks() const { return part<QListWidget>("surveyTasks"); }

  domain::SurveyRoundId round;
};

}  // namespace

TEST_CASE("a figure stands with its interval, its sample and the response rate", "[ui][survey]") {
  Answered screen(12);
  screen.answer(8);
  screen.look("zhao.lei");
  screen.open(View::results);
  REQUIRE(screen.waitForHands("surveyResults"));
  CHECK(screen.shown("surveyResponse") == QStringLiteral("8 of 12 answered · 66.7 %"));
  CHECK(screen.shown("surveyOthers").contains(QStringLiteral("not heard of: 4")));
  CHECK(screen.shown("surveyOthers").contains(QStringLiteral("95 % interval 39.1–86.2 %")));
  CHECK(screen.shown("surveyFigure_csat") == QStringLiteral("50.0 %"));
  const QString about = screen.shown("surveyAbout_csat");
  for (const char* word : {"95 % interval", "n 8", "small sample"}) CHECK(about.contains(QString::fromUtf8(word)));
  CHECK(screen.part<QWidget>("surveyBars_csat")->accessibleDescription() == QStringLiteral("1: 4, 2: 0, 3: 0, 4: 4, 5: 0"));
}

TEST_CASE("under five answers no figure is told, and none is drawn", "[ui][survey][privacy]") {
  Answered screen(6);
  screen.answer(4);
  screen.look("zhao.lei");
  screen.open(View::results);
  REQUIRE(screen.waitForHands("surveyResults"));
  CHECK(screen.shown("surveyFigure_csat") == QStringLiteral("–"));
  CHECK(screen.shown("surveyAbout_csat") == QStringLiteral("fewer than 5 answers: not shown"));
  CHECK(screen.page->findChild<QWidget*>(QStringLiteral("surveyBars_csat")) == nullptr);
}

TEST_CASE("answers off the scale that another system brought are told beside what they went into", "[ui][survey]") {
  SurveyScreen screen(1);
  const auto round = screen.office.openElsewhere("csat", 10);
  const testkit::TempFolder folder;
  {
    std::ofstream file(folder / "answers.csv");
    file << "csat\n1\n2\n1\n4\n2\n9\n";
  }
  REQUIRE(desk::importAnswers(screen.office.hall.desk(), round, folder / "answers.csv", {}));
  screen.look("zhao.lei");
  screen.open(View::results);
  REQUIRE(screen.waitForHands("surveyResults"));
  CHECK(screen.shown("surveyOffScale").startsWith(QStringLiteral("1 answer off the scale")));
  CHECK(screen.shown("surveyAbout_csat").contains(QStringLiteral("1 answer off the scale")));
}

TEST_CASE("own words become a problem that many have, and a task of somebody with a day", "[ui][survey][keys]") {
  Answered screen(6);
  screen.answer(3, {"排队太久", "等了一小时", "停车难"});
  screen.look("zhao.lei");
  screen.open(View::words);
  REQUIRE(screen.waitForHands("surveyWords"));
  REQUIRE(screen.said()->count() == 3);
  CHECK(screen.said()->currentItem()->text().startsWith(QStringLiteral("排队太久")));
  CHECK_FALSE(screen.said()->currentItem()->text().contains(QStringLiteral("张")));  // nobody's name

  screen.press(Qt::Key_Return);
  REQUIRE(screen.waitForHands("surveyTitle"));
  screen.send();
  CHECK(screen.part<QLineEdit>("surveyTitle")->accessibleDescription().contains(QStringLiteral("what is wrong")));
  screen.type("排队时间长");
  screen.button("surveyKind_common")->click();
  screen.part<QWidget>("surveyTitle")->setFocus();
  screen.send();
  REQUIRE(QTest::qWaitFor([&] { return screen.said()->count() == 2; }));

  REQUIRE(QTest::qWaitFor([&] { return screen.page->findChild<QWidget*>(QStringLiteral("surveyKnown_0")) != nullptr; }));
  screen.button("surveyKnown_0")->click();  // the second says the same
  REQUIRE(screen.waitForText("surveyJoins", "1 answer says so already"));
  screen.press(Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return screen.said()->count() == 1; }));

  screen.part<QWidget>("surveyTitle")->setFocus();
  screen.type("停车位不足");
  auto* assignee = screen.part<QLineEdit>("surveyAssignee");
  assignee->setFocus();
  screen.type("li.na");
  REQUIRE(QTest::qWaitFor([&] {
    if (screen.hands() == QStringLiteral("surveyAssignee")) screen.press(Qt::Key_Return);
    return screen.hands() == QStringLiteral("surveyDue");
  }));
  screen.type("2026-02-30");
  screen.send();
  CHECK(screen.part<QLineEdit>("surveyDue")->accessibleDescription().contains(QStringLiteral("no day of the calendar")));
  screen.part<QLineEdit>("surveyDue")->setText(QStringLiteral("2026-03-10"));
  screen.send();
  REQUIRE(screen.waitForHands("surveyList"));  // nothing is left

  const auto tasks = desk::tasksOf(screen.office.hall.desk(), screen.round, desk::SurveyTasksShown::open, 0, 9).value();
  REQUIRE(tasks.size() == 2);
  CHECK(tasks[0].title == "排队时间长");
  CHECK(tasks[0].mentions == 2);
  CHECK(tasks[1].kind == domain::ProblemKind::individual);
  CHECK(tasks[1].assignee == "li.na");
  CHECK(tasks[1].dueAt == testkit::at("2026-03-10T23:59:59.999+08:00"));
}

TEST_CASE("a task is done with what came of it, by whoever has it", "[ui][survey]") {
  Answered screen(6);
  screen.answer(2, {"停车难", "屏幕字小"});
  screen.office.hall.seat("zhao.lei");
  const auto words = desk::answersToCode(screen.office.hall.desk(), screen.round, 0, 9).value();
  desk::CodedProblem problem{words[0].id, domain::ProblemKind::individual, "停车位不足", domain::staffId("li.na"),
                             testkit::at("2026-03-01T17:00:00+08:00")};
  REQUIRE(desk::codeAnswer(screen.office.hall.desk(), problem));
  REQUIRE(desk::codeAnswer(screen.office.hall.desk(), {words[1].id, domain::ProblemKind::individual, "字号"}));
  screen.look("li.na");
  screen.open(View::tasks);
  REQUIRE(screen.waitForHands("surveyTasks"));
  REQUIRE(screen.tasks()->count() == 1);  // the other one is nobody's
  const QString line = screen.tasks()->item(0)->text();
  for (const char* word : {"停车位不足", "Individual problem", "li.na", "overdue since 1 Mar 2026"})
    CHECK(line.contains(QString::fromUtf8(word)));
  CHECK(screen.shown("surveyTaskSaid").contains(QStringLiteral("停车难")));
  screen.press(Qt::Key_Return);
  REQUIRE(screen.waitForHands("surveyTaskResult"));
  screen.send();
  CHECK(screen.shown("surveyTaskSay") == QStringLiteral("Write down what came of it."));
  screen.type("增设十个车位");
  screen.send();
  REQUIRE(screen.waitForHands("surveyList"));
  screen.look("zhao.lei");
  screen.open(View::tasks);
  REQUIRE(QTest::qWaitFor([&] { return screen.tasks()->count() == 1; }));
  screen.button("surveyTasksShown_all")->click();
  REQUIRE(QTest::qWaitFor([&] { return screen.tasks()->count() == 2; }));
  CHECK(screen.tasks()->item(0)->text().contains(QStringLiteral("done on 2 Mar 2026")));
  screen.tasks()->setCurrentRow(0);
  CHECK(screen.shown("surveyTaskCame").contains(QStringLiteral("增设十个车位")));
  CHECK_FALSE(screen.part<QPlainTextEdit>("surveyTaskResult")->isVisible());
}

TEST_CASE("X puts aside what names no problem, and the next one stands there", "[ui][survey][keys]") {
  Answered screen(4);
  screen.answer(3, {"谢谢", "等了一小时"});
  screen.look("zhao.lei");
  screen.open(View::words);
  REQUIRE(screen.waitForHands("surveyWords"));
  REQUIRE(screen.said()->count() == 2);
  screen.press(Qt::Key_X);
  REQUIRE(QTest::qWaitFor([&] { return screen.said()->count() == 1; }));
  CHECK(screen.said()->currentItem()->text().startsWith(QStringLiteral("等了一小时")));
  CHECK(desk::tasksOf(screen.office.hall.desk(), screen.round, desk::SurveyTasksShown::all, 0, 9).value().empty());
}
