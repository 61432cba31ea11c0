// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "desk/report.h"
#include "desk/report_words.h"
#include "desk/scorecard.h"

// The scorecard as a file for people who have no OneWindow: a workbook with the figures as numbers and formulas, their months,
// departments, services, windows, channels and definitions; or one CSV of the scorecard alone, each row with what it is about.
// The words of sheets and columns are data (resources/reports/words.json), as the names of the indicators are.
namespace ow::desk {

struct ScorecardExport {
  insight::Period period;
  ReportFormat format = ReportFormat::xlsx;
  ReportLanguage language = ReportLanguage::zh;
  std::string program;  // name and version of who writes it
};
struct ScorecardReceipt {
  std::string definitions;  // version of the register of indicators
  base::Instant asOf;       // the data cut-off
  std::vector<SheetReceipt> sheets;
};
// Writes a new file and reads it back, each cell, before it says so. What the screen withholds is not in the file, and neither
// is what it could be reckoned from in the months. The trend has the 24 months up to the last one of the period that has begun.
// `progress` is told 0..1 and may be empty. Error kinds: as scorecard.h and writeReport(): no file is left then.
// Any thread; blocks.
base::Result<ScorecardReceipt> exportScorecard(Desk& desk, const ScorecardExport& what, const std::filesystem::path& to,
                                               const std::function<void(double)>& progress = {});

}  // namespace ow::desk
