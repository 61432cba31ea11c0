// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <functional>
#include <mutex>

#include "desk/attachment_settings.h"
#include "desk/attachments.h"
#include "desk/centre_account.h"
#include "desk/centre_rows.h"
#include "desk/drafts.h"
#include "desk/sent_work.h"
#include "desk/syncing.h"
#include "store/contents.h"
#include "sync/actor.h"
#include "sync/memory_centre.h"
#include "testkit/a_paper.h"
#include "testkit/an_operation.h"
#include "testkit/cut_line.h"

using namespace ow;
using desk::SyncView;
using desk::WorkState;
using testkit::Hall;
using namespace std::chrono_literals;

namespace {

// Waits for the steps of the sync until it is so.
bool comes(desk::Syncing& syncing, const std::function<bool()>& isSo) {
  std::mutex guard;
  std::condition_variable stepped;
  int steps = 0;
  const auto listening = syncing.listen([&] {
    const std::scoped_lock lock(guard);
    ++steps;
    stepped.notify_all();
  });
  const auto end = std::chrono::steady_clock::now() + 20s;
  for (;;) {
    std::unique_lock lock(guard);
    const int seen = steps;
    lock.unlock();
    if (isSo()) return true;
    lock.lock();
    if (!stepped.wait_until(lock, end, [&] { return steps != seen; })) return false;
  }
}

struct AtCentre {
  Hall hall;
  base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId scope = centre.addHall("110101-1", "东城区政务服务中心");
  std::string name = centre.addDesk({scope});

  AtCentre() { centre.addStaff(hall.desk().clerk(), {scope}); }
  std::unique_ptr<desk::Syncing> start() { return std::make_unique<desk::Syncing>(hall.sharedDesk(), centre.line(name)); }
};

}  // namespace

TEST_CASE("a desk without a centre says that it works alone", "[desk][sync]") {
  Hall hall;
  hall.addPerson("王小明");
  const auto view = desk::syncView(hall.desk(), nullptr).value();
  CHECK(view.phase == SyncView::Phase::alone);
  CHECK_FALSE(view.hasCentre());
  CHECK(view.waiting > 0);  // kept for the day it joins one
}

TEST_CASE("a desk whose sync has not begun is not paused: nobody paused it", "[desk][sync]") {
  Hall hall;
  const desk::CentreAccount account{"host=centre", testkit::aUuid(1), testkit::aUuid(2), "ow_hall_1", {}, {}, {}};
  REQUIRE(desk::keepEnrolment(hall.store(), account, {"110101", "001", "东城区政务服务中心", "1", "CN"}, {}));
  const auto view = desk::syncView(hall.desk(), nullptr).value();
  CHECK(view.phase == SyncView::Phase::resting);
  CHECK(view.hasCentre());
}

TEST_CASE("what a desk wrote reaches the centre by itself, and is told as safe", "[desk][sync]") {
  AtCentre at;
  at.hall.addPerson("王小明");
  std::atomic<int> told = 0;
  auto syncing = at.start();
  const auto listening = syncing->listen([&told] { ++told; });
  REQUIRE(comes(*syncing, [&] {
    const auto view = syncing->view().value();
    return view.phase == SyncView::Phase::idle && view.waiting == 0 && view.lastContact;
  }));
  CHECK(told > 0);
  const auto view = syncing->view().value();
  CHECK(view.refused == 0);
  REQUIRE(view.scopes.size() == 1);
  CHECK(view.scopes[0].isComplete);
  CHECK(view.freshAsOf);
  CHECK_FALSE(view.isClockWrong);
  // A write wakes it.
  at.hall.addPerson("李小红");
  CHECK(comes(*syncing, [&] { return syncing->view().value().waiting == 0; }));
}

TEST_CASE("with the line cut everything waits and nothing is lost", "[desk][sync]") {
  Hall hall;
  hall.addPerson("王小明");
  desk::Syncing syncing(hall.sharedDesk(), std::make_unique<testkit::CutLine>());
  REQUIRE(comes(syncing, [&] { return syncing.view().value().phase == SyncView::Phase::away; }));
  const auto view = syncing.view().value();
  CHECK(view.waiting > 0);
  CHECK(view.oldestWaiting == hall.clock.now());
  CHECK(view.nextTry);
  CHECK(view.error->kind == base::ErrorKind::centreAway);
}

TEST_CASE("a line that is cut is told as cut while it is tried again", "[desk][sync]") {
  Hall hall;
  testkit::CutLine line;
  std::mutex guard;
  std::condition_variable hasTold;
  std::vector<sync::Phase> told;
  sync::Actor actor(hall.store(), line, hall.clock, hall.random);
  actor.listen([&](const sync::Status& status) {
    const std::scoped_lock lock(guard);
    told.push_back(status.phase);
    hasTold.notify_all();
  });
  const auto isTold = [&](std::size_t times) {
    std::unique_lock lock(guard);
    return hasTold.wait_for(lock, 20s, [&] { return told.size() >= times; });
  };
  actor.start();
  REQUIRE(isTold(2));  // the first try: nothing was known before it
  actor.wake();
  REQUIRE(isTold(4));
  actor.stop();
  CHECK(told[0] == sync::Phase::working);
  CHECK(told[1] == sync::Phase::away);
  CHECK(told[2] == sync::Phase::away);
  CHECK(told[3] == sync::Phase::away);
}

TEST_CASE("a paused sync rests until it is told to go on", "[desk][sync]") {
  AtCentre at;
  auto syncing = at.start();
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().phase == SyncView::Phase::idle; }));
  syncing->pause();
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().phase == SyncView::Phase::paused; }));
  at.hall.addPerson("王小明");
  CHECK(syncing->view().value().waiting > 0);
  syncing->resume();
  CHECK(comes(*syncing, [&] { return syncing->view().value().waiting == 0; }));
}

TEST_CASE("a draft is this desk's own business and wakes no sync, a registration does", "[desk][sync]") {
  Hall hall;
  std::vector<bool> isOfDrafts;
  const auto token =
      hall.store().listen([&](const store::Announcement& what) { isOfDrafts.push_back(what.isOfDraftsAlone()); });
  REQUIRE(desk::saveDraft(hall.desk(), {{}, "contact", "", "来电咨询", {}}));
  hall.addPerson("王小明");
  hall.store().unlisten(token);
  CHECK(isOfDrafts == std::vector{true, false});
}

TEST_CASE("a clock that is off by more than two minutes is told", "[desk][sync]") {
  AtCentre at;
  at.clock.advance(5min);
  auto syncing = at.start();
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().lastContact.has_value(); }));
  const auto view = syncing->view().value();
  CHECK(view.isClockWrong);
  CHECK(view.clockOffset == 5min);
}

TEST_CASE("the end of the sync does not wait for the line", "[desk][sync]") {
  AtCentre at;
  auto syncing = at.start();
  const auto begin = std::chrono::steady_clock::now();
  syncing.reset();
  CHECK(std::chrono::steady_clock::now() - begin < 2s);
}

TEST_CASE("the outbox tells each piece of work by its case or citizen, its author and its state", "[desk][sync]") {
  AtCentre at;
  const auto person = at.hall.addPerson("王小明");
  const auto opened = at.hall.openCase(at.hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay}), person);
  const auto waiting = desk::sentWork(at.hall.desk(), WorkState::waiting, {}, 100).value();
  REQUIRE(waiting.items.size() >= 3);
  CHECK(waiting.items.front().subject.text == opened.number);
  CHECK(waiting.items.front().author == "王敏");
  CHECK(waiting.items.back().state == WorkState::waiting);
  const auto some = desk::sentWork(at.hall.desk(), {}, {}, 2).value();
  REQUIRE(some.next);
  const auto more = desk::sentWork(at.hall.desk(), {}, some.next, 2).value();
  CHECK(more.items.front().key < some.items.back().key);
  auto syncing = at.start();
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().waiting == 0; }));
  CHECK(desk::sentWork(at.hall.desk(), WorkState::waiting, {}, 100).value().items.empty());
}

TEST_CASE("a refusal stands in the outbox with its reason", "[desk][sync]") {
  AtCentre at;
  at.centre.disableStaff(at.hall.desk().clerk().id);
  at.hall.addPerson("王小明");
  auto syncing = at.start();
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().refused > 0; }));
  const auto refused = desk::sentWork(at.hall.desk(), WorkState::refused, {}, 10).value();
  REQUIRE_FALSE(refused.items.empty());
  CHECK(refused.items.back().reason == "unknown_author");
}

namespace {

domain::AttachmentId addPaper(AtCentre& at, const testkit::TempFolder& folder, const std::string& content) {
  const auto opened = at.hall.openCase(at.hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay}));
  std::ofstream(folder / "scan.png", std::ios::binary) << content;
  return desk::addAttachment(at.hall.desk(), {opened.id, folder / "scan.png", domain::DocumentKind::photo}).value();
}

}  // namespace

TEST_CASE("what is in a file follows its text to the centre, and comes back when a clerk asks", "[desk][sync][attachment]") {
  AtCentre at;
  testkit::TempFolder folder;
  const std::string content = testkit::someBytes(600'000, 3);
  const auto id = addPaper(at, folder, content);
  auto syncing = at.start();
  CHECK(syncing->view().value().filesToSend == 1);
  REQUIRE(comes(*syncing, [&] {
    const auto view = syncing->view().value();
    return view.waiting == 0 && view.filesToSend == 0;
  }));
  syncing.reset();
  CHECK(at.centre.chunkCount() == 3);
  {
    auto write = at.hall.store().write().value();
    REQUIRE(store::dropContent(write, id));
    REQUIRE(write.commit());
  }
  CHECK_FALSE(desk::readAttachment(at.hall.desk(), id, 1 << 20));
  syncing = at.start();
  REQUIRE(desk::fetchAttachment(at.hall.desk(), id));
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().filesToFetch == 0; }));
  CHECK(desk::readAttachment(at.hall.desk(), id, 1 << 20).value() == content);
}

TEST_CASE("a budget that is used up holds up a file and no text", "[desk][sync][attachment]") {
  AtCentre at;
  testkit::TempFolder folder;
  addPaper(at, folder, testkit::someBytes(600'000, 3));
  auto settings = desk::attachmentSettings(at.hall.store()).value();
  settings.budget = 1;  // three days for a chunk, and the clock of this desk stands still
  REQUIRE(desk::putAttachmentSettings(at.hall.store(), settings));
  auto syncing = at.start();
  at.hall.addPerson("王小明");
  REQUIRE(comes(*syncing, [&] { return syncing->view().value().waiting == 0; }));
  CHECK(syncing->view().value().filesToSend == 1);
  REQUIRE(syncing->setAttachmentBudget(0));
  syncing->syncNow();
  CHECK(comes(*syncing, [&] { return syncing->view().value().filesToSend == 0; }));
  CHECK(desk::attachmentSettings(at.hall.store()).value().budget == 0);
}
