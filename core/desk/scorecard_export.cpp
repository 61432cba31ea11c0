// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_export.h"

#include "desk/scorecard_inside.h"
#include "desk/scorecard_sheets.h"
#include "intake/output_file.h"

namespace ow::desk {

using base::Result;

namespace {

struct ReportMade {
  Report report;
  std::string definitions;
};

Result<Scorecard> cardOf(Desk& desk, const ScorecardExport& what) {
  if (!what.reach) return scorecardOf(desk, what.period);
  OW_TRY(auto made, rolledUpCard(desk, what.period, *what.reach));
  return std::move(made.card);
}

Result<ReportMade> reportOf(Desk& desk, const ScorecardExport& what, const std::function<void(double)>& tell) {
  OW_TRY(const auto words, ReportWords::bundled(what.language));
  if (what.format == ReportFormat::csv) {
    OW_TRY(const auto card, cardOf(desk, what));
    return ReportMade{scorecardTable(card, words, desk.zone()), card.registry};
  }
  OW_TRY(const auto figures, scorecardFigures(desk, what.period, tell, what.reach));
  return ReportMade{scorecardBook(figures, words, desk.zone(), what.program), figures.card.registry};
}

}  // namespace

Result<ScorecardReceipt> exportScorecard(Desk& desk, const ScorecardExport& what, const std::filesystem::path& to,
                                         const std::function<void(double)>& progress) {
  OW_TRYV(checkSupervisor(desk.inside()));
  const auto tell = [&](double fraction) {
    if (progress) progress(fraction);
  };
  // What cannot be written is said before a minute of counting, not after it.
  OW_TRY(const auto file, intake::OutputFile::create(to, intake::Existing::refuse));
  OW_TRY(const auto made, reportOf(desk, what, tell));
  OW_TRY(auto sheets, writeReport(made.report, *file, what.format));
  tell(1);
  return ScorecardReceipt{made.definitions, made.report.made, std::move(sheets)};
}

}  // namespace ow::desk
