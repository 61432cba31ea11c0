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
};
enum class Better { up, down };

// Facts of one source that meet every condition named.
struct Measure {
  store::FactSource of = store::FactSource::caseClosed;
  std::vector<std::string> where;  // as in the definition
  Conditions mask = 0;
};

struct Indicator {
  std::string id;   // stable, "customer.in_time"
  int version = 1;  // another meaning, another version
  Perspective perspective = Perspective::customer;
  std::string zh, en;
  std::string noteZh, noteEn;  // what it says and what it does not
  FigureKind kind = FigureKind::share;
  Measure numerator;
  std::optional<Measure> denominator;  // of share and rate
  double per = 1;                      // of a rate: 10,000 ...
  double percent = 50;                 // of a percentile
  std::string unit;                    // stable word: percent, per_10000, cases, working_days
  Better better = Better::up;
  std::optional<Yardstick> yardstick;  // target and floor, in the unit of the value
  double weight = 0;                   // within its perspective
  std::int64_t minimum = 30;           // below so many it is shown as a small sample, and never ranked
  std::string beside;                  // id of the indicator that must stand beside it: the response rate

  std::string name(std::string_view language) const { return language == "zh" ? zh : en; }
};

struct IndicatorRegister {
  std::string jurisdiction;
  std::string version;
  std::vector<Indicator> indicators;  // in the order in which they are shown

  // Null when there is none.
  const Indicator* find(std::string_view id) const;

  // invalidInput (field, rule and, where it is one indicator's, its id), unsupportedFormat, tooLarge. Every figure must be
  // computable: known words, a denominator where one is needed, ids once, `beside` there.
  static base::Result<IndicatorRegister> parse(std::string_view text);
  // The jurisdiction's own, else that of CN.
  static base::Result<IndicatorRegister> bundled(std::string_view jurisdiction);
};

// "case_closed[has_due, in_time]": how explain prints it.
std::string textOf(const Measure& measure);

}  // namespace ow::insight

template <>
inline constexpr auto ow::base::kCodes<ow::insight::Perspective> =
    std::array<std::string_view, 4>{"finance", "customer", "process", "growth"};
template <>
inline constexpr auto ow::base::kCodes<ow::insight::FigureKind> =
    std::array<std::string_view, 4>{"share", "rate", "count", "percentile"};
template <>
inline constexpr auto ow::base::kCodes<ow::insight::Better> = std::array<std::string_view, 2>{"up", "down"};
