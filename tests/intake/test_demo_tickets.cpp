// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/time.h"
#include "intake/demo_hall.h"
#include "testkit/hall.h"

using namespace ow;

namespace {

// The queue of a demo hall that was made on that day.
struct DemoQueue {
  explicit DemoQueue(const char* now) : hall(now), now(std::to_string(base::toMillis(testkit::at(now)))) {
    REQUIRE(intake::writeDemoHall(hall.store(), {300, 900, 7}, testkit::at(now)));
  }
  std::int64_t number(const std::string& sql) { return hall.store().read().value().connection().integer(sql).value(); }
  std::int64_t tickets(const std::string& which) { return number("SELECT count(*) FROM ticket WHERE " + which); }
  bool isEveryNumberOnce() {
    return tickets("1") == number("SELECT count(DISTINCT number || ((issued_at + 28800000) / 86400000)) FROM ticket");
  }

  testkit::Hall hall;
  std::string now;
};

}  // namespace

TEST_CASE("whoever came to a counter of the town had taken a number, and some wait now", "[intake][demo][queue]") {
  DemoQueue queue("2026-03-02T10:30:00+08:00");
  constexpr int kOfToday = 24;  // that the board has a day behind it
  CHECK(queue.tickets("state = 'done'") - kOfToday ==
        queue.number("SELECT count(*) FROM interaction WHERE channel = 'counter' AND direction = 'inbound'"));
  CHECK(queue.tickets("issued_at > called_at OR called_at > arrived_at OR arrived_at > ended_at OR issued_at > ended_at") == 0);
  CHECK(queue.tickets("ended_at > " + queue.now + " OR issued_at > " + queue.now) == 0);
  CHECK(queue.isEveryNumberOnce());
  CHECK(queue.tickets("state = 'waiting'") == 14);
  CHECK(queue.tickets("state = 'serving'") == 4);
  CHECK(queue.tickets("state = 'called'") == 1);
  CHECK(queue.tickets("window = '1' AND ended_at IS NULL") == 0);  // for whoever tries it
  CHECK(queue.tickets("state = 'no_show' AND calls = 3") > 10);
  CHECK(queue.tickets("id NOT IN (SELECT entity_id FROM operation)") == 0);
  // Most were called within a quarter of an hour, and not all.
  const double called = double(queue.tickets("called_at IS NOT NULL"));
  const double soon = double(queue.tickets("called_at - issued_at <= 900000"));
  CHECK(soon / called > 0.6);
  CHECK(soon / called < 0.95);
}

TEST_CASE("a town that is made just after midnight gives no number out twice on either day", "[intake][demo][queue]") {
  DemoQueue queue("2026-03-03T00:10:00+08:00");
  CHECK(queue.isEveryNumberOnce());
  CHECK(queue.tickets("state = 'waiting'") == 14);
}
