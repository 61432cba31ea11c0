// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/tallies.h"

#include <set>
#include <span>

#include "domain/due.h"
#include "store/departments.h"

namespace ow::insight {

using base::Result;
using store::DayNumber;
using store::Fact;
using store::FactSource;
using store::TallyCell;

namespace {

struct CellKey {
  Split split;
  std::string member;
  Conditions conditions;
  std::int64_t value;
  auto operator<=>(const CellKey&) const = default;
};

// Counts the facts of one day.
class DayCount {
 public:
  DayCount(FactSource source, const Counting& counting, const store::Departments& departments)
      : m_source(source), m_counting(counting), m_departments(departments) {}

  void add(const Fact& fact) {
    ++m_facts;
    const Conditions met = conditionsOf(m_source, fact);
    const std::int64_t value = m_source == FactSource::caseClosed ? usedDays(fact) : store::kNoValue;
    const auto department = fact.service ? m_departments.find(*fact.service) : m_departments.end();
    count(Split::all, {}, met, value);
    count(Split::service, fact.service ? fact.service->text() : std::string(), met, value);
    count(Split::department, department == m_departments.end() ? std::string() : department->second, met, value);
    // Of these a percentile is not asked, and its values would only multiply them.
    count(Split::window, std::string(fact.window), met, store::kNoValue);
    count(Split::channel, std::string(base::code(fact.channel)), met, store::kNoValue);
    count(Split::clerk, fact.clerk ? fact.clerk->text() : std::string(), met, store::kNoValue);
    count(Split::division, std::string(fact.division), met, store::kNoValue);
  }
  std::int64_t facts() const { return m_facts; }  // since it was made
  std::vector<TallyCell> take() {
    std::vector<TallyCell> cells;
    cells.reserve(m_counts.size());
    for (const auto& [key, n] : m_counts)
      cells.push_back({std::string(base::code(key.split)), key.member, key.conditions, key.value, n});
    m_counts.clear();
    return cells;
  }

 private:
  void count(Split split, std::string member, Conditions met, std::int64_t value) {
    ++m_counts[{split, std::move(member), met, value}];
  }
  std::int64_t usedDays(const Fact& fact) {
    const auto known = m_calendars.find(fact.jurisdiction);
    const domain::WorkCalendar& calendar =
        known != m_calendars.end()
            ? known->second
            : m_calendars.emplace(fact.jurisdiction, m_counting.calendarOf(fact.jurisdiction)).first->second;
    return domain::usedDays(fact.acceptedAt.value_or(fact.openedAt), *fact.closedAt, domain::LimitUnit::workingDay, calendar);
  }

  FactSource m_source;
  std::int64_t m_facts = 0;
  const Counting& m_counting;
  const store::Departments& m_departments;
  std::map<std::string, domain::WorkCalendar, std::less<>> m_calendars;
  std::map<CellKey, std::int64_t> m_counts;
};

Result<std::vector<TallyCell>> countDay(store::Connection& connection, FactSource source, DayNumber day, DayCount& count,
                                        const base::TimeZone& zone) {
  OW_TRYV(store::eachFact(connection, source, {beginningOf(day, zone), beginningOf(day + 1, zone)}, [&](const Fact& fact) {
    count.add(fact);
    return true;
  }));
  return count.take();
}

// The first days of these, in one write: nobody changes a row between counting and keeping. A clerk who saves meanwhile waits
// for a day with many facts, or for many days with few. Answers how many days.
Result<int> countAndKeep(store::Store& store, FactSource source, std::span<const DayNumber> days, DayCount& count,
                         const base::TimeZone& zone) {
  constexpr std::int64_t kFactsAtOnce = 2000;
  OW_TRY(auto write, store.write());
  const std::int64_t before = count.facts();
  int counted = 0;
  for (const DayNumber day : days) {
    OW_TRY(const auto cells, countDay(write.connection(), source, day, count, zone));
    OW_TRYV(store::putTally(write, source, day, kVocabulary, cells));
    ++counted;
    if (count.facts() - before >= kFactsAtOnce) break;
  }
  OW_TRYV(write.commit());
  return counted;
}

}  // namespace

DayNumber numberOf(base::Date day) {
  return std::chrono::sys_days{day}.time_since_epoch().count();
}
base::Date dayOf(DayNumber number) {
  return base::Date{std::chrono::sys_days{std::chrono::days{number}}};
}

base::Instant beginningOf(DayNumber day, const base::TimeZone& zone) {
  return zone.toInstant(base::LocalTime{std::chrono::local_days{std::chrono::days{day}}});
}

Result<Tallies> Tallies::of(store::Store& store, FactSource source, const Days& days, const Counting& counting) {
  Tallies made(source, days);
  std::set<DayNumber> kept;
  store::Departments departments;
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(kept, store::talliedDays(reader.connection(), source, numberOf(days.from), numberOf(days.to), kVocabulary));
    if (std::int64_t(kept.size()) == numberOf(days.to) - numberOf(days.from) + 1) return made;
    OW_TRY(departments, store::departments(reader.connection()));
  }
  DayCount count(source, counting, departments);
  std::vector<DayNumber> missing;
  for (DayNumber day = numberOf(days.from); day <= numberOf(days.to); ++day)
    if (!kept.contains(day)) missing.push_back(day);
  const auto goesOn = [&] { return !counting.watch || counting.watch(made.m_countedDays, int(missing.size())); };
  while (made.m_countedDays < int(missing.size())) {
    if (!goesOn()) return base::fail(base::ErrorKind::cancelled);
    const auto rest = std::span(missing).subspan(std::size_t(made.m_countedDays));
    if (store.isReadOnly()) {
      OW_TRY(auto reader, store.read());
      OW_TRY(made.m_held[rest.front()], countDay(reader.connection(), source, rest.front(), count, counting.zone));
      ++made.m_countedDays;
      continue;
    }
    OW_TRY(const int counted, countAndKeep(store, source, rest, count, counting.zone));
    made.m_countedDays += counted;
  }
  return made;
}

Result<void> Tallies::each(store::Connection& connection, Split split, const store::TakeCell& take) const {
  const std::string word(base::code(split));
  for (const auto& [day, cells] : m_held)
    for (const TallyCell& cell : cells)
      if (cell.split == word) take(day, cell);
  return store::eachTally(connection, m_source, word, numberOf(m_days.from), numberOf(m_days.to), take);
}

}  // namespace ow::insight
