// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/equal_treatment.h"

#include <algorithm>

#include "desk/scorecard_inside.h"
#include "domain/due.h"
#include "store/applicants.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using store::Applicant;
using store::Fact;
using store::FactSource;

namespace {

constexpr std::array<std::string_view, 6> kIndicators{"customer.days_p50", "customer.in_time",   "process.returned",
                                                      "process.denied",    "customer.good_rate", "customer.bad_rate"};
constexpr std::size_t kGroups = base::kCodes<ApplicantGroup>.size();
constexpr int kFactsOfTelling = 1000;

// Years on the day of the fact.
std::string ageBand(base::Date born, base::Date day) {
  const std::chrono::year_month_day birth{std::chrono::sys_days(born)}, then{std::chrono::sys_days(day)};
  int years = int(then.year()) - int(birth.year());
  if (std::pair(then.month(), then.day()) < std::pair(birth.month(), birth.day())) --years;
  if (years < 18) return "0-17";
  if (years < 35) return "18-34";
  if (years < 60) return "35-59";
  return years < 80 ? "60-79" : "80-";
}

std::string memberOf(ApplicantGroup group, const Applicant& applicant, base::Date day) {
  const bool isPerson = applicant.kind == domain::PartyKind::person;
  switch (group) {
    case ApplicantGroup::kind:
      return std::string(base::code(applicant.kind));
    case ApplicantGroup::age:
      return isPerson && applicant.birthDate ? ageBand(*applicant.birthDate, day) : std::string();
    case ApplicantGroup::sex:
      return isPerson && applicant.sex != domain::Sex::unknown ? std::string(base::code(applicant.sex)) : std::string();
    case ApplicantGroup::language:
      return applicant.language;
    case ApplicantGroup::grid:
      return applicant.grid;
  }
  return {};
}

using Counted = std::array<Members, kGroups>;

// Adds the facts of one source to the groups of whoever applied.
class GroupCount {
 public:
  GroupCount(Desk::Inside& in, const insight::Days& days, const insight::CountingWatch& watch)
      : m_in(in),
        m_first(insight::numberOf(days.from)),
        m_days(int(insight::numberOf(days.to) - m_first) + 1),
        m_watch(watch) {}

  Result<void> add(store::Connection& connection, FactSource source, const store::FactRange& range) {
    OW_TRY(auto applicants, store::Applicants::of(connection));
    std::optional<base::Error> failed;
    OW_TRYV(store::eachFact(connection, source, range, [&](const Fact& fact) {
      if (const auto done = take(applicants, source, fact); !done) failed = done.error();
      return !failed;
    }));
    return failed ? Result<void>(*failed) : base::success();
  }
  Counted counted;
  insight::Aggregate whole;

 private:
  Result<void> take(store::Applicants& applicants, FactSource source, const Fact& fact) {
    const base::Date day = m_in.zone().dateOf(fact.at);
    if (m_watch && m_facts++ % kFactsOfTelling == 0 && !m_watch(int(insight::numberOf(day) - m_first), m_days))
      return base::fail(ErrorKind::cancelled);
    const auto met = insight::conditionsOf(source, fact);
    const std::int64_t value = source == FactSource::caseClosed ? usedDays(fact) : store::kNoValue;
    whole.add(source, met, value, 1);
    std::optional<Applicant> applicant;
    if (fact.caseRow) {
      OW_TRY(applicant, applicants.ofCase(*fact.caseRow));
    }
    for (std::size_t i = 0; i < kGroups; ++i) {
      const std::string member = applicant ? memberOf(ApplicantGroup(i), *applicant, day) : std::string();
      counted[i][member].add(source, met, value, 1);
    }
    return base::success();
  }
  std::int64_t usedDays(const Fact& fact) {
    return domain::usedDays(fact.acceptedAt.value_or(fact.openedAt), *fact.closedAt, domain::LimitUnit::workingDay,
                            m_in.calendarOf(std::string(fact.jurisdiction)));
  }

  Desk::Inside& m_in;
  store::DayNumber m_first;
  int m_days;
  const insight::CountingWatch& m_watch;
  std::int64_t m_facts = 0;
};

bool isApart(const insight::Count& member, const insight::Count& all) {
  const insight::Count others{all.hits - member.hits, all.trials - member.trials};
  if (others.trials < insight::kFewestRanked || member.trials < insight::kFewestRanked) return false;
  const auto difference = insight::newcombeDifference(member, others, insight::kControlSigmas);
  return difference.low > 0 || difference.high < 0;
}

// The figures of a group; of members that are not shown nothing is left.
GroupTable tableOf(ApplicantGroup group, const Members& members, const std::vector<ScorecardLine>& whole) {
  GroupTable table{group, {}};
  std::map<std::string, GroupLine> lines;
  for (const auto& [member, aggregate] : members) lines[member] = {member, std::vector<GroupCell>(whole.size())};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    SplitFigure split{whole[i], {}, {}, 0};
    std::vector<SplitLine> all;
    for (const auto& [member, aggregate] : members) {
      SplitLine line{member, member, figureOf(whole[i].indicator, aggregate), {}, false};
      if (line.figure.count.trials > 0) all.push_back(std::move(line));
    }
    compare(split, std::move(all));
    for (const SplitLine& line : split.lines) {
      const bool isShare = whole[i].indicator.kind == insight::FigureKind::share;
      lines[line.member].cells[i] = {line.figure, isShare && isApart(line.figure.count, whole[i].figure.count)};
    }
  }
  const auto isShown = [](const GroupLine& line) {
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [](const GroupCell& cell) { return cell.figure.sample != insight::SampleSize::suppressed; });
  };
  for (auto& [member, line] : lines)
    if (isShown(line)) table.lines.push_back(std::move(line));
  // Ages stand in their order, for they are named so; whoever is not known stands last.
  const auto size = [](const GroupLine& line) { return line.cells.front().figure.count.trials; };
  std::stable_sort(table.lines.begin(), table.lines.end(), [&](const GroupLine& a, const GroupLine& b) {
    if (a.member.empty() != b.member.empty()) return b.member.empty();
    return group != ApplicantGroup::age && size(a) > size(b);
  });
  return table;
}

}  // namespace

Result<EqualTreatment> equalTreatment(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto registry, registerOf(in, period.days.to));
  EqualTreatment made{period, in.now(), {}, {}};
  for (const std::string_view id : kIndicators)
    if (const auto* indicator = registry.find(id)) made.whole.push_back({*indicator, {}});
  const auto days = upToToday(in, period.days);
  GroupCount count(in, days, watch);
  if (days.from <= days.to) {
    const store::FactRange range{insight::beginningOf(insight::numberOf(days.from), in.zone()),
                                 insight::beginningOf(insight::numberOf(days.to) + 1, in.zone()), 0};
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(reader.beginSnapshot());
    OW_TRYV(count.add(reader.connection(), FactSource::caseClosed, range));
    OW_TRYV(count.add(reader.connection(), FactSource::rating, range));
  }
  for (ScorecardLine& line : made.whole) line.figure = figureOf(line.indicator, count.whole);
  for (std::size_t i = 0; i < kGroups; ++i) made.groups.push_back(tableOf(ApplicantGroup(i), count.counted[i], made.whole));
  return made;
}

}  // namespace ow::desk
