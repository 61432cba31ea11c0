// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <filesystem>
#include <set>

#include "cases/case_page.h"
#include "cases/receipt_window.h"
#include "kit/bridge.h"
#include "pad/kiosk.h"
#include "pad/kiosk_view.h"
#include "pad/pad_button.h"
#include "pad/pad_window.h"
#include "settings/settings_page.h"
#include "store/rating_queries.h"
#include "testkit/receipts.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using namespace std::chrono_literals;
using testkit::ReceiptHall;

namespace {

// A kiosk that stands, with the supervisor's session behind it.
struct Standing : ReceiptHall {
  Standing() {
    code = visitCode();
    visit = desk::inviteToRate(hall.desk(), caseId).value().visit.value();
    hall.close();
    hall.seat(kChief);
    REQUIRE(desk::makeKiosk(hall.desk(), true));
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    kiosk = std::make_unique<Kiosk>(*bridge, hall.sharedDesk());
    kiosk->open();
    REQUIRE(QTest::qWaitFor([this] { return window().isVisible(); }));
    REQUIRE(QTest::qWaitForWindowActive(&window()));
  }
  ~Standing() {
    kiosk.reset();
    bridge.reset();
  }
  PadWindow& window() { return kiosk->window(); }
  template <class Widget = PadButton>
  Widget* part(const QString& name) {
    auto* found = window().findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(found != nullptr);
    return found;
  }
  bool stands(const QString& name) {
    const auto* found = window().findChild<QWidget*>(name);
    return found != nullptr && found->isVisible();
  }
  void waitFor(const QString& name) {
    REQUIRE(QTest::qWaitFor([&] { return stands(name); }));
  }
  QString message() { return part<QLabel>(QStringLiteral("padMessage"))->text(); }
  QString shown() { return part<QLabel>(QStringLiteral("kioskCode"))->text(); }
  QWidget* hands() { return window().focusWidget() != nullptr ? window().focusWidget() : &window(); }
  // As a scanner: letters one upon the other, and Enter.
  void scan(const std::string& letters) {
    QTest::keyClicks(hands(), QString::fromStdString(letters));
    QTest::keyClick(hands(), Qt::Key_Return);
  }
  void press(Qt::Key key) { QTest::keyClick(hands(), key); }
  void touch(const QString& name) {
    REQUIRE(stands(name));
    QTest::mouseClick(part<QWidget>(name), Qt::LeftButton);
  }
  void pass(std::chrono::seconds time) { hall.clock.advance(time); }
  std::vector<domain::Rating> ratings() {
    auto reader = hall.store().read().value();
    return store::voicesOn(reader.connection(), visit).value();
  }

  std::string code;
  domain::InteractionId visit;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<Kiosk> kiosk;
};

const QString kFace1 = QStringLiteral("padFace_1"), kFace2 = QStringLiteral("padFace_2");
const QString kCode = QStringLiteral("kioskCode");

}  // namespace

TEST_CASE("a scanned code asks the question, a face answers it, and the kiosk invites the next", "[ui][pad][kiosk]") {
  Standing at;
  at.scan(at.code);
  at.waitFor(kFace1);
  CHECK(at.part<QLabel>(QStringLiteral("padTitle"))->text() == QStringLiteral("居住证办理"));
  CHECK(at.part<QLabel>(QStringLiteral("padQuestion"))->text() == QStringLiteral("您对这次服务是否满意？"));
  at.pass(5s);
  at.touch(kFace2);
  at.touch(QStringLiteral("padSkip"));
  REQUIRE(QTest::qWaitFor([&] { return at.message() == QStringLiteral("谢谢您"); }));
  const auto ratings = at.ratings();
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].level == 2);
  CHECK(ratings[0].channel == domain::Channel::kiosk);
  CHECK(ratings[0].answeredIn == 5000);
  at.pass(3s);
  at.waitFor(kCode);
  CHECK(at.shown() == QStringLiteral("···· ···· ···· ····"));  // nothing of the person before
  at.scan(at.code);
  REQUIRE(QTest::qWaitFor([&] { return at.message() == QStringLiteral("凭条已使用"); }));
  CHECK(at.ratings().size() == 1);
}

TEST_CASE("the whole of it goes by fingers alone, and by keys alone", "[ui][pad][kiosk][keys]") {
  Standing at;
  SECTION("fingers") {
    for (const char c : at.code)
      if (c != '-') at.touch(QStringLiteral("kioskKey_") + QLatin1Char(c));
    CHECK(at.shown().remove(QLatin1Char(' ')) == QString::fromStdString(at.code).remove(QLatin1Char('-')));
    at.touch(QStringLiteral("kioskErase"));
    CHECK(at.shown().endsWith(QStringLiteral("·")));
    at.touch(QStringLiteral("kioskKey_") + QLatin1Char(at.code.back()));
    at.touch(QStringLiteral("kioskGo"));
    at.waitFor(kFace1);
    at.touch(kFace1);
    at.touch(QStringLiteral("padReason_efficiency.quick"));
    at.touch(QStringLiteral("padSubmit"));
  }
  SECTION("keys") {
    std::string low;
    for (const char c : at.code) low += char(std::tolower(c));
    at.scan(low);
    at.waitFor(kFace1);
    for (const QString& next : {kFace1, kFace2}) {  // the answers first, and none of them before somebody goes there
      at.press(Qt::Key_Tab);
      CHECK(at.hands()->objectName() == next);
    }
    at.press(Qt::Key_Left);
    at.press(Qt::Key_Return);
    at.waitFor(QStringLiteral("padReason_efficiency.quick"));
    at.press(Qt::Key_Tab);
    CHECK(at.hands()->objectName() == QStringLiteral("padReason_efficiency.quick"));
    at.press(Qt::Key_Space);
    while (at.hands()->objectName() != QStringLiteral("padSubmit")) at.press(Qt::Key_Tab);
    at.press(Qt::Key_Return);
  }
  REQUIRE(QTest::qWaitFor([&] { return at.message() == QStringLiteral("谢谢您"); }));
  const auto ratings = at.ratings();
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].level == 1);
  CHECK(ratings[0].reasons == "efficiency.quick");
}

TEST_CASE("a scanner that fires before the faces presses none of them, and its second Enter takes no message away",
          "[ui][pad][kiosk][keys]") {
  Standing at;
  at.scan(at.code);
  at.waitFor(kFace1);
  at.scan(at.code);
  at.scan("12345");
  CHECK(at.stands(kFace1));
  CHECK(at.ratings().empty());
  at.press(Qt::Key_Escape);
  at.waitFor(kCode);
  at.scan("2222");
  REQUIRE(QTest::qWaitFor([&] { return at.message() == QStringLiteral("评价码不正确"); }));
  at.press(Qt::Key_Return);
  CHECK(at.message() == QStringLiteral("评价码不正确"));
  CHECK_FALSE(at.stands(kCode));
  at.press(Qt::Key_7);  // whoever types on goes on
  at.waitFor(kCode);
  CHECK(at.shown().startsWith(QLatin1Char('7')));
}

TEST_CASE("what was typed and left goes after a minute, and a question after its time, unrated", "[ui][pad][kiosk]") {
  Standing at;
  QTest::keyClicks(at.hands(), QStringLiteral("234z"));
  CHECK(at.shown() == QStringLiteral("234Z ···· ···· ····"));
  at.touch(QStringLiteral("padLanguage"));
  at.pass(pad::kTyping);
  REQUIRE(QTest::qWaitFor([&] { return at.shown().startsWith(QStringLiteral("·")); }));
  CHECK(at.part(QStringLiteral("kioskGo"))->text() == QStringLiteral("继续"));  // the next one's language again
  at.scan(at.code);
  at.waitFor(kFace1);
  at.pass(30s);
  at.waitFor(kCode);
  CHECK(at.ratings().empty());
}

TEST_CASE("both languages say why a code is not taken and what to do", "[ui][pad][kiosk][translations]") {
  using Refusal = PadView::Refusal;
  PadWords words;
  std::set<QString> said;
  const auto all = {Refusal::mistyped, Refusal::foreign, Refusal::notYet,    Refusal::notEnded, Refusal::late,
                    Refusal::used,     Refusal::wait,    Refusal::clerkHere, Refusal::closed};
  for (const auto language : {Language::simplifiedChinese, Language::english}) {
    words.speak(language);
    for (const Refusal refusal : all) {
      CHECK_FALSE(words.refused(refusal).isEmpty());
      said.insert(words.whatNow(refusal, 42));
    }
    CHECK(words.whatNow(Refusal::wait, 42).contains(QStringLiteral("42")));
  }
  CHECK(said.size() == 2 * all.size());
}

TEST_CASE("each refusal of the core is told as what it is", "[ui][pad][kiosk]") {
  using base::ErrorKind;
  using Refusal = PadView::Refusal;
  const auto told = [](ErrorKind kind, const char* name, const char* value) {
    PadView view;
    view.screen = PadView::Screen::looking;
    return pad::codeRefused(view, base::fail(kind, {{name, value}}), {}).refusal;
  };
  CHECK(told(ErrorKind::invalidInput, "rule", "check_letter") == Refusal::mistyped);
  CHECK(told(ErrorKind::invalidInput, "rule", "other_key") == Refusal::foreign);
  CHECK(told(ErrorKind::notFound, "entity", "receipt") == Refusal::notYet);
  CHECK(told(ErrorKind::duplicate, "entity", "rating") == Refusal::used);
  CHECK(told(ErrorKind::notAllowed, "rule", "too_late") == Refusal::late);
  CHECK(told(ErrorKind::notAllowed, "rule", "not_ended") == Refusal::notEnded);
  CHECK(told(ErrorKind::notAllowed, "rule", "too_many_tries") == Refusal::wait);
  CHECK(told(ErrorKind::notAllowed, "rule", "own_rating") == Refusal::clerkHere);
  CHECK(told(ErrorKind::notAllowed, "rule", "not_a_kiosk") == Refusal::closed);
  CHECK(told(ErrorKind::diskFull, "operation", "write") == Refusal::closed);
}

TEST_CASE("on every screen the kiosk's keys are large enough and inside it", "[ui][pad][kiosk][accessibility]") {
  Standing at;
  for (const QSize size : {QSize(800, 480), QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
    at.window().setWindowState(Qt::WindowNoState);
    at.window().resize(size);
    for (int language = 0; language < 2; ++language) {
      at.touch(QStringLiteral("padLanguage"));
      QCoreApplication::processEvents();
      int keys = 0;
      for (const PadButton* key : at.window().findChildren<PadButton*>()) {
        if (!key->isVisible()) continue;
        ++keys;
        CAPTURE(size.width(), at.window().width(), key->objectName().toStdString());
        CHECK(at.window().rect().contains(QRect(key->mapTo(&at.window(), QPoint()), key->size())));
        CHECK(key->width() >= 48);
        CHECK(key->height() >= 64);
        CHECK(key->font().pixelSize() >= 22);
        CHECK(QFontMetrics(key->font()).horizontalAdvance(key->text()) <= key->width() - 4);
        CHECK_FALSE(key->accessibleName().isEmpty());
      }
      CHECK(keys == 35);
      const auto* typed = at.part<QLabel>(kCode);
      CHECK(QFontMetrics(typed->font()).horizontalAdvance(typed->text()) <= typed->width());
    }
  }
}

TEST_CASE("a desk that is no kiosk says so and shows none; who closes a kiosk ends it", "[ui][pad][kiosk]") {
  Standing at;
  bool isClosed = false;
  QObject::connect(at.kiosk.get(), &Kiosk::closed, at.kiosk.get(), [&] { isClosed = true; });
  at.window().close();
  REQUIRE(QTest::qWaitFor([&] { return isClosed; }));
  REQUIRE(desk::makeKiosk(at.hall.desk(), false));
  Kiosk none(*at.bridge, at.hall.sharedDesk());
  std::string why;
  QObject::connect(&none, &Kiosk::refused, &none, [&](const base::Error& error) { why = error.fact("rule"); });
  none.open();
  REQUIRE(QTest::qWaitFor([&] { return !why.empty(); }));
  CHECK(why == "not_a_kiosk");
  CHECK_FALSE(none.window().isVisible());
}

TEST_CASE("a supervisor makes a desk a kiosk in the settings, and a clerk sees only that it is one", "[ui][kiosk][settings]") {
  ReceiptHall at;
  const auto ticked = [&](const char* clerk, bool press) {
    at.hall.close();
    at.hall.seat(clerk);
    Bridge bridge(at.hall.sharedDesk());
    testkit::RecordingNavigator navigator;
    SettingsPage page(bridge, navigator, nullptr);
    page.setVisible(true);
    auto* box = page.findChild<QCheckBox*>(QStringLiteral("settingsKiosk"));
    REQUIRE(box != nullptr);
    if (press) {
      REQUIRE(QTest::qWaitFor([&] { return box->isEnabled(); }));
      box->click();
      REQUIRE(QTest::qWaitFor([&] { return desk::isKiosk(at.hall.desk()).value(); }));
    } else {
      REQUIRE(QTest::qWaitFor([&] { return box->isChecked(); }));
    }
    return box->isEnabled();
  };
  CHECK(ticked(ReceiptHall::kChief, true));
  CHECK_FALSE(ticked(testkit::Hall::kLogin, false));
}

TEST_CASE("F11 on a case shows the receipt of today's visit, in either language, and keeps it as a PDF",
          "[ui][cases][receipt][keys]") {
  ReceiptHall at;
  Bridge bridge(at.hall.sharedDesk());
  testkit::RecordingNavigator navigator;
  CasePage page(bridge, navigator, at.caseId);
  page.resize(1200, 800);
  page.setVisible(true);
  auto* button = page.findChild<QPushButton*>(QStringLiteral("caseReceipt"));
  REQUIRE(QTest::qWaitFor([&] { return button->isVisible(); }));
  page.activateWindow();
  page.takeFocus();
  REQUIRE(QTest::qWaitFor([&] { return page.focusWidget() != nullptr; }));
  QTest::keyClick(page.focusWidget(), Qt::Key_F11);
  ReceiptWindow* receipt = nullptr;
  REQUIRE(QTest::qWaitFor([&] {
    receipt = page.findChild<ReceiptWindow*>();
    return receipt != nullptr && receipt->isVisible();
  }));
  CHECK(receipt->findChild<QLabel*>(QStringLiteral("receiptCode"))->text().toStdString() == at.visitCode());
  CHECK(receipt->findChild<QLabel*>(QStringLiteral("receiptLine"))->text() == QStringLiteral("请您评价本次服务"));
  receipt->findChild<QComboBox*>(QStringLiteral("receiptLanguage"))->setCurrentIndex(1);
  CHECK(receipt->findChild<QLabel*>(QStringLiteral("receiptLine"))->text() == QStringLiteral("Please rate this service"));
  const testkit::TempFolder folder;
  const std::string path = folder / "receipt.pdf";
  receipt->write(QString::fromStdString(path));
  REQUIRE(QTest::qWaitFor([&] { return !navigator.notices.empty(); }));
  CHECK(navigator.notices[0].second == Navigator::Tone::done);
  CHECK(std::filesystem::file_size(path) > 1000);
}
