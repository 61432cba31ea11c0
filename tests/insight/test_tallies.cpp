// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "domain/due.h"
#include "insight/tallies.h"
#include "store/departments.h"
#include "testkit/hall.h"

using namespace ow;
using base::Instant;
using insight::Split;
using store::FactSource;
using testkit::Hall;

namespace {

constexpr std::uint64_t kRows = 10;  // of each kind
constexpr std::size_t kSources = base::kCodes<FactSource>.size();
using Cells = std::map<std::tuple<store::DayNumber, Split, std::string, insight::Conditions, std::int64_t>, std::int64_t>;

// Some days of a hall whose rows come, change and go in any order, as the centre's rows may.
class Days {
 public:
  Days(const char* zone, const std::string& noon, std::uint64_t seed)
      : m_zone(base::TimeZone::named(zone).value()), m_noon(testkit::at(noon)), m_dice(seed) {
    m_hall.clock.set(m_noon);
    m_days = {m_zone.dateOf(m_noon - std::chrono::days(2)), m_zone.dateOf(m_noon + std::chrono::days(2))};
  }

  store::Store& store() { return m_hall.store(); }
  void execute(const std::string& sql) {
    auto write = store().write().value();
    const auto done = write.connection().execute(sql);
    INFO(sql);
    REQUIRE(done);
    REQUIRE(write.commit());
  }
  std::int64_t number(const std::string& sql) { return store().read().value().connection().integer(sql).value(); }
  void set(const char* moment) { m_hall.clock.set(testkit::at(moment)); }
  void wait() { m_hall.clock.advance(std::chrono::minutes(m_dice.below(200))); }

  // One row more, one changed or one gone.
  std::string something() {
    switch (m_dice.below(6)) {
      case 0:
        return row("case_record", caseOf());
      case 1:
        return row("interaction", {{"case_id", idOr("ca")},
                                   {"channel", one({"'counter'", "'kiosk'", "'phone'"})},
                                   {"direction", one({"'inbound'", "'inbound'", "'outbound'"})},
                                   {"at", moment()},
                                   {"subject", "'x'"},
                                   {"clerk_id", idOr("5a")},
                                   {"window", one({"NULL", "'1'", "'2'"})}});
      case 2:
      case 3:
        return row("rating", ratingOf());
      case 4:
        return row("ticket", ticketOf());
      default:
        return m_dice.below(12) == 0 ? row("service", serviceOf()) : row("rating_review", reviewOf());
    }
  }

  Cells kept(FactSource source) { return kept(store(), source); }
  Cells kept(store::Store& store, FactSource source) {
    const auto tallies = insight::Tallies::of(store, source, seen(), counting()).value();
    m_counted = tallies.countedDays();
    Cells cells;
    const auto reader = store.read().value();
    for (std::size_t i = 0; i < base::kCodes<Split>.size(); ++i)
      REQUIRE(tallies.each(reader.connection(), Split(i), [&](store::DayNumber day, const store::TallyCell& cell) {
        REQUIRE(cell.n > 0);
        cells[{day, Split(i), cell.member, cell.conditions, cell.value}] += cell.n;
      }));
    return cells;
  }
  int countedDays() const { return m_counted; }

  // Every fact looked at, one by one.
  Cells anew(FactSource source) {
    const auto reader = store().read().value();
    const auto departments = store::departments(reader.connection()).value();
    const auto calendar = domain::bundledCalendar("CN");
    Cells cells;
    const Instant from = insight::beginningOf(insight::numberOf(m_days.from), m_zone);
    const Instant until = insight::endOf(source, insight::numberOf(seen().to), m_zone, now());
    if (until <= from) return cells;
    REQUIRE(store::eachFact(reader.connection(), source, {from, until}, [&](const store::Fact& fact) {
      const auto day = insight::numberOf(m_zone.dateOf(fact.at));
      const auto met = insight::conditionsOf(source, fact);
      const std::int64_t used = source == FactSource::caseClosed
                                    ? domain::usedDays(fact.acceptedAt.value_or(fact.openedAt), *fact.closedAt,
                                                       domain::LimitUnit::workingDay, calendar)
                                    : minutes(source, fact);
      const std::int64_t apart = source == FactSource::caseClosed ? store::kNoValue : used;
      const auto department = fact.service ? departments.find(*fact.service) : departments.end();
      ++cells[{day, Split::all, "", met, used}];
      ++cells[{day, Split::service, fact.service ? fact.service->text() : "", met, used}];
      ++cells[{day, Split::department, department == departments.end() ? "" : department->second, met, used}];
      ++cells[{day, Split::window, std::string(fact.window), met, apart}];
      ++cells[{day, Split::channel, std::string(base::code(fact.channel)), met, store::kNoValue}];
      ++cells[{day, Split::clerk, fact.clerk ? fact.clerk->text() : "", met, apart}];
      ++cells[{day, Split::division, std::string(fact.division), met, store::kNoValue}];
      return true;
    }));
    return cells;
  }

  std::unique_ptr<store::Store> besides() {
    store::StoreKey key;
    std::ranges::copy(store().key().bytes(), key.bytes().begin());
    return store::Store::open(m_hall.storePath(), std::move(key), {.access = store::Access::readOnly}).value();
  }

 private:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  Instant now() { return m_hall.clock.now(); }
  static std::int64_t minutes(FactSource source, const store::Fact& fact) {
    const auto between = [](Instant from, Instant until) {
      return std::max<std::int64_t>(0, std::chrono::round<std::chrono::minutes>(until - from).count());
    };
    if (source == FactSource::ticketWait) return between(fact.ticket->issuedAt, *fact.ticket->calledAt);
    if (source == FactSource::ticketHandled) return between(*fact.ticket->arrivedAt, *fact.ticket->endedAt);
    return store::kNoValue;
  }
  insight::Days seen() { return {m_days.from, std::min(m_days.to, m_zone.dateOf(now()))}; }
  insight::Counting counting() {
    return {m_zone, [](std::string_view) { return domain::bundledCalendar("CN"); }, now(), {}};
  }
  // Mostly the first, so that many facts are alike.
  std::string one(std::vector<const char*> choices) { return choices[m_dice.below(4) > 0 ? 0 : m_dice.below(choices.size())]; }
  std::string idOr(const std::string& kind) { return m_dice.below(2) == 0 ? "NULL" : id(kind, m_dice.below(kRows)); }
  std::string id(const std::string& kind, std::uint64_t i) {
    return "X'0190f3a800007000800000000000" + kind + (i < 16 ? "0" : "1") + "0123456789abcdef"[i % 16] + "'";
  }
  // Within the days, or close to the beginning of one of them.
  std::string moment() {
    const Instant midnight = insight::beginningOf(insight::numberOf(m_days.from) + std::int64_t(m_dice.below(6)), m_zone);
    const auto shift = m_dice.below(3) == 0 ? std::int64_t(m_dice.below(3)) - 1 : std::int64_t(m_dice.below(86'400'000));
    return std::to_string(base::toMillis(midnight) + shift);
  }
  std::string momentOr() { return m_dice.below(3) == 0 ? "NULL" : moment(); }

  Fields caseOf() {
    const bool isClosed = m_dice.below(2) == 0;
    const std::string number = "'N" + std::to_string(++m_cases) + "'";
    return {{"number", number},
            {"service_id", id("5e", m_dice.below(3))},
            {"title", "'x'"},
            {"state", isClosed ? one({"'closed'", "'returned'"}) : "'accepted'"},
            {"outcome", one({"NULL", "'granted'", "'denied'"})},
            {"channel", one({"'counter'", "'web'"})},
            {"priority", "'normal'"},
            {"hall", "'h'"},
            {"window", one({"NULL", "'1'", "'2'"})},
            {"owner_id", idOr("5a")},
            {"jurisdiction", "'CN'"},
            {"opened_at", moment()},
            {"due_at", momentOr()},
            {"is_due_expected", "0"},
            {"closed_at", isClosed ? moment() : "NULL"},
            {"last_event_at", moment()},
            {"reopened_count", one({"0", "0", "1"})},
            {"division_code", one({"NULL", "'110101'"})}};
  }
  Fields ratingOf() {
    return {{"case_id", idOr("ca")},
            {"interaction_id", m_dice.below(2) == 0 ? "NULL" : id("f1", m_dice.below(kRows))},
            {"channel", one({"'counter'", "'web'"})},
            {"level", one({"1", "2", "3", "4", "5"})},
            {"is_active", one({"1", "1", "1", "0"})},
            {"at", moment()},
            {"service_id", m_dice.below(2) == 0 ? "NULL" : id("5e", m_dice.below(3))},
            {"window", one({"NULL", "'1'"})},
            {"clerk_id", idOr("5a")},
            {"nth", one({"NULL", "1", "2"})}};
  }
  Fields reviewOf() {
    return {{"rating_id", id("4a", m_dice.below(kRows))},
            {"case_id", idOr("ca")},
            {"level", one({"4", "5"})},
            {"opened_at", moment()},
            {"state", one({"'opened'", "'replied'", "'closed'", "'voided'"})},
            {"last_event_at", moment()},
            {"verify_due_at", momentOr()},
            {"rectify_due_at", momentOr()},
            {"call_back_due_at", momentOr()},
            {"verdict", one({"NULL", "'valid'", "'explained'"})},
            {"verified_at", momentOr()},
            {"replied_at", momentOr()},
            {"called_back_at", momentOr()}};
  }
  Fields ticketOf() {
    return {{"hall", "'h'"},          {"number", "'A7-001'"},
            {"queue", "'A'"},         {"priority", one({"'normal'", "'priority'", "'appointment'"})},
            {"issued_at", moment()},  {"called_at", momentOr()},
            {"calls", "1"},           {"window", one({"NULL", "'1'", "'2'"})},
            {"clerk_id", idOr("5a")}, {"arrived_at", momentOr()},
            {"ended_at", momentOr()}, {"state", one({"'done'", "'waiting'", "'no_show'", "'left'"})}};
  }
  Fields serviceOf() {
    return {{"code", "'S" + std::to_string(++m_cases) + "'"},
            {"name", "'x'"},
            {"department", one({"'A'", "'B'"})},
            {"case_type", "'promised'"},
            {"jurisdiction", "'CN'"},
            {"is_active", "1"}};
  }

  // The one that the dice choose: made where it is not there, otherwise changed in some fields, or gone.
  std::string row(const std::string& table, const Fields& fields) {
    static const std::map<std::string, std::string> kKinds{{"case_record", "ca"},   {"interaction", "f1"}, {"rating", "4a"},
                                                           {"rating_review", "4e"}, {"service", "5e"},     {"ticket", "7e"}};
    const std::string which = id(kKinds.at(table), m_dice.below(table == "service" ? 3 : kRows));
    if (m_there.insert(table + which).second) {
      std::string names = "id", values = which;
      for (const auto& [name, value] : fields) {
        names += ", " + name;
        values += ", " + value;
      }
      return "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
    }
    if (m_dice.below(4) == 0) {
      m_there.erase(table + which);
      return "DELETE FROM " + table + " WHERE id = " + which;
    }
    const bool isWhole = table == "case_record" && m_dice.below(2) == 0;  // state and moment go together
    std::string changes = "scopes = 1";                                   // what the centre notes is not counted
    for (const auto& [name, value] : fields) {
      const bool isOfState = table == "case_record" && (name == "state" || name == "closed_at");
      if (isOfState ? isWhole : m_dice.below(6) == 0) changes += ", " + name + " = " + value;
    }
    return "UPDATE " + table + " SET " + changes + " WHERE id = " + which;
  }

  Hall m_hall{"2026-01-05T09:30:00+08:00", domain::Role::supervisor};
  base::TimeZone m_zone;
  Instant m_noon;
  base::SeededRandom m_dice;
  insight::Days m_days;
  std::set<std::string> m_there;
  int m_cases = 0;
  int m_counted = 0;
};

void compare(Days& days) {
  for (std::size_t i = 0; i < kSources; ++i) {
    CAPTURE(base::code(FactSource(i)));
    REQUIRE(days.kept(FactSource(i)) == days.anew(FactSource(i)));
    REQUIRE(days.kept(FactSource(i)) == days.anew(FactSource(i)));
    CHECK(days.countedDays() == 0);
  }
}

}  // namespace

TEST_CASE("whatever comes, changes or goes in whatever order, what is kept of a day is what its rows say",
          "[insight][tallies][property]") {
  struct Place {
    const char* zone;
    const char* noon;
  };
  // In Boston a day of 25 hours lies in the middle.
  const auto place =
      GENERATE(Place{"Asia/Shanghai", "2026-03-05T12:00:00+08:00"}, Place{"America/New_York", "2026-11-01T12:00:00-05:00"},
               Place{"Pacific/Kiritimati", "2026-03-05T12:00:00+14:00"});
  CAPTURE(place.zone);
  Days days(place.zone, place.noon, 41);
  for (int round = 0; round < 120; ++round) {
    std::string changes;
    for (int i = 0; i < (round % 2 == 0 ? 1 + round % 4 : 20); ++i) changes += days.something() + ";";
    CAPTURE(round, changes);
    days.execute(changes);
    if (round % 3 == 0) days.wait();
    if (round % 10 == 9) {
      const auto reading = days.besides();
      for (std::size_t i = 0; i < kSources; ++i) {
        CAPTURE(base::code(FactSource(i)));
        REQUIRE(days.kept(*reading, FactSource(i)) == days.anew(FactSource(i)));
      }
    }
    compare(days);
  }
}

TEST_CASE("a rating that comes is counted alone, and one that changes throws away the one day on which it was given",
          "[insight][tallies]") {
  // From 00:00 of the 3rd to the 7th in the place's zone; UTC's days begin at 08:00.
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  days.wait();
  const auto insertAt = [&](const char* id, const char* moment) {
    days.execute("INSERT INTO rating (id, channel, level, is_active, at) VALUES (X'0190f3a800007000800000000000" +
                 std::string(id) + "', 'counter', 1, 1, " + std::to_string(base::toMillis(testkit::at(moment))) + ")");
  };
  insertAt("0001", "2026-03-04T00:00:00+08:00");
  insertAt("0002", "2026-03-04T23:59:59+08:00");
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
  CHECK(days.countedDays() == 3);  // up to today
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);

  insertAt("0003", "2026-03-04T07:59:59+08:00");
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);
  CHECK(days.number("SELECT count(*) FROM tally_late") == 1);
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
  CHECK(days.countedDays() == 1);
  CHECK(days.number("SELECT count(*) FROM tally_late") == 0);

  days.execute("UPDATE rating SET rev = 7, digest = 8, scopes = 9");  // the centre has it
  CHECK(days.number("SELECT count(*) FROM tally_day") == 3);
  days.execute("UPDATE rating SET level = 5 WHERE id = X'0190f3a8000070008000000000000002'");
  CHECK(days.number("SELECT count(*) FROM tally_day") == 2);
  CHECK(days.kept(FactSource::rating) == days.anew(FactSource::rating));
}

TEST_CASE("a kept day from which more would be taken than is in it is counted anew", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const std::string at = std::to_string(base::toMillis(testkit::at("2026-03-04T10:00:00+08:00")));
  days.execute(
      "INSERT INTO interaction (id, channel, direction, at, subject) VALUES (X'0190f3a80000700080000000000000f1',"
      " 'counter', 'inbound', " +
      at + ", 'x')");
  CHECK(days.kept(FactSource::visit) == days.anew(FactSource::visit));
  days.execute("DELETE FROM tally WHERE split = 'clerk'");  // something was lost
  days.execute(
      "INSERT INTO rating (id, interaction_id, channel, level, is_active, at) VALUES"
      " (X'0190f3a80000700080000000000000aa', X'0190f3a80000700080000000000000f1', 'counter', 1, 1, " +
      at + ")");
  CHECK(days.kept(FactSource::visit) == days.anew(FactSource::visit));
}

TEST_CASE("of today no limit counts that has still to end, and nobody writes where none has", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const auto due = [&](const char* id, const char* moment) {
    const std::string at = std::to_string(base::toMillis(testkit::at(moment)));
    days.execute(
        "INSERT INTO rating_review (id, rating_id, level, opened_at, state, last_event_at, verify_due_at) VALUES"
        " (X'0190f3a800007000800000000000" +
        std::string(id) + "', X'0190f3a80000700080000000000000aa', 5, 5, 'opened', 5, " + at + ")");
  };
  const auto counted = [&] {
    std::int64_t all = 0;
    for (const auto& [cell, n] : days.kept(FactSource::reviewVerifyDue)) all += std::get<Split>(cell) == Split::all ? n : 0;
    return all;
  };
  due("0001", "2026-03-05T12:01:00+08:00");
  due("0002", "2026-03-05T18:00:00+08:00");
  CHECK(counted() == 0);
  days.set("2026-03-05T12:00:30+08:00");
  CHECK(counted() == 0);
  CHECK(days.countedDays() == 0);
  days.set("2026-03-05T12:01:00+08:00");
  CHECK(counted() == 1);
  CHECK(days.countedDays() == 1);
  CHECK(counted() == 1);
  CHECK(days.countedDays() == 0);
  due("0003", "2026-03-05T12:00:10+08:00");  // the row came late
  CHECK(days.kept(FactSource::reviewVerifyDue) == days.anew(FactSource::reviewVerifyDue));
  days.set("2026-03-06T12:00:00+08:00");
  CHECK(days.kept(FactSource::reviewVerifyDue) == days.anew(FactSource::reviewVerifyDue));
}

TEST_CASE("a number that is called, served or given back is counted by each of its moments alone", "[insight][tallies]") {
  Days days("Asia/Shanghai", "2026-03-05T12:00:00+08:00", 1);
  const auto at = [](const char* moment) { return std::to_string(base::toMillis(testkit::at(moment))); };
  const auto compareAll = [&] {
    for (const FactSource source : {FactSource::ticket, FactSource::ticketWait, FactSource::ticketHandled})
      REQUIRE(days.kept(source) == days.anew(source));
  };
  compareAll();
  days.execute(
      "INSERT INTO ticket (id, hall, number, queue, priority, issued_at, calls, state) VALUES"
      " (X'0190f3a800007000800000000000007e', 'h', 'A7-001', 'A', 'normal', " +
      at("2026-03-04T23:50:00+08:00") + ", 0, 'waiting')");
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket'") == 1);
  compareAll();
  days.execute("UPDATE ticket SET rev = 7, digest = 8, scopes = 9, calls = 1");  // nothing that is counted
  CHECK(days.number("SELECT count(*) FROM tally_late") == 0);
  CHECK(days.number("SELECT count(*) FROM tally_day WHERE source = 'ticket'") == 3);
  days.execute("UPDATE ticket SET state = 'called', called_at = " + at("2026-03-05T00:05:00+08:00"));
  CHECK(days.number("SELECT count(*) FROM tally_day WHERE source = 'ticket'") == 2);  // the day of its issue is counted anew
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket_wait'") == 1);
  compareAll();
  days.execute("UPDATE ticket SET state = 'done', arrived_at = " + at("2026-03-05T00:06:00+08:00") +
               ", ended_at = " + at("2026-03-05T00:20:00+08:00"));
  CHECK(days.number("SELECT count(*) FROM tally_late WHERE source = 'ticket_handled'") == 1);
  compareAll();
  const auto handled = days.kept(FactSource::ticketHandled);
  CHECK(std::any_of(handled.begin(), handled.end(), [](const auto& cell) { return std::get<4>(cell.first) == 14; }));
  days.execute("DELETE FROM ticket");
  compareAll();
}
