// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_rhythm.h"

#include <array>

namespace ow::intake {

namespace {

using domain::Channel;
using std::chrono::minutes;

constexpr int kDays = 730;

// How busy each half hour is, from midnight.
using HalfHours = std::array<double, 48>;
constexpr HalfHours kOffice{0, 0, 0,   0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 11, 12, 11, 9, 6,
                            1, 1, 0.5, 6, 8, 9, 8, 7, 5, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  0,  0,  0, 0};
constexpr HalfHours kOnline{2, 1.5, 1, .6, .4, .3, .3, .2, .2, .2, .3, .5, 1, 1.5, 2, 3, 4, 5, 6, 7, 7, 6, 5, 5,
                            5, 5,   5, 5,  6,  6,  6,  6,  5,  5,  4,  4,  4, 5,   6, 7, 8, 8, 8, 7, 6, 5, 4, 3};
constexpr HalfHours kHotline{.3, .2, .2, .1, .1, .1, .1, .1, .1, .1, .2, .3, .6, 1, 2, 3, 5, 7, 9, 9, 8, 7, 6,  5,
                             4,  4,  4,  5,  7,  7,  7,  6,  6,  5,  5,  4,  4,  4, 4, 4, 3, 3, 2, 2, 1, 1, .6, .4};

const Odds& hoursOf(Pattern pattern) {
  static const std::array kHours{Odds(std::span<const double>(kOffice)), Odds(std::span<const double>(kOnline)),
                                 Odds(std::span<const double>(kHotline))};
  return kHours.at(std::size_t(pattern));
}

double dayWeight(const domain::WorkCalendar& calendar, base::Date date, Pattern pattern) {
  static constexpr double kWeek[] = {0.9, 1.25, 1.1, 1.0, 0.95, 0.9, 0.9};  // from Sunday; a worked weekend day is slow
  const double week = kWeek[std::chrono::weekday(date).c_encoding()];
  if (calendar.isWorkday(date)) return pattern == Pattern::office ? week : 0.5 + week / 2;
  return pattern == Pattern::office ? 0 : pattern == Pattern::online ? 0.55 : 0.5;
}

}  // namespace

Pattern patternOf(Channel channel) {
  switch (channel) {
    case Channel::hotline:
      return Pattern::hotline;
    case Channel::web:
    case Channel::app:
    case Channel::wechat:
    case Channel::email:
    case Channel::weibo:
    case Channel::sms:
    case Channel::chat:
      return Pattern::online;
    default:
      return Pattern::office;
  }
}

Channel drawChannel(Dice& dice, Pattern pattern) {
  static constexpr double kOfficeShares[] = {68, 24, 3, 1.5, 1.5, 0.7, 0.6, 0.7};
  static constexpr Channel kOfficeChannels[] = {Channel::counter,   Channel::phone, Channel::kiosk, Channel::letter,
                                                Channel::homeVisit, Channel::fax,   Channel::video, Channel::courier};
  static constexpr double kOnlineShares[] = {30, 34, 24, 4, 1, 2, 5};
  static constexpr Channel kOnlineChannels[] = {Channel::web,   Channel::app, Channel::wechat, Channel::email,
                                                Channel::weibo, Channel::sms, Channel::chat};
  static const Odds kOfficeOdds{std::span<const double>(kOfficeShares)};
  static const Odds kOnlineOdds{std::span<const double>(kOnlineShares)};
  if (pattern == Pattern::hotline) return Channel::hotline;
  return pattern == Pattern::office ? kOfficeChannels[kOfficeOdds.draw(dice)] : kOnlineChannels[kOnlineOdds.draw(dice)];
}

DemoRhythm::DemoRhythm(domain::WorkCalendar calendar, base::Instant now)
    : m_calendar(std::move(calendar)), m_now(now), m_start(now), m_today(m_calendar.zone().dateOf(now)) {
  const std::chrono::sys_days last(m_today);
  for (int i = 0; i < kDays; ++i) m_days.emplace_back(last - std::chrono::days(kDays - 1 - i));
  m_start = m_calendar.openOfBusiness(m_days.front());
  for (const Pattern pattern : {Pattern::office, Pattern::online, Pattern::hotline}) {
    std::vector<double> weights;
    for (int i = 0; i < kDays; ++i) {
      const double growth = 0.6 + 0.8 * i / kDays;  // the hall takes on more from year to year
      weights.push_back(growth * dayWeight(m_calendar, m_days[std::size_t(i)], pattern));
    }
    m_odds.emplace_back(std::span<const double>(weights));
  }
}

base::Instant DemoRhythm::momentOn(Dice& dice, base::Date date, Pattern pattern) const {
  if (pattern == Pattern::office && !m_calendar.isWorkday(date)) date = m_calendar.addWorkdays(date, -1);
  const auto halfHours = std::int64_t(hoursOf(pattern).draw(dice));
  const auto second = std::chrono::seconds(halfHours * 1800 + dice.between(0, 1799));
  return m_calendar.zone().toInstant(std::chrono::local_days(date) + second);
}

base::Instant DemoRhythm::anyMoment(Dice& dice, Pattern pattern) const {
  for (int tries = 0; tries < 20; ++tries) {
    const base::Instant at = momentOn(dice, m_days[m_odds[std::size_t(pattern)].draw(dice)], pattern);
    if (at <= m_now) return at;
  }
  return m_start;
}

base::Instant DemoRhythm::later(Dice& dice, base::Instant from, int workdays) const {
  if (workdays > 0) return momentOn(dice, m_calendar.addWorkdays(m_calendar.zone().dateOf(from), workdays), Pattern::office);
  const base::Instant soon = from + std::chrono::seconds(dice.between(90, 2400));
  if (m_calendar.isOpen(soon)) return soon;
  return m_calendar.nextOpening(soon) + std::chrono::seconds(dice.between(60, 5400));
}

}  // namespace ow::intake
