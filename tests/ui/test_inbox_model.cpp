// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QPixmap>
#include <QTest>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "inbox/inbox_model.h"
#include "inbox/inbox_table.h"

using namespace ow;
using ui::InboxModel;
using ui::InboxPages;

namespace {

constexpr int kMillion = 1'000'000;

std::vector<std::int64_t> keysUpTo(int count) {
  std::vector<std::int64_t> keys(static_cast<std::size_t>(count));
  std::iota(keys.begin(), keys.end(), 1);
  return keys;
}

// Where the rows come from, answering when the test says so.
class SlowStore {
 public:
  InboxModel::Fetch fetch() {
    return [this](std::vector<std::int64_t> keys, InboxModel::Answer answer) {
      asked.push_back(keys);
      m_waiting.emplace_back(std::move(keys), std::move(answer));
    };
  }

  void answer() {
    auto waiting = std::exchange(m_waiting, {});
    for (auto& [keys, answer] : waiting) answer(rowsOf(keys));
  }

  // Until nobody asks any more.
  void settle() {
    QCoreApplication::processEvents();
    while (!m_waiting.empty()) {
      answer();
      QCoreApplication::processEvents();
    }
  }

  std::size_t waiting() const { return m_waiting.size(); }
  std::vector<std::vector<std::int64_t>> asked;
  std::string prefix = "N";

 private:
  base::Result<InboxModel::Rows> rowsOf(const std::vector<std::int64_t>& keys) const {
    InboxModel::Rows rows;
    for (const std::int64_t key : keys) {
      desk::InboxRow row;
      row.number = prefix + std::to_string(key);
      rows.emplace_back(row);
    }
    return rows;
  }

  std::vector<std::pair<std::vector<std::int64_t>, InboxModel::Answer>> m_waiting;
};

struct Inbox {
  SlowStore store;
  base::ManualClock clock{base::fromMillis(1'772'415'000'000)};
  InboxModel model{store.fetch(), clock, base::TimeZone::utc()};

  QString number(int row) const { return model.index(row, InboxModel::number).data().toString(); }
};

}  // namespace

TEST_CASE("an inbox of a million cases fetches only the page that is looked at", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(kMillion));

  REQUIRE(inbox.model.rowCount() == kMillion);
  CHECK(inbox.store.asked.empty());
  CHECK(inbox.number(700'000) == QStringLiteral("…"));
  inbox.store.settle();

  CHECK(inbox.number(700'000) == QStringLiteral("N700001"));
  REQUIRE(inbox.store.asked.size() == 1);
  CHECK(inbox.store.asked.front().size() == InboxPages::kRows);
  CHECK(inbox.store.asked.front().front() == 700'000 / 64 * 64 + 1);
}

TEST_CASE("the last page of the inbox is as long as what is left", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(70));
  CHECK(inbox.number(69) == QStringLiteral("…"));
  inbox.store.settle();
  CHECK(inbox.number(69) == QStringLiteral("N70"));
  CHECK(inbox.store.asked.front().size() == 6);
}

TEST_CASE("however far somebody scrolls, the inbox holds at most sixty-four pages", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(kMillion));
  for (int page = 0; page < 500; ++page) {
    inbox.number(page * 64);
    inbox.store.settle();
    REQUIRE(inbox.model.pages().pageCount() <= InboxPages::kPages);
  }
  CHECK(inbox.model.pages().pageCount() == InboxPages::kPages);
  CHECK(inbox.model.pages().rowCount() == InboxPages::kPages * InboxPages::kRows);

  SECTION("the page looked at last is still there") {
    CHECK(inbox.number(499 * 64) == QStringLiteral("N31937"));
  }
  SECTION("the page looked at first has gone and comes again") {
    CHECK(inbox.number(0) == QStringLiteral("…"));
    inbox.store.settle();
    CHECK(inbox.number(0) == QStringLiteral("N1"));
  }
  SECTION("reading the list again and again holds no more than twice as much") {
    for (int i = 0; i < 20; ++i) {
      inbox.model.refreshRows();
      for (int page = 0; page < 80; ++page) inbox.number((page + i * 80) * 64);
      inbox.store.settle();
      inbox.number(i * 6400);
      inbox.store.settle();
    }
    CHECK(inbox.model.pages().rowCount() <= 2 * InboxPages::kPages * InboxPages::kRows);
  }
}

TEST_CASE("a page that is looked at again is kept longer than one that is not", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(kMillion));
  for (int page = 0; page < 100; ++page) {
    inbox.number(page * 64);
    inbox.number(0);
    inbox.store.settle();
  }
  CHECK(inbox.number(0) == QStringLiteral("N1"));
}

TEST_CASE("dragging the scroll bar across the inbox asks for where it stops, not for all it passes", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(kMillion));
  for (int row = 0; row < kMillion; row += 1000) {
    inbox.number(row);
    if (row % 50'000 == 0) QCoreApplication::processEvents();
  }
  CHECK(inbox.number(999'000) == QStringLiteral("…"));
  QCoreApplication::processEvents();
  CHECK(inbox.store.waiting() <= 2);
  inbox.store.settle();

  CHECK(inbox.number(999'000) == QStringLiteral("N999001"));
  CHECK(inbox.store.asked.size() <= 8);
}

TEST_CASE("a case that was read stays readable while the list is read again", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(1000));
  inbox.number(10);
  inbox.store.settle();

  std::vector<std::int64_t> keys = keysUpTo(1000);
  keys.insert(keys.begin(), 5000);  // a new case at the top
  inbox.store.prefix = "M";
  inbox.model.setKeys(keys);

  CHECK(inbox.number(11) == QStringLiteral("N11"));
  CHECK(inbox.model.rowOf(11) == 11);
  inbox.store.settle();
  CHECK(inbox.number(11) == QStringLiteral("M11"));
  CHECK(inbox.number(0) == QStringLiteral("M5000"));
}

TEST_CASE("rows that were asked for an older list are not shown in the newer one", "[ui][inbox]") {
  Inbox inbox;
  inbox.model.setKeys(keysUpTo(1000));
  inbox.number(0);
  QCoreApplication::processEvents();
  REQUIRE(inbox.store.waiting() == 1);

  std::vector<std::int64_t> keys = keysUpTo(1000);
  std::reverse(keys.begin(), keys.end());
  inbox.model.setKeys(keys);
  inbox.store.answer();  // of the list before

  CHECK(inbox.number(0) == QStringLiteral("…"));
  inbox.store.settle();
  CHECK(inbox.number(0) == QStringLiteral("N1000"));
}

TEST_CASE("a case that has gone leaves its row without words", "[ui][inbox]") {
  base::ManualClock clock{base::fromMillis(0)};
  const InboxModel::Fetch fetch = [](const std::vector<std::int64_t>& keys, const InboxModel::Answer& answer) {
    answer(InboxModel::Rows(keys.size()));
  };
  InboxModel model(fetch, clock, base::TimeZone::utc());
  model.setKeys({1, 2});
  QString shown = model.index(0, InboxModel::number).data().toString();
  QCoreApplication::processEvents();
  shown = model.index(0, InboxModel::number).data().toString();
  CHECK(shown == QStringLiteral("…"));
}

TEST_CASE("the table paints any place of a million cases while the store has not answered", "[ui][inbox]") {
  Inbox inbox;
  ui::InboxTable table(inbox.model, nullptr);
  table.resize(1000, 600);
  inbox.model.setKeys(keysUpTo(kMillion));
  table.show();
  for (const int row : {0, 999'999, 500'000, 3}) {
    table.selectRow(row);
    table.scrollTo(inbox.model.index(row, 0));
    CHECK_FALSE(table.grab().isNull());
    CHECK(table.visualRect(inbox.model.index(row, 0)).intersects(table.viewport()->rect()));
  }
  CHECK(inbox.store.waiting() <= 2);
}

TEST_CASE("letters are keys in the inbox: J and K move, T takes, N writes, / filters, Enter opens", "[ui][inbox][keys]") {
  Inbox inbox;
  ui::InboxTable table(inbox.model, nullptr);
  table.resize(1000, 600);
  inbox.model.setKeys(keysUpTo(1000));
  table.show();
  table.selectRow(0);
  std::vector<std::pair<char, int>> heard;
  QObject::connect(&table, &ui::InboxTable::takeWanted, &table, [&](int row) { heard.emplace_back('t', row); });
  QObject::connect(&table, &ui::InboxTable::noteWanted, &table, [&](int row) { heard.emplace_back('n', row); });
  QObject::connect(&table, &ui::InboxTable::openWanted, &table, [&](int row) { heard.emplace_back('o', row); });
  QObject::connect(&table, &ui::InboxTable::filterWanted, &table, [&] { heard.emplace_back('/', -1); });

  QTest::keyClicks(&table, QStringLiteral("jjjk"));
  CHECK(table.currentRow() == 2);
  QTest::keyClicks(&table, QStringLiteral("tn/"));
  QTest::keyClick(&table, Qt::Key_Return);
  CHECK(heard == std::vector<std::pair<char, int>>{{'t', 2}, {'n', 2}, {'/', -1}, {'o', 2}});

  SECTION("the ends of the list hold") {
    QTest::keyClick(&table, Qt::Key_End);
    QTest::keyClicks(&table, QStringLiteral("jj"));
    CHECK(table.currentRow() == 999);
    QTest::keyClick(&table, Qt::Key_Home);
    QTest::keyClicks(&table, QStringLiteral("kk"));
    CHECK(table.currentRow() == 0);
  }
  SECTION("other letters search nothing and fetch nothing") {
    table.grab();
    inbox.store.settle();
    const std::size_t asked = inbox.store.asked.size();
    QTest::keyClicks(&table, QStringLiteral("zqx"));
    inbox.store.settle();
    CHECK(inbox.store.asked.size() == asked);
    CHECK(table.currentRow() == 2);
  }
}
