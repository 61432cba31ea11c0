// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/case.h"
#include "domain/staff.h"
#include "intake/demo_batch.h"
#include "intake/demo_case_plan.h"
#include "intake/demo_people.h"
#include "intake/demo_ratings.h"
#include "intake/demo_tickets.h"

// Writes what was planned: cases with every step, what was said around them, how they were rated; and the contacts that led to
// no case. Only core/intake/demo_* includes this.
namespace ow::intake {

struct DemoWorkplace {
  const DemoPlace& place;
  const std::vector<DemoService>& services;
  const std::vector<domain::Staff>& staff;
  const DemoPopulation& population;
  DemoTickets& tickets;
};

class DemoCases {
 public:
  DemoCases(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoCasePlanner& planner, const DemoWorkplace& hall);

  base::Result<void> write(const CasePlan& plan);
  void writeContact(Pattern pattern, base::Instant at);

  std::int64_t interactions() const { return m_interactions; }
  std::int64_t ratings() const { return m_ratings.written(); }

 private:
  struct Written {
    domain::CaseId id;
    std::string number;
  };

  domain::Case opened(const CasePlan& plan);
  // Who came: somebody known at the time, rather of the newly registered; nothing when nobody was.
  std::optional<DemoVisitor> visitor(const std::vector<DemoVisitor>& from, base::Instant at);
  std::string numberFor(base::Instant at, std::size_t window);
  base::Result<void> move(domain::Case& c, domain::CaseEventKind kind, base::Instant at);
  void append(domain::Case& c, domain::CaseEventKind kind, base::Instant at, std::optional<std::string> text);
  // What was missing, asked for before acceptance (补正告知书); of one in so many cases that take days.
  void askForCorrection(domain::Case& c, base::Instant until);
  // Something between two steps that does not move the case.
  void between(domain::Case& c, base::Instant until);
  void linkToEarlier(domain::Case& c, base::Instant until);
  void talk(const domain::Case& c, base::Instant at, domain::Channel channel, domain::Direction direction,
            const struct Said& said);
  // The question in between, and the word that goes out at the end.
  void talkAround(const domain::Case& c);
  void setDueTimes(domain::Case& c, base::Instant from);
  const domain::Service& serviceOf(const CasePlan& plan) const { return m_hall.services[plan.service].service; }

  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const DemoCasePlanner& m_planner;
  DemoWorkplace m_hall;
  DemoRatings m_ratings;
  const domain::Service* m_service = nullptr;  // of the case at hand
  char m_deskSeries = '1';
  base::Date m_day{};
  std::vector<int> m_serials;
  std::vector<Written> m_recent;  // the last few, to link to
  std::size_t m_nextRecent = 0;
  std::int64_t m_interactions = 0;
  int m_notices = 0;
};

}  // namespace ow::intake
