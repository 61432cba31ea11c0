// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "board/board_page.h"
#include "desk/queue.h"
#include "kit/bridge.h"
#include "testkit/hall.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;

namespace {

using Queues = std::vector<std::pair<const char*, const char*>>;  // letters and names

// The board in front of whoever sits at the reception.
struct Reception {
  explicit Reception(const Queues& queues = {}) : hall("2026-03-02T09:30:00+08:00") {
    for (const auto& [letter, name] : queues) {
      hall.clock.advance(std::chrono::seconds(1));
      REQUIRE(desk::issueTicket(hall.desk(), {letter, domain::TicketPriority::normal, name}));
    }
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    page = std::make_unique<BoardPage>(*bridge, navigator);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    REQUIRE(QTest::qWaitFor([&] { return queue()->count() == int(queues.size()) + 1; }));
  }
  ~Reception() { page.reset(); }

  template <class T>
  T* find(const char* name) const {
    return page->findChild<T*>(QLatin1String(name));
  }
  QComboBox* queue() const { return find<QComboBox>("ticketQueue"); }
  QString given() const { return find<QLabel>("ticketNumber")->text(); }
  bool gives(const char* number) {
    return QTest::qWaitFor([&] { return given() == QLatin1String(number) && find<QPushButton>("ticketGive")->isEnabled(); });
  }
  bool isTold(const char* words) const {
    return !navigator.notices.empty() && navigator.notices.back().first.contains(QLatin1String(words));
  }
  domain::Ticket ticket(const char* number) { return desk::ticketNumbered(hall.desk(), number).value(); }
  // On whatever has the keyboard.
  void press(Qt::Key key) { QTest::keyClick(page->focusWidget(), key); }

  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<BoardPage> page;
};

}  // namespace

TEST_CASE("N and Enter give the next number of the queue, and Enter the one after it", "[ui][board][tickets]") {
  Reception reception(Queues{{"A", "综合受理"}, {"B", "社保"}});
  reception.page->setFocus();
  QTest::keyClick(reception.page.get(), Qt::Key_N);
  REQUIRE(reception.page->focusWidget() == reception.queue());
  reception.press(Qt::Key_Return);
  REQUIRE(reception.gives("A7-002"));
  CHECK(reception.page->focusWidget() == reception.queue());
  reception.press(Qt::Key_B);
  reception.press(Qt::Key_Return);
  REQUIRE(reception.gives("B7-002"));
  CHECK(reception.find<QLabel>("ticketOf")->text().contains(QStringLiteral("社保")));
  reception.press(Qt::Key_Return);
  REQUIRE(reception.gives("B7-003"));
}

TEST_CASE("whoever goes first is given such a number, and the next one is nobody special", "[ui][board][tickets]") {
  Reception reception(Queues{{"A", "综合受理"}});
  auto* priority = reception.find<QComboBox>("ticketPriority");
  priority->setCurrentIndex(priority->findData(QStringLiteral("priority")));
  priority->setFocus();
  reception.press(Qt::Key_Return);
  REQUIRE(reception.gives("A7-002"));
  CHECK(reception.ticket("A7-002").priority == domain::TicketPriority::priority);
  reception.press(Qt::Key_Return);
  REQUIRE(reception.gives("A7-003"));
  CHECK(reception.ticket("A7-003").priority == domain::TicketPriority::normal);
}

TEST_CASE("the first queue of a hall is named where its first number is given", "[ui][board][tickets]") {
  Reception reception;
  auto* letter = reception.find<QLineEdit>("ticketLetter");
  REQUIRE(letter->isVisible());
  reception.find<QPushButton>("ticketGive")->click();
  CHECK(reception.find<QLabel>("ticketSay")->isVisible());
  CHECK(reception.page->focusWidget() == letter);
  QTest::keyClicks(letter, QStringLiteral("c"));
  reception.find<QLineEdit>("ticketQueueName")->setText(QStringLiteral("税务"));
  QTest::keyClick(letter, Qt::Key_Return);
  REQUIRE(reception.gives("C7-001"));
  CHECK_FALSE(letter->isVisible());
  CHECK(reception.queue()->currentText() == QStringLiteral("C · 税务"));
  CHECK(desk::queueNames(reception.hall.desk()).value().at("C") == "税务");
}

TEST_CASE("a number that is given back is not called, and one that was called cannot be given back", "[ui][board][tickets]") {
  Reception reception(Queues{{"A", "综合受理"}});
  reception.find<QPushButton>("ticketGive")->click();
  REQUIRE(reception.gives("A7-002"));
  reception.find<QPushButton>("ticketGiveBack")->click();
  REQUIRE(QTest::qWaitFor([&] { return reception.ticket("A7-002").state == domain::TicketState::left; }));
  REQUIRE(QTest::qWaitFor([&] { return !reception.find<QLabel>("ticketNumber")->isVisible(); }));
  REQUIRE(desk::callNumber(reception.hall.desk()).value().ticket->number == "A7-001");
  reception.find<QPushButton>("ticketGive")->click();
  REQUIRE(reception.gives("A7-003"));
  auto* back = reception.find<QLineEdit>("ticketBack");
  back->setText(QStringLiteral("a7-001"));
  back->setFocus();
  reception.press(Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return reception.isTold("not where it was"); }));
  CHECK(reception.ticket("A7-001").state == domain::TicketState::called);
}
