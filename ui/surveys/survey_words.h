// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/error.h"
#include "base/time_zone.h"
#include "desk/survey_results.h"
#include "desk/surveys.h"

// What survey rounds (满意度调查) say in plain words, in the clerk's language.
namespace ow::ui::words {

QString of(domain::SurveyChannel);
QString of(domain::ProblemKind);
// As words::sentence, for an error of desk/surveys.h.
QString surveySentence(const base::Error& error);

QString nameOf(const domain::Questionnaire& form);
QString nameOf(const domain::SurveyIndex& index);
QString nameOf(const domain::SurveyQuestion& question);  // as it is read to somebody

// "Open until 31 Mar 2026", "Time is over", "Closed on 1 Apr 2026".
QString ofStanding(const desk::SurveyRow& round, const base::TimeZone& zone);
// "152 of 400 answered · 38.0 %"
QString ofResponse(std::int64_t answered, std::int64_t drawn);
// Everything that a row shows, for whoever hears it.
QString spokenRound(const desk::SurveyRow& round, const base::TimeZone& zone);

// "78.4", "38.0 %", "+12.5": a figure in the units of its kind; "–" where there is none.
QString valueOf(const insight::SurveyIndexFigure& figure);
QString interval(const insight::SurveyIndexFigure& figure);  // "71.0 to 84.2"; empty without one
QString shareInterval(const insight::Interval& interval);    // "33.4–42.9 %"
// "fewer than 5 answers: not shown", "small sample"; empty when there are enough.
QString ofSample(const insight::SurveyIndexFigure& figure);
QString ofOffScale(std::int64_t count);  // empty where there are none
QString mean(double value);

}  // namespace ow::ui::words
