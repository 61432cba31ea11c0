// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "domain/due.h"
#include "insight/tallies.h"
#include "store/departments.h"
#include "testkit/hall.h"

namespace ow::test {

using base::Instant;
using insight::Split;
using store::FactSource;
using Cells = std::map<std::tuple<store::DayNumber, Split, std::string, insight::Conditions, std::int64_t>, std::int64_t>;

// Some days of a hall whose rows come, change and go in any order, as the centre's rows may.
class BusyDays {
 public:
  static constexpr std::uint64_t kRows = 10;  // of each kind

  BusyDays(const char* zone, const std::string& noon, std::uint64_t seed)
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
    switch (m_dice.below(7)) {
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
      case 5:
        return row("official_document", {{"case_id", id("ca", m_dice.below(kRows))},
                                         {"type", one({"'correction_notice'", "'acceptance_notice'"})},
                                         {"provisional", "'临1'"},
                                         {"issued_at", moment()}});
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
    Cells cells;
    const Instant from = insight::beginningOf(insight::numberOf(m_days.from), m_zone);
    const Instant until = insight::endOf(source, insight::numberOf(seen().to), m_zone, now());
    if (until <= from) return cells;
    REQUIRE(store::eachFact(reader.connection(), source, {from, until}, [&](const store::Fact& fact) {
      const auto day = insight::numberOf(m_zone.dateOf(fact.at));
      const auto met = insight::conditionsOf(source, fact);
      const bool isOfCases = source == FactSource::caseClosed || source == FactSource::caseSpeed;
      const std::int64_t used = isOfCases ? days(source, fact) : minutes(source, fact);
      const std::int64_t apart = isOfCases ? store::kNoValue : used;
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
  // Working days, or hundredths of the limit of the law.
  static std::int64_t days(FactSource source, const store::Fact& fact) {
    const auto used = [&](domain::LimitUnit unit) {
      return domain::usedDays(fact.acceptedAt.value_or(fact.openedAt), *fact.closedAt, unit, domain::bundledCalendar("CN"));
    };
    if (source == FactSource::caseClosed) return used(domain::LimitUnit::workingDay);
    if (!fact.legalLimit) return store::kNoValue;
    return (used(fact.legalLimit->unit) * 200 + fact.legalLimit->amount) / (2 * fact.legalLimit->amount);
  }
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
  // This one, or another that knows the same person.
  std::string hall() { return m_dice.below(4) == 0 ? "'西厅'" : "'" + m_hall.desk().place().hall + "'"; }
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
            {"nth", one({"NULL", "1", "2"})},
            {"hall", hall()}};
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
            {"called_back_at", momentOr()},
            {"hall", hall()}};
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
            {"statutory_amount", one({"20", "3", "NULL"})},
            {"statutory_unit", one({"'working_day'", "'calendar_day'"})},
            {"jurisdiction", "'CN'"},
            {"is_active", "1"}};
  }

  // The one that the dice choose: made where it is not there, otherwise changed in some fields, or gone.
  std::string row(const std::string& table, const Fields& fields) {
    static const std::map<std::string, std::string> kKinds{{"case_record", "ca"},      {"interaction", "f1"}, {"rating", "4a"},
                                                           {"rating_review", "4e"},    {"service", "5e"},     {"ticket", "7e"},
                                                           {"official_document", "d0"}};
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

  testkit::Hall m_hall{"2026-01-05T09:30:00+08:00", domain::Role::supervisor};
  base::TimeZone m_zone;
  Instant m_noon;
  base::SeededRandom m_dice;
  insight::Days m_days;
  std::set<std::string> m_there;
  int m_cases = 0;
  int m_counted = 0;
};

}  // namespace ow::test
