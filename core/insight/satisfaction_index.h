// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "insight/proportion.h"

// A customer satisfaction index of 0..100 from several survey items, built as the American one is (ACSI: overall satisfaction,
// against expectations, against the ideal, each 1..10). The weights that ACSI estimates are not public, so they are a setting.
// Pure; any thread.
namespace ow::insight {

struct AnswerScale {
  double low = 1;
  double high = 10;
  bool operator==(const AnswerScale&) const = default;
};

// What an answer outside the scale is worth; surveys use 0 or 99 for "no opinion", and some simply let 0 through.
enum class OffScale { asGiven, leftOut, clamped };

std::vector<double> equalWeights(std::size_t items);

// The items of a survey: their scale and what each weighs.
class SurveyForm {
 public:
  // ErrorKind::invalidInput, field=scale: low is not below high; field=weights: none, one below 0, or a sum other than 1 (to a
  // millionth).
  static base::Result<SurveyForm> of(AnswerScale scale, std::vector<double> weights);

  const AnswerScale& scale() const { return m_scale; }
  std::size_t items() const { return m_weights.size(); }
  double weight(std::size_t item) const { return m_weights[item]; }
  // The index of one answer, or one mean, per item.
  double index(std::span<const double> answers) const;

 private:
  SurveyForm(AnswerScale scale, std::vector<double> weights) : m_scale(scale), m_weights(std::move(weights)) {}
  AnswerScale m_scale;
  std::vector<double> m_weights;
};

// One respondent; an empty cell is an item without an answer, and so is one that is not finite.
using AnswerRow = std::vector<std::optional<double>>;

struct ItemMean {
  std::optional<double> mean;  // on the scale of the answers
  std::int64_t answers = 0;
};

struct SatisfactionIndex {
  std::optional<double> index;       // nothing while an item that weighs something has no answer: it would be another index
  std::optional<Interval> interval;  // 95 %, by the spread of the complete rows; nothing under two of them or without spread
  std::vector<ItemMean> items;
  std::int64_t rows = 0;          // with at least one answer counted
  std::int64_t completeRows = 0;  // with every answer counted
  std::int64_t offScale = 0;      // answers outside the scale, whatever became of them
};
// Each row has a cell per item. Item means are taken over all who answered the item, complete or not.
SatisfactionIndex satisfactionIndex(const SurveyForm& form, std::span<const AnswerRow> rows, OffScale offScale);

}  // namespace ow::insight
