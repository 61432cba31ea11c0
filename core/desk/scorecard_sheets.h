// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/time_zone.h"
#include "desk/report.h"
#include "desk/report_words.h"
#include "desk/scorecard_figures.h"

// From the figures of a scorecard to the sheets of its export. Pure. Only core/desk includes this header.
namespace ow::desk {

// value, numerator, denominator, low, high, sample: nothing but the word of a figure that is too small to be shown. Where the
// value is a quotient it is the formula of the two cells that `numerator` and `denominator` name.
std::vector<ReportCell> figureCells(const insight::Indicator& indicator, const insight::Figure& figure,
                                    const ReportWords& words, const std::string& numerator, const std::string& denominator);
std::vector<std::string> figureColumns(const ReportWords& words);
CellLook lookOf(const insight::Indicator& indicator);

// The scorecard itself, its figures under names that formulas call them by: customer_in_time, customer_in_time_numerator ...
struct CardSheet {
  ReportSheet sheet;
  std::vector<ReportName> names;
};
CardSheet cardSheet(const Scorecard& card, const ReportWords& words);

ReportSheet trendSheet(const std::vector<Trend>& trends, const ReportWords& words);
ReportSheet splitSheet(insight::Split by, const std::vector<SplitFigure>& splits, const ReportWords& words);
ReportSheet ageingSheet(const Ageing& ageing, const ReportWords& words);
// Which halls are in it, as of when, and of which months they published nothing.
ReportSheet hallSheet(const std::vector<HallPart>& halls, const ReportWords& words, const base::TimeZone& zone);
ReportSheet definitionSheet(const Scorecard& card, const ReportWords& words);

// A month too small to be shown can be had from the period less its other months, or from limits that it took part in: those
// withheld must be enough together, and of them nothing is left.
void withholdMonths(Trend& trend, const insight::Days& period);

// All sheets, for a workbook; `program` is the name and version of who writes it.
Report scorecardBook(const ScorecardFigures& figures, const ReportWords& words, const base::TimeZone& zone,
                     const std::string& program);
// The scorecard alone, each row with what the file is about, for CSV.
Report scorecardTable(const Scorecard& card, const ReportWords& words, const base::TimeZone& zone);

}  // namespace ow::desk
