// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/survey_results.h"

#include <algorithm>

#include "desk/survey_inside.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::Result;
using domain::Reached;

Result<SurveyResults> resultsOf(Desk& desk, domain::SurveyRoundId id) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto round, surveyRound(reader.connection(), id));
  SurveyResults results;
  OW_TRY(results.form, formOf(in, round));
  std::vector<domain::SurveyNumbers> rows;
  OW_TRYV(store::eachSurveyAnswer(reader.connection(), id, [&](const domain::SurveyAnswer& answer) {
    if (answer.reached == Reached::refused) ++results.refused;
    if (answer.reached == Reached::notReached) ++results.notReached;
    if (answer.reached == Reached::answered) rows.push_back(domain::surveyNumbers(answer.answers));
  }));
  results.id = round.id;
  results.name = round.name;
  results.hall = round.hall;
  results.state = round.state;
  results.asOf = in.now();
  results.drawn = round.drawnCount;
  results.answered = std::int64_t(rows.size());
  results.unheard = std::max<std::int64_t>(0, results.drawn - results.answered - results.refused - results.notReached);
  // A slip and the place that it was given to may both have answered: nobody can tell, and a rate stays a rate.
  const insight::Count response{std::min(results.answered, results.drawn), results.drawn};
  results.responseRate = insight::share(response);
  if (results.responseRate) results.responseInterval = insight::wilson(response);
  results.figures = insight::surveyFigures(results.form, rows);
  return results;
}

}  // namespace ow::desk
