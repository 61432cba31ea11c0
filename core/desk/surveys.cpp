// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/surveys.h"

#include <algorithm>

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/look.h"
#include "desk/survey_inside.h"
#include "domain/masking.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::SurveyChannel;
using domain::SurveyRound;

namespace {

base::Error wrongSurvey(const char* field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

// The end of that day.
Result<base::Instant> closingOn(const Desk::Inside& in, base::Date day) {
  const auto next = std::chrono::sys_days(day) + std::chrono::days(1);
  const base::Instant end = in.zone().toInstant(base::LocalTime{std::chrono::local_days{base::Date(next)}});
  if (end <= in.now()) return wrongSurvey("closes_on", "past");
  return end;
}

// Whoever stands at a place, where this clerk may call him.
Result<std::optional<domain::Party>> callable(Desk::Inside& in, store::Connection& connection, const SurveyRound& round,
                                              int place) {
  const auto id = domain::drawnAt(round, place);
  if (!id) return std::nullopt;
  OW_TRY(const bool isDone, store::isSurveyAnswer(connection, domain::answerOfPlace(round.id, place)));
  if (isDone) return std::nullopt;
  OW_TRY(const bool isServed, store::hasServed(connection, in.clerk.id, *id));
  if (isServed) return std::nullopt;
  auto party = store::loadEntity<domain::Party>(connection, *id);
  if (party) return std::optional(std::move(party).value());
  if (party.error().kind == ErrorKind::notFound) return std::nullopt;
  return party.error();
}

std::vector<SurveyChannel> channelsOf(const SurveyRound& round) {
  std::vector<SurveyChannel> channels;
  for (std::size_t i = 0; i < base::kCodes<SurveyChannel>.size(); ++i)
    if (domain::takesChannel(round, static_cast<SurveyChannel>(i))) channels.push_back(static_cast<SurveyChannel>(i));
  return channels;
}

std::string maskedParty(const domain::Party& party) {
  return party.kind == domain::PartyKind::person ? domain::maskedName(party.name) : party.name;
}

}  // namespace

Result<domain::SurveyRoundId> openSurvey(Desk& desk, const NewSurvey& survey, const SurveySample& sample) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto name, optionalText(survey.name, "name", base::kNameLimits, base::Lines::single));
  if (!name) return required("name");
  if (survey.channels.empty()) return required("channels");
  if (sample.count < 1) return wrongSurvey("size", "nobody_drawn");
  const bool isPhone = std::find(survey.channels.begin(), survey.channels.end(), SurveyChannel::phone) != survey.channels.end();
  if (isPhone && sample.places.empty()) return wrongSurvey("channels", "phone_needs_persons");
  OW_TRY(const auto catalogue, domain::QuestionnaireCatalogue::bundled(in.place.jurisdiction));
  OW_TRY(const auto form, catalogue.find(survey.questionnaire));
  SurveyRound round;
  round.id = in.ids.make<domain::SurveyRoundId>();
  round.hall = in.place.hall;
  round.name = std::move(*name);
  round.questionnaire = form.id;
  round.questionnaireVersion = form.version;
  round.drawnFrom = sample.drawnFrom;
  round.drawnCount = sample.count;
  round.channels = domain::channelsText(survey.channels);
  if (sample.drawnFrom != domain::DrawnFrom::elsewhere) {
    round.segment = sample.segment;
    round.seed = domain::seedText(sample.seed);
    round.frameSize = sample.frameSize;
    round.drawn = domain::drawnText(sample.places);
  }
  round.openedAt = in.now();
  round.createdBy = in.clerk.id;
  if (survey.closesOn) {
    OW_TRY(round.closesAt, closingOn(in, *survey.closesOn));
  }
  OW_TRY(auto write, in.store->write());
  auto writer = in.writer("survey");
  writer.create(round);
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return round.id;
}

Result<void> closeSurvey(Desk& desk, domain::SurveyRoundId id) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, surveyRound(write.connection(), id));
  if (before.state != domain::SurveyRoundState::open)
    return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(before.state))}});
  SurveyRound after = before;
  after.state = domain::SurveyRoundState::closed;
  after.closedAt = in.now();
  after.closedBy = in.clerk.id;
  auto writer = in.writer("survey");
  writer.change(before, after, domain::OperationKind::transition);
  OW_TRYV(write.apply(writer.take()));
  return write.commit();
}

Result<SurveyPage> surveys(Desk& desk, std::optional<std::int64_t> after, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(auto lines, store::surveyRounds(reader.connection(), after, limit + 1));
  SurveyPage page;
  if (lines.size() > limit) {
    lines.pop_back();
    page.next = lines.back().n;
  }
  for (const store::RoundLine& line : lines) {
    const SurveyRound& round = line.round;
    page.rows.push_back({round.id, round.name, round.questionnaire, round.state, round.drawnCount, line.answered,
                         round.openedAt, round.closesAt, round.closedAt, line.createdBy, channelsOf(round), round.frameSize,
                         !takesAnswers(in, round)});
  }
  return page;
}

Result<domain::Questionnaire> questionnaireOf(Desk& desk, domain::SurveyRoundId id) {
  OW_TRY(auto reader, desk.inside().store->read());
  OW_TRY(const auto round, surveyRound(reader.connection(), id));
  return formOf(desk.inside(), round);
}

Result<std::vector<SurveyCall>> nextToCall(Desk& desk, domain::SurveyRoundId id, int afterPlace, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto round, surveyRound(reader.connection(), id));
  OW_TRYV(takesAnswers(in, round));
  if (!domain::takesChannel(round, SurveyChannel::phone)) return notAllowed("channel");
  std::vector<SurveyCall> calls;
  for (int place = std::max(afterPlace, 0) + 1; place <= round.drawnCount && calls.size() < limit; ++place) {
    OW_TRY(const auto party, callable(in, reader.connection(), round, place));
    if (!party) continue;
    OW_TRY(const auto phone, store::phoneOf(reader.connection(), party->id));
    calls.push_back({place, maskedParty(*party), phone ? domain::maskedPhone(*phone) : std::string()});
  }
  return calls;
}

Result<SurveyNumber> numberToCall(Desk& desk, domain::SurveyRoundId id, int place) {
  Desk::Inside& in = desk.inside();
  domain::PartyId drawn;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto round, surveyRound(reader.connection(), id));
    OW_TRYV(takesAnswers(in, round));
    if (!domain::takesChannel(round, SurveyChannel::phone)) return notAllowed("channel");
    OW_TRY(const auto party, callable(in, reader.connection(), round, place));
    if (!party) return base::fail(ErrorKind::notFound, {{"entity", "survey_place"}});
    drawn = party->id;
  }
  OW_TRYV(logLook(in, drawn, store::LookAct::reveal, "phone", Purpose::statistics));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto party, store::loadEntity<domain::Party>(reader.connection(), drawn));
  OW_TRY(const auto phone, store::phoneOf(reader.connection(), drawn));
  if (!phone) return base::fail(ErrorKind::notFound, {{"entity", "phone"}});
  return SurveyNumber{party.name, *phone};
}

Result<std::vector<std::string>> slipsOf(Desk& desk, domain::SurveyRoundId id) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto round, surveyRound(reader.connection(), id));
  const bool hasSlips = domain::takesChannel(round, SurveyChannel::paper) || domain::takesChannel(round, SurveyChannel::token);
  if (!hasSlips) return notAllowed("channel");
  std::vector<std::string> codes;
  for (int slip = 1; slip <= round.drawnCount; ++slip) codes.push_back(domain::slipCode(in.identityKey, round.id, slip));
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace ow::desk
