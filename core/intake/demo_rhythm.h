// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/time.h"
#include "domain/channel.h"
#include "domain/work_calendar.h"
#include "intake/demo_dice.h"

// When things happen in a hall: busy mornings, a lunch break, Mondays, holidays, the web at night. Only core/intake/demo_*
// includes this.
namespace ow::intake {

enum class Pattern { office, online, hotline };
Pattern patternOf(domain::Channel channel);
// A channel by how much it is used.
domain::Channel drawChannel(Dice& dice, Pattern pattern);

class DemoRhythm {
 public:
  // Two years that end at `now`.
  DemoRhythm(domain::WorkCalendar calendar, base::Instant now);

  base::Instant now() const { return m_now; }
  base::Instant start() const { return m_start; }
  base::Date today() const { return m_today; }
  const domain::WorkCalendar& calendar() const { return m_calendar; }

  // Somewhere in the two years, never after now.
  base::Instant anyMoment(Dice& dice, Pattern pattern) const;
  // A moment of that day; of the last working day before it where the office pattern finds it closed.
  base::Instant momentOn(Dice& dice, base::Date date, Pattern pattern) const;
  // While the office is open, n working days after `from`, or minutes after it when n is 0.
  base::Instant later(Dice& dice, base::Instant from, int workdays) const;

 private:
  domain::WorkCalendar m_calendar;
  base::Instant m_now, m_start;
  base::Date m_today;
  std::vector<base::Date> m_days;
  std::vector<Odds> m_odds;  // of the days, by pattern
};

}  // namespace ow::intake
