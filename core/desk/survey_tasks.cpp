// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/survey_inside.h"
#include "desk/surveys.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::ProblemKind;
using domain::SurveyTask;
using domain::SurveyTaskState;

namespace {

// Somebody who works here and did not serve whoever said it.
Result<void> checkAssignee(store::Connection& connection, const domain::SurveyAnswer& answer,
                           const std::optional<domain::StaffId>& assignee) {
  if (!assignee) return base::success();
  OW_TRY(const auto staff, store::loadEntity<domain::Staff>(connection, *assignee));
  if (!staff.isActive) return notAllowed("clerk_disabled");
  if (!answer.partyId) return base::success();
  OW_TRY(const bool isServed, store::hasServed(connection, *assignee, *answer.partyId));
  return isServed ? Result<void>(notAllowed("own_service")) : base::success();
}

SurveyTask taskFrom(Desk::Inside& in, const domain::SurveyAnswer& answer, const CodedProblem& problem,
                    const std::string& title) {
  SurveyTask task;
  task.id = in.ids.make<domain::SurveyTaskId>();
  task.roundId = answer.roundId;
  task.kind = problem.kind;
  task.title = title;
  task.openedAt = in.now();
  task.openedBy = in.clerk.id;
  return task;
}

// Of which nothing was made yet, and not of somebody whom this supervisor served.
Result<domain::SurveyAnswer> answerToCode(Desk::Inside& in, store::Connection& connection, domain::SurveyAnswerId id) {
  OW_TRY(auto answer, store::loadEntity<domain::SurveyAnswer>(connection, id));
  if (answer.partyId) {
    OW_TRY(const bool isServed, store::hasServed(connection, in.clerk.id, *answer.partyId));
    if (isServed) return notAllowed("own_service");
  }
  OW_TRY(const bool isKnown, store::isCoded(connection, answer.id));
  if (isKnown) return base::fail(ErrorKind::duplicate, {{"entity", "survey_task"}});
  return answer;
}

SurveyTaskRow taskRow(const Desk::Inside& in, const store::SurveyTaskLine& line) {
  const SurveyTask& task = line.task;
  SurveyTaskRow row;
  row.key = line.n;
  row.id = task.id;
  row.kind = task.kind;
  row.state = task.state;
  row.title = task.title;
  row.text = task.text.value_or("");
  row.assignee = line.assignee;
  row.result = task.result.value_or("");
  row.dueAt = task.dueAt;
  row.doneAt = task.doneAt;
  row.isOverdue = task.state == SurveyTaskState::open && task.dueAt && *task.dueAt < in.now();
  row.mentions = line.mentions;
  return row;
}

}  // namespace

Result<std::vector<SurveyAnswerShown>> answersToCode(Desk& desk, domain::SurveyRoundId id, std::int64_t after,
                                                     std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto lines, store::answersToCode(reader.connection(), id, in.clerk.id, after, limit));
  std::vector<SurveyAnswerShown> shown;
  for (const store::AnswerLine& line : lines)
    shown.push_back({line.n, line.answer.id, line.answer.channel, domain::surveyNumbers(line.answer.answers),
                     line.answer.text.value_or("")});
  return shown;
}

Result<void> putAside(Desk& desk, domain::SurveyAnswerId id) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto answer, answerToCode(in, write.connection(), id));
  // A mention that joins no problem.
  SurveyTask task = taskFrom(in, answer, {.answer = id, .kind = ProblemKind::common}, "none");
  task.answerId = answer.id;
  task.text = answer.text;
  task.state = SurveyTaskState::joined;
  auto writer = in.writer("survey");
  writer.create(task);
  OW_TRYV(write.apply(writer.take()));
  return write.commit();
}

Result<domain::SurveyTaskId> codeAnswer(Desk& desk, const CodedProblem& problem) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(const auto title, optionalText(problem.title, "title", base::kShortTextLimits, base::Lines::single));
  if (!title) return required("title");
  OW_TRY(auto write, in.store->write());
  store::Connection& connection = write.connection();
  OW_TRY(const auto answer, answerToCode(in, connection, problem.answer));
  OW_TRYV(checkAssignee(connection, answer, problem.assignee));
  std::optional<domain::SurveyTaskId> common;
  if (problem.kind == ProblemKind::common) {
    OW_TRY(common, store::commonProblem(connection, answer.roundId, *title));
  }
  auto writer = in.writer("survey");
  SurveyTask task = taskFrom(in, answer, problem, *title);
  task.assigneeId = problem.assignee;
  task.dueAt = problem.dueAt;
  if (problem.kind == ProblemKind::individual) {
    task.answerId = answer.id;
    task.text = answer.text;
  }
  if (!common) writer.create(task);
  if (problem.kind == ProblemKind::common) {
    SurveyTask mention = taskFrom(in, answer, problem, *title);
    mention.answerId = answer.id;
    mention.commonId = common.value_or(task.id);
    mention.text = answer.text;
    mention.state = SurveyTaskState::joined;
    writer.create(mention);
  }
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return common.value_or(task.id);
}

Result<std::vector<SurveyTaskRow>> tasksOf(Desk& desk, domain::SurveyRoundId id, SurveyTasksShown shown, std::int64_t after,
                                           std::size_t limit) {
  Desk::Inside& in = desk.inside();
  if (shown != SurveyTasksShown::mine) OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto reader, in.store->read());
  const auto wanted = shown == SurveyTasksShown::all ? store::SurveyTasksWanted::all : store::SurveyTasksWanted::open;
  const auto whose = shown == SurveyTasksShown::mine ? std::optional(in.clerk.id) : std::nullopt;
  OW_TRY(const auto lines, store::surveyTasks(reader.connection(), id, wanted, whose, after, limit));
  std::vector<SurveyTaskRow> rows;
  for (const store::SurveyTaskLine& line : lines) rows.push_back(taskRow(in, line));
  return rows;
}

Result<void> finishTask(Desk& desk, domain::SurveyTaskId id, const std::string& result) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto text, optionalText(result, "result", base::kNoteLimits, base::Lines::multiple));
  if (!text) return required("result");
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, store::loadEntity<SurveyTask>(write.connection(), id));
  if (in.clerk.role != domain::Role::supervisor && before.assigneeId != in.clerk.id) return notAllowed("not_assigned");
  if (before.state != SurveyTaskState::open)
    return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(before.state))}});
  SurveyTask after = before;
  after.state = SurveyTaskState::done;
  after.result = std::move(text);
  after.doneAt = in.now();
  after.closedBy = in.clerk.id;
  auto writer = in.writer("survey");
  writer.change(before, after, domain::OperationKind::transition);
  OW_TRYV(write.apply(writer.take()));
  return write.commit();
}

}  // namespace ow::desk
