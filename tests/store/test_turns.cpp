// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <latch>
#include <thread>

#include "desk/drafts.h"
#include "desk/inside.h"
#include "store/desk_state.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

// Two threads write the same kind of row, one right after the other, on the one write connection. The first is held between
// its commit and its return until the second is in the middle of its statement; then the second is held until the first has
// returned. Whatever the first still holds of the connection at that moment falls into the second's work.
class TwoWriters {
 public:
  explicit TwoWriters(Hall& hall) : m_store(hall.store()) {
    m_token = m_store.listen([this](const store::Announcement&) {
      if (m_hasFirstCommitted.exchange(true)) return;
      m_committed.count_down();
      m_inside.wait();
    });
    auto write = m_store.write();
    REQUIRE(write);
    m_writer = write.value().connection().handle();
    sqlite3_trace_v2(m_writer, SQLITE_TRACE_STMT, traced, this);
  }
  ~TwoWriters() {
    sqlite3_trace_v2(m_writer, 0, nullptr, nullptr);
    m_store.unlisten(m_token);
  }
  TwoWriters(const TwoWriters&) = delete;
  TwoWriters& operator=(const TwoWriters&) = delete;

  // Answers whether both writes were taken. `table` is the one that both write to.
  bool write(const std::string& table, const std::function<bool()>& first, const std::function<bool()>& second) {
    m_table = table;
    bool wasSecondTaken = false;
    std::thread other([&] {
      m_committed.wait();
      m_second = std::this_thread::get_id();
      m_isSecondHere = true;
      wasSecondTaken = second();
      if (m_isSecondHere.exchange(false)) m_inside.count_down();  // it never came to its statement
    });
    const bool wasFirstTaken = first();
    m_returned.count_down();
    other.join();
    return wasFirstTaken && wasSecondTaken;
  }

 private:
  static int traced(unsigned, void* me, void*, void* sql) {
    auto& self = *static_cast<TwoWriters*>(me);
    if (!self.m_isSecondHere || std::this_thread::get_id() != self.m_second) return 0;
    if (std::string(static_cast<const char*>(sql)).find(self.m_table) == std::string::npos) return 0;
    self.m_isSecondHere = false;
    self.m_inside.count_down();
    self.m_returned.wait();
    return 0;
  }

  store::Store& m_store;
  std::uint64_t m_token = 0;
  sqlite3* m_writer = nullptr;
  std::string m_table;
  std::atomic<bool> m_hasFirstCommitted = false, m_isSecondHere = false;
  std::thread::id m_second;
  std::latch m_committed{1}, m_inside{1}, m_returned{1};
};

desk::Draft draftOf(const char* body) {
  desk::Draft draft;
  draft.form = "contact";
  draft.body = body;
  return draft;
}

}  // namespace

TEST_CASE("two drafts saved right after one another are both kept as they were typed", "[store][turns][draft]") {
  Hall hall;
  {
    TwoWriters writers(hall);
    CHECK(writers.write(
        "INSERT INTO draft", [&] { return desk::saveDraft(hall.desk(), draftOf("one")).has_value(); },
        [&] { return desk::saveDraft(hall.desk(), draftOf("two")).has_value(); }));
  }
  CHECK(desk::drafts(hall.desk()).value().size() == 2);
}

TEST_CASE("two drafts thrown away right after one another are both gone", "[store][turns][draft]") {
  Hall hall;
  const auto one = desk::saveDraft(hall.desk(), draftOf("one")).value();
  const auto two = desk::saveDraft(hall.desk(), draftOf("two")).value();
  {
    TwoWriters writers(hall);
    CHECK(writers.write(
        "DELETE FROM draft", [&] { return desk::discardDraft(hall.desk(), one).has_value(); },
        [&] { return desk::discardDraft(hall.desk(), two).has_value(); }));
  }
  CHECK(desk::drafts(hall.desk()).value().empty());
}

TEST_CASE("two settings set right after one another are both kept", "[store][turns][setting]") {
  Hall hall;
  {
    TwoWriters writers(hall);
    CHECK(writers.write(
        "INSERT INTO setting", [&] { return desk::setSetting(hall.desk(), "language", "zh").has_value(); },
        [&] { return desk::setSetting(hall.desk(), "theme", "dark").has_value(); }));
  }
  CHECK(desk::setting(hall.desk(), "language").value() == "zh");
  CHECK(desk::setting(hall.desk(), "theme").value() == "dark");
}

TEST_CASE("two looks right after one another are both in the access log", "[store][turns][privacy]") {
  Hall hall;
  const auto writesLook = [&](std::uint8_t number) {
    store::Look look;
    look.id.uuid.bytes[0] = look.party.uuid.bytes[0] = number;
    look.staff = hall.desk().clerk().id;
    look.purpose = "enquiry";
    return store::logLook(hall.store(), look).has_value();
  };
  {
    TwoWriters writers(hall);
    CHECK(writers.write("INSERT INTO access_log", [&] { return writesLook(1); }, [&] { return writesLook(2); }));
  }
  auto reader = hall.store().read().value();
  CHECK(reader.connection().integer("SELECT count(DISTINCT party_id) FROM access_log").value() == 2);
}
