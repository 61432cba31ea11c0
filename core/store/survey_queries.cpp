// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/survey_queries.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::SurveyAnswer;
using domain::SurveyRound;
using domain::SurveyTask;
using domain::Value;

namespace {

Result<std::vector<domain::PartyId>> partiesIn(Statement& row) {
  std::vector<domain::PartyId> parties;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return parties;
    parties.push_back({row.uuid(0)});
  }
}

Result<bool> isThere(Connection& connection, const char* sql, const base::Uuid& id) {
  OW_TRY(auto row, connection.prepare(sql));
  row.bindUuid(1, id);
  return row.step();
}

}  // namespace

Result<std::vector<domain::PartyId>> partiesOfSegment(Connection& connection, const SegmentFilter& filter) {
  OW_TRY(auto row, connection.prepare("SELECT DISTINCT c.party_id FROM case_record c"
                                      " WHERE c.closed_at IS NOT NULL AND c.party_id IS NOT NULL"
                                      " AND (?1 IS NULL OR c.service_id = ?1) AND (?2 IS NULL OR c.channel = ?2)"
                                      " AND (?3 IS NULL OR c.closed_at >= ?3) AND (?4 IS NULL OR c.closed_at < ?4)"
                                      " ORDER BY c.party_id"));
  const Value service = domain::toValue(filter.service), channel = domain::toValue(filter.channel);
  const Value from = domain::toValue(filter.endedFrom), before = domain::toValue(filter.endedBefore);
  row.bind(1, service).bind(2, channel).bind(3, from).bind(4, before);
  return partiesIn(row);
}

Result<std::vector<domain::PartyId>> partiesByPhone(Connection& connection, const std::string& normal) {
  OW_TRY(auto row,
         connection.prepare("SELECT DISTINCT party_id FROM contact_point WHERE normal = ?1 AND kind = 'phone' LIMIT 2"));
  row.bindText(1, normal);
  return partiesIn(row);
}

Result<std::vector<RoundLine>> surveyRounds(Connection& connection, std::optional<std::int64_t> after, std::size_t limit) {
  static const std::string kSql =
      "SELECT t.n, s.name, (SELECT count(*) FROM survey_answer a WHERE a.round_id = t.id AND a.reached = 'answered'), " +
      columnsOf<SurveyRound>("t") +
      " FROM survey_round t LEFT JOIN staff s ON s.id = t.created_by"
      " WHERE ?1 IS NULL OR (t.opened_at, t.n) < ((SELECT opened_at FROM survey_round WHERE n = ?1), ?1)"
      " ORDER BY t.opened_at DESC, t.n DESC LIMIT ?2";
  constexpr int kBeforeRound = 3;
  OW_TRY(auto row, connection.prepare(kSql));
  if (after)
    row.bindInt(1, *after);
  else
    row.bindNull(1);
  row.bindInt(2, std::int64_t(limit));
  std::vector<RoundLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    RoundLine line;
    line.n = row.integer(0);
    line.createdBy = row.text(1);
    line.answered = row.integer(2);
    OW_TRY(line.round, readEntity<SurveyRound>(row, kBeforeRound));
    lines.push_back(std::move(line));
  }
}

Result<bool> hasServed(Connection& connection, domain::StaffId clerk, domain::PartyId party) {
  OW_TRY(auto row, connection.prepare("SELECT 1 FROM case_record WHERE party_id = ?1 AND owner_id = ?2 LIMIT 1"));
  row.bindUuid(1, party.uuid).bindUuid(2, clerk.uuid);
  return row.step();
}

Result<bool> isSurveyAnswer(Connection& connection, domain::SurveyAnswerId id) {
  return isThere(connection, "SELECT 1 FROM survey_answer WHERE id = ?1", id.uuid);
}

Result<std::int64_t> countElsewhere(Connection& connection, domain::SurveyRoundId round) {
  OW_TRY(auto row, connection.prepare("SELECT count(*) FROM survey_answer WHERE round_id = ?1 AND channel = 'elsewhere'"));
  row.bindUuid(1, round.uuid);
  OW_TRYV(row.step());
  return row.integer(0);
}

Result<std::optional<std::string>> phoneOf(Connection& connection, domain::PartyId party) {
  OW_TRY(auto row, connection.prepare("SELECT normal FROM contact_point WHERE party_id = ?1 AND kind = 'phone'"
                                      " ORDER BY is_preferred DESC, n LIMIT 1"));
  row.bindUuid(1, party.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(row.text(0)) : std::nullopt;
}

Result<void> eachSurveyAnswer(Connection& connection, domain::SurveyRoundId round,
                              const std::function<void(const SurveyAnswer&)>& take) {
  static const std::string kSql =
      "SELECT " + columnsOf<SurveyAnswer>("t") + " FROM survey_answer t WHERE t.round_id = ?1 ORDER BY t.n";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindUuid(1, round.uuid);
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    OW_TRY(const auto answer, readEntity<SurveyAnswer>(row));
    take(answer);
  }
}

Result<std::vector<AnswerLine>> answersToCode(Connection& connection, domain::SurveyRoundId round, domain::StaffId served,
                                              std::int64_t after, std::size_t limit) {
  static const std::string kSql =
      "SELECT t.n, " + columnsOf<SurveyAnswer>("t") +
      " FROM survey_answer t WHERE t.round_id = ?1 AND t.n > ?2 AND t.text IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM survey_task k WHERE k.answer_id = t.id)"
      " AND NOT EXISTS (SELECT 1 FROM case_record c WHERE c.party_id = t.party_id AND c.owner_id = ?3)"
      " ORDER BY t.n LIMIT ?4";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindUuid(1, round.uuid).bindInt(2, after).bindUuid(3, served.uuid).bindInt(4, std::int64_t(limit));
  std::vector<AnswerLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    OW_TRY(auto answer, readEntity<SurveyAnswer>(row, 1));
    lines.push_back({row.integer(0), std::move(answer)});
  }
}

Result<bool> isCoded(Connection& connection, domain::SurveyAnswerId answer) {
  return isThere(connection, "SELECT 1 FROM survey_task WHERE answer_id = ?1", answer.uuid);
}

Result<std::vector<SurveyTaskLine>> surveyTasks(Connection& connection, domain::SurveyRoundId round, SurveyTasksWanted wanted,
                                                const std::optional<domain::StaffId>& assignee, std::int64_t after,
                                                std::size_t limit) {
  static const std::string kSql = "SELECT t.n, s.name, (SELECT count(*) FROM survey_task m WHERE m.common_id = t.id), " +
                                  columnsOf<SurveyTask>("t") +
                                  " FROM survey_task t LEFT JOIN staff s ON s.id = t.assignee_id"
                                  " WHERE t.round_id = ?1 AND t.n > ?2 AND t.state <> 'joined' AND (?3 = 0 OR t.state = 'open')"
                                  " AND (?4 IS NULL OR t.assignee_id = ?4) ORDER BY t.n LIMIT ?5";
  constexpr int kBeforeTask = 3;
  OW_TRY(auto row, connection.prepare(kSql));
  const Value whose = domain::toValue(assignee);
  row.bindUuid(1, round.uuid).bindInt(2, after).bindInt(3, wanted == SurveyTasksWanted::open ? 1 : 0);
  row.bind(4, whose).bindInt(5, std::int64_t(limit));
  std::vector<SurveyTaskLine> lines;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return lines;
    SurveyTaskLine line;
    line.n = row.integer(0);
    line.assignee = row.text(1);
    line.mentions = row.integer(2);
    OW_TRY(line.task, readEntity<SurveyTask>(row, kBeforeTask));
    lines.push_back(std::move(line));
  }
}

Result<std::optional<domain::SurveyTaskId>> commonProblem(Connection& connection, domain::SurveyRoundId round,
                                                          const std::string& title) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM survey_task WHERE round_id = ?1 AND kind = 'common' AND state = 'open'"
                                      " AND answer_id IS NULL AND title = ?2 ORDER BY n LIMIT 1"));
  row.bindUuid(1, round.uuid).bindText(2, title);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(domain::SurveyTaskId{row.uuid(0)}) : std::nullopt;
}

}  // namespace ow::store
