// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_reports.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>

#include "base/time_text.h"
#include "domain/scorecard_record.h"

namespace ow::intake {

using base::Instant;
using base::Result;
using domain::ReportedFigure;

namespace {

constexpr const char* kFund = "住房公积金管理部";
constexpr const char* kEnforcement = "执法科";
constexpr double kFenOfMillion = 100e6;
constexpr int kMonthsOfForms = 3;

class DemoReports {
 public:
  DemoReports(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place, domain::StaffId supervisor)
      : m_batch(batch), m_dice(dice), m_rhythm(rhythm), m_place(place), m_supervisor(supervisor) {}

  Result<void> write(const std::vector<domain::Staff>& staff) {
    using std::chrono::months;
    const base::Date today = m_rhythm.today();
    const std::chrono::year_month current(today.year(), today.month());
    const base::Date start = m_rhythm.calendar().zone().dateOf(m_rhythm.start());
    std::chrono::year_month month(start.year(), start.month());
    for (int i = 0; month + months(1) <= current; month += months(1), ++i) {
      writeMonth(month, i);
      OW_TRYV(m_batch.settle());
    }
    for (auto day = std::chrono::sys_days((current - months(kMonthsOfForms)) / std::chrono::day(1)); day < today;
         day += std::chrono::days(1)) {
      if (m_rhythm.calendar().isWorkday(base::Date(day))) writeForms(base::Date(day), staff);
      OW_TRYV(m_batch.settle());
    }
    return m_batch.flush();
  }

 private:
  // Deposits grow slowly and swell before the new year; what is lent follows the spring.
  void writeMonth(std::chrono::year_month month, int n) {
    const base::Date after = (month + std::chrono::months(1)) / std::chrono::day(1);
    m_at = std::min(m_rhythm.now(),
                    m_rhythm.momentOn(m_dice, std::chrono::sys_days(after) + std::chrono::days(5), Pattern::office));
    m_period = base::isoText(base::Date(month / std::chrono::day(1))).substr(0, 7);
    const unsigned calendarMonth = unsigned(month.month());
    const double season = calendarMonth == 12 ? 1.25 : calendarMonth == 2 ? 0.85 : 1;
    const double deposits = 58 * std::pow(1.006, n) * season * around(0.04);
    tell("deposits", kFund, money(deposits), money(58 * std::pow(1.006, n) * (calendarMonth == 12 ? 1.2 : 1)));
    const double issued = 31 * (calendarMonth >= 3 && calendarMonth <= 5 ? 1.2 : 1) * around(0.08);
    tell("housing_loans", kFund, money(issued), money(issued / (0.24 * around(0.06))));
    m_depositBalance += deposits * 0.4;
    m_loanBalance += issued * 0.75;
    tell("loan_balance", kFund, money(m_loanBalance), money(m_depositBalance));
    const auto breaches = m_dice.between(14, 32);
    tell("enforcement", kEnforcement, std::int64_t(std::floor(double(breaches) * (0.84 + 0.12 * m_dice.fraction()))), breaches);
    tell("breaches_corrected", kEnforcement, std::int64_t(std::floor(double(breaches) * (0.74 + 0.16 * m_dice.fraction()))),
         breaches);
    const auto due = m_dice.between(18, 40);
    tell("training", {}, due - m_dice.between(0, 3), due);
    const auto services = m_dice.between(5200, 7400);
    tell("complaints", {}, m_dice.between(4, 16), services);
    const auto counter = services * 2 / 5;
    tell("cost.counter", {}, counter * m_dice.between(2300, 2700), counter);
    tell("cost.web", {}, (services - counter) * m_dice.between(310, 420), services - counter);
  }
  // How long new cases took at each desk, and how many keys.
  void writeForms(base::Date day, const std::vector<domain::Staff>& staff) {
    m_at =
        std::min(m_rhythm.now(), m_rhythm.momentOn(m_dice, std::chrono::sys_days(day) + std::chrono::days(1), Pattern::office));
    m_period = base::isoText(day);
    const auto forms = m_dice.between(12, 30) * std::int64_t(std::min<std::size_t>(staff.size(), 4));
    tell("task.open_case.seconds", {}, forms * m_dice.between(84, 118), forms);
    tell("task.open_case.keystrokes", {}, forms * m_dice.between(52, 74), forms);
  }

  double around(double spread) { return 1 + spread * (2 * m_dice.fraction() - 1); }
  static std::int64_t money(double millions) { return std::llround(millions * kFenOfMillion); }
  void tell(const char* series, std::optional<std::string> department, std::int64_t amount, std::int64_t of) {
    ReportedFigure told;
    told.id = m_batch.id<domain::ReportedFigureId>();
    told.hall = m_place.hall;
    told.department = std::move(department);
    told.series = series;
    told.period = m_period;
    told.amount = amount;
    told.ofAmount = of;
    told.source = told.series.starts_with("task.") ? "desk " + m_place.desk : "部门月报.xlsx";
    told.reportedAt = m_at;
    told.authorId = m_supervisor;
    m_batch.setNow(m_at);
    m_batch.create(told, m_supervisor);
  }

  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const DemoPlace& m_place;
  domain::StaffId m_supervisor;
  Instant m_at;
  std::string m_period;
  double m_depositBalance = 3100, m_loanBalance = 2700;  // millions, when the two years began
};

}  // namespace

Result<void> writeDemoReports(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
                              const std::vector<domain::Staff>& staff) {
  const auto supervisor =
      std::find_if(staff.begin(), staff.end(), [](const auto& one) { return one.role == domain::Role::supervisor; });
  return supervisor == staff.end() ? base::success() : DemoReports(batch, dice, rhythm, place, supervisor->id).write(staff);
}

}  // namespace ow::intake
