// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/survey_inside.h"
#include "desk/surveys.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Reached;
using domain::SurveyAnswer;
using domain::SurveyChannel;
using domain::SurveyRound;

namespace {

base::Error wrongAnswer(const std::string& field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

bool isOfSlips(SurveyChannel channel) {
  return channel == SurveyChannel::paper || channel == SurveyChannel::token;
}

Result<void> checkNumbers(const domain::Questionnaire& form, const GivenSurveyAnswer& given) {
  if (given.reached != Reached::answered) {
    if (given.answers.empty() && given.text.empty()) return base::success();
    return wrongAnswer("answers", "not_reached");
  }
  if (given.answers.empty()) return required("answers");
  for (const auto& [id, number] : given.answers) {
    const auto* question = form.question(id);
    if (question == nullptr) return wrongAnswer(id, "unknown_question");
    if (!question->isOnScale(number)) return wrongAnswer(id, "out_of_scale");
  }
  return base::success();
}

// On a slip: neither a place nor a person, and of the time only the day.
Result<void> nameSlip(const Desk::Inside& in, const SurveyRound& round, const GivenSurveyAnswer& given, SurveyAnswer& answer) {
  if (given.place) return wrongAnswer("place", "not_with_slip");
  if (given.slip.empty()) return required("slip");
  const auto slip = domain::slipOf(in.identityKey, round, given.slip);
  if (!slip) return wrongAnswer("slip", "unknown_slip");
  answer.id = domain::answerOfSlip(round.id, *slip);
  answer.answeredAt = in.beginningOfToday();
  return base::success();
}

Result<void> namePlace(const Desk::Inside& in, store::Connection& connection, const SurveyRound& round,
                       const GivenSurveyAnswer& given, SurveyAnswer& answer) {
  if (!given.slip.empty()) return wrongAnswer("slip", "not_with_place");
  if (!given.place) return required("place");
  if (*given.place < 1 || *given.place > round.drawnCount) return wrongAnswer("place", "out_of_range");
  answer.place = given.place;
  answer.partyId = domain::drawnAt(round, *given.place);
  answer.id = domain::answerOfPlace(round.id, *given.place);
  answer.answeredAt = in.now();
  if (!answer.partyId) return base::success();
  OW_TRY(const bool isServed, store::hasServed(connection, in.clerk.id, *answer.partyId));
  return isServed ? Result<void>(notAllowed("own_service")) : base::success();
}

}  // namespace

Result<domain::SurveyAnswerId> recordAnswer(Desk& desk, const GivenSurveyAnswer& given) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto text, optionalText(given.text, "text", base::kNoteLimits, base::Lines::multiple));
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto round, surveyRound(write.connection(), given.round));
  OW_TRYV(takesAnswers(in, round));
  if (given.channel == SurveyChannel::elsewhere || !domain::takesChannel(round, given.channel)) return notAllowed("channel");
  if (given.reached == Reached::slip && !isOfSlips(given.channel)) return notAllowed("channel");
  OW_TRY(const auto form, formOf(in, round));
  OW_TRYV(checkNumbers(form, given));
  SurveyAnswer answer;
  if (isOfSlips(given.channel) && given.reached == Reached::answered)
    OW_TRYV(nameSlip(in, round, given, answer));
  else
    OW_TRYV(namePlace(in, write.connection(), round, given, answer));
  OW_TRY(const bool isThere, store::isSurveyAnswer(write.connection(), answer.id));
  if (isThere) return base::fail(ErrorKind::duplicate, {{"entity", "survey_answer"}});
  answer.roundId = round.id;
  answer.channel = given.channel;
  answer.reached = given.reached;
  if (given.reached == Reached::answered) answer.answers = domain::surveyText(given.answers);
  answer.text = std::move(text);
  answer.takenBy = in.clerk.id;
  auto writer = in.writer("survey");
  writer.create(answer);
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return answer.id;
}

}  // namespace ow::desk
