// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/random.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/questionnaire.h"

// Survey rounds (满意度调查): who was drawn, what they answered, and what is done about it.
//
// A round is born with its sample, in one creation. Were the drawing a step of its own, two desks off the line could take it
// differently, and place 5 would be two people; so nothing of a round ever changes but that it is closed.
// Who was drawn stands in the round itself, as ids in the order of their places: one row for a sample instead of a row for
// each, and nothing of a person that a desk of the hall would not have anyway. An answer by phone names its place. An answer on
// a slip (paper, token) names neither place nor person, nor a time of day: which slip went to whom is written nowhere, and a
// slip's code, which only a desk of this jurisdiction can make, sees to it that each is used once.
namespace ow::domain {

enum class DrawnFrom {
  segment,    // of the persons whose cases fit
  list,       // of a file of persons
  elsewhere,  // another system, or slips that lie at the counter: only how many is known
};
enum class SurveyRoundState { open, closed };
enum class SurveyChannel {
  phone,
  paper,      // a slip with questions, typed in by a clerk
  token,      // a slip whose code opens a page
  elsewhere,  // brought in from another system's file
};

// Nobody draws more: a share is known to ±2.2 points then.
inline constexpr int kMostDrawn = 2000;

struct SurveyRound {
  SurveyRoundId id;
  std::string hall;
  std::string name;
  std::string questionnaire, questionnaireVersion;  // of resources/surveys
  DrawnFrom drawnFrom = DrawnFrom::segment;
  std::optional<std::string> segment;     // what the frame was, in words: "service=01 closed=2026-02"; of a list its name
  std::optional<std::string> seed;        // of the drawing, 16 hexadecimal digits: who has the frame draws the same again
  std::optional<std::int64_t> frameSize;  // persons that could have been drawn
  int drawnCount = 0;
  std::optional<std::string> drawn;  // ids of parties by place, 32 hexadecimal digits each; empty: drawn elsewhere
  std::string channels;              // words with blanks between them
  base::Instant openedAt;
  std::optional<base::Instant> closesAt;  // no answer is taken after it
  StaffId createdBy;
  SurveyRoundState state = SurveyRoundState::open;
  std::optional<base::Instant> closedAt;
  std::optional<StaffId> closedBy;
};

enum class Reached {
  answered,
  refused,
  notReached,  // given up: single tries are not written down
  slip,        // was given a slip, and may answer on it
};

// Append-only; what somebody said is final. Its id follows from the round and the place, or the slip, or the row of the other
// system, so each answers once: of two desks that took one at the same time the first counts (already_answered).
struct SurveyAnswer {
  SurveyAnswerId id;
  SurveyRoundId roundId;
  std::optional<int> place;        // from 1; empty: anonymous, or of another system
  std::optional<PartyId> partyId;  // empty wherever `place` is
  SurveyChannel channel = SurveyChannel::phone;
  Reached reached = Reached::answered;
  std::optional<std::string> answers;  // surveyText(); empty unless answered
  std::optional<std::string> text;     // in their own words
  base::Instant answeredAt;            // of a slip only the day: its beginning
  std::optional<StaffId> takenBy;      // empty: a page, or another system
};

enum class ProblemKind {
  common,      // of many (共性问题): followed up once
  individual,  // of one (个性问题)
};
enum class SurveyTaskState {
  open,
  done,
  joined,  // one more answer that says a common problem: followed up by the task that `commonId` names; none: it says no
           // problem
};

// What an answer says is wrong, and what is done about it. A common problem is one task without an answer, and one joined row
// for each answer that says it.
struct SurveyTask {
  SurveyTaskId id;
  SurveyRoundId roundId;
  std::optional<SurveyAnswerId> answerId;
  std::optional<SurveyTaskId> commonId;
  ProblemKind kind = ProblemKind::individual;
  std::string title;
  std::optional<std::string> text;  // what was said
  std::optional<StaffId> assigneeId;
  std::optional<base::Instant> dueAt;
  base::Instant openedAt;
  StaffId openedBy;
  SurveyTaskState state = SurveyTaskState::open;
  std::optional<std::string> result;
  std::optional<base::Instant> doneAt;
  std::optional<StaffId> closedBy;
};

template <class V, class E>
void describeSurveyRound(V&& v, E& e) {
  v("hall", e.hall);
  v("name", e.name);
  v("questionnaire", e.questionnaire);
  v("questionnaire_version", e.questionnaireVersion);
  v("drawn_from", e.drawnFrom);
  v("segment", e.segment);
  v("seed", e.seed);
  v("frame_size", e.frameSize);
  v("drawn_count", e.drawnCount);
  v("drawn", e.drawn);
  v("channels", e.channels);
  v("opened_at", e.openedAt);
  v("closes_at", e.closesAt);
  v("created_by", e.createdBy);
  v("state", e.state);
  v("closed_at", e.closedAt);
  v("closed_by", e.closedBy);
}
template <class V, class E>
void describeSurveyAnswer(V&& v, E& e) {
  v("round_id", e.roundId);
  v("place", e.place);
  v("party_id", e.partyId);
  v("channel", e.channel);
  v("reached", e.reached);
  v("answers", e.answers);
  v("text", e.text);
  v("answered_at", e.answeredAt);
  v("taken_by", e.takenBy);
}
template <class V, class E>
void describeSurveyTask(V&& v, E& e) {
  v("round_id", e.roundId);
  v("answer_id", e.answerId);
  v("common_id", e.commonId);
  v("kind", e.kind);
  v("title", e.title);
  v("text", e.text);
  v("assignee_id", e.assigneeId);
  v("due_at", e.dueAt);
  v("opened_at", e.openedAt);
  v("opened_by", e.openedBy);
  v("state", e.state);
  v("result", e.result);
  v("done_at", e.doneAt);
  v("closed_by", e.closedBy);
}

// All functions below are pure; any thread.

std::string drawnText(std::span<const PartyId> places);
// Nothing outside 1..drawnCount, and in a round that was drawn elsewhere.
std::optional<PartyId> drawnAt(const SurveyRound& round, int place);

// `size` of the frame, each as likely as every other and none twice, in the order in which they were drawn; all of them where
// there are fewer. The frame's own order does not matter: same frame, same seed, same sample, on every machine.
std::vector<PartyId> drawSample(std::vector<PartyId> frame, std::size_t size, std::uint64_t seed);
std::string seedText(std::uint64_t seed);
// Nothing for what is no seedText.
std::optional<std::uint64_t> seedIn(std::string_view text);

std::string channelsText(std::span<const SurveyChannel> channels);
bool takesChannel(const SurveyRound& round, SurveyChannel channel);

SurveyAnswerId answerOfPlace(SurveyRoundId round, int place);
SurveyAnswerId answerOfSlip(SurveyRoundId round, int slip);
SurveyAnswerId answerOfSource(SurveyRoundId round, std::string_view row);

// Slips are numbered from 1 to the round's drawnCount; a slip shows its code alone, so that nobody reads a place off it. `key`:
// the secret of the jurisdiction. "7KQ2-9XWB".
std::string slipCode(std::string_view key, SurveyRoundId round, int slip);
// Blanks, dashes and small letters do not matter. Nothing when it is none of the round's.
std::optional<int> slipOf(std::string_view key, const SurveyRound& round, std::string_view code);

// {"acsi1": 8, "acsi2": 7}
std::string surveyText(const SurveyNumbers& numbers);
// What cannot be read is not there.
SurveyNumbers surveyNumbers(const std::optional<std::string>& text);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::DrawnFrom> = std::array<std::string_view, 3>{"segment", "list", "elsewhere"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::SurveyRoundState> = std::array<std::string_view, 2>{"open", "closed"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::SurveyChannel> =
    std::array<std::string_view, 4>{"phone", "paper", "token", "elsewhere"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::Reached> =
    std::array<std::string_view, 4>{"answered", "refused", "not_reached", "slip"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::ProblemKind> = std::array<std::string_view, 2>{"common", "individual"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::SurveyTaskState> = std::array<std::string_view, 3>{"open", "done", "joined"};
