// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <vector>

#include "desk/drafts.h"
#include "kit/bridge.h"
#include "kit/draft_keeper.h"
#include "testkit/hall.h"

using namespace ow;
using ui::Bridge;
using ui::Lane;

TEST_CASE("work runs on another thread and its answer comes on the UI thread", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  QThread* workedOn = nullptr;
  QThread* answeredOn = nullptr;
  bridge.run(
      Lane::read, &bridge, [](desk::Desk&) { return QThread::currentThread(); },
      [&](QThread* thread) {
        workedOn = thread;
        answeredOn = QThread::currentThread();
      });
  REQUIRE(QTest::qWaitFor([&] { return answeredOn != nullptr; }));
  CHECK(answeredOn == QCoreApplication::instance()->thread());
  CHECK(workedOn != answeredOn);
}

TEST_CASE("within a lane answers keep the order of the questions", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  std::vector<int> answers;
  for (int i = 0; i < 200; ++i)
    bridge.run(Lane::write, &bridge, [i](desk::Desk&) { return i; }, [&](int answer) { answers.push_back(answer); });
  REQUIRE(QTest::qWaitFor([&] { return answers.size() == 200; }));
  CHECK(std::is_sorted(answers.begin(), answers.end()));
}

TEST_CASE("a slow question holds up neither the window nor another lane", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  std::promise<void> release;
  std::shared_future<void> released = release.get_future().share();
  bool isSlowAnswered = false;
  bool isOtherAnswered = false;
  bridge.run(Lane::read, &bridge, [released](desk::Desk&) { return released.wait(), 1; }, [&](int) { isSlowAnswered = true; });
  bridge.run(Lane::write, &bridge, [](desk::Desk&) { return 2; }, [&](int) { isOtherAnswered = true; });
  REQUIRE(QTest::qWaitFor([&] { return isOtherAnswered; }));
  CHECK_FALSE(isSlowAnswered);
  release.set_value();
  CHECK(QTest::qWaitFor([&] { return isSlowAnswered; }));
}

TEST_CASE("a newer search starts while the older one still runs, so that it can interrupt it", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  std::promise<void> newer;
  std::shared_future<void> newerStarted = newer.get_future().share();
  bool isOlderAnswered = false;
  bridge.run(
      Lane::search, &bridge, [newerStarted](desk::Desk&) { return newerStarted.wait(), 1; },
      [&](int) { isOlderAnswered = true; });
  bridge.run(Lane::search, &bridge, [&newer](desk::Desk&) { return newer.set_value(), 2; }, [](int) {});
  CHECK(QTest::qWaitFor([&] { return isOlderAnswered; }));
}

TEST_CASE("whoever asked and has gone gets no answer, but the work is done", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  auto asker = std::make_unique<QObject>();
  std::promise<void> go;
  std::shared_future<void> mayGo = go.get_future().share();
  std::atomic<bool> isDone = false;
  bool isAnswered = false;
  bool isNextAnswered = false;
  bridge.run(
      Lane::write, asker.get(),
      [mayGo, &isDone](desk::Desk&) {
        mayGo.wait();
        isDone = true;
        return 0;
      },
      [&](int) { isAnswered = true; });
  bridge.run(Lane::write, &bridge, [](desk::Desk&) { return 0; }, [&](int) { isNextAnswered = true; });
  asker.reset();
  go.set_value();
  REQUIRE(QTest::qWaitFor([&] { return isNextAnswered; }));
  CHECK(isDone);
  CHECK_FALSE(isAnswered);
}

TEST_CASE("a window that closes finishes writing what was given to it", "[ui][bridge]") {
  testkit::Hall hall;
  {
    Bridge bridge(hall.sharedDesk());
    for (int i = 0; i < 20; ++i) {
      desk::Draft draft;
      draft.form = "contact";
      draft.body = "{}";
      bridge.run(Lane::write, &bridge, [draft](desk::Desk& desk) { return desk::saveDraft(desk, draft); }, [](const auto&) {});
    }
  }
  CHECK(desk::drafts(hall.desk()).value().size() == 20);
}

TEST_CASE("a committed write is announced on the UI thread", "[ui][bridge]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  bool isTold = false;
  QObject::connect(&bridge, &Bridge::changed, &bridge, [&](desk::Changed what) {
    isTold = what.parties && QThread::currentThread() == QCoreApplication::instance()->thread();
  });
  hall.addPerson("王小明");
  CHECK(QTest::qWaitFor([&] { return isTold; }));
}

TEST_CASE("what is typed is in the store within a second, also while somebody goes on typing", "[ui][drafts]") {
  testkit::Hall hall;
  Bridge bridge(hall.sharedDesk());
  QObject owner;
  QString typed;
  ui::DraftKeeper keeper(bridge, QStringLiteral("contact"), {}, [&] { return QJsonObject{{"subject", typed}}; }, &owner);
  bool isSaved = false;
  QObject::connect(&keeper, &ui::DraftKeeper::saved, &owner, [&] { isSaved = true; });
  QElapsedTimer since;
  since.start();
  // A key every 50 ms never lets the pause come; the deadline must.
  QTimer hands;
  QObject::connect(&hands, &QTimer::timeout, &owner, [&] {
    typed += QLatin1Char('x');
    keeper.touched();
  });
  hands.start(50);
  REQUIRE(QTest::qWaitFor([&] { return isSaved; }));
  hands.stop();
  CHECK(since.elapsed() < 1000);
  const auto kept = desk::drafts(hall.desk()).value();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].body.find("xxx") != std::string::npos);
  CHECK(kept[0].id == keeper.id());
}

TEST_CASE("a form that was registered leaves no draft, not even one that was on its way", "[ui][drafts]") {
  testkit::Hall hall;
  {
    Bridge bridge(hall.sharedDesk());
    auto owner = std::make_unique<QObject>();
    auto* keeper =
        new ui::DraftKeeper(bridge, QStringLiteral("contact"), {}, [] { return QJsonObject{{"subject", "x"}}; }, owner.get());
    keeper->touched();
    keeper->flush();  // is being written now
    keeper->discard();
    owner.reset();
  }
  CHECK(desk::drafts(hall.desk()).value().empty());
}
