// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>

#include "shell/pages.h"
#include "store/survey_queries.h"
#include "ui/survey_screen.h"

using namespace ow;
using namespace ow::ui;
using domain::Reached;
using domain::SurveyChannel;
using testkit::Hall;
using testkit::SurveyScreen;
using View = SurveySheet::View;

namespace {

std::vector<domain::SurveyAnswer> answersOf(SurveyScreen& screen, domain::SurveyRoundId round) {
  std::vector<domain::SurveyAnswer> answers;
  auto reader = screen.office.hall.store().read().value();
  REQUIRE(
      store::eachSurveyAnswer(reader.connection(), round, [&](const domain::SurveyAnswer& one) { answers.push_back(one); }));
  return answers;
}

std::int64_t looksAtPhones(SurveyScreen& screen) {
  auto reader = screen.office.hall.store().read().value();
  return reader.connection().integer("SELECT count(*) FROM access_log WHERE field = 'phone'").value();
}

QString wordsOf(const SurveyScreen& screen, const char* name) {
  return screen.part<QPlainTextEdit>(name)->toPlainText();
}

}  // namespace

TEST_CASE("a clerk calls a round by the keyboard alone: answers, own words, a refusal, nobody reached", "[ui][survey][keys]") {
  SurveyScreen screen(3);
  const auto round = screen.office.open("acsi", {SurveyChannel::phone});
  screen.look("li.na");
  screen.open(View::calls);
  CHECK(screen.shown("surveyPlace") == QStringLiteral("Place 1 of 3"));
  REQUIRE(screen.waitForHands("surveyQuestion_acsi1"));
  screen.keys("809");
  CHECK(screen.hands() == QStringLiteral("surveyCallWords"));
  screen.type("等了很久");
  screen.send();
  REQUIRE(screen.waitForText("surveyPlace", "Place 2"));
  REQUIRE(screen.waitForHands("surveyQuestion_acsi1"));
  CHECK(wordsOf(screen, "surveyCallWords").isEmpty());
  CHECK_FALSE(screen.button("surveyQuestion_acsi1_8")->isChecked());
  screen.press(Qt::Key_R);
  CHECK(screen.button("surveyOutcome_refused")->isChecked());
  screen.press(Qt::Key_Return);
  REQUIRE(screen.waitForText("surveyPlace", "Place 3"));
  CHECK(screen.button("surveyOutcome_answered")->isChecked());
  screen.press(Qt::Key_N);
  screen.press(Qt::Key_Return);
  REQUIRE(screen.waitForHands("surveyList"));  // everybody has been called
  REQUIRE(screen.waitForText("surveyStanding", "1 of 3 answered"));

  const auto answers = answersOf(screen, round);
  REQUIRE(answers.size() == 3);
  CHECK(domain::surveyNumbers(answers[0].answers) == domain::SurveyNumbers{{"acsi1", 8}, {"acsi2", 10}, {"acsi3", 9}});
  CHECK(answers[0].text == "等了很久");
  CHECK(answers[0].takenBy == domain::staffId("li.na"));
  CHECK(answers[1].reached == Reached::refused);
  CHECK(answers[2].reached == Reached::notReached);
  CHECK(desk::drafts(screen.office.hall.desk()).value().empty());
}

TEST_CASE("a number stands masked until it is asked for, and the look is in the access log", "[ui][survey][privacy]") {
  SurveyScreen screen(1);
  screen.office.open("csat", {SurveyChannel::phone});
  screen.look("li.na");
  screen.open(View::calls);
  const auto contact = [&] {
    QString all;
    for (const QLabel* label : screen.part<QWidget>("surveyContact")->findChildren<QLabel*>()) all += label->text();
    return all;
  };
  REQUIRE(screen.waitForHands("surveyQuestion_csat"));
  CHECK(contact().contains(QLatin1Char('*')));
  CHECK_FALSE(contact().contains(QStringLiteral("13812340010")));
  const auto before = looksAtPhones(screen);
  screen.press(Qt::Key_P);
  REQUIRE(QTest::qWaitFor([&] { return contact().contains(QStringLiteral("13812340010")); }));
  CHECK(contact().contains(QStringLiteral("张0")));
  CHECK(looksAtPhones(screen) == before + 1);
  screen.press(Qt::Key_P);  // it is shown already: no second look
  screen.settle();
  CHECK(looksAtPhones(screen) == before + 1);
  CHECK(screen.hands() == QStringLiteral("surveyQuestion_csat"));
}

TEST_CASE("an interview that was cut short is there again with its answers and its words", "[ui][survey][draft]") {
  SurveyScreen screen(3);
  const auto round = screen.office.open("acsi", {SurveyChannel::phone});
  screen.look("li.na");
  screen.open(View::calls);
  REQUIRE(screen.waitForHands("surveyQuestion_acsi1"));
  screen.press(Qt::Key_J);  // the first is left for later
  REQUIRE(screen.waitForText("surveyPlace", "Place 2"));
  REQUIRE(screen.waitForHands("surveyQuestion_acsi1"));
  screen.keys("77");
  screen.press(Qt::Key_Down);
  screen.type("停车难");
  CHECK(screen.page->hasUnfinishedText());
  screen.leave();
  screen.look("li.na");
  const auto drafts = desk::drafts(screen.office.hall.desk()).value();
  REQUIRE(drafts.size() == 1);
  const auto goesOn = continuationOf(drafts.front());
  REQUIRE(goesOn.has_value());
  CHECK(goesOn->kind == kind::kSurveys);
  CHECK(goesOn->state.value(QStringLiteral("round")).toString() == QString::fromStdString(round.text()));
  CHECK_FALSE(nameOfForm(drafts.front().form).isEmpty());
  screen.page->restore(goesOn->state);
  REQUIRE(QTest::qWaitFor([&] { return wordsOf(screen, "surveyCallWords") == QStringLiteral("停车难"); }));
  CHECK(screen.shown("surveyPlace") == QStringLiteral("Place 2 of 3"));
  CHECK(screen.button("surveyQuestion_acsi1_7")->isChecked());
  CHECK(screen.button("surveyQuestion_acsi2_7")->isChecked());
  CHECK(screen.hands() == QStringLiteral("surveyList"));  // the hands stay where they are
}

TEST_CASE("what is not answered is told once, and nothing at all is not saved", "[ui][survey]") {
  SurveyScreen screen(2);
  const auto round = screen.office.open("acsi", {SurveyChannel::phone});
  screen.look("li.na");
  screen.open(View::calls);
  REQUIRE(screen.waitForHands("surveyQuestion_acsi1"));
  screen.press(Qt::Key_Return);
  CHECK(screen.shown("surveyCallSay").contains(QStringLiteral("Nothing is answered yet")));
  screen.keys("6");
  screen.press(Qt::Key_Return);
  CHECK(screen.shown("surveyCallSay").contains(QStringLiteral("2 questions are not answered")));
  CHECK(answersOf(screen, round).empty());
  screen.press(Qt::Key_Return);
  REQUIRE(screen.waitForText("surveyPlace", "Place 2"));
  CHECK(answersOf(screen, round).size() == 1);
}

TEST_CASE("digits, ten, steps and taking back answer a question, and its row says so aloud", "[ui][survey][accessibility]") {
  SurveyScreen screen(1);
  screen.office.open("nps", {SurveyChannel::phone});
  screen.look("li.na");
  screen.open(View::calls);
  REQUIRE(screen.waitForHands("surveyQuestion_nps"));
  auto* row = screen.part<QWidget>("surveyQuestion_nps");
  CHECK(row->accessibleName().contains(QStringLiteral("Not answered")));
  const auto at = [&](int answer) {
    return screen.button(("surveyQuestion_nps_" + std::to_string(answer)).c_str())->isChecked();
  };
  screen.keys("0");
  CHECK(at(0));
  screen.part<QWidget>("surveyQuestion_nps")->setFocus();
  screen.keys("x");
  CHECK(at(10));
  CHECK(row->accessibleName().endsWith(QStringLiteral("Answer: 10")));
  row->setFocus();
  screen.press(Qt::Key_Left);
  CHECK(at(9));
  screen.press(Qt::Key_Backspace);
  CHECK_FALSE(at(9));
  CHECK(row->accessibleName().contains(QStringLiteral("Not answered")));
}

TEST_CASE("whoever served them calls nobody, and a colleague's answer goes before", "[ui][survey][rights]") {
  SurveyScreen screen(1);
  const auto round = screen.office.open("csat", {SurveyChannel::phone});
  SECTION("their own clerk") {
    screen.look(Hall::kLogin);
    screen.open(View::calls);
    CHECK(screen.hands() == QStringLiteral("surveyList"));
    CHECK_FALSE(screen.part<QWidget>("surveyCallSave")->isVisible());
  }
  SECTION("taken on another desk while it was typed") {
    screen.look("li.na");
    screen.open(View::calls);
    REQUIRE(screen.waitForHands("surveyQuestion_csat"));
    screen.keys("2");
    REQUIRE(screen.office.say(round, 1, {{"csat", 5}}));
    REQUIRE(screen.waitForText("surveyCallSay", "A colleague has taken an answer"));
    screen.send();
    REQUIRE(screen.waitForText("surveyCallSay", "Nothing was written twice"));
    CHECK(domain::surveyNumbers(answersOf(screen, round).front().answers).at("csat") == 5);
  }
}

TEST_CASE("slips are typed in one after the other, each code once", "[ui][survey][keys]") {
  SurveyScreen screen(2);
  const auto round = screen.office.open("csat", {SurveyChannel::paper});
  const auto codes = desk::slipsOf(screen.office.hall.desk(), round).value();
  screen.look("li.na");
  CHECK_FALSE(screen.button("surveyView_calls")->isEnabled());
  screen.open(View::slips);
  REQUIRE(screen.waitForHands("surveySlipCode"));
  auto* code = screen.part<QLineEdit>("surveySlipCode");
  const auto slip = [&](const std::string& text, const char* answer) {
    screen.type(text.c_str());
    screen.press(Qt::Key_Return);
    screen.keys(answer);
    screen.send();
  };
  slip("0000-0000", "2");
  REQUIRE(QTest::qWaitFor([&] { return code->accessibleDescription().contains(QStringLiteral("No slip of this round")); }));
  CHECK(screen.hands() == QStringLiteral("surveySlipCode"));
  slip(codes[0], "2");  // in the place of the wrong one
  REQUIRE(screen.waitForNotice(1));
  CHECK(screen.notice() == QStringLiteral("The slip is saved."));
  CHECK(code->text().isEmpty());
  CHECK(screen.hands() == QStringLiteral("surveySlipCode"));
  slip(codes[0], "1");
  REQUIRE(QTest::qWaitFor([&] { return code->accessibleDescription().contains(QStringLiteral("Nothing was written twice")); }));
  const auto answers = answersOf(screen, round);
  REQUIRE(answers.size() == 1);
  CHECK_FALSE(answers.front().place.has_value());
  CHECK(answers.front().channel == SurveyChannel::paper);
  CHECK(domain::surveyNumbers(answers.front().answers).at("csat") == 2);
}
