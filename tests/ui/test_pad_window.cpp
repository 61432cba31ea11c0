// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <set>

#include "cases/case_page.h"
#include "kit/bridge.h"
#include "pad/pad.h"
#include "pad/pad_button.h"
#include "pad/pad_window.h"
#include "profile/profile_page.h"
#include "shell/idle_watch.h"
#include "shell/main_window.h"
#include "store/rating_queries.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using namespace std::chrono_literals;
using Tone = Navigator::Tone;

namespace {

// A counter with a citizen's screen and the clerk's page of one case.
struct Counter {
  Counter() {
    caseId = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}), hall.addPerson("张三")).id;
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    rememberPadPlace({PadPlace::Kind::secondScreen, {}});
    pad = std::make_unique<Pad>(*bridge, hall.sharedDesk());
    navigator.citizens = pad.get();
    QObject::connect(pad.get(), &Pad::told, pad.get(),
                     [this](const QString& text, Tone tone) { navigator.notify(text, tone); });
    page = std::make_unique<CasePage>(*bridge, navigator, caseId);
    QObject::connect(pad.get(), &Pad::changed, page.get(), [this] { seen.insert(said()); });
    page->resize(1200, 800);
    page->show();
    REQUIRE(QTest::qWaitFor([this] { return ask()->isVisible() && ask()->isEnabled(); }));
  }
  ~Counter() {
    page.reset();
    pad.reset();
    bridge.reset();
    rememberPadPlace({});
  }

  PadWindow& window() { return pad->window(); }
  QPushButton* ask() { return page->findChild<QPushButton*>(QStringLiteral("caseAskRating")); }
  QString said() { return page->findChild<QLabel*>(QStringLiteral("caseRatingSaid"))->text(); }
  template <class Widget = PadButton>
  Widget* part(const char* name) {
    auto* found = window().findChild<Widget*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  bool stands(const char* name) {
    const auto* found = window().findChild<QWidget*>(QLatin1String(name));
    return found != nullptr && found->isVisible();
  }
  void waitFor(const char* name) {
    REQUIRE(QTest::qWaitFor([&] { return stands(name); }));
  }
  void touch(const char* name) {
    REQUIRE(stands(name));
    QTest::mouseClick(part<QWidget>(name), Qt::LeftButton);
  }
  void askNow() {
    ask()->click();
    waitFor("padFace_1");
  }
  void pass(std::chrono::seconds time) { hall.clock.advance(time); }
  std::vector<domain::Rating> ratings() {
    const auto visit = desk::inviteToRate(hall.desk(), caseId);
    REQUIRE(visit.has_value());
    auto reader = hall.store().read().value();
    return store::voicesOn(reader.connection(), *visit.value().visit).value();
  }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  domain::CaseId caseId;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<Pad> pad;
  std::unique_ptr<CasePage> page;
  std::set<QString> seen;  // all that the clerk's page ever said about the rating
};

const std::set<QString> kTwoWords{QString(), QStringLiteral("Being rated …"), QStringLiteral("Finished")};

}  // namespace

TEST_CASE("a touched face and a reason are a sealed rating, and the clerk sees two words of it", "[ui][pad][rating]") {
  Counter counter;
  counter.askNow();
  CHECK(counter.said() == QStringLiteral("Being rated …"));
  CHECK(counter.part<QLabel>("padTitle")->text() == QStringLiteral("居住证办理"));
  counter.pass(7s);
  counter.touch("padFace_4");
  counter.touch("padReason_attitude.cold");
  counter.touch("padSubmit");
  REQUIRE(QTest::qWaitFor([&] { return counter.part<QLabel>("padMessage")->text() == QStringLiteral("谢谢您"); }));
  CHECK(counter.said() == QStringLiteral("Being rated …"));
  const auto ratings = counter.ratings();
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].level == 4);
  CHECK(ratings[0].reasons == "attitude.cold");
  CHECK(ratings[0].answeredIn == 7000);
  CHECK(ratings[0].isActive);
  CHECK(ratings[0].place == 1);  // in the pad's chain
  CHECK_FALSE(ratings[0].text.has_value());
  counter.pass(3s);
  counter.waitFor("padWelcome");
  CHECK(counter.said() == QStringLiteral("Finished"));
  CHECK(counter.seen == kTwoWords);
  CHECK(counter.navigator.notices.empty());
}

TEST_CASE("nobody answers: no rating, and the clerk sees the same two words", "[ui][pad][rating]") {
  Counter counter;
  counter.askNow();
  counter.pass(30s);
  counter.waitFor("padWelcome");
  CHECK(counter.ratings().empty());
  CHECK(counter.said() == QStringLiteral("Finished"));
  CHECK(counter.seen == kTwoWords);
  CHECK(counter.navigator.notices.empty());
  CHECK(counter.ask()->isEnabled());
}

TEST_CASE("no key presses anything on the citizen's screen", "[ui][pad][keys]") {
  Counter counter;
  CHECK(counter.window().windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
  CHECK(counter.window().testAttribute(Qt::WA_ShowWithoutActivating));
  CHECK_FALSE(counter.window().testAttribute(Qt::WA_QuitOnClose));
  counter.askNow();
  for (QWidget* widget : counter.window().findChildren<QWidget*>()) {
    CAPTURE(widget->objectName().toStdString());
    CHECK(widget->focusPolicy() == Qt::NoFocus);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_1, Qt::Key_Tab, Qt::Key_F4})
      QTest::keyClick(widget, key);
  }
  for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_5}) QTest::keyClick(&counter.window(), key);
  CHECK(counter.stands("padFace_1"));
  counter.touch("padFace_5");
  for (const char* name : {"padSubmit", "padSkip", "padBack", "padReason_attitude.cold"})
    QTest::keyClick(counter.part<QWidget>(name), Qt::Key_Space);
  CHECK(counter.stands("padSkip"));
  CHECK_FALSE(counter.part("padReason_attitude.cold")->isChecked());
  CHECK(counter.ratings().empty());
}

TEST_CASE("one person is asked at a time, and the screen stays until they have finished", "[ui][pad]") {
  Counter counter;
  counter.askNow();
  CHECK_FALSE(counter.ask()->isEnabled());
  CHECK_FALSE(counter.ask()->toolTip().isEmpty());
  counter.pad->askForRating(counter.caseId);
  counter.pad->showOrHide();
  counter.pad->letCheck({{QStringLiteral("Name"), QStringLiteral("张*")}});
  CHECK(counter.navigator.notices.size() == 3);
  CHECK(counter.stands("padFace_1"));
  counter.touch("padNotNow");
  counter.pad->showOrHide();
  CHECK_FALSE(counter.window().isVisible());
  CHECK_FALSE(counter.ask()->isEnabled());
}

TEST_CASE("F4 asks, and says in words when there is no screen to ask on", "[ui][pad][keys]") {
  Counter counter;
  counter.page->activateWindow();
  counter.page->takeFocus();
  REQUIRE(QTest::qWaitFor([&] { return counter.page->focusWidget() != nullptr; }));
  QTest::keyClick(counter.page->focusWidget(), Qt::Key_F4);
  counter.waitFor("padFace_3");
  counter.touch("padNotNow");
  counter.pad->stand({});
  QTest::keyClick(counter.page->focusWidget(), Qt::Key_F4);
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].first.contains(QStringLiteral("Shift+F4")));
}

TEST_CASE("an answer that cannot be kept is told to both sides, and not what it was", "[ui][pad][rating]") {
  Counter counter;
  counter.askNow();
  // The visit is rated as often as may be while the question stands.
  const auto invitation = desk::inviteToRate(counter.hall.desk(), counter.caseId).value();
  desk::RatingAnswer praise;
  praise.level = 1;
  const auto other = desk::RatingPad::over(counter.hall.sharedDesk()).value();
  REQUIRE(other->rate(invitation, praise));
  REQUIRE(other->rate(invitation, praise));
  counter.touch("padFace_5");
  counter.touch("padSkip");
  REQUIRE(QTest::qWaitFor([&] { return !counter.navigator.notices.empty(); }));
  CHECK(counter.navigator.notices[0].second == Tone::failed);
  CHECK(counter.navigator.notices[0].first ==
        QStringLiteral("What the citizen answered could not be kept. This visit has been rated already."));
  CHECK(counter.part<QLabel>("padMessage")->text() == QStringLiteral("您的评价未能保存"));
  CHECK(counter.seen == std::set<QString>{QString(), QStringLiteral("Being rated …")});

  counter.pass(20s);
  counter.waitFor("padWelcome");
  counter.ask()->click();
  REQUIRE(QTest::qWaitFor([&] { return counter.navigator.notices.size() == 2; }));
  CHECK(counter.navigator.notices[1].first == QStringLiteral("This visit has been rated already."));
  CHECK(counter.said().isEmpty());
}

TEST_CASE("the citizen's screen speaks the citizen's language, whatever the clerk reads", "[ui][pad][translations]") {
  Counter counter;
  CHECK(counter.part<QLabel>("padWelcome")->text() == QStringLiteral("欢迎光临"));
  counter.askNow();
  CHECK(counter.part("padFace_1")->text() == QStringLiteral("非常满意"));
  CHECK(counter.part("padFace_5")->text() == QStringLiteral("非常不满意"));
  counter.touch("padLanguage");
  CHECK(counter.part("padFace_1")->text() == QStringLiteral("Very satisfied"));
  counter.touch("padFace_1");
  CHECK(counter.part("padReason_efficiency.quick")->text() == QStringLiteral("Quick"));
  counter.touch("padLanguage");
  CHECK(counter.part("padReason_efficiency.quick")->text() == QStringLiteral("办事快"));
  CHECK(counter.ask()->text().startsWith(QStringLiteral("Ask for a rating")));
}

TEST_CASE("citizens check what the hall has about them, and the clerk hears what they say", "[ui][pad]") {
  Counter counter;
  std::vector<PadRow> rows;
  for (int i = 0; i < 24; ++i) rows.push_back({QStringLiteral("Line %1").arg(i), QStringLiteral("1101***********%1").arg(i)});
  counter.pad->letCheck(rows);
  counter.window().resize(800, 480);
  REQUIRE(counter.stands("padMoreData"));
  CHECK_FALSE(counter.stands("padDataCorrect"));  // nobody agrees to what was not shown
  for (int i = 0; i < 24 && counter.stands("padMoreData"); ++i) counter.touch("padMoreData");
  CHECK(counter.stands("padDataValue_23"));
  CHECK(counter.stands("padDataCorrect"));
  counter.touch("padDataWrong");
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].second == Tone::warning);
  counter.pass(3s);
  counter.waitFor("padWelcome");
  CHECK(counter.said().isEmpty());
}

TEST_CASE("D on a citizen's page shows them their data, masked also where the clerk sees more", "[ui][pad][privacy]") {
  Counter counter;
  const auto person = counter.hall.addPerson("王小明", "11010519491231002X", "13800138000");
  counter.hall.openCase(counter.hall.addService("食品经营许可", {20, domain::LimitUnit::workingDay}), person);
  ProfilePage page(*counter.bridge, counter.navigator, person, desk::Purpose::enquiry);
  page.resize(1200, 800);
  page.setVisible(true);
  auto* reveal = [&] {
    REQUIRE(QTest::qWaitFor([&] { return page.findChild<QPushButton*>(QStringLiteral("profileReveal_1")) != nullptr; }));
    return page.findChild<QPushButton*>(QStringLiteral("profileReveal_1"));
  }();
  reveal->click();
  const auto* clear = page.findChild<QLabel*>(QStringLiteral("profileValue_1"));
  REQUIRE(QTest::qWaitFor([&] { return clear->text() == QStringLiteral("11010519491231002X"); }));
  page.activateWindow();
  page.takeFocus();
  QTest::keyClick(page.focusWidget() != nullptr ? page.focusWidget() : &page, Qt::Key_D);
  counter.waitFor("padDataCorrect");
  QStringList shown;
  for (const QLabel* label : counter.window().findChildren<QLabel*>())
    if (label->isVisible()) shown.append(label->text());
  const QString all = shown.join(QLatin1Char('\n'));
  CHECK(all.contains(QStringLiteral("8000")));
  CHECK(all.contains(QLatin1Char('*')));
  for (const char* secret : {"王小明", "11010519491231002X", "13800138000"}) {
    CAPTURE(secret);
    CHECK_FALSE(all.contains(QString::fromUtf8(secret)));
  }
  counter.touch("padDataCorrect");
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].second == Tone::done);
}

TEST_CASE("who touches the citizen's screen does not keep the clerk's session open", "[ui][pad][lock]") {
  Counter counter;
  IdleWatch watch(nullptr);
  bool isIdle = false;
  QObject::connect(&watch, &IdleWatch::idle, &watch, [&] { isIdle = true; });
  watch.setPatience(200ms);
  REQUIRE(QTest::qWaitFor([&] {
    QTest::mouseClick(counter.part<QWidget>("padWelcome"), Qt::LeftButton);
    QTest::mouseMove(&counter.window());
    return isIdle;
  }));
}

TEST_CASE("when the clerk goes, a question is unrated and a level that was touched is not lost", "[ui][pad][rating]") {
  Counter counter;
  counter.askNow();
  SECTION("in the question") {
    counter.page.reset();
    counter.pad.reset();
    counter.bridge.reset();
    CHECK(counter.ratings().empty());
  }
  SECTION("among the reasons") {
    counter.touch("padFace_5");
    counter.page.reset();
    counter.pad.reset();
    counter.bridge.reset();  // waits for the write
    const auto ratings = counter.ratings();
    REQUIRE(ratings.size() == 1);
    CHECK(ratings[0].level == 5);
  }
}

TEST_CASE("the clerk's window looks the same when somebody rated and when nobody did", "[ui][pad][privacy]") {
  QStringList looks;
  for (const bool isRated : {true, false}) {
    Counter counter;
    MainWindow window(*counter.bridge, Preferences{}, counter.pad.get());
    window.show();
    counter.askNow();
    counter.pass(20s);
    if (isRated) {
      counter.touch("padFace_5");
      counter.touch("padSkip");
      REQUIRE(QTest::qWaitFor([&] { return counter.part<QLabel>("padMessage")->text() == QStringLiteral("谢谢您"); }));
    }
    counter.pass(31s);
    counter.waitFor("padWelcome");
    CHECK(counter.ratings().size() == (isRated ? 1 : 0));
    QStringList look;
    for (const QLabel* label : window.findChildren<QLabel*>()) look.append(label->text());
    look.append(counter.said());
    looks.append(look.join(QLatin1Char('|')));
  }
  CHECK(looks[0] == looks[1]);
  CHECK(looks[0].contains(QStringLiteral("Saved 09:30:00")));  // the visit that was asked about
}

TEST_CASE("a locked window greets again, and takes no question along", "[ui][pad][lock]") {
  Counter counter;
  MainWindow window(*counter.bridge, Preferences{}, counter.pad.get());
  window.show();
  counter.askNow();
  window.lock();
  CHECK(counter.stands("padWelcome"));
  CHECK_FALSE(counter.stands("padFace_1"));
  CHECK(counter.ratings().empty());
}

TEST_CASE("nothing is cut off and everything is large enough, from 800 × 480 to 1920 × 1080", "[ui][pad][accessibility]") {
  Counter counter;
  for (const QSize size : {QSize(800, 480), QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
    counter.window().resize(size);
    counter.askNow();
    for (const char* screen : {"question", "reasons"}) {
      if (screen == std::string_view("reasons")) counter.touch("padFace_5");
      for (int language = 0; language < 2; ++language) {
        counter.touch("padLanguage");
        QCoreApplication::processEvents();  // the layout follows the words
        int buttons = 0;
        for (const PadButton* button : counter.window().findChildren<PadButton*>()) {
          if (!button->isVisible()) continue;
          ++buttons;
          CAPTURE(size.width(), button->objectName().toStdString(), button->text().toStdString());
          const QRect place(button->mapTo(&counter.window(), QPoint()), button->size());
          CHECK(counter.window().rect().contains(place));
          CHECK(button->height() >= button->heightFor(button->width()));
          CHECK(button->width() >= 64);
          CHECK(button->font().pixelSize() >= 22);
          CHECK(QFontMetrics(button->font())
                    .boundingRect(QRect(0, 0, button->width() - 8, 9999), Qt::AlignCenter | Qt::TextWordWrap, button->text())
                    .width() <= button->width() - 8);
          CHECK(button->focusPolicy() == Qt::NoFocus);
          CHECK_FALSE(button->objectName().isEmpty());
          CHECK_FALSE(button->accessibleName().isEmpty());
        }
        CHECK(buttons >= 7);
        for (const QLabel* label : counter.window().findChildren<QLabel*>()) {
          if (!label->isVisible() || label->text().isEmpty()) continue;
          CAPTURE(size.width(), label->objectName().toStdString(), label->text().toStdString());
          CHECK(label->height() >= label->heightForWidth(label->width()));
          CHECK(label->font().pixelSize() >= 22);
        }
      }
    }
    counter.touch("padBack");
    counter.touch("padNotNow");
  }
}
