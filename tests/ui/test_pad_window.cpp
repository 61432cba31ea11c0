// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "ui/pad_counter.h"

using namespace ow;
using namespace ow::ui;
using namespace std::chrono_literals;
using testkit::Counter;
using Tone = Navigator::Tone;

namespace {
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
  for (const QLabel* label : counter.window().findChildren<QLabel*>())
    CHECK_FALSE(label->text().contains(QStringLiteral("1101")));  // nothing of the person stays behind
  REQUIRE(counter.navigator.notices.size() == 1);
  CHECK(counter.navigator.notices[0].second == Tone::warning);
  counter.pass(3s);
  counter.waitFor("padWelcome");
  CHECK(counter.said().isEmpty());
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
