// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"

namespace ow::domain {

// How the answers to the questions of an index become one figure (core/insight/survey_figures.h).
enum class SurveyIndexKind {
  satisfaction,  // 0..100: weighted mean of its questions, all of one scale (ACSI, ECSI)
  share,         // 0..1: answers of its one question from goodFrom to goodTo (CSAT, 三率)
  netPromoter,   // -100..100: its one question of 0..10
  usability,     // 0..100: its ten questions of 1..5 (SUS)
};

struct SurveyIndex {
  std::string id;  // stable, "acsi"
  SurveyIndexKind kind = SurveyIndexKind::satisfaction;
  std::string zh, en;
  std::vector<double> weights;            // of a satisfaction index, in the order of its questions, sum 1; empty: equal
  std::int64_t goodFrom = 0, goodTo = 0;  // of a share
};

struct SurveyQuestion {
  std::string id;     // stable, "acsi1": what an answer names
  std::string index;  // the one that it belongs to
  std::int64_t low = 0, high = 0;
  std::string zh, en;  // as it is read to somebody, with what the ends of the scale mean

  bool isOnScale(std::int64_t answer) const { return answer >= low && answer <= high; }
};

// Question id -> the number that was answered; a question that was not answered is not there.
using SurveyNumbers = std::map<std::string, std::int64_t>;

// What a survey round asks: data that an administrator may replace (resources/surveys). A version once used keeps its meaning:
// a changed questionnaire has another version, and the one before stays in the catalogue for the rounds that used it.
struct Questionnaire {
  std::string id, version;
  std::string zh, en;
  std::vector<SurveyIndex> indexes;
  std::vector<SurveyQuestion> questions;

  const SurveyQuestion* question(std::string_view questionId) const;  // null: none
  std::vector<const SurveyQuestion*> questionsOf(std::string_view index) const;
};

struct QuestionnaireCatalogue {
  std::string jurisdiction;
  std::vector<Questionnaire> questionnaires;  // each version is one; of an id the newest stands last

  // notFound (entity=questionnaire). Without a version the newest.
  base::Result<Questionnaire> find(std::string_view id, std::string_view version = {}) const;

  // invalidInput (fields and rules), unsupportedFormat, tooLarge.
  static base::Result<QuestionnaireCatalogue> parse(std::string_view text);
  // The jurisdiction's own, else that of CN.
  static base::Result<QuestionnaireCatalogue> bundled(std::string_view jurisdiction);
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::SurveyIndexKind> =
    std::array<std::string_view, 4>{"satisfaction", "share", "net_promoter", "usability"};
