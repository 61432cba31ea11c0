// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/questionnaire.h"
#include "insight/proportion.h"

// What the answers of a survey round come to. Pure; any thread.
//
// Answers off their scale: nobody can type one in, but files of other systems hold some (0 for "no opinion"). A mean takes them
// as they stand, and so does a satisfaction index; where answers are sorted into groups (a share, a net promoter score, a
// usability score, a distribution) there is no group for them and they are left out. Both are told as a number beside the
// figure.
namespace ow::insight {

struct SurveyIndexFigure {
  domain::SurveyIndex index;
  std::optional<double> value;       // in the units of its kind; nothing under kFewestShown answers
  std::optional<Interval> interval;  // 95 %; nothing where all said the same
  std::int64_t answers = 0;          // of the question that fewest answered; 0 where suppressed
  SampleSize sample = SampleSize::suppressed;
  std::int64_t offScale = 0;
};

struct SurveyQuestionFigure {
  domain::SurveyQuestion question;
  std::optional<double> mean;        // nothing under kFewestShown answers
  std::vector<std::int64_t> counts;  // from low to high; empty where suppressed
  std::int64_t answers = 0;          // 0 where suppressed
  std::int64_t offScale = 0;
};

struct SurveyFigures {
  std::vector<SurveyIndexFigure> indexes;  // in the order of the questionnaire
  std::vector<SurveyQuestionFigure> questions;
  std::int64_t offScale = 0;
};

// `rows`: one for each who answered; what the questionnaire does not ask is left out.
SurveyFigures surveyFigures(const domain::Questionnaire& form, std::span<const domain::SurveyNumbers> rows);

}  // namespace ow::insight
