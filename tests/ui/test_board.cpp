// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "board/board_page.h"
#include "desk/queue.h"
#include "kit/bridge.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "sync/sync_words.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using domain::TicketPriority;
using namespace std::chrono_literals;

namespace {

// The board in front of whoever sits there.
struct BoardScreen {
  explicit BoardScreen(domain::Role role = domain::Role::clerk) : hall("2026-03-02T09:30:00+08:00", role) {}
  ~BoardScreen() { page.reset(); }

  void open() {
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    page = std::make_unique<BoardPage>(*bridge, navigator);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
  }
  domain::Ticket issue(const char* queue, const char* name = "", TicketPriority priority = TicketPriority::normal) {
    hall.clock.advance(1s);
    return desk::issueTicket(hall.desk(), {queue, priority, name}).value();
  }
  QAbstractButton* tile(const char* name) const { return page->findChild<QAbstractButton*>(QLatin1String(name)); }
  bool says(const char* name, const char* words) const {
    return QTest::qWaitFor(
        [&] { return tile(name) != nullptr && tile(name)->accessibleName().contains(QString::fromUtf8(words)); });
  }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<BoardPage> page;
};

// The whole window of a clerk at window 3.
struct StripScreen {
  testkit::Hall hall{"2026-03-02T09:30:00+08:00"};
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<MainWindow> window;

  ~StripScreen() {
    window.reset();
    bridge.reset();
  }
  void open() {
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    window = std::make_unique<MainWindow>(*bridge, Preferences{});
    window->resize(1280, 800);
    window->show();
    REQUIRE(QTest::qWaitForWindowExposed(window.get()));
  }
  domain::Ticket issue(const char* queue = "A") {
    hall.clock.advance(1s);
    return desk::issueTicket(hall.desk(), {queue}).value();
  }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.get(), static_cast<Qt::Key>(key), modifiers);
  }
  QWidget* strip() const { return window->findChild<QWidget*>(QStringLiteral("windowStrip")); }
  QString number() const { return window->findChild<QLabel*>(QStringLiteral("stripNumber"))->text(); }
  QString state() const { return window->findChild<QLabel*>(QStringLiteral("stripState"))->text(); }
  QString waiting() const { return window->findChild<QWidget*>(QStringLiteral("stripWaiting"))->accessibleName(); }
  QPushButton* button(const char* name) const { return window->findChild<QPushButton*>(QLatin1String(name)); }
  QString notice() const { return window->findChild<QLabel*>(QStringLiteral("notice"))->text(); }
  bool shows(const QString& number, const char* state) {
    return QTest::qWaitFor([&] { return this->number() == number && this->state().contains(QString::fromUtf8(state)); });
  }
};

}  // namespace

TEST_CASE("the board shows who waits with a light in words, who serves and who is free", "[ui][board]") {
  BoardScreen screen;
  screen.issue("A", "综合受理");
  screen.issue("A");
  screen.issue("B", "", TicketPriority::priority);
  screen.hall.clock.advance(16min);
  screen.open();
  CHECK(screen.says("boardQueue0", "A · 综合受理, 2 waiting, longest 16 min"));
  CHECK(screen.says("boardQueue1", "B, 1 waiting, longest 16 min, 1 goes first"));
  CHECK(screen.says("boardWindow0", "Window 3 · here, free"));
  CHECK(screen.says("boardToday0", "Numbers taken, 3, 3 waiting"));
}

TEST_CASE("the board follows what is written anywhere, and the clock", "[ui][board]") {
  BoardScreen screen;
  screen.open();
  REQUIRE(screen.says("boardToday0", "Numbers taken, 0"));
  const auto first = screen.issue("A");
  CHECK(screen.says("boardQueue0", "A, 1 waiting, longest < 1 min"));
  REQUIRE(desk::callNumber(screen.hall.desk()));
  CHECK(screen.says("boardWindow0", (first.number + ", called < 1 min ago, 王敏").c_str()));
  CHECK(screen.says("boardQueue0", "0 waiting, nobody waits"));
  REQUIRE(desk::moveTicket(screen.hall.desk(), first.id, desk::TicketStep::arrived));
  screen.hall.clock.advance(4min);
  screen.issue("A");
  CHECK(screen.says("boardWindow0", "serving for 4 min"));
}

TEST_CASE("a queue that is pressed is not called from this window any more, and pressed again it is", "[ui][board]") {
  BoardScreen screen;
  screen.issue("A");
  screen.issue("B");
  screen.open();
  REQUIRE(screen.says("boardQueue0", "A, 1 waiting"));
  screen.page->takeFocus();
  CHECK(screen.tile("boardQueue0")->hasFocus());
  QTest::keyClick(screen.tile("boardQueue0"), Qt::Key_Return);
  CHECK(screen.says("boardQueue0", "not called from this window"));
  CHECK(desk::atWindow(screen.hall.desk()).value().queues == std::vector<std::string>{"B"});
  screen.tile("boardQueue0")->click();
  CHECK(QTest::qWaitFor([&] { return desk::atWindow(screen.hall.desk()).value().queues.empty(); }));
}

TEST_CASE("a supervisor opens the month's figure from the board, a clerk does not", "[ui][board]") {
  {
    BoardScreen screen(domain::Role::supervisor);
    screen.open();
    REQUIRE(screen.says("boardToday2", "Median wait"));
    screen.tile("boardToday2")->click();
    REQUIRE(screen.navigator.figures.size() == 1);
    CHECK(screen.navigator.figures[0] == std::pair(QStringLiteral("process.wait_p50"), QStringLiteral("2026-03")));
  }
  BoardScreen screen;
  screen.open();
  REQUIRE(screen.says("boardToday2", "Median wait"));
  screen.tile("boardToday2")->click();
  CHECK(screen.navigator.figures.empty());
}

TEST_CASE("a window without a queue sees no strip; with one F12 calls, again, and ends and calls the next",
          "[ui][board][shell]") {
  StripScreen screen;
  screen.open();
  CHECK_FALSE(screen.strip()->isVisible());
  const auto first = screen.issue(), second = screen.issue();
  REQUIRE(QTest::qWaitFor([&] { return screen.strip()->isVisible(); }));
  screen.press(Qt::Key_F12);
  REQUIRE(screen.shows(QString::fromStdString(first.number), "called 1 time"));
  CHECK(screen.window->frontPage()->kind() == kind::kCitizens);  // room for whoever comes
  CHECK(screen.notice().contains(QString::fromStdString(first.number + " is called to window 3.")));
  screen.press(Qt::Key_F12);
  REQUIRE(screen.shows(QString::fromStdString(first.number), "called 2 times"));
  screen.press(Qt::Key_F12, Qt::ShiftModifier);
  REQUIRE(screen.shows(QString::fromStdString(first.number), "serving"));
  CHECK(screen.button("stripStep")->text().startsWith(QStringLiteral("Done")));
  screen.press(Qt::Key_F12);
  REQUIRE(screen.shows(QString::fromStdString(second.number), "called 1 time"));
  CHECK(desk::ticketNumbered(screen.hall.desk(), first.number).value().state == domain::TicketState::done);
}

TEST_CASE("after three calls nobody is called again, and Ctrl+G makes it a no-show", "[ui][board][shell]") {
  StripScreen screen;
  const auto first = screen.issue();
  screen.open();
  REQUIRE(QTest::qWaitFor([&] { return screen.strip()->isVisible(); }));
  for (const char* times : {"called 1 time", "called 2 times", "called 3 times"}) {
    screen.press(Qt::Key_F12);
    REQUIRE(screen.shows(QString::fromStdString(first.number), times));
  }
  CHECK_FALSE(screen.button("stripCall")->isEnabled());
  CHECK(screen.button("stripNoShow")->isEnabled());
  screen.press(Qt::Key_F12);
  REQUIRE(QTest::qWaitFor([&] { return screen.notice().contains(QStringLiteral("was called three times")); }));
  screen.press(Qt::Key_G, Qt::ControlModifier);
  REQUIRE(screen.shows(QStringLiteral("–"), "Nobody is called here."));
  screen.press(Qt::Key_F12);
  CHECK(QTest::qWaitFor([&] { return screen.notice().contains(QStringLiteral("Nobody waits.")); }));
}

TEST_CASE("a number that another window called first is told in words, and F12 calls the next", "[ui][board][shell]") {
  StripScreen screen;
  const auto first = screen.issue(), second = screen.issue();
  REQUIRE(desk::callNumber(screen.hall.desk()));
  {
    // As a sync leaves it that was refused.
    auto write = screen.hall.store().write().value();
    REQUIRE(
        write.connection().execute("UPDATE ticket SET window = '4' WHERE state = 'called';"
                                   "UPDATE operation SET state = 'refused' WHERE entity = 'ticket' AND kind = 'transition'"));
    REQUIRE(write.commit());
  }
  screen.hall.clock.advance(1s);
  screen.open();
  REQUIRE(screen.shows(QStringLiteral("–"), "was called at window 4 first. F12 calls the next."));
  CHECK(screen.notice().contains(QString::fromStdString(first.number)));
  screen.press(Qt::Key_F12);
  CHECK(screen.shows(QString::fromStdString(second.number), "called 1 time"));
}

TEST_CASE("the strip counts those whom this window calls, and follows the choice of its queues", "[ui][board][shell]") {
  StripScreen screen;
  for (const char* queue : {"A", "A", "B"}) screen.issue(queue);
  screen.open();
  const auto says = [&](const char* words) {
    return QTest::qWaitFor([&] { return screen.waiting().contains(QString::fromUtf8(words)); });
  };
  CHECK(says("3 waiting · < 1 min"));
  screen.press(Qt::Key_H, Qt::ControlModifier);
  const auto tile = [&] { return screen.window->findChild<QAbstractButton*>(QStringLiteral("boardQueue0")); };
  REQUIRE(QTest::qWaitFor([&] { return tile() != nullptr; }));
  tile()->click();
  CHECK(says("1 waiting"));
}

TEST_CASE("a number goes to another queue by the strip", "[ui][board][shell]") {
  StripScreen screen;
  const auto first = screen.issue("A");
  screen.issue("B");
  screen.open();
  REQUIRE(QTest::qWaitFor([&] { return screen.strip()->isVisible(); }));
  screen.press(Qt::Key_F12);
  REQUIRE(screen.shows(QString::fromStdString(first.number), "called"));
  const auto queues = screen.button("stripTransfer")->menu()->actions();
  REQUIRE(queues.size() == 1);
  CHECK(queues[0]->text() == QStringLiteral("B"));
  queues[0]->trigger();
  REQUIRE(screen.shows(QStringLiteral("–"), "Nobody is called here."));
  CHECK(desk::ticketNumbered(screen.hall.desk(), first.number).value().queue == "B");
  CHECK(screen.notice().contains(QStringLiteral("waits in queue B now")));
}

TEST_CASE("on the sync page a step that was refused with its call says that another window was first", "[ui][board][sync]") {
  desk::SentWork work;
  work.state = desk::WorkState::refused;
  work.entity = "ticket";
  const auto zone = base::TimeZone::named("Asia/Shanghai").value();
  for (const char* reason : {"state_moved", "cause_refused"}) {
    work.reason = reason;
    CHECK(words::ofWorkStory(work, zone).contains(QStringLiteral("Refused: another window had that number first.")));
  }
  work.reason = "not_your_right";
  CHECK(words::ofWorkStory(work, zone).contains(QStringLiteral("has no right")));
}

TEST_CASE("Ctrl+H and the rail open the live hall", "[ui][board][shell]") {
  StripScreen screen;
  screen.open();
  screen.press(Qt::Key_H, Qt::ControlModifier);
  CHECK(screen.window->frontPage()->kind() == kind::kBoard);
  screen.press(Qt::Key_1, Qt::ControlModifier);
  screen.button("rail_board")->click();
  CHECK(screen.window->frontPage()->kind() == kind::kBoard);
  CHECK(screen.window->pages().size() == 2);
}
