// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "desk/report_file.h"
#include "desk/rolled_up.h"

// The scorecard as a file for people who have no OneWindow: a workbook with the figures as numbers and formulas, their months,
// departments, services, windows, channels and definitions; or one CSV of the scorecard alone, each row with what it is about.
// The words of sheets and columns are data (resources/reports/words.json), as the names of the indicators are.
namespace ow::desk {

struct ScorecardExport {
  insight::Period period;
  ReportFormat format = ReportFormat::xlsx;
  ReportLanguage language = ReportLanguage::zh;
  std::string program;              // name and version of who writes it
  std::optional<Reach> reach = {};  // of what the halls of the area published; nothing: of this hall
};
struct ScorecardReceipt {
  std::string definitions;  // version of the register of indicators
  base::Instant asOf;       // the data cut-off
  std::vector<SheetReceipt> sheets;
};
// Writes a new file and reads it back, each cell, before it says so. What the screen withholds is not in the file, and neither
// is what it could be reckoned from in the months. The trend has the 24 months up to the last one of the period that has begun.
// The figures of all sheets are of one moment, the open cases of the next: who saves meanwhile makes it begin again.
// `progress` is told 0..1, begins again with it and may be empty. Error kinds besides those of scorecard.h: duplicate
// (entity=file), for nothing is replaced; internal (where=export_read_back; sheet, row) when the file does not say what was
// meant; conflict (field=figures) where somebody saves all the time; and what outputError() of intake/output_file.h tells. No
// file is left then. Any thread; blocks.
base::Result<ScorecardReceipt> exportScorecard(Desk& desk, const ScorecardExport& what, const std::filesystem::path& to,
                                               const std::function<void(double)>& progress = {});

}  // namespace ow::desk
