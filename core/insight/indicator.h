// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "insight/conditions.h"
#include "insight/score.h"

// The register of indicators: what each figure of a scorecard means, as data with versions (resources/indicators). A figure
// names the indicator and the version that it was computed by.
namespace ow::insight {

// 财务, 客户, 内部流程, 内部成长: the four groups of the balanced scorecard.
enum class Perspective { finance, customer, process, growth };

enum class FigureKind {
  share,       // numerator / denominator, 0..1
  rate,        // numerator / denominator × per
  count,       // numerator
  percentile,  // of what was measured on the facts of the numerator
  saving,      // 1 less such a percentile in hundredths: what part of the legal limit was not needed (提速率)
  amount,      // what was reported of a series, divided by `per`
  ratio,       // what was reported of a series, of what it is a part of
  growth,      // what was reported of a series over what was of the months before, less 1 (环比)
  mean,        // of the scores of a series: what was answered or measured, over how many
};
enum class Better { up, down, within };  // within: neither too little nor too much

// Facts of one source that meet every condition named.
struct Measure {
  store::FactSource of = store::FactSource::caseClosed;
  std::vector<std::string> where;  // as in the definition
  Conditions mask = 0;
};

// Sums of the months of a series of which the month before was reported too: the amount, and that of the month before.
inline std::string growthOf(const std::string& series) {
  return series + ".growth";
}

struct Indicator {
  std::string id;   // stable, "customer.in_time"
  int version = 1;  // another meaning, another version
  Perspective perspective = Perspective::customer;
  std::string zh, en;
  std::string noteZh, noteEn;  // what it says and what it does not
  FigureKind kind = FigureKind::share;
  Measure numerator;                   // unless it is of a series
  std::optional<Measure> denominator;  // of share and rate
  std::string series;                  // of amount, ratio, growth and mean: "deposits", "survey.sus.sus"
  double per = 1;                      // of a rate or ratio: 10,000 ...; of an amount what it is divided by
  double percent = 50;                 // of a percentile or saving
  std::string unit;                    // stable word: percent, per_10000, cases, working_days
  Better better = Better::up;
  std::optional<Yardstick> yardstick;  // target and floor, in the unit of the value
  double weight = 0;                   // within its perspective
  std::int64_t minimum = 30;           // below so many it is shown as a small sample, and never ranked
  std::string beside;                  // id of the indicator that must stand beside it: the response rate

  // Counted from the store's own facts, one by one; otherwise it was reported, answered or measured in sums.
  bool isCounted() const { return series.empty(); }
  // Departments report it, in sums: nothing of it is hidden, and where it is missing nobody reported.
  bool isReported() const { return kind == FigureKind::amount || kind == FigureKind::ratio || kind == FigureKind::growth; }
  // What it says is a percentile of what was measured.
  bool isOfMeasured() const { return kind == FigureKind::percentile || kind == FigureKind::saving; }
  // The name under which the sums of the series are added up (figure.h).
  std::string sums() const { return kind == FigureKind::growth ? growthOf(series) : series; }
  // The value is read as per cent, 1 as 100.
  bool isPercent() const { return unit == "percent"; }
  std::string name(std::string_view language) const { return language == "zh" ? zh : en; }
};

// What departments report: the unit of the amount, and what it is a part of.
struct ReportedSeries {
  std::string id;  // stable word
  std::string zh, en;
  std::string wholeZh, wholeEn;
  bool isMoney = false;       // reported in fen, told in yuan
  bool isWholeMoney = false;  // what it is a part of too
  double told(std::int64_t amount) const { return double(amount) / (isMoney ? kFen : 1); }
  double toldWhole(std::int64_t amount) const { return double(amount) / (isWholeMoney ? kFen : 1); }
  static constexpr double kFen = 100;  // of a yuan
  std::string name(std::string_view language) const { return language == "zh" ? zh : en; }
  std::string wholeName(std::string_view language) const { return language == "zh" ? wholeZh : wholeEn; }
};

struct IndicatorRegister {
  std::string jurisdiction;
  std::string version;
  std::vector<Indicator> indicators;  // in the order in which they are shown
  std::vector<ReportedSeries> series;

  // Null when there is none.
  const Indicator* find(std::string_view id) const;
  const ReportedSeries* findSeries(std::string_view id) const;

  // invalidInput (field, rule and, where it is one indicator's, its id), unsupportedFormat, tooLarge. Every figure must be
  // computable: known words, a denominator where one is needed, ids once, `beside` there.
  static base::Result<IndicatorRegister> parse(std::string_view text);
  // The jurisdiction's own, else that of CN.
  static base::Result<IndicatorRegister> bundled(std::string_view jurisdiction);
};

// Whether the floor is worse than the target, and a band is one where one is asked for.
bool isOnRightSide(Better better, const Yardstick& yardstick);
// "case_closed[has_due, in_time]": how explain prints it.
std::string textOf(const Measure& measure);
// "case_closed[has_due, in_time] / case_closed[has_due]", "series deposits / 100"
std::string formulaOf(const Indicator& indicator);

}  // namespace ow::insight

template <>
inline constexpr auto ow::base::kCodes<ow::insight::Perspective> =
    std::array<std::string_view, 4>{"finance", "customer", "process", "growth"};
template <>
inline constexpr auto ow::base::kCodes<ow::insight::FigureKind> =
    std::array<std::string_view, 9>{"share", "rate", "count", "percentile", "saving", "amount", "ratio", "growth", "mean"};
template <>
inline constexpr auto ow::base::kCodes<ow::insight::Better> = std::array<std::string_view, 3>{"up", "down", "within"};
