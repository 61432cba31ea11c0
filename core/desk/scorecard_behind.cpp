// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reported_figures.h"
#include "desk/scorecard_inside.h"
#include "desk/telling.h"
#include "domain/due.h"
#include "store/case_queries.h"
#include "store/departments.h"

namespace ow::desk {

using base::Result;
using insight::Conditions;
using insight::Measure;
using insight::Split;
using store::Fact;

namespace {

// Which facts a question is about.
class Sought {
 public:
  Sought(const Measure& of, Conditions without, Split split, std::string member, const store::Departments& departments)
      : m_of(of), m_without(without), m_split(split), m_member(std::move(member)), m_departments(departments) {}

  bool holds(const Fact& fact) const {
    const Conditions met = insight::conditionsOf(m_of.of, fact);
    if ((met & m_of.mask) != m_of.mask) return false;
    if (m_without != 0 && (met & m_without) == m_without) return false;
    return isMember(fact);
  }

 private:
  bool isMember(const Fact& fact) const {
    switch (m_split) {
      case Split::all:
        return true;
      case Split::service:
        return (fact.service ? fact.service->text() : std::string()) == m_member;
      case Split::department: {
        const auto found = fact.service ? m_departments.find(*fact.service) : m_departments.end();
        return (found == m_departments.end() ? std::string() : found->second) == m_member;
      }
      case Split::window:
        return fact.window == m_member;
      case Split::channel:
        return base::code(fact.channel) == m_member;
      case Split::clerk:
        return (fact.clerk ? fact.clerk->text() : std::string()) == m_member;
      case Split::division:
        return fact.division == m_member;
      case Split::hall:
        return false;  // another hall's cases are not here
    }
    return false;
  }

  const Measure& m_of;
  Conditions m_without;
  Split m_split;
  std::string m_member;
  const store::Departments& m_departments;
};

struct Found {
  BehindPlace place;
  std::optional<std::int64_t> caseRow;
  int level;
  std::string window;
  std::optional<domain::Ticket> ticket;
};

Result<BehindLine> ofTicket(store::Connection& connection, store::FactSource source, const domain::Ticket& ticket,
                            BehindLine line) {
  line.title = ticket.number;
  line.minutes = insight::minutesOf(source, ticket);
  Telling telling(connection, Values::masked);
  OW_TRY(line.clerk, telling.nameOf(ticket.clerkId));
  return line;
}

Result<BehindLine> lineOf(Desk::Inside& in, store::Connection& connection, store::FactSource source, const Found& found) {
  BehindLine line;
  line.at = found.place.at;
  line.level = found.level;
  line.window = found.window;
  if (found.ticket) return ofTicket(connection, source, *found.ticket, std::move(line));
  if (!found.caseRow) return line;
  const auto known = store::caseLine(connection, *found.caseRow);
  if (!known && known.error().kind == base::ErrorKind::notFound) return line;
  if (!known) return known.error();
  const store::CaseLine& c = known.value();
  line.caseId = c.case_.id;
  line.caseNumber = c.case_.number;
  line.title = c.case_.title;
  line.department = c.department;
  line.clerk = c.owner;
  if (c.case_.closedAt)
    line.usedDays = domain::usedDays(c.case_.acceptedAt.value_or(c.case_.openedAt), *c.case_.closedAt,
                                     domain::LimitUnit::workingDay, in.calendarOf(c.case_.jurisdiction));
  return line;
}

// The reports that a figure is the sum of: of a hall and month a handful. Who answered a survey is nobody's business.
Result<BehindPage> reportsBehind(Desk& desk, const insight::Indicator& indicator, const BehindQuestion& question) {
  BehindPage page;
  OW_TRY(const auto registry, indicatorsOf(desk));
  const auto* series = registry.findSeries(indicator.series);
  if (series == nullptr) return page;
  OW_TRY(const auto reports, reportsIn(desk, question.period));
  for (const ReportShown& report : reports) {
    const bool isMember = question.split != Split::department || report.department == question.member;
    if (report.series != indicator.series || !isMember) continue;
    BehindLine line;
    line.at = report.reportedAt;
    line.title = report.period;
    line.department = report.department;
    line.clerk = report.author;
    line.amount = series->told(report.amount);
    if (report.ofAmount) line.ofAmount = series->toldWhole(*report.ofAmount);
    line.source = report.source;
    page.lines.push_back(std::move(line));
  }
  return page;
}

}  // namespace

Result<BehindPage> behind(Desk& desk, const BehindQuestion& question, const std::optional<BehindPlace>& after,
                          std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto indicator, indicatorNamed(in, question.indicator));
  if (!indicator.isCounted()) return reportsBehind(desk, indicator, question);
  const bool isNumerator = question.part == Behind::numerator || !indicator.denominator;
  const Measure& of = isNumerator ? indicator.numerator : *indicator.denominator;
  const bool isRest = question.part == Behind::rest && indicator.kind == insight::FigureKind::share;
  const auto days = upToToday(in, question.period.days);
  const base::Instant from = insight::beginningOf(insight::numberOf(days.from), in.zone());
  const base::Instant until = insight::endOf(of.of, insight::numberOf(days.to), in.zone(), in.now());
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto departments, store::departments(reader.connection()));
  const Sought sought(of, isRest ? indicator.numerator.mask : 0, question.split, question.member, departments);
  std::vector<Found> found;
  const store::FactRange range{after ? after->at : from, until, after ? after->n : 0};
  OW_TRYV(store::eachFact(reader.connection(), of.of, range, [&](const Fact& fact) {
    if (sought.holds(fact))
      found.push_back({{fact.at, fact.n},
                       fact.caseRow,
                       fact.level,
                       std::string(fact.window),
                       fact.ticket == nullptr ? std::nullopt : std::optional(*fact.ticket)});
    return found.size() <= limit;
  }));
  BehindPage page;
  if (found.size() > limit) {
    found.pop_back();
    page.next = found.back().place;
  }
  for (const Found& one : found) {
    OW_TRY(auto line, lineOf(in, reader.connection(), of.of, one));
    page.lines.push_back(std::move(line));
  }
  return page;
}

Result<Ageing> ageingOf(Desk& desk) {
  constexpr std::array kBounds{0, 6, 11, 21, 61};
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  std::vector<AgeLine> empty;
  for (std::size_t i = 0; i < kBounds.size(); ++i)
    empty.push_back({kBounds[i], i + 1 < kBounds.size() ? std::optional(kBounds[i + 1] - 1) : std::nullopt, 0, 0});
  Ageing ageing{in.now(), empty, {}};
  std::map<std::string, std::vector<AgeLine>> departments;
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto whose, store::departments(reader.connection()));
  OW_TRYV(store::eachOpenCase(reader.connection(), [&](const store::OpenCase& open) {
    const int age = domain::usedDays(open.openedAt, ageing.asOf, domain::LimitUnit::workingDay,
                                     in.calendarOf(std::string(open.jurisdiction)));
    const auto place = std::size_t(std::upper_bound(kBounds.begin(), kBounds.end(), age) - kBounds.begin() - 1);
    const bool isOverdue = open.dueAt && *open.dueAt < ageing.asOf;
    const auto found = whose.find(open.service);
    auto& ofDepartment = departments.try_emplace(found == whose.end() ? std::string() : found->second, empty).first->second;
    for (AgeLine* line : {&ageing.all[place], &ofDepartment[place]}) {
      ++line->open;
      line->overdue += isOverdue ? 1 : 0;
    }
  }));
  for (auto& [name, lines] : departments) ageing.departments.emplace_back(name, std::move(lines));
  return ageing;
}

}  // namespace ow::desk
