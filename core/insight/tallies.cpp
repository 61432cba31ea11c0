// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/tallies.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <utility>

#include "domain/due.h"
#include "store/departments.h"

namespace ow::insight {

using base::Result;
using store::DayNumber;
using store::Fact;
using store::FactSource;
using store::KeptDay;
using store::TallyCell;
using store::TallyDay;

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
  DayCount(FactSource source, const Counting& counting) : m_source(source), m_counting(counting) {}

  // Before the first fact, from the same state of the store.
  Result<void> readDepartments(store::Connection& connection) {
    OW_TRY(m_departments, store::departments(connection));
    return base::success();
  }

  // `times` below 0: taken away.
  void add(const Fact& fact, std::int64_t times = 1) {
    ++m_facts;
    m_times = times;
    const Conditions met = conditionsOf(m_source, fact);
    const std::int64_t value = measured(fact);
    const auto department = fact.service ? m_departments.find(*fact.service) : m_departments.end();
    if (fact.service && department == m_departments.end()) m_unknown.insert(*fact.service);
    count(Split::all, {}, met, value);
    count(Split::service, fact.service ? fact.service->text() : std::string(), met, value);
    count(Split::department, department == m_departments.end() ? std::string() : department->second, met, value);
    // Of these a percentile is not asked but of the queue, and its values would only multiply them.
    const std::int64_t apart = store::isOfTickets(m_source) ? value : store::kNoValue;
    count(Split::window, std::string(fact.window), met, apart);
    count(Split::channel, std::string(base::code(fact.channel)), met, store::kNoValue);
    count(Split::clerk, fact.clerk ? fact.clerk->text() : std::string(), met, apart);
    count(Split::division, std::string(fact.division), met, store::kNoValue);
  }
  std::int64_t facts() const { return m_facts; }                            // since it was made
  const std::set<domain::ServiceId>& unknown() const { return m_unknown; }  // services that are not here
  std::vector<TallyCell> take() {
    std::vector<TallyCell> cells;
    cells.reserve(m_counts.size());
    for (const auto& [key, n] : m_counts)
      if (n != 0) cells.push_back({std::string(base::code(key.split)), key.member, key.conditions, key.value, n});
    m_counts.clear();
    return cells;
  }

 private:
  void count(Split split, std::string member, Conditions met, std::int64_t value) {
    m_counts[{split, std::move(member), met, value}] += m_times;
  }
  std::int64_t measured(const Fact& fact) {
    if (m_source == FactSource::caseClosed) return usedDays(fact, domain::LimitUnit::workingDay);
    if (m_source == FactSource::caseSpeed) return usedOfLimit(fact);
    return store::isOfTickets(m_source) ? minutesOf(m_source, *fact.ticket).value_or(store::kNoValue) : store::kNoValue;
  }
  // In hundredths of the limit.
  std::int64_t usedOfLimit(const Fact& fact) {
    constexpr double kHundred = 100;
    if (!fact.legalLimit || fact.legalLimit->amount <= 0) return store::kNoValue;
    return std::llround(kHundred * double(usedDays(fact, fact.legalLimit->unit)) / fact.legalLimit->amount);
  }
  std::int64_t usedDays(const Fact& fact, domain::LimitUnit unit) {
    const auto known = m_calendars.find(fact.jurisdiction);
    const domain::WorkCalendar& calendar =
        known != m_calendars.end()
            ? known->second
            : m_calendars.emplace(fact.jurisdiction, m_counting.calendarOf(fact.jurisdiction)).first->second;
    return domain::usedDays(fact.acceptedAt.value_or(fact.openedAt), *fact.closedAt, unit, calendar);
  }

  FactSource m_source;
  std::int64_t m_facts = 0, m_times = 1;
  const Counting& m_counting;
  store::Departments m_departments;
  std::set<domain::ServiceId> m_unknown;
  std::map<std::string, domain::WorkCalendar, std::less<>> m_calendars;
  std::map<CellKey, std::int64_t> m_counts;
};

// Up to where facts of a source are counted that are before `end`.
base::Instant countedUntil(FactSource source, base::Instant end, base::Instant now) {
  return store::isOfLimits(source) ? std::min(end, now + std::chrono::milliseconds(1)) : end;
}

// What is kept of a day may be added to, and need not be counted anew. Of another zone it is another day.
bool isBeginningOf(const KeptDay& kept, const TallyDay& day) {
  if (kept.begins != day.begins) return false;
  return kept.ends == day.ends || (store::isOfLimits(day.source) && kept.ends < day.ends);
}

Result<std::vector<TallyCell>> countDay(store::Connection& connection, const TallyDay& day, DayCount& count) {
  OW_TRYV(store::eachFact(connection, day.source, {day.begins, day.ends}, [&](const Fact& fact) {
    count.add(fact);
    return true;
  }));
  return count.take();
}

// What a kept day is behind of.
Result<std::vector<TallyCell>> countLate(store::Connection& connection, const TallyDay& day, const KeptDay& kept,
                                         DayCount& count) {
  OW_TRYV(store::eachLateFact(connection, day.source, day.day, store::Late::added, [&](const Fact& fact) { count.add(fact); }));
  OW_TRYV(store::eachLateFact(connection, day.source, day.day, store::Late::rated, [&](const Fact& fact) {
    Fact before = fact;
    before.isRated = false;
    count.add(before, -1);
    count.add(fact);
  }));
  OW_TRYV(store::eachFact(connection, day.source, {kept.ends, day.ends}, [&](const Fact& fact) {
    count.add(fact);
    return true;
  }));
  return count.take();
}

Result<void> keep(store::Write& write, const TallyDay& day, DayCount& count) {
  OW_TRY(const auto kept, store::keptDays(write.connection(), day.source, day.day, day.day, kVocabulary));
  if (!kept.empty() && isBeginningOf(kept.begin()->second, day)) {
    OW_TRY(const auto changes, countLate(write.connection(), day, kept.begin()->second, count));
    OW_TRY(const bool isAdded, store::addToTally(write, day, changes));
    if (isAdded) return base::success();
  }
  OW_TRY(const auto cells, countDay(write.connection(), day, count));
  return store::putTally(write, day, cells);
}

// The first days of these, in one write: nobody changes a row between counting and keeping. A clerk who saves meanwhile waits
// for a day with many facts, or for many days with few. Answers how many days.
Result<int> countAndKeep(store::Store& store, std::span<const TallyDay> days, DayCount& count) {
  constexpr std::int64_t kFactsAtOnce = 2000;
  OW_TRY(auto write, store.write());
  OW_TRYV(count.readDepartments(write.connection()));
  const std::int64_t before = count.facts();
  int counted = 0;
  for (const TallyDay& day : days) {
    OW_TRYV(keep(write, day, count));
    ++counted;
    if (count.facts() - before >= kFactsAtOnce) break;
  }
  OW_TRYV(store::noteUnknown(write, count.unknown()));
  OW_TRYV(write.commit());
  return counted;
}

// Where nothing came to an end meanwhile, what is kept of today is as good as counted up to now: nobody writes for that alone.
Result<bool> isUpToDate(store::Connection& connection, const KeptDay& kept, const TallyDay& day) {
  if (kept.isBehind || !isBeginningOf(kept, day)) return false;
  if (kept.ends == day.ends) return true;
  bool isMore = false;
  OW_TRYV(store::eachFact(connection, day.source, {kept.ends, day.ends}, [&](const Fact&) {
    isMore = true;
    return false;
  }));
  return !isMore;
}

Result<std::vector<TallyDay>> daysToCount(store::Connection& connection, FactSource source, const Days& days,
                                          const Counting& counting) {
  OW_TRY(const auto kept, store::keptDays(connection, source, numberOf(days.from), numberOf(days.to), kVocabulary));
  std::vector<TallyDay> found;
  base::Instant next = beginningOf(numberOf(days.from), counting.zone);
  for (DayNumber number = numberOf(days.from); number <= numberOf(days.to); ++number) {
    const base::Instant begins = std::exchange(next, beginningOf(number + 1, counting.zone));
    const TallyDay day{source, number, kVocabulary, begins, countedUntil(source, next, counting.now)};
    if (day.ends <= day.begins) continue;  // no limit of it has ended
    const auto known = kept.find(number);
    if (known != kept.end()) {
      OW_TRY(const bool isDone, isUpToDate(connection, known->second, day));
      if (isDone) continue;
    }
    found.push_back(day);
  }
  return found;
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

base::Instant endOf(FactSource source, DayNumber day, const base::TimeZone& zone, base::Instant now) {
  return countedUntil(source, beginningOf(day + 1, zone), now);
}

std::optional<std::int64_t> minutesOf(FactSource source, const domain::Ticket& ticket) {
  const bool isOfService = source == FactSource::ticketHandled;
  const auto from = isOfService ? ticket.arrivedAt : std::optional(ticket.issuedAt);
  const auto until = isOfService ? ticket.endedAt : ticket.calledAt;
  if (source == FactSource::ticket || !from || !until) return std::nullopt;
  // Two desks with two clocks can have it that a number was called before it was issued.
  return std::max<std::int64_t>(0, std::chrono::round<std::chrono::minutes>(*until - *from).count());
}

Result<Tallies> Tallies::of(store::Store& store, FactSource source, const Days& days, const Counting& counting) {
  Tallies made(source, days);
  std::vector<TallyDay> missing;
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(missing, daysToCount(reader.connection(), source, days, counting));
    if (missing.empty()) return made;
  }
  DayCount count(source, counting);
  const auto goesOn = [&] { return !counting.watch || counting.watch(made.m_countedDays, int(missing.size())); };
  while (made.m_countedDays < int(missing.size())) {
    if (!goesOn()) return base::fail(base::ErrorKind::cancelled);
    const auto rest = std::span(missing).subspan(std::size_t(made.m_countedDays));
    if (store.isReadOnly()) {
      OW_TRY(auto reader, store.read());
      OW_TRYV(reader.beginSnapshot());
      OW_TRYV(count.readDepartments(reader.connection()));
      OW_TRY(made.m_held[rest.front().day], countDay(reader.connection(), rest.front(), count));
      ++made.m_countedDays;
      continue;
    }
    OW_TRY(const int counted, countAndKeep(store, rest, count));
    made.m_countedDays += counted;
  }
  return made;
}

Result<void> Tallies::each(store::Connection& connection, Split split, const store::TakeCell& take) const {
  const std::string word(base::code(split));
  for (const auto& [day, cells] : m_held)
    for (const TallyCell& cell : cells)
      if (cell.split == word) take(day, cell);
  return store::eachTally(connection, m_source, word, numberOf(m_days.from), numberOf(m_days.to),
                          [&](DayNumber day, const TallyCell& cell) {
                            if (!m_held.contains(day)) take(day, cell);
                          });
}

}  // namespace ow::insight
