// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/channel.h"
#include "domain/survey.h"

// Survey rounds (满意度调查): drawn, asked, coded, followed up. Supervisors draw, open, code and close: a clerk gets notAllowed
// (rule=supervisor_only). Any clerk calls and takes answers down, but never of somebody whom he serves or served
// (rule=own_service): nobody hears what was said of his own service but in the sums of survey_results.h, and those are a
// supervisor's.
namespace ow::desk {

// The frame of a round. Either a segment: everybody with a case that ended, as far as given of that service (code or name),
// channel and day. Or a list: a table (CSV, XLSX) with a column party (id), phone or case (our number or another system's), of
// which each row fills at least one. Or neither: `elsewhere`, how many another system has drawn or slips lie out.
struct SurveyFrame {
  std::string service = {};
  std::optional<domain::Channel> channel = {};
  std::optional<base::Date> endedFrom = {}, endedUntil = {};  // both days count
  std::filesystem::path list = {};
  std::optional<int> elsewhere = {};
};
// A row that names nobody: missing, unknown_party, unknown_phone, shared_phone, unknown_case, case_without_party, or the rule
// of the file's reader.
struct SurveyListFault {
  std::int64_t line = 0;
  std::string rule;
};
struct SurveySample {
  domain::DrawnFrom drawnFrom = domain::DrawnFrom::segment;
  std::string segment;  // what the frame was, in words
  std::uint64_t seed = 0;
  std::int64_t frameSize = 0;           // persons
  std::vector<domain::PartyId> places;  // who was drawn, in the order of the places
  int count = 0;                        // of places, also where nobody knows who they are
  std::vector<SurveyListFault> faults;  // at most 1000
  std::int64_t faultCount = 0;
};
// Draws without replacement and writes nothing. `size`: 1 to domain::kMostDrawn, everybody where the frame is smaller; of no
// meaning for `elsewhere`. The same seed and frame give the same sample; without one it is thrown. notFound (entity=service);
// invalidInput (field=size, elsewhere: out_of_range; field=list: missing_column); errors of intake::openRecords.
base::Result<SurveySample> drawSurvey(Desk& desk, const SurveyFrame& frame, int size,
                                      std::optional<std::uint64_t> seed = std::nullopt);

struct NewSurvey {
  std::string name;
  std::string questionnaire;                    // id, the newest version of resources/surveys
  std::vector<domain::SurveyChannel> channels;  // at least one; phone asks for persons
  std::optional<base::Date> closesOn;           // the last day on which answers are taken
};
// Opens the round with its sample, in one commit. invalidInput (field=name, channels, closes_on, size: nobody was drawn);
// notFound (entity=questionnaire).
base::Result<domain::SurveyRoundId> openSurvey(Desk& desk, const NewSurvey& survey, const SurveySample& sample);
// conflict (fact state) when it is closed.
base::Result<void> closeSurvey(Desk& desk, domain::SurveyRoundId id);

struct SurveyRow {
  domain::SurveyRoundId id;
  std::string name, questionnaire;
  domain::SurveyRoundState state = domain::SurveyRoundState::open;
  int drawn = 0;
  std::int64_t answered = 0;
  base::Instant openedAt;
  std::optional<base::Instant> closesAt, closedAt;
  std::string createdBy;                        // name
  std::vector<domain::SurveyChannel> channels;  // by which answers are taken
  std::optional<std::int64_t> frameSize;        // persons that could have been drawn; nothing: drawn elsewhere
  bool isOver = false;                          // closed, or past its last day: no answer is taken
};
struct SurveyPage {
  std::vector<SurveyRow> rows;  // the newest first
  std::optional<std::int64_t> next;
};
// For everybody: a clerk has to know what is asked.
base::Result<SurveyPage> surveys(Desk& desk, std::optional<std::int64_t> after, std::size_t limit);
base::Result<domain::Questionnaire> questionnaireOf(Desk& desk, domain::SurveyRoundId id);

// Who is to be called, by place: not whoever has an answer, whom this clerk served, or who is not known here (any more).
// Masked.
struct SurveyCall {
  int place = 0;
  std::string name, phone;  // empty phone: none is known
};
base::Result<std::vector<SurveyCall>> nextToCall(Desk& desk, domain::SurveyRoundId id, int afterPlace, std::size_t limit);
// In clear, to dial it; the look is logged first (rule=look_not_logged). notFound (entity=survey_place, phone).
struct SurveyNumber {
  std::string name, phone;
};
base::Result<SurveyNumber> numberToCall(Desk& desk, domain::SurveyRoundId id, int place);

// The codes of all slips, sorted, to print: their order says nothing of places.
base::Result<std::vector<std::string>> slipsOf(Desk& desk, domain::SurveyRoundId id);

struct GivenSurveyAnswer {
  domain::SurveyRoundId round;
  domain::SurveyChannel channel = domain::SurveyChannel::phone;
  domain::Reached reached = domain::Reached::answered;
  std::optional<int> place = {};       // by phone, and of everybody who did not answer
  std::string slip = {};               // of an answer on paper or by token: its code, and no place
  domain::SurveyNumbers answers = {};  // at least one where answered, else none
  std::string text = {};
};
// Takes one answer down, once for each place and slip. Answers off the scale of their question are refused here.
// duplicate (entity=survey_answer); notAllowed (rule=round_closed, channel, own_service); invalidInput (field=place, slip:
// required, out_of_range, not_with_slip, unknown_slip; field=<question id>: unknown_question, out_of_scale; field=answers:
// required, not_reached).
base::Result<domain::SurveyAnswerId> recordAnswer(Desk& desk, const GivenSurveyAnswer& answer);

// What somebody said in their own words, of which nothing was made yet. Without a name and a place.
struct SurveyAnswerShown {
  std::int64_t key = 0;  // the last one's goes into `after`
  domain::SurveyAnswerId id;
  domain::SurveyChannel channel = domain::SurveyChannel::phone;
  domain::SurveyNumbers answers;
  std::string text;
};
base::Result<std::vector<SurveyAnswerShown>> answersToCode(Desk& desk, domain::SurveyRoundId id, std::int64_t after,
                                                           std::size_t limit);

// What an answer says is wrong. An individual problem becomes a task of its own. A common one joins the open task of that title
// in the round, or opens it; assignee and limit are those of the first. The task that is followed up. duplicate
// (entity=survey_task) when something was made of the answer before; notAllowed (rule=own_service) also for the assignee, and
// clerk_disabled.
struct CodedProblem {
  domain::SurveyAnswerId answer;
  domain::ProblemKind kind = domain::ProblemKind::individual;
  std::string title = {};
  std::optional<domain::StaffId> assignee = {};
  std::optional<base::Instant> dueAt = {};
};
base::Result<domain::SurveyTaskId> codeAnswer(Desk& desk, const CodedProblem& problem);

// What names no problem: thanks, or nothing that can be followed up. It was read, and nothing is made of it. Errors as
// codeAnswer.
base::Result<void> putAside(Desk& desk, domain::SurveyAnswerId answer);

struct SurveyTaskRow {
  std::int64_t key = 0;
  domain::SurveyTaskId id;
  domain::ProblemKind kind = domain::ProblemKind::individual;
  domain::SurveyTaskState state = domain::SurveyTaskState::open;
  std::string title, text, assignee, result;
  std::optional<base::Instant> dueAt, doneAt;
  bool isOverdue = false;
  std::int64_t mentions = 0;  // of a common problem
};
enum class SurveyTasksShown { open, mine, all };  // mine: open, and given to this clerk
// A clerk sees his own: else notAllowed (supervisor_only).
base::Result<std::vector<SurveyTaskRow>> tasksOf(Desk& desk, domain::SurveyRoundId id, SurveyTasksShown shown,
                                                 std::int64_t after, std::size_t limit);
// By a supervisor, or whoever it is given to (rule=not_assigned). invalidInput (field=result); conflict (fact state).
base::Result<void> finishTask(Desk& desk, domain::SurveyTaskId id, const std::string& result);

}  // namespace ow::desk
