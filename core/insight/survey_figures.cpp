// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/survey_figures.h"

#include <algorithm>
#include <array>

#include "insight/mean.h"
#include "insight/net_promoter.h"
#include "insight/satisfaction_index.h"
#include "insight/staff_survey.h"

namespace ow::insight {

namespace {

using domain::SurveyIndexKind;
using domain::SurveyNumbers;
using Questions = std::vector<const domain::SurveyQuestion*>;
using NumberRows = std::span<const SurveyNumbers>;

constexpr int kUsabilityMiddle = 3;  // what Brooke counts for an item left empty

std::optional<std::int64_t> numberIn(const SurveyNumbers& row, const domain::SurveyQuestion& question) {
  const auto found = row.find(question.id);
  return found == row.end() ? std::nullopt : std::optional(found->second);
}

void satisfactionFigure(const Questions& questions, NumberRows rows, SurveyIndexFigure& figure) {
  const AnswerScale scale{double(questions.front()->low), double(questions.front()->high)};
  const auto form =
      SurveyForm::of(scale, figure.index.weights.empty() ? equalWeights(questions.size()) : figure.index.weights).value();
  std::vector<AnswerRow> answers;
  for (const SurveyNumbers& row : rows) {
    AnswerRow cells;
    for (const auto* question : questions) {
      const auto number = numberIn(row, *question);
      cells.push_back(number ? std::optional(double(*number)) : std::nullopt);
    }
    answers.push_back(std::move(cells));
  }
  const SatisfactionIndex found = satisfactionIndex(form, answers, OffScale::asGiven);
  figure.value = found.index;
  figure.interval = found.interval;
  figure.offScale = found.offScale;
  figure.answers = std::min_element(found.items.begin(), found.items.end(), [](const auto& a, const auto& b) {
                     return a.answers < b.answers;
                   })->answers;
}

void shareFigure(const Questions& questions, NumberRows rows, SurveyIndexFigure& figure) {
  Count count;
  for (const SurveyNumbers& row : rows) {
    const auto number = numberIn(row, *questions.front());
    if (!number) continue;
    if (!questions.front()->isOnScale(*number)) {
      ++figure.offScale;
      continue;
    }
    ++count.trials;
    if (*number >= figure.index.goodFrom && *number <= figure.index.goodTo) ++count.hits;
  }
  figure.value = share(count);
  figure.interval = wilson(count);
  figure.answers = count.trials;
}

void promoterFigure(const Questions& questions, NumberRows rows, SurveyIndexFigure& figure) {
  std::array<std::int64_t, 11> counts{};
  for (const SurveyNumbers& row : rows) {
    const auto number = numberIn(row, *questions.front());
    if (!number) continue;
    if (questions.front()->isOnScale(*number))
      ++counts[std::size_t(*number)];
    else
      ++figure.offScale;
  }
  const auto score = netPromoterScore(promoterCounts(counts));
  if (!score) return;
  figure.value = score->value;
  figure.interval = score->interval;
  figure.answers = score->answers;
}

void usabilityFigure(const Questions& questions, NumberRows rows, SurveyIndexFigure& figure) {
  std::vector<double> scores;
  for (const SurveyNumbers& row : rows) {
    std::array<int, 10> items{};
    items.fill(kUsabilityMiddle);
    bool isAnswered = false, isOff = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto number = numberIn(row, *questions[i]);
      if (!number) continue;
      isAnswered = true;
      isOff = isOff || !questions[i]->isOnScale(*number);
      if (!questions[i]->isOnScale(*number)) ++figure.offScale;
      items[i] = int(*number);
    }
    if (!isAnswered || isOff) continue;
    if (const auto score = usabilityScore(items)) scores.push_back(*score);
  }
  const StaffMean found = staffMean(scores);
  figure.value = found.mean;
  figure.interval = found.interval;
  figure.answers = found.answers;
}

SurveyIndexFigure indexFigure(const domain::Questionnaire& form, const domain::SurveyIndex& index, NumberRows rows) {
  SurveyIndexFigure figure;
  figure.index = index;
  const Questions questions = form.questionsOf(index.id);
  switch (index.kind) {
    case SurveyIndexKind::satisfaction:
      satisfactionFigure(questions, rows, figure);
      break;
    case SurveyIndexKind::share:
      shareFigure(questions, rows, figure);
      break;
    case SurveyIndexKind::netPromoter:
      promoterFigure(questions, rows, figure);
      break;
    case SurveyIndexKind::usability:
      usabilityFigure(questions, rows, figure);
      break;
  }
  figure.sample = sampleSize(figure.answers);
  if (figure.sample != SampleSize::suppressed) return figure;
  SurveyIndexFigure hidden;
  hidden.index = index;
  return hidden;
}

SurveyQuestionFigure questionFigure(const domain::SurveyQuestion& question, NumberRows rows) {
  SurveyQuestionFigure figure;
  figure.question = question;
  figure.counts.resize(std::size_t(question.high - question.low + 1));
  std::vector<double> numbers;
  for (const SurveyNumbers& row : rows) {
    const auto number = numberIn(row, question);
    if (!number) continue;
    numbers.push_back(double(*number));
    if (question.isOnScale(*number))
      ++figure.counts[std::size_t(*number - question.low)];
    else
      ++figure.offScale;
  }
  figure.answers = std::int64_t(numbers.size());
  figure.mean = mean(numbers);
  if (sampleSize(figure.answers) != SampleSize::suppressed) return figure;
  SurveyQuestionFigure hidden;
  hidden.question = question;
  return hidden;
}

}  // namespace

SurveyFigures surveyFigures(const domain::Questionnaire& form, std::span<const SurveyNumbers> rows) {
  SurveyFigures figures;
  for (const domain::SurveyIndex& index : form.indexes) figures.indexes.push_back(indexFigure(form, index, rows));
  for (const domain::SurveyQuestion& question : form.questions) {
    figures.questions.push_back(questionFigure(question, rows));
    figures.offScale += figures.questions.back().offScale;
  }
  return figures;
}

}  // namespace ow::insight
