// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "domain/case.h"
#include "intake/demo_rhythm.h"
#include "intake/demo_services.h"

// What will happen to each case of a demo hall, before any is written. Only core/intake/demo_* includes this.
namespace ow::intake {

// Small, because a million of them are sorted by when they were opened.
struct CasePlan {
  static constexpr std::size_t kMaxSteps = 10;
  std::array<std::int32_t, kMaxSteps> seconds{};  // since the start of the rhythm, in order; [0] is the opening
  std::array<std::uint8_t, kMaxSteps> kinds{};    // domain::CaseEventKind
  std::uint8_t steps = 0;
  std::uint8_t service = 0;
  std::uint8_t channel = 0;

  domain::CaseEventKind kind(std::size_t i) const { return static_cast<domain::CaseEventKind>(kinds[i]); }
};

class DemoCasePlanner {
 public:
  DemoCasePlanner(Dice& dice, const DemoRhythm& rhythm, const std::vector<DemoService>& services);

  // Four of five closed, the rest on its way, sent back or taken back; in the order of their opening.
  std::vector<CasePlan> plan(std::int64_t cases);
  base::Instant at(const CasePlan& plan, std::size_t step) const {
    return m_rhythm.start() + std::chrono::seconds(plan.seconds[step]);
  }

 private:
  CasePlan ended();
  CasePlan open();
  std::optional<CasePlan> triedOpen(bool isLate);
  CasePlan begun(std::size_t service, domain::Channel channel, base::Instant at) const;
  void add(CasePlan& plan, domain::CaseEventKind kind, base::Instant at) const;
  base::Instant last(const CasePlan& plan) const { return at(plan, plan.steps - 1U); }
  domain::Channel channel();
  // From received to closed; `share` of the limit until the decision.
  void settle(CasePlan& plan, double share);
  bool isLateNow(const CasePlan& plan, base::Instant runsFrom) const;

  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const std::vector<DemoService>& m_services;
  Odds m_demand;   // of what comes in
  Odds m_backlog;  // of what is on the desks: slow matters lie there longer
};

}  // namespace ow::intake
