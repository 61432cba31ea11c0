// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "desk/desk.h"
#include "domain/survey.h"
#include "insight/survey_figures.h"

namespace ow::desk {

// What a round came to: figures in sums alone, and beside them how many of those drawn answered, for without that no figure
// says what it says. Under insight::kFewestShown answers a figure is not told.
struct SurveyResults {
  domain::SurveyRoundId id;
  std::string name, hall;
  domain::Questionnaire form;
  domain::SurveyRoundState state = domain::SurveyRoundState::open;
  base::Instant asOf;  // what was in this store then
  std::int64_t drawn = 0;
  std::int64_t answered = 0, refused = 0, notReached = 0;
  std::int64_t unheard = 0;            // of those drawn: nothing is known yet
  std::optional<double> responseRate;  // answered of drawn, 0..1
  std::optional<insight::Interval> responseInterval;
  insight::SurveyFigures figures;
};
// For supervisors (rule=supervisor_only). notFound (entity=survey_round; questionnaire: its version is in no catalogue here).
base::Result<SurveyResults> resultsOf(Desk& desk, domain::SurveyRoundId id);

}  // namespace ow::desk
