// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>

#include "shell/main_window.h"
#include "shell/pages.h"
#include "ui/review_hall.h"

using namespace ow;
using namespace ow::ui;
using testkit::ReviewHall;

namespace {

// The whole window of whoever sits there.
struct Seat {
  Seat(ReviewHall& hall, const char* login) {
    hall.seat(login);
    window = std::make_unique<MainWindow>(*hall.bridge, Preferences{});
    window->resize(1280, 800);
    window->show();
    hall.settle();
  }
  QPushButton* entry() const { return window->findChild<QPushButton*>(QStringLiteral("rail_reviews")); }
  QString notice() const { return window->findChild<QLabel*>(QStringLiteral("notice"))->text(); }

  std::unique_ptr<MainWindow> window;
};

}  // namespace

TEST_CASE("a bad rating that comes in is told and counted wherever the supervisor is", "[ui][review][shell]") {
  ReviewHall hall;
  hall.rate(5);
  const auto good = hall.visit(), bad = hall.visit();
  std::vector<desk::RatingInvitation> burst;
  for (int i = 0; i < 3; ++i) burst.push_back(hall.visit());
  Seat seat(hall, "zhao.lei");
  REQUIRE(QTest::qWaitFor([&] { return seat.entry()->text() == QStringLiteral("Reviews  1"); }));
  CHECK(seat.entry()->accessibleName() == QStringLiteral("Reviews: 1 waiting"));
  CHECK(seat.notice().isEmpty());  // what was there before is no news
  hall.rate(good, 1);
  hall.rate(bad, 4);
  REQUIRE(QTest::qWaitFor([&] { return seat.entry()->text() == QStringLiteral("Reviews  2"); }));
  CHECK(seat.notice().contains(QStringLiteral("A bad rating came in: 居住证办理, window 3")));
  for (const auto& visit : burst) hall.rate(visit, 5);
  REQUIRE(QTest::qWaitFor([&] { return seat.entry()->text() == QStringLiteral("Reviews  5"); }));
  CHECK(seat.notice().contains(QStringLiteral("bad rating")));
}

TEST_CASE("the rail offers reviews to supervisors, and to whoever has one assigned", "[ui][review][shell]") {
  ReviewHall hall;
  hall.rate(5);
  {
    Seat seat(hall, "zhao.lei");
    REQUIRE(QTest::qWaitFor([&] { return seat.entry()->isVisible(); }));
    seat.entry()->click();
    CHECK(seat.window->frontPage()->kind() == kind::kReviews);
    QTest::keyClick(seat.window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(seat.window.get(), Qt::Key_R, Qt::ControlModifier);
    CHECK(seat.window->frontPage()->kind() == kind::kReviews);
    CHECK(seat.window->pages().size() == 2);
  }
  {
    Seat seat(hall, "li.na");
    hall.settle();
    CHECK_FALSE(seat.entry()->isVisible());
  }
  hall.seat("zhao.lei");
  const auto id = hall.eldest();
  hall.giveToLiNa(id);
  Seat seat(hall, "li.na");
  REQUIRE(QTest::qWaitFor([&] { return seat.entry()->isVisible(); }));
  CHECK(seat.entry()->text() == QStringLiteral("Reviews  1"));
  CHECK(seat.notice().isEmpty());
}

TEST_CASE("nobody is told of a rating of their own service: its moment would say who gave it", "[ui][review][privacy]") {
  ReviewHall hall;
  hall.seat("zhao.lei");
  const auto own = hall.visit();
  Seat seat(hall, "zhao.lei");
  hall.rate(own, 5);
  bool isHeard = false;
  QObject::connect(hall.bridge.get(), &Bridge::changed, seat.window.get(), [&] { isHeard = true; });
  hall.hall.addPerson("李四");
  REQUIRE(QTest::qWaitFor([&] { return isHeard; }));
  const auto glance = desk::glanceAtReviews(hall.hall.desk(), 0).value();
  CHECK(glance.open == 0);
  CHECK(glance.arrived == 0);
  CHECK(seat.entry()->text() == QStringLiteral("Reviews"));
  CHECK(seat.notice().isEmpty());
}
