// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "cases/case_page.h"
#include "cases/timeline_view.h"
#include "desk/drafts.h"
#include "kit/bridge.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

using namespace ow;
using domain::CaseEventKind;
using domain::CaseState;
using Tone = ui::Navigator::Tone;

namespace {

struct Desk {
  explicit Desk(domain::CaseType type = domain::CaseType::promised) {
    service = hall.addService("居民身份证换领", domain::Limit{20, domain::LimitUnit::workingDay}, "", type);
    party = hall.addPerson("王小明", "", "13800138000");
    opened = hall.openCase(service, party, "Renewal of an identity card");
    bridge = std::make_unique<ui::Bridge>(hall.sharedDesk());
    show();
  }
  ~Desk() { page.reset(); }

  void show() {
    page = std::make_unique<ui::CasePage>(*bridge, navigator, opened.id);
    page->resize(1200, 800);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitFor([this] { return stateOf() != nullptr && button("accepted")->isVisible(); }));
  }
  QLabel* stateOf() const { return page->findChild<QLabel*>(QStringLiteral("caseNumber")); }
  QPushButton* button(const char* action) const {
    return page->findChild<QPushButton*>(QStringLiteral("caseAction_") + QLatin1String(action));
  }
  template <class Widget>
  Widget* part(const char* name) const {
    return page->findChild<Widget*>(QLatin1String(name));
  }
  CaseState state() {
    const auto now = desk::openCasePage(hall.desk(), opened.id);
    REQUIRE(now.has_value());
    return now.value().row.state;
  }
  // Until the page shows the step as possible.
  void waitFor(const char* action) {
    REQUIRE(QTest::qWaitFor([this, action] { return button(action)->isEnabled(); }));
  }
  void accept() {
    waitFor("accepted");
    page->accept();
    waitFor("review_started");
  }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  domain::ServiceId service;
  domain::PartyId party;
  desk::OpenedCase opened;
  std::unique_ptr<ui::Bridge> bridge;
  std::unique_ptr<ui::CasePage> page;
};

}  // namespace

TEST_CASE("the case page tells what the case is and why it is due when it is due", "[ui][case]") {
  Desk d;
  CHECK(d.stateOf()->text() == QString::fromStdString(d.opened.number));
  CHECK(d.page->title() == QStringLiteral("Renewal of an identity card"));
  CHECK(d.part<QLabel>("caseClock")->text().contains(QStringLiteral("20")));
  CHECK(d.part<QWidget>("caseSteps")->accessibleDescription().contains(QStringLiteral("stands here")));
  // The name is masked until somebody reveals it.
  CHECK_FALSE(d.part<QPushButton>("caseCitizen")->text().contains(QStringLiteral("王小明")));
  d.part<QPushButton>("caseCitizen")->click();
  CHECK(d.navigator.parties == std::vector{d.party});
  CHECK(d.navigator.purposes == std::vector{desk::Purpose::caseWork});
}

TEST_CASE("F9 takes the next natural step, and it is called saved only when it is", "[ui][case][keys]") {
  Desk d;
  d.waitFor("accepted");
  CHECK(d.navigator.notices.empty());
  REQUIRE(d.page->accept());
  CHECK(d.navigator.notices.empty());  // it is on its way, not done
  d.waitFor("review_started");
  CHECK(d.state() == CaseState::accepted);
  REQUIRE(d.navigator.notices.size() == 1);
  CHECK(d.navigator.notices[0].second == Tone::done);

  REQUIRE(d.page->accept());
  REQUIRE(QTest::qWaitFor([&] { return !d.button("review_started")->isEnabled(); }));
  CHECK(d.state() == CaseState::inReview);
}

TEST_CASE("a step that is not possible is grey and says why", "[ui][case]") {
  Desk d;
  const QPushButton* close = d.button("closed");
  CHECK_FALSE(close->isEnabled());
  CHECK_FALSE(close->toolTip().isEmpty());
  CHECK(close->accessibleDescription() == close->toolTip());
}

TEST_CASE("a decision is not saved before an outcome is chosen", "[ui][case]") {
  Desk d;
  d.accept();
  d.button("decided")->click();
  auto* confirm = d.part<QPushButton>("caseMoveConfirm");
  REQUIRE(confirm->isVisible());
  CHECK_FALSE(confirm->isEnabled());
  d.page->accept();
  QCoreApplication::processEvents();
  CHECK(d.state() == CaseState::accepted);

  d.part<QAbstractButton>("caseOutcome_granted")->click();
  CHECK(confirm->isEnabled());
  QTest::keyClicks(d.part<QPlainTextEdit>("caseMoveText"), QStringLiteral("complete and in form"));
  QTest::keyClick(d.part<QPlainTextEdit>("caseMoveText"), Qt::Key_Return, Qt::ControlModifier);
  d.waitFor("closed");
  CHECK(d.state() == CaseState::decided);
  CHECK_FALSE(confirm->isVisible());
  CHECK(d.part<QPlainTextEdit>("caseMoveText")->toPlainText().isEmpty());
}

TEST_CASE("a case is not returned without a reason", "[ui][case]") {
  Desk d;
  d.waitFor("returned");
  d.button("returned")->click();
  auto* confirm = d.part<QPushButton>("caseMoveConfirm");
  CHECK_FALSE(confirm->isEnabled());
  d.part<QPlainTextEdit>("caseMoveText")->setPlainText(QStringLiteral("  \n "));
  CHECK_FALSE(confirm->isEnabled());
  d.part<QPlainTextEdit>("caseMoveText")->setPlainText(QStringLiteral("the photograph is missing"));
  CHECK(confirm->isEnabled());
  confirm->click();
  d.waitFor("reopened");
  CHECK(d.state() == CaseState::returned);
}

TEST_CASE("a promised case does not offer to be finished on the spot", "[ui][case]") {
  Desk d;
  d.waitFor("accepted");
  CHECK_FALSE(d.button("finish")->isVisible());
}

TEST_CASE("A gives the case to a colleague by keyboard alone, and the story tells from whom", "[ui][case][keys]") {
  Desk d;
  d.hall.addClerk("li.na", "李娜");
  d.waitFor("assign");
  d.button("assign")->setFocus();
  QTest::keyClick(d.button("assign"), Qt::Key_A);
  auto* line = d.part<QLineEdit>("assignTo");
  REQUIRE(line->hasFocus());
  QTest::keyClicks(line, QStringLiteral("lina"));
  auto* list = d.part<QAbstractItemView>("assignToList");
  REQUIRE(QTest::qWaitFor([&] { return list->isVisible() && list->model()->rowCount() == 1; }));
  QTest::keyClick(line, Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return !d.navigator.notices.empty(); }));
  CHECK(d.navigator.notices[0].second == Tone::done);
  CHECK_FALSE(d.part<QWidget>("assignPanel")->isVisible());
  auto* story = d.part<ui::TimelineView>("caseStory");
  REQUIRE(QTest::qWaitFor([&] { return story->count() == 2; }));
  CHECK(story->item(0).text == "王敏 → 李娜");
}

TEST_CASE("another case's step does not make this page read again", "[ui][case]") {
  Desk d;
  const auto other = d.hall.openCase(d.service);
  int readings = 0;
  QObject::connect(d.page.get(), &ui::CasePage::loaded, d.page.get(), [&] { ++readings; });
  bool isHeard = false;
  const auto hear = [&](const desk::Changed& what) { isHeard = isHeard || what.cases.holds(other.id); };
  QObject::connect(d.bridge.get(), &ui::Bridge::changed, d.page.get(), hear);
  REQUIRE(desk::addNote(d.hall.desk(), other.id, "not yours").has_value());
  REQUIRE(QTest::qWaitFor([&] { return isHeard; }));
  REQUIRE(desk::addNote(d.hall.desk(), d.opened.id, "yours").has_value());
  REQUIRE(QTest::qWaitFor([&] { return readings > 0; }));
  CHECK(readings == 1);
}

TEST_CASE("an instant case is accepted, decided and closed at once", "[ui][case]") {
  Desk d(domain::CaseType::instant);
  d.waitFor("finish");
  d.button("finish")->click();
  d.part<QAbstractButton>("caseOutcome_answered")->click();
  d.part<QPushButton>("caseMoveConfirm")->click();
  d.waitFor("reopened");
  CHECK(d.state() == CaseState::closed);
}

TEST_CASE("when somebody moved the case meanwhile, nothing is written and the clerk is told where it stands", "[ui][case]") {
  Desk d;
  d.waitFor("returned");
  d.button("returned")->click();
  d.part<QPlainTextEdit>("caseMoveText")->setPlainText(QStringLiteral("my reason"));
  REQUIRE(desk::moveCase(d.hall.desk(), {d.opened.id, CaseEventKind::accepted, CaseState::received, {}, {}}).has_value());

  d.part<QPushButton>("caseMoveConfirm")->click();  // the page has not heard of it yet
  REQUIRE(QTest::qWaitFor([&] { return !d.navigator.notices.empty(); }));

  CHECK(d.navigator.notices[0].second == Tone::warning);
  CHECK(d.state() == CaseState::accepted);
  d.waitFor("review_started");
  CHECK(d.part<QPlainTextEdit>("caseMoveText")->toPlainText() == QStringLiteral("my reason"));
}

TEST_CASE("a note is saved with Ctrl+Return and then stands at the top of the story", "[ui][case][keys]") {
  Desk d;
  auto* note = d.part<QPlainTextEdit>("caseNote");
  note->setFocus();
  QTest::keyClicks(note, QStringLiteral("called back, nobody there"));
  QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
  auto* story = d.part<ui::TimelineView>("caseStory");
  REQUIRE(QTest::qWaitFor([&] { return story->count() > 0 && story->item(0).event == CaseEventKind::note; }));
  CHECK(story->item(0).text == "called back, nobody there");
  CHECK(note->toPlainText().isEmpty());
  REQUIRE(QTest::qWaitFor([&] { return desk::drafts(d.hall.desk()).value().empty(); }));
}

TEST_CASE("an unfinished note outlives the page, the program and other people's work", "[ui][case][draft]") {
  Desk d;
  d.part<QPlainTextEdit>("caseNote")->setPlainText(QStringLiteral("半句话"));
  REQUIRE(QTest::qWaitFor([&] { return !desk::drafts(d.hall.desk()).value().empty(); }));
  REQUIRE(desk::setPriority(d.hall.desk(), d.opened.id, domain::Priority::urgent).has_value());
  REQUIRE(desk::assignCase(d.hall.desk(), d.opened.id, std::nullopt).has_value());

  SECTION("it is still there when the case is shown anew") {}
  SECTION("it comes back in a page made after a restart") {
    d.page.reset();
    d.bridge.reset();
    d.hall.restart();
    d.bridge = std::make_unique<ui::Bridge>(d.hall.sharedDesk());
    d.show();
  }
  REQUIRE(QTest::qWaitFor([&] { return d.part<QPlainTextEdit>("caseNote")->toPlainText() == QStringLiteral("半句话"); }));
  CHECK(d.page->hasUnfinishedText());
}

TEST_CASE("cases are linked by the number that was typed", "[ui][case]") {
  Desk d;
  const desk::OpenedCase other = d.hall.openCase(d.service, d.party, "The other one");
  auto* number = d.part<QLineEdit>("caseLinkNumber");
  SECTION("a number that exists") {
    number->setText(QString::fromStdString(other.number));
    d.part<QPushButton>("caseLinkSave")->click();
    const QString name = QStringLiteral("caseLink_") + QString::fromStdString(other.id.text());
    REQUIRE(QTest::qWaitFor([&] { return d.page->findChild<QPushButton*>(name) != nullptr; }));
    CHECK(number->text().isEmpty());
    d.page->findChild<QPushButton*>(name)->click();
    CHECK(d.navigator.cases == std::vector{other.id});
  }
  SECTION("a number that nobody has changes nothing and stays to be corrected") {
    number->setText(QStringLiteral("999999-20990101-ZZZ-99999-9"));
    d.part<QPushButton>("caseLinkSave")->click();
    REQUIRE(QTest::qWaitFor([&] { return !d.navigator.notices.empty(); }));
    CHECK(d.navigator.notices[0].second == Tone::warning);
    CHECK_FALSE(number->text().isEmpty());
  }
}

TEST_CASE("a case page that comes back knows its case and the step that was being taken", "[ui][case][visit]") {
  Desk d;
  d.waitFor("returned");
  d.button("returned")->click();
  const QJsonObject kept = d.page->state();

  ui::CasePage again(*d.bridge, d.navigator);
  again.resize(1200, 800);
  again.show();
  again.restore(kept);
  CHECK(again.caseId() == d.opened.id);
  REQUIRE(QTest::qWaitFor([&] { return !again.title().isEmpty() && again.title() == d.page->title(); }));
  CHECK(again.findChild<QPushButton*>(QStringLiteral("caseMoveConfirm"))->isVisibleTo(&again));
}

TEST_CASE("every button, field and list of the case page has an object name and an accessible name", "[ui][case][a11y]") {
  Desk d;
  for (const QWidget* widget : d.page->findChildren<QWidget*>()) {
    const bool isInteractive = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                               qobject_cast<const QLineEdit*>(widget) != nullptr ||
                               qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
    if (!isInteractive) continue;
    INFO(widget->objectName().toStdString() << " " << widget->metaObject()->className());
    CHECK_FALSE(widget->objectName().isEmpty());
    CHECK_FALSE(widget->accessibleName().isEmpty());
  }
}
