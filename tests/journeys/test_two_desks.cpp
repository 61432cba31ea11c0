// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <mutex>

#include "desk/centre_account.h"
#include "desk/conflicts.h"
#include "desk/inside.h"
#include "inbox/inbox_model.h"
#include "inbox/inbox_table.h"
#include "kit/bridge.h"
#include "shell/main_window.h"
#include "shell/pages.h"
#include "store/schema.h"
#include "sync/memory_centre.h"
#include "sync/sync_list.h"
#include "sync/sync_model.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::ui;

namespace {

constexpr int kPatience = 20000;  // ms

// The centre in memory is for one thread; two desks of one process take turns.
class TurnTaking final : public sync::Centre {
 public:
  TurnTaking(std::unique_ptr<sync::Centre> line, std::mutex& turn) : m_line(std::move(line)), m_turn(turn) {}
  base::Result<sync::Hello> hello() override {
    const std::scoped_lock mine(m_turn);
    return m_line->hello();
  }
  base::Result<sync::Heads> heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) override {
    const std::scoped_lock mine(m_turn);
    return m_line->heads(cursors, anchor);
  }
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override {
    const std::scoped_lock mine(m_turn);
    return m_line->disagree(anchors);
  }
  base::Result<sync::PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override {
    const std::scoped_lock mine(m_turn);
    return m_line->push(epoch, batch);
  }
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor> cursors, std::size_t limit,
                                      const sync::RowSink& sink) override {
    const std::scoped_lock mine(m_turn);
    return m_line->pull(cursors, limit, sink);
  }
  base::Result<sync::FillAnswer> fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                      const sync::RowSink& sink) override {
    const std::scoped_lock mine(m_turn);
    return m_line->fill(scope, from, limit, sink);
  }
  base::Result<void> fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) override {
    const std::scoped_lock mine(m_turn);
    return m_line->fetch(keys, sink);
  }
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId scope) override {
    const std::scoped_lock mine(m_turn);
    return m_line->buckets(scope);
  }
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId scope, int bucket) override {
    const std::scoped_lock mine(m_turn);
    return m_line->listBucket(scope, bucket);
  }

 private:
  std::unique_ptr<sync::Centre> m_line;
  std::mutex& m_turn;
};

struct Server {
  base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId hall = centre.addHall("110101-1", "东城区政务服务中心");
  std::mutex turn;
  std::unique_ptr<sync::Centre> line() { return std::make_unique<TurnTaking>(centre.line(centre.addDesk({hall})), turn); }
};

// A desk of the hall with its window open.
struct Office {
  testkit::Hall hall;
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<MainWindow> window;

  Office(Server& server, const std::string& desk, std::uint64_t dice) {
    hall.random.begin(dice);  // two desks never throw the same
    desk::Place place = hall.desk().place();
    place.desk = desk;
    base::IdSource ids(hall.clock, hall.random);
    const base::Redacted<std::string> key(hall.desk().inside().identityKey);
    REQUIRE(desk::keepEnrolment(hall.store(), {"host=centre", ids.next(), ids.next(), "hall", {}, {}, {}}, place, key));
    hall.grantLease();
    hall.restart();
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    window = std::make_unique<MainWindow>(*bridge, Preferences{});
    window->resize(1200, 800);
    window->show();
    window->restoreVisits();
    bridge->setSyncing(std::make_shared<desk::Syncing>(hall.sharedDesk(), server.line()));
  }
  ~Office() {
    window->close();
    window.reset();
    bridge.reset();
  }
  bool shows(domain::CaseId id, const std::string& title) {
    auto& model = window->findChild<InboxTable*>(QStringLiteral("inboxTable"))->inbox();
    for (int i = 0; i < model.rowCount(); ++i)
      if (const desk::InboxRow* row = model.row(i); row != nullptr && row->id == id && row->title == title) return true;
    return false;
  }
  bool isAtCentre() {
    const auto view = bridge->syncing()->view().value();
    return view.waiting == 0 && view.phase == desk::SyncView::Phase::idle;
  }
  std::string title(domain::CaseId id) {
    const auto page = desk::openCasePage(hall.desk(), id);
    return page ? page.value().row.title : std::string();
  }
  void rename(domain::CaseId id, const std::string& title) {
    auto reader = hall.store().read().value();
    const auto before = store::loadEntity<domain::Case>(reader.connection(), id).value();
    auto after = before;
    after.title = title;
    auto writer = hall.desk().inside().writer("case_work");
    writer.change(before, after);
    REQUIRE(hall.store().commit(writer.take()));
  }
};

}  // namespace

TEST_CASE("two desks of a hall show each other's work, and settle what they disagree about", "[journey][sync]") {
  Server server;
  Office east(server, "007", 11), west(server, "008", 12);
  {
    const std::scoped_lock mine(server.turn);
    server.centre.addStaff(east.hall.desk().clerk(), {server.hall});
  }
  const auto service = east.hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay});
  const auto opened = east.hall.openCase(service, east.hall.addPerson("王小明"), "补领");
  REQUIRE(QTest::qWaitFor([&] { return west.shows(opened.id, "补领"); }, kPatience));

  // Both change the same line while neither hears of the other.
  REQUIRE(QTest::qWaitFor([&] { return east.isAtCentre() && west.isAtCentre(); }, kPatience));
  east.bridge->syncing()->pause();
  west.bridge->syncing()->pause();
  east.rename(opened.id, "eastern title");
  west.rename(opened.id, "western title");
  east.bridge->syncing()->resume();
  west.bridge->syncing()->resume();
  const auto settleSign = [](Office& office) {
    return office.window->findChild<QPushButton*>(QStringLiteral("settleSign"))->isVisible();
  };
  REQUIRE(QTest::qWaitFor([&] { return settleSign(east) && settleSign(west); }, kPatience));

  // The west settles it with one key, for the value that is not shown.
  QTest::keyClick(west.window.get(), Qt::Key_F5);
  auto* list = west.window->findChild<SyncList*>(QStringLiteral("syncList"));
  REQUIRE(list != nullptr);
  REQUIRE(QTest::qWaitFor([&] { return list->model()->rowCount() > 0; }, kPatience));
  const auto conflict = desk::openConflicts(west.hall.desk(), {}, 1).value().conflicts.front();
  REQUIRE(conflict.rivals.size() == 2);
  QTest::keyClick(list, Qt::Key_1);
  const std::string chosen = conflict.rivals[0].value.text;
  CHECK(QTest::qWaitFor([&] { return west.title(opened.id) == chosen && east.title(opened.id) == chosen; }, kPatience));
  CHECK(QTest::qWaitFor([&] { return !settleSign(east) && !settleSign(west); }, kPatience));
}
