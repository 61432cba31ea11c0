// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ids.h"

namespace ow::desk {

// A row that was not taken: the rule as a stable word (missing, format, out_of_range, other_there, beyond_drawn, or those of
// the file's reader).
struct SurveyImportFault {
  std::int64_t line = 0;
  std::string rule, column;
};
struct ImportedAnswers {
  std::int64_t rows = 0, accepted = 0, rejected = 0, unchanged = 0;
  std::int64_t offScale = 0;              // answers off the scale of their question, among the rows that are there now
  std::vector<SurveyImportFault> faults;  // at most kMostFaults
  static constexpr std::size_t kMostFaults = 1000;
};
// Which column answers which question. A question without an entry is answered by the column of its own name, where there is
// one.
struct AnswerColumns {
  std::map<std::string, std::string> ofQuestion;  // id -> name of the column
  std::string id;    // names the row: the same row again is the same answer; empty: its place in the file does
  std::string text;  // column with their own words; empty: none
};

// Answers that another system took, a row each, into a round that was drawn elsewhere. They are whole numbers; an empty cell is
// no answer. Numbers off their scale are counted as they stand, for nobody is left to ask, and `offScale` says how many there
// are (insight/survey_figures.h: what becomes of them). In transactions of some hundred rows; what was taken before an error
// stands. supervisor_only, round_closed; notAllowed (rule=drawn_here): whoever was drawn here answers by place or slip;
// invalidInput (field=columns; rule missing_column with the fact column, unknown_question, no_question); errors of
// intake::openRecords.
base::Result<ImportedAnswers> importAnswers(Desk& desk, domain::SurveyRoundId id, const std::filesystem::path& file,
                                            const AnswerColumns& columns);

}  // namespace ow::desk
