// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/figure_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>

#include "kit/language.h"
#include "kit/words.h"

namespace ow::ui::words {

namespace {

struct Figures {
  Q_DECLARE_TR_FUNCTIONS(Figures)
};

using insight::FigureKind;
using insight::SampleSize;

bool isChinese() {
  return spokenLanguage() == Language::simplifiedChinese;
}

// Digits and separators are the same in every language that we speak.
const QLocale& numerals() {
  static const QLocale locale(QLocale::English, QLocale::UnitedStates);
  return locale;
}

QDate toQt(base::Date date) {
  return QDate(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
               static_cast<int>(static_cast<unsigned>(date.day())));
}

QLocale monthNames() {
  return isChinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale::c();
}

}  // namespace

QString nameOf(const insight::Indicator& indicator) {
  return QString::fromStdString(isChinese() ? indicator.zh : indicator.en);
}

QString nameOf(const insight::ReportedSeries& series) {
  return QString::fromStdString(isChinese() ? series.zh : series.en);
}

QString wholeNameOf(const insight::ReportedSeries& series) {
  return QString::fromStdString(isChinese() ? series.wholeZh : series.wholeEn);
}

QString sum(double amount) {
  const bool isWhole = std::abs(amount - std::round(amount)) < 0.005;
  return numerals().toString(amount, 'f', isWhole ? 0 : 2);
}

QString noteOf(const insight::Indicator& indicator) {
  return QString::fromStdString(isChinese() ? indicator.noteZh : indicator.noteEn);
}

QString of(insight::Perspective perspective) {
  switch (perspective) {
    case insight::Perspective::finance:
      return Figures::tr("Finance");
    case insight::Perspective::customer:
      return Figures::tr("Customers");
    case insight::Perspective::process:
      return Figures::tr("Internal processes");
    case insight::Perspective::growth:
      return Figures::tr("Learning and growth");
  }
  return {};
}

QString of(insight::Split split) {
  switch (split) {
    case insight::Split::all:
      return Figures::tr("All together");
    case insight::Split::service:
      return Figures::tr("By service");
    case insight::Split::department:
      return Figures::tr("By department");
    case insight::Split::window:
      return Figures::tr("By window");
    case insight::Split::channel:
      return Figures::tr("By channel");
    case insight::Split::clerk:
      return Figures::tr("By clerk");
    case insight::Split::division:
      return Figures::tr("By district");
    case insight::Split::hall:
      return Figures::tr("By hall");
  }
  return {};
}

QString ofMember(insight::Split split, const desk::SplitLine& line) {
  if (split == insight::Split::channel)
    if (const auto channel = base::fromCode<domain::Channel>(line.member)) return of(*channel);
  return line.name.empty() ? Figures::tr("(unknown)") : QString::fromStdString(line.name);
}

QString ofPeriod(const insight::Period& period) {
  const QString text = QString::fromStdString(period.text);
  const QDate from = toQt(period.days.from);
  if (text.length() == 4) return Figures::tr("%1", "a year").arg(text);
  if (text.contains(QLatin1String("-Q"))) return Figures::tr("quarter %1 of %2", "3, 2026").arg(text.right(1), text.left(4));
  if (text.length() == 7) return monthNames().toString(from, Figures::tr("MMMM yyyy", "a month: October 2026"));
  if (period.days.from == period.days.to) return date(period.days.from);
  return Figures::tr("%1 to %2", "two days").arg(date(period.days.from), date(period.days.to));
}

QString ofMonthShort(const insight::Period& month) {
  return monthNames().toString(toQt(month.days.from), Figures::tr("MMM yy", "a month on an axis: Oct 26"));
}

QString number(const insight::Indicator& indicator, double value) {
  if (indicator.isPercent()) return Figures::tr("%1 %", "a share").arg(numerals().toString(value * 100, 'f', 1));
  if (indicator.kind == FigureKind::count || indicator.kind == FigureKind::amount) return numerals().toString(value, 'f', 0);
  return numerals().toString(value, 'f', 1);
}

QString count(std::int64_t n) {
  return numerals().toString(static_cast<qlonglong>(n));
}

QString unitOf(const insight::Indicator& indicator) {
  if (indicator.unit == "working_days") return Figures::tr("working days");
  if (indicator.unit == "per_10000") return Figures::tr("per 10,000");
  if (indicator.unit == "cases") return Figures::tr("cases");
  if (indicator.unit == "yuan") return Figures::tr("yuan");
  if (indicator.unit == "ten_thousand_yuan") return Figures::tr("10,000 yuan");
  if (indicator.unit == "points") return Figures::tr("points");
  if (indicator.unit == "visits") return Figures::tr("visits");
  if (indicator.unit == "tickets") return Figures::tr("numbers");
  if (indicator.unit == "minutes") return Figures::tr("minutes");
  if (indicator.unit == "seconds") return Figures::tr("seconds");
  if (indicator.unit == "keystrokes") return Figures::tr("keystrokes");
  return {};
}

QString interval(const insight::Indicator& indicator, const insight::Interval& interval) {
  if (!indicator.isPercent())
    return Figures::tr("%1 to %2", "an interval").arg(number(indicator, interval.low), number(indicator, interval.high));
  // One sign for both ends.
  return Figures::tr("%1–%2 %", "an interval of shares")
      .arg(numerals().toString(interval.low * 100, 'f', 1), numerals().toString(interval.high * 100, 'f', 1));
}

QString valueOf(const insight::Indicator& indicator, const insight::Figure& figure) {
  return figure.value ? number(indicator, *figure.value) : QStringLiteral("–");
}

QString ofSample(const insight::Indicator& indicator, const insight::Figure& figure) {
  if (indicator.isReported() && !figure.told) return Figures::tr("not reported");
  if (figure.count.trials == 0) return Figures::tr("nothing counted yet");
  if (!figure.value && figure.told) return Figures::tr("not said of what");
  if (figure.sample == SampleSize::suppressed) return Figures::tr("fewer than %1: not shown").arg(insight::kFewestShown);
  if (figure.sample == SampleSize::small) return Figures::tr("small sample");
  return {};
}

namespace {

// Sums that were reported, in what they were reported in; of scores how many.
// Ten digits are not read but counted: where one of two has as many, both are in units of ten thousand (万), or in millions.
QString shortSum(double amount, double greater) {
  constexpr double kLong = 1e8, kTenThousand = 1e4, kMillion = 1e6;
  if (greater < kLong) return numerals().toString(amount, 'f', 0);
  const double unit = isChinese() ? kTenThousand : kMillion;
  return Figures::tr("%1 million", "an amount; in Chinese of ten thousands").arg(numerals().toString(amount / unit, 'f', 0));
}

QString ofTold(const insight::Indicator& indicator, const insight::Figure& figure) {
  if (indicator.kind == FigureKind::mean) return Figures::tr("n %1", "how many were counted").arg(count(figure.count.trials));
  const auto parts = insight::partsOf(indicator, figure);
  if (indicator.kind == FigureKind::amount || !parts.numerator || !parts.denominator)
    return Figures::tr("%n report(s)", nullptr, int(figure.count.trials));
  const double greater = std::max(std::abs(*parts.numerator), std::abs(*parts.denominator));
  return Figures::tr("%1 of %2").arg(shortSum(*parts.numerator, greater), shortSum(*parts.denominator, greater));
}

}  // namespace

QString ofCount(const insight::Indicator& indicator, const insight::Figure& figure) {
  if (figure.sample == SampleSize::suppressed) return {};
  if (!indicator.isCounted()) return ofTold(indicator, figure);
  if (!indicator.denominator) return Figures::tr("n %1", "how many were counted").arg(count(figure.count.trials));
  return Figures::tr("%1 of %2").arg(count(figure.count.hits), count(figure.count.trials));
}

QString of(const insight::Signal& signal) {
  const bool isUp = signal.direction == insight::Direction::up;
  switch (signal.rule) {
    case insight::RunRule::beyondThreeSigma:
      return isUp ? Figures::tr("Above the control limit") : Figures::tr("Below the control limit");
    case insight::RunRule::eightOnOneSide:
      return isUp ? Figures::tr("Eight in a row above the centre") : Figures::tr("Eight in a row below the centre");
    case insight::RunRule::sixTrending:
      return isUp ? Figures::tr("Six in a row rising") : Figures::tr("Six in a row falling");
    case insight::RunRule::twoOfThreeBeyondTwoSigma:
      return isUp ? Figures::tr("Two of three close to the upper limit") : Figures::tr("Two of three close to the lower limit");
  }
  return {};
}

QString of(insight::IntegrityRule rule) {
  switch (rule) {
    case insight::IntegrityRule::burst:
      return Figures::tr("Ratings one upon the other");
    case insight::IntegrityRule::hasty:
      return Figures::tr("Answered too fast");
    case insight::IntegrityRule::alike:
      return Figures::tr("One answer in a long row");
    case insight::IntegrityRule::noneBad:
      return Figures::tr("No bad rating where some are due");
    case insight::IntegrityRule::unasked:
      return Figures::tr("Fewer rated than elsewhere");
    case insight::IntegrityRule::strayPad:
      return Figures::tr("Pad of another window");
    case insight::IntegrityRule::offHours:
      return Figures::tr("When nobody is served");
    case insight::IntegrityRule::sameName:
      return Figures::tr("Who rated is called as who served");
    case insight::IntegrityRule::ownWindow:
      return Figures::tr("Receipts redeemed where they were printed");
  }
  return {};
}

domain::Light lightOf(const insight::Indicator& indicator, const insight::Figure& figure) {
  if (!indicator.yardstick || !figure.score) return domain::Light::none;
  if (*figure.score >= 100) return domain::Light::green;
  return *figure.score > 0 ? domain::Light::yellow : domain::Light::red;
}

QString ofStanding(domain::Light light) {
  switch (light) {
    case domain::Light::green:
      return Figures::tr("Target reached");
    case domain::Light::yellow:
      return Figures::tr("Short of the target");
    case domain::Light::red:
      return Figures::tr("Past the floor");
    default:
      return {};
  }
}

QString targetOf(const insight::Indicator& indicator, const insight::Yardstick& yardstick) {
  if (!yardstick.above) return number(indicator, yardstick.target);
  // Whole numbers are what somebody set: no decimal says more.
  return interval(indicator, {yardstick.target, yardstick.above->target})
      .replace(numerals().decimalPoint() + QLatin1Char('0'), QString());
}

QString ofYardstick(const insight::Indicator& indicator, const insight::Yardstick& yardstick) {
  const QString floor = number(indicator, yardstick.floor);
  if (!yardstick.above) return Figures::tr("target %1, floor %2").arg(number(indicator, yardstick.target), floor);
  return Figures::tr("target %1, floors %2 and %3", "a band, and the two values without points")
      .arg(targetOf(indicator, yardstick), floor, number(indicator, yardstick.above->floor));
}

QString ofTarget(const insight::Indicator& indicator) {
  if (!indicator.yardstick) return {};
  // A whole number is what somebody set: no decimal says more.
  const QString needless = numerals().decimalPoint() + QLatin1Char('0');
  return Figures::tr("target %1").arg(targetOf(indicator, *indicator.yardstick).replace(needless, QString()));
}

QString spoken(const desk::ScorecardLine& line) {
  QStringList said;
  const auto say = [&said](const QString& text) {
    if (!text.isEmpty()) said.append(text);
  };
  say(Figures::tr("%1: %2", "a figure and its value").arg(nameOf(line.indicator), valueOf(line.indicator, line.figure)));
  say(unitOf(line.indicator));
  say(ofStanding(lightOf(line.indicator, line.figure)));
  say(ofTarget(line.indicator));
  say(ofCount(line.indicator, line.figure));
  if (line.figure.interval && line.figure.value)
    say(Figures::tr("95 % interval %1").arg(interval(line.indicator, *line.figure.interval)));
  say(ofSample(line.indicator, line.figure));
  return said.join(QStringLiteral(", "));
}

}  // namespace ow::ui::words
