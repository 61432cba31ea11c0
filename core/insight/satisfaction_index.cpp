// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/satisfaction_index.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "insight/mean.h"

namespace ow::insight {

namespace {

constexpr double kIndexPoints = 100;
constexpr double kWeightTolerance = 1e-6;  // weights are typed with a few decimals

bool isOnScale(double answer, AnswerScale scale) {
  return answer >= scale.low && answer <= scale.high;
}

std::optional<double> counted(double answer, AnswerScale scale, OffScale offScale) {
  if (isOnScale(answer, scale) || offScale == OffScale::asGiven) return answer;
  if (offScale == OffScale::leftOut) return std::nullopt;
  return std::clamp(answer, scale.low, scale.high);
}

std::optional<double> indexOfMeans(const SurveyForm& form, std::span<const ItemMean> items) {
  std::vector<double> means;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].mean && form.weight(i) > 0) return std::nullopt;
    means.push_back(items[i].mean.value_or(form.scale().low));
  }
  return form.index(means);
}

// Cut to 0..100, but never past the index itself, which may lie outside when answers are taken as given.
Interval around(double index, double margin) {
  return {std::max(std::min(0.0, index), index - margin), std::min(std::max(kIndexPoints, index), index + margin)};
}

}  // namespace

std::vector<double> equalWeights(std::size_t items) {
  return std::vector<double>(items, 1.0 / double(items));
}

base::Result<SurveyForm> SurveyForm::of(AnswerScale scale, std::vector<double> weights) {
  if (!(scale.low < scale.high) || !std::isfinite(scale.high - scale.low))
    return base::fail(base::ErrorKind::invalidInput, {{"field", "scale"}, {"rule", "low_below_high"}});
  const bool isWeight = std::ranges::all_of(weights, [](double weight) { return weight >= 0; });
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!isWeight || !(std::abs(sum - 1) <= kWeightTolerance))
    return base::fail(base::ErrorKind::invalidInput, {{"field", "weights"}, {"rule", "sum_is_1"}});
  return SurveyForm(scale, std::move(weights));
}

double SurveyForm::index(std::span<const double> answers) const {
  if (answers.size() != m_weights.size()) std::abort();  // answers to another form
  double sum = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) sum += m_weights[i] * (answers[i] - m_scale.low);
  return sum / (m_scale.high - m_scale.low) * kIndexPoints;
}

SatisfactionIndex satisfactionIndex(const SurveyForm& form, std::span<const AnswerRow> rows, OffScale offScale) {
  SatisfactionIndex found;
  found.items.resize(form.items());
  std::vector<double> sums(form.items());
  std::vector<double> indices;
  for (const AnswerRow& row : rows) {
    if (row.size() != form.items()) std::abort();  // answers to another form
    std::vector<double> answers;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i] || !std::isfinite(*row[i])) continue;
      if (!isOnScale(*row[i], form.scale())) ++found.offScale;
      const auto answer = counted(*row[i], form.scale(), offScale);
      if (!answer) continue;
      answers.push_back(*answer);
      sums[i] += *answer;
      ++found.items[i].answers;
    }
    if (!answers.empty()) ++found.rows;
    if (answers.size() == form.items()) indices.push_back(form.index(answers));
  }
  found.completeRows = std::int64_t(indices.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (found.items[i].answers > 0) found.items[i].mean = sums[i] / double(found.items[i].answers);
  }
  found.index = indexOfMeans(form, found.items);
  const auto margin = meanMargin(indices);
  if (found.index && margin) found.interval = around(*found.index, *margin);
  return found;
}

}  // namespace ow::insight
