// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/clock_sentence.h"

#include <QCoreApplication>

#include "cases/one_line.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

class ClockText {
  Q_DECLARE_TR_FUNCTIONS(ClockText)
};

// Worked weekend days are named one by one up to here and counted beyond.
constexpr std::size_t kNamedDays = 3;

QString clockRule(const domain::ClockExplanation& clock, const base::TimeZone& zone) {
  const QString limit = words::of(clock.limit);
  const QString from = words::date(clock.firstDay);
  const bool isExtended = clock.extension.amount > 0;
  if (!clock.due) {
    const QString since = words::date(clock.lastDay);
    if (isExtended)
      return ClockText::tr("%1 from %2, extended by %3; the clock has been stopped since %4.")
          .arg(limit, from, words::of(clock.extension), since);
    return ClockText::tr("%1 from %2; the clock has been stopped since %3.").arg(limit, from, since);
  }
  const QString end = words::dateTime(clock.due->at, zone);
  if (isExtended)
    return ClockText::tr("%1 from %2, extended by %3, end on %4.").arg(limit, from, words::of(clock.extension), end);
  return ClockText::tr("%1 from %2 end on %3.").arg(limit, from, end);
}

}  // namespace

ClockSentence explained(const domain::ClockExplanation& clock, const base::TimeZone& zone) {
  ClockSentence out;
  out.rule = clockRule(clock, zone);
  for (const domain::SkippedHoliday& holiday : clock.skippedHolidays) {
    const QString name = oneLine(holiday.name);
    out.reasons << ClockText::tr("%1: %n day(s) do not count.", "%1 is a holiday", holiday.days).arg(name);
  }
  if (clock.skippedRestDays > 0)
    out.reasons << ClockText::tr("Weekends: %n day(s) do not count.", nullptr, clock.skippedRestDays);
  if (clock.workedRestDays.size() <= kNamedDays) {
    for (const base::Date& day : clock.workedRestDays)
      out.reasons << ClockText::tr("%1 is a weekend day that is worked, so it counts.").arg(words::date(day));
  } else {
    out.reasons << ClockText::tr("%n weekend day(s) are worked, so they count.", nullptr,
                                 static_cast<int>(clock.workedRestDays.size()));
  }
  if (clock.pausedDays > 0)
    out.reasons << ClockText::tr("The clock was stopped for %n day(s); they do not count.", nullptr, clock.pausedDays);
  if (clock.due && clock.due->certainty == domain::Certainty::expected)
    out.reasons << ClockText::tr("The calendar of a year in between is not published yet: this date is expected, not certain.");
  return out;
}

}  // namespace ow::ui
