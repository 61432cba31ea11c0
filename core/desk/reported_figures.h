// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "insight/period.h"

// What departments report of a month: deposits, loans, enforcement, training, complaints, costs (财务, 培训). The series and
// their units are the register's (resources/indicators). For supervisors (rule=supervisor_only); reported in the name of the
// clerk who sits here.
namespace ow::desk {

struct ReportShown {
  std::string department;  // empty: of the whole hall
  std::string series, period;
  std::int64_t amount = 0;  // fen, or how many
  std::optional<std::int64_t> ofAmount;
  std::string source, author;
  base::Instant reportedAt;
};
// What counts of the months of the period, by series, month and department.
base::Result<std::vector<ReportShown>> reportsIn(Desk& desk, const insight::Period& period);

// A row that was not taken: missing, unknown_series, format, out_of_range, or the rule of the file's reader.
struct ReportFault {
  std::int64_t line = 0;
  std::string rule, column;
};
struct ImportedReports {
  std::int64_t rows = 0, accepted = 0, rejected = 0;
  std::int64_t unchanged = 0;       // said the same already
  std::vector<ReportFault> faults;  // at most kMostFaults
  static constexpr std::size_t kMostFaults = 1000;
};
// A table (CSV, XLSX) with the columns series (id or name), period ("2026-10"), amount, and where known department and
// of_amount: money in yuan with at most two decimals. Who reports once more corrects what he said before. All of it in one
// commit. invalidInput (rule=missing_column with the fact column); notAllowed (rule=no_author); errors of intake::openRecords.
base::Result<ImportedReports> importReports(Desk& desk, const std::filesystem::path& file);

// One figure as it was typed.
struct GivenReport {
  std::string series;  // id or name
  std::string period;  // "2026-10"
  std::string department, amount, ofAmount;
};
// As one row of such a file; false when it says what is known already. invalidInput (field, rule as of a ReportFault).
base::Result<bool> reportFigure(Desk& desk, const GivenReport& given);

}  // namespace ow::desk
