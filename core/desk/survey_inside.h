// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "desk/refusals.h"
#include "domain/survey.h"
#include "store/schema.h"

// What the use cases of surveys share. Only core/desk includes this.
namespace ow::desk {

inline base::Result<void> supervisorsOnly(const Desk::Inside& in) {
  if (in.clerk.role == domain::Role::supervisor) return base::success();
  return notAllowed("supervisor_only");
}

inline base::Result<domain::SurveyRound> surveyRound(store::Connection& connection, domain::SurveyRoundId id) {
  return store::loadEntity<domain::SurveyRound>(connection, id);
}

// Closed, or past its last day.
inline base::Result<void> takesAnswers(const Desk::Inside& in, const domain::SurveyRound& round) {
  const bool isOver = round.closesAt && *round.closesAt <= in.now();
  if (round.state == domain::SurveyRoundState::open && !isOver) return base::success();
  return notAllowed("round_closed");
}

inline base::Result<domain::Questionnaire> formOf(const Desk::Inside& in, const domain::SurveyRound& round) {
  OW_TRY(const auto catalogue, domain::QuestionnaireCatalogue::bundled(in.place.jurisdiction));
  return catalogue.find(round.questionnaire, round.questionnaireVersion);
}

}  // namespace ow::desk
