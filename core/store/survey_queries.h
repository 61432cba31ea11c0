// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/channel.h"
#include "domain/survey.h"
#include "store/sqlite.h"

// Reading survey rounds, their answers and tasks. Lists page by key. Clear values: whoever shows them masks them.
namespace ow::store {

// Whose cases: those that ended, and where something is given fit it.
struct SegmentFilter {
  std::optional<domain::ServiceId> service;
  std::optional<domain::Channel> channel;
  std::optional<base::Instant> endedFrom, endedBefore;  // from <= closed_at < before
};
// Each person once, by id.
base::Result<std::vector<domain::PartyId>> partiesOfSegment(Connection& connection, const SegmentFilter& filter);
// Whoever has this number (contact_point.normal): none, one, or several who share it; at most two are told.
base::Result<std::vector<domain::PartyId>> partiesByPhone(Connection& connection, const std::string& normal);

struct RoundLine {
  std::int64_t n = 0;
  domain::SurveyRound round;
  std::string createdBy;  // name; empty where unknown
  std::int64_t answered = 0;
};
// The newest first.
base::Result<std::vector<RoundLine>> surveyRounds(Connection& connection, std::optional<std::int64_t> after, std::size_t limit);

// Whether a case of that person is this clerk's, open or ended.
base::Result<bool> hasServed(Connection& connection, domain::StaffId clerk, domain::PartyId party);
base::Result<bool> isSurveyAnswer(Connection& connection, domain::SurveyAnswerId id);
// How many rows of another system the round has.
base::Result<std::int64_t> countElsewhere(Connection& connection, domain::SurveyRoundId round);
// The number to call, the preferred one first; nothing: none is known.
base::Result<std::optional<std::string>> phoneOf(Connection& connection, domain::PartyId party);

base::Result<void> eachSurveyAnswer(Connection& connection, domain::SurveyRoundId round,
                                    const std::function<void(const domain::SurveyAnswer&)>& take);

struct AnswerLine {
  std::int64_t n = 0;
  domain::SurveyAnswer answer;
};
// Answers in somebody's own words that no problem was made of yet, oldest first; not those of persons whom `served` served.
base::Result<std::vector<AnswerLine>> answersToCode(Connection& connection, domain::SurveyRoundId round, domain::StaffId served,
                                                    std::int64_t after, std::size_t limit);
base::Result<bool> isCoded(Connection& connection, domain::SurveyAnswerId answer);

struct SurveyTaskLine {
  std::int64_t n = 0;
  domain::SurveyTask task;
  std::string assignee;       // name; empty: nobody, or unknown
  std::int64_t mentions = 0;  // of a common problem: answers that say it
};
enum class SurveyTasksWanted { open, all };
// Without the joined rows; oldest first. `assignee`: only his.
base::Result<std::vector<SurveyTaskLine>> surveyTasks(Connection& connection, domain::SurveyRoundId round,
                                                      SurveyTasksWanted wanted, const std::optional<domain::StaffId>& assignee,
                                                      std::int64_t after, std::size_t limit);
// The open task of the common problem with that title.
base::Result<std::optional<domain::SurveyTaskId>> commonProblem(Connection& connection, domain::SurveyRoundId round,
                                                                const std::string& title);

}  // namespace ow::store
