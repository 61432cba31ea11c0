// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <fstream>
#include <sstream>

#include "kit/theme.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "ui/survey_screen.h"

using namespace ow;
using namespace ow::ui;
using domain::SurveyChannel;
using testkit::SurveyScreen;
using Tone = Navigator::Tone;
using View = SurveySheet::View;

namespace {

struct LargeType {
  LargeType() { applyTheme(*qApp, ThemeKind::light, 200); }
  ~LargeType() { applyTheme(*qApp, ThemeKind::light, 100); }
};

void fillDay(SurveyScreen& screen, const char* field, const char* day) {
  screen.part<QLineEdit>(field)->setText(QString::fromUtf8(day));
}

}  // namespace

TEST_CASE("a supervisor is told how many fit before a round is drawn, and it opens with those", "[ui][survey]") {
  SurveyScreen screen(6);
  screen.look("zhao.lei");
  CHECK(screen.rows() == 0);
  CHECK(screen.hands() == QStringLiteral("surveyNew"));
  screen.press(Qt::Key_N);
  REQUIRE(screen.waitForHands("drawName"));
  CHECK(screen.part<QLineEdit>("drawFrom")->text() == QStringLiteral("2026-02-01"));
  REQUIRE(screen.waitForText("drawFrame", "Nobody fits"));  // they ended in March
  auto* open = screen.button("drawOpen");
  screen.type("三月回访");
  CHECK(open->accessibleDescription() == QStringLiteral("Nobody fits."));
  fillDay(screen, "drawUntil", "2026-03-31");
  REQUIRE(screen.waitForText("drawFrame", "6 persons fit; 6 of them are drawn."));
  screen.part<QSpinBox>("drawSize")->setValue(4);
  REQUIRE(screen.waitForText("drawFrame", "6 persons fit; 4 of them are drawn."));
  fillDay(screen, "drawCloses", "2026-02-30");
  CHECK(open->accessibleDescription() == QStringLiteral("The last day is none of the calendar."));
  fillDay(screen, "drawCloses", "20260331");
  auto* form = screen.part<QComboBox>("drawForm");
  form->setCurrentIndex(form->findData(QStringLiteral("csat")));
  screen.part<QCheckBox>("drawBy_paper")->setChecked(true);
  CHECK(open->isEnabled());
  screen.send();
  REQUIRE(QTest::qWaitFor([&] { return screen.rows() == 1; }));
  REQUIRE(screen.waitForHands("surveyList"));
  CHECK(screen.shown("surveyName") == QStringLiteral("三月回访"));
  CHECK(screen.shown("surveyStanding") == QStringLiteral("Open until 31 Mar 2026 · 0 of 4 answered · 0.0 %"));
  CHECK(screen.shown("surveyFacts").contains(QStringLiteral("drawn from 6 persons")));
  CHECK(screen.notice() == QStringLiteral("The round is open: 4 are asked."));
  const auto row = desk::surveys(screen.office.hall.desk(), {}, 1).value().rows.at(0);
  CHECK(row.questionnaire == "csat");
  CHECK(row.channels == std::vector{SurveyChannel::phone, SurveyChannel::paper});
  CHECK(desk::drafts(screen.office.hall.desk()).value().empty());
}

TEST_CASE("a round that was not opened yet is filled in further after a restart", "[ui][survey][draft]") {
  SurveyScreen screen(2);
  screen.look("zhao.lei");
  screen.button("surveyNew")->click();
  REQUIRE(screen.waitForHands("drawName"));
  screen.type("一季度回访");
  fillDay(screen, "drawUntil", "2026-03-31");
  screen.press(Qt::Key_Escape);
  CHECK(screen.hands() == QStringLiteral("surveyNew"));
  screen.leave();
  screen.look("zhao.lei");
  const auto drafts = desk::drafts(screen.office.hall.desk()).value();
  REQUIRE(drafts.size() == 1);
  const auto goesOn = continuationOf(drafts.front());
  REQUIRE(goesOn.has_value());
  screen.page->restore(goesOn->state);
  REQUIRE(QTest::qWaitFor([&] { return screen.part<QLineEdit>("drawName")->text() == QStringLiteral("一季度回访"); }));
  REQUIRE(screen.waitForText("drawFrame", "2 persons fit"));
  CHECK(screen.button("drawOpen")->isEnabled());
}

TEST_CASE("a round is closed when that is said twice, and takes no answer from then on", "[ui][survey]") {
  SurveyScreen screen(2);
  screen.office.open("csat", {SurveyChannel::phone});
  screen.look("zhao.lei");
  REQUIRE(QTest::qWaitFor([&] { return screen.sheet()->isVisible(); }));
  screen.button("surveyClose")->click();
  REQUIRE(screen.waitForNotice(1));
  CHECK(screen.navigator.notices.front().second == Tone::warning);
  CHECK(screen.shown("surveyStanding").startsWith(QStringLiteral("Open")));
  screen.button("surveyClose")->click();
  REQUIRE(screen.waitForText("surveyStanding", "Closed on 2 Mar 2026"));
  CHECK_FALSE(screen.button("surveyClose")->isEnabled());
  CHECK(screen.button("surveyClose")->accessibleDescription() == QStringLiteral("It is closed already."));
}

TEST_CASE("the codes of the slips are copied, and saved with one in each line", "[ui][survey]") {
  SurveyScreen screen(3);
  const auto round = screen.office.open("csat", {SurveyChannel::paper});
  const auto codes = desk::slipsOf(screen.office.hall.desk(), round).value();
  std::string lines;
  for (const std::string& code : codes) lines += code + "\n";
  screen.look("zhao.lei");
  screen.open(View::codes);
  REQUIRE(screen.waitForHands("surveyCodes"));
  CHECK(screen.part<QListWidget>("surveyCodes")->count() == 3);
  screen.button("surveyCodesCopy")->click();
  CHECK(QApplication::clipboard()->text().toStdString() + "\n" == lines);
  const testkit::TempFolder folder;
  screen.button("surveyCodesSave")->click();
  auto* dialog = screen.part<QFileDialog>("surveyCodesDialog");
  const QString path = QString::fromStdString((folder / "codes.txt").string());
  emit dialog->fileSelected(path);
  dialog->close();
  REQUIRE(QTest::qWaitFor([&] { return screen.notice().contains(path); }));
  std::stringstream written;
  written << std::ifstream(path.toStdString()).rdbuf();
  CHECK(written.str() == lines);
}

TEST_CASE("a clerk sees the rounds and what is to be done in them, and no results", "[ui][survey][rights]") {
  SurveyScreen screen(1);
  screen.office.open("csat", {SurveyChannel::phone, SurveyChannel::paper});
  screen.look("li.na");
  REQUIRE(screen.rows() == 1);
  REQUIRE(QTest::qWaitFor([&] { return screen.sheet()->isVisible(); }));
  CHECK(screen.sheet()->view() == View::calls);
  for (const char* name : {"surveyNew", "surveyView_results", "surveyView_words", "surveyView_codes", "surveyClose"}) {
    CAPTURE(name);
    CHECK_FALSE(screen.button(name)->isEnabled());
    CHECK(screen.button(name)->accessibleDescription() == QStringLiteral("A supervisor can do this"));
  }
  for (const char* name : {"surveyView_calls", "surveyView_slips", "surveyView_tasks"}) CHECK(screen.button(name)->isEnabled());
  screen.press(Qt::Key_3);
  CHECK(screen.sheet()->view() == View::calls);
  screen.press(Qt::Key_N);
  CHECK(screen.sheet()->isVisible());
  const QString heard = screen.list()->currentIndex().data(Qt::AccessibleTextRole).toString();
  for (const char* word : {"三月回访", "Open", "0 of 1 answered", "Telephone", "zhao.lei"})
    CHECK(heard.contains(QString::fromUtf8(word)));
}

TEST_CASE("every control of a round has a name for whoever hears it, in every view", "[ui][survey][accessibility]") {
  SurveyScreen screen(2);
  const auto round = screen.office.open("ecsi", {SurveyChannel::phone, SurveyChannel::paper});
  screen.office.hall.seat("li.na");
  REQUIRE(screen.office.say(round, 1, {{"imag1", 8}}, "停车难"));
  screen.look("sun.fang");
  for (int view = 0; view < SurveySheet::kViews; ++view) {
    screen.list()->setFocus();
    screen.press(Qt::Key_1 + view);
    screen.settle();
  }
  int controls = 0;
  for (const QWidget* widget : screen.page->findChildren<QWidget*>()) {
    const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                           qobject_cast<const QLineEdit*>(widget) != nullptr ||
                           qobject_cast<const QListView*>(widget) != nullptr ||
                           qobject_cast<const QPlainTextEdit*>(widget) != nullptr || widget->inherits("ow::ui::QuestionRow");
    if (!isControl || widget->objectName().startsWith(QLatin1String("qt_")) ||
        widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
      continue;
    ++controls;
    CAPTURE(widget->objectName().toStdString(), widget->metaObject()->className());
    CHECK_FALSE(widget->accessibleName().trimmed().isEmpty());
  }
  CHECK(controls > 300);  // 27 questions of ten answers, twice
}

TEST_CASE("Ctrl+M opens the survey rounds, once, for whoever works here", "[ui][survey][shell]") {
  SurveyScreen screen(1);
  for (const char* login : {"li.na", "zhao.lei"}) {
    screen.look(login);
    screen.page.reset();
    MainWindow window(*screen.bridge, Preferences{});
    window.show();
    screen.settle();
    CHECK(window.findChild<QAbstractButton*>(QStringLiteral("rail_surveys"))->isVisible());
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
    CHECK(window.frontPage()->kind() == kind::kSurveys);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
    CHECK(window.frontPage()->kind() == kind::kSurveys);
    CHECK(window.pages().size() == 2);
  }
}

TEST_CASE("at 200 % a round fits a small screen, and no button cuts its words", "[ui][survey][accessibility]") {
  const LargeType large;
  SurveyScreen screen(2);
  const auto round = screen.office.open("acsi", {SurveyChannel::phone, SurveyChannel::paper});
  screen.office.hall.seat("li.na");
  REQUIRE(screen.office.say(round, 1, {{"acsi1", 8}}, "停车难"));
  screen.look("sun.fang");
  screen.page->resize(1340, 700);
  for (int view = 0; view <= SurveySheet::kViews; ++view) {
    CAPTURE(view);
    screen.list()->setFocus();
    screen.press(view < SurveySheet::kViews ? Qt::Key_1 + view : Qt::Key_N);
    screen.settle();
    CHECK(screen.page->minimumSizeHint().height() <= 700);
    CHECK(screen.page->minimumSizeHint().width() <= 1340);
    for (const auto* button : screen.page->findChildren<QPushButton*>()) {
      if (!button->isVisible()) continue;
      CAPTURE(button->objectName().toStdString());
      CHECK(button->width() >= button->minimumSizeHint().width());
    }
  }
}
