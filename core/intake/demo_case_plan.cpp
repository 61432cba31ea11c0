// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_case_plan.h"

#include <algorithm>

#include "domain/case_due.h"

namespace ow::intake {

using domain::CaseEventKind;
using domain::Channel;

namespace {

constexpr double kOpenShare = 0.13;
constexpr double kLateShare = 0.04;  // of the open ones, and of those decided

std::vector<double> demandOf(const std::vector<DemoService>& services) {
  std::vector<double> weights;
  for (const DemoService& service : services) weights.push_back(service.demand);
  return weights;
}

std::vector<double> backlogOf(const std::vector<DemoService>& services) {
  std::vector<double> weights;
  for (const DemoService& service : services) weights.push_back(service.demand * service.days);
  return weights;
}

}  // namespace

DemoCasePlanner::DemoCasePlanner(Dice& dice, const DemoRhythm& rhythm, const std::vector<DemoService>& services)
    : m_dice(dice),
      m_rhythm(rhythm),
      m_services(services),
      m_demand(std::span<const double>(demandOf(services))),
      m_backlog(std::span<const double>(backlogOf(services))) {}

std::vector<CasePlan> DemoCasePlanner::plan(std::int64_t cases) {
  std::vector<CasePlan> plans;
  plans.reserve(static_cast<std::size_t>(cases));
  // Shares, not chances: a small hall gets its overdue cases too.
  const auto open = static_cast<std::int64_t>(static_cast<double>(cases) * kOpenShare);
  for (std::int64_t i = 0; i < cases; ++i) plans.push_back(i < open ? this->open() : ended());
  std::stable_sort(plans.begin(), plans.end(),
                   [](const CasePlan& a, const CasePlan& b) { return a.seconds[0] < b.seconds[0]; });
  return plans;
}

Channel DemoCasePlanner::channel() {
  const double x = m_dice.fraction();
  return drawChannel(m_dice, x < 0.56 ? Pattern::office : x < 0.95 ? Pattern::online : Pattern::hotline);
}

void DemoCasePlanner::add(CasePlan& plan, CaseEventKind kind, base::Instant at) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at - m_rhythm.start()).count();
  plan.seconds[plan.steps] = static_cast<std::int32_t>(seconds);
  plan.kinds[plan.steps] = static_cast<std::uint8_t>(kind);
  ++plan.steps;
}

CasePlan DemoCasePlanner::begun(std::size_t service, Channel channel, base::Instant at) const {
  CasePlan plan;
  plan.service = static_cast<std::uint8_t>(service);
  plan.channel = static_cast<std::uint8_t>(channel);
  add(plan, CaseEventKind::registered, at);
  return plan;
}

void DemoCasePlanner::settle(CasePlan& plan, double share) {
  const DemoService& service = m_services[plan.service];
  if (service.days < 1) {  // done while the citizen waits
    add(plan, CaseEventKind::accepted, m_rhythm.later(m_dice, last(plan), 0));
    add(plan, CaseEventKind::decided, last(plan) + std::chrono::seconds(m_dice.between(60, 900)));
    add(plan, CaseEventKind::closed, last(plan) + std::chrono::seconds(m_dice.between(20, 240)));
    return;
  }
  const base::Instant accepted = m_rhythm.later(m_dice, last(plan), m_dice.chance(0.8) ? 0 : int(m_dice.between(1, 2)));
  add(plan, CaseEventKind::accepted, accepted);
  add(plan, CaseEventKind::reviewStarted, m_rhythm.later(m_dice, accepted, m_dice.chance(0.6) ? 0 : 1));
  const base::Instant decided = m_rhythm.later(m_dice, accepted, std::max(1, int(share * service.days)));
  const bool isAfter = decided > last(plan);
  add(plan, CaseEventKind::decided, isAfter ? decided : m_rhythm.later(m_dice, last(plan), 0));
  add(plan, CaseEventKind::closed, m_rhythm.later(m_dice, last(plan), m_dice.chance(0.8) ? 0 : int(m_dice.between(1, 2))));
}

CasePlan DemoCasePlanner::ended() {
  for (int tries = 0;; ++tries) {
    const Channel by = channel();
    base::Instant opened = m_rhythm.anyMoment(m_dice, patternOf(by));
    if (tries > 20)
      opened = m_rhythm.momentOn(m_dice, std::chrono::sys_days(m_rhythm.today()) - std::chrono::days(500), patternOf(by));
    CasePlan plan = begun(m_demand.draw(m_dice), by, std::max(opened, m_rhythm.start()));
    const double fate = m_dice.fraction();
    if (fate < 0.035) {
      add(plan, CaseEventKind::returned, m_rhythm.later(m_dice, last(plan), int(m_dice.between(0, 2))));
    } else if (fate < 0.055) {
      if (m_dice.chance(0.6)) add(plan, CaseEventKind::accepted, m_rhythm.later(m_dice, last(plan), 0));
      add(plan, CaseEventKind::withdrawn, m_rhythm.later(m_dice, last(plan), int(m_dice.between(0, 4))));
    } else {
      if (fate < 0.065) {  // sent back, completed, taken up again
        add(plan, CaseEventKind::returned, m_rhythm.later(m_dice, last(plan), 0));
        add(plan, CaseEventKind::reopened, m_rhythm.later(m_dice, last(plan), int(m_dice.between(1, 6))));
      }
      const double late = m_dice.chance(kLateShare) ? 1.2 + 0.5 * m_dice.fraction() : 0;
      settle(plan, late > 0 ? late : 0.12 + 0.7 * m_dice.fraction());
      if (fate > 0.988) {  // a decision that was made again
        add(plan, CaseEventKind::reopened, m_rhythm.later(m_dice, last(plan), int(m_dice.between(2, 30))));
        add(plan, CaseEventKind::decided, m_rhythm.later(m_dice, last(plan), int(m_dice.between(1, 6))));
        add(plan, CaseEventKind::closed, m_rhythm.later(m_dice, last(plan), 0));
      }
    }
    if (last(plan) <= m_rhythm.now()) return plan;
  }
}

bool DemoCasePlanner::isLateNow(const CasePlan& plan, base::Instant runsFrom) const {
  const auto due = domain::dueTimes(runsFrom, m_services[plan.service].service, m_rhythm.calendar()).dueAt;
  return due && *due < m_rhythm.now();
}

std::optional<CasePlan> DemoCasePlanner::triedOpen(bool isLate) {
  const std::size_t index = m_backlog.draw(m_dice);
  const DemoService& service = m_services[index];
  const double age = isLate ? 1.05 + 0.6 * m_dice.fraction() : 0.97 * m_dice.fraction();
  const Channel by = channel();
  const bool isNew = !isLate && service.days >= 1 && m_dice.chance(0.16);
  const int back = isNew ? int(m_dice.between(0, 2)) : int(age * service.days) + (isLate ? 1 : 0);
  const auto& calendar = m_rhythm.calendar();
  const base::Date day = back > 0 ? calendar.addWorkdays(m_rhythm.today(), -back) : m_rhythm.today();
  if (isNew) {
    const CasePlan plan = begun(index, by, m_rhythm.momentOn(m_dice, day, patternOf(by)));
    if (last(plan) > m_rhythm.now() || isLateNow(plan, last(plan))) return std::nullopt;
    return plan;
  }
  const base::Instant accepted = m_rhythm.momentOn(m_dice, day, Pattern::office);
  const bool isSameDay = patternOf(by) == Pattern::office || m_dice.chance(0.4);
  const base::Instant before = accepted - std::chrono::minutes(m_dice.between(4, 45));
  // On a weekend acceptance falls on the Friday before, and what came in online on Saturday would come after it.
  const base::Instant opened =
      isSameDay ? before
                : std::min(before, m_rhythm.momentOn(m_dice, std::chrono::sys_days(day) - std::chrono::days(1), patternOf(by)));
  CasePlan plan = begun(index, by, opened);
  add(plan, CaseEventKind::accepted, accepted);
  if (accepted > m_rhythm.now() || isLateNow(plan, accepted) != isLate) return std::nullopt;
  const base::Instant review = m_rhythm.later(m_dice, accepted, int(m_dice.between(0, 2)));
  if (review > m_rhythm.now() || m_dice.chance(0.15)) return plan;
  add(plan, CaseEventKind::reviewStarted, review);
  if (age < 0.4 || m_dice.chance(0.75)) return plan;
  const base::Instant decided = m_rhythm.later(m_dice, review, int(m_dice.between(0, std::max(1, back / 2))));
  if (decided <= m_rhythm.now()) add(plan, CaseEventKind::decided, decided);
  return plan;
}

CasePlan DemoCasePlanner::open() {
  const bool isLate = m_dice.chance(kLateShare);
  for (int tries = 0; tries < 200; ++tries)
    if (auto plan = triedOpen(isLate)) return *plan;
  // A calendar in which nothing fits: something that came in just now.
  return begun(m_demand.draw(m_dice), Channel::web, m_rhythm.now() - std::chrono::minutes(m_dice.between(1, 600)));
}

}  // namespace ow::intake
