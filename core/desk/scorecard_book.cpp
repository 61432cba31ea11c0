// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_text.h"
#include "desk/scorecard_sheets.h"

namespace ow::desk {

namespace {

Report frameOf(const Scorecard& card, const ReportWords& words, const base::TimeZone& zone) {
  Report report;
  report.title = words("title") + " " + card.period.text;
  report.author = card.hall;
  report.subject = card.hall + " " + card.period.text;
  report.footerLeft = card.hall + "  " + card.period.text;
  report.footerCentre = words("as_of") + " " + base::isoText(card.asOf, zone);
  report.made = card.asOf;
  return report;
}

// What the file is, and what it holds: the first thing that somebody asks who gets it without a word.
ReportSheet aboutSheet(const ScorecardFigures& figures, const std::vector<ReportSheet>& sheets, const ReportWords& words,
                       const base::TimeZone& zone, const std::string& program) {
  const Scorecard& card = figures.card;
  ReportSheet about{words("sheet.about"), {words("column.item"), words("column.content")}, {}};
  const auto add = [&](const std::string& item, ReportCell content) {
    about.rows.push_back({ReportCell::text(item), std::move(content)});
  };
  add(words("hall"), ReportCell::text(card.hall));
  add(words("period"), ReportCell::text(card.period.text));
  add(words("from"), ReportCell::date(card.period.days.from));
  add(words("to"), ReportCell::date(card.period.days.to));
  add(words("as_of"), ReportCell::text(base::isoText(card.asOf, zone)));
  add(words("definitions"), ReportCell::text(card.registry));
  add(words("scope"),
      ReportCell::text(words(figures.reach ? "scope." + std::string(base::code(*figures.reach)) : "scope.hall")));
  add(words("services"), ReportCell::text(words("services.all")));
  add(words("trend_until"), ReportCell::date(figures.trendUntil, CellLook::month));
  add(words("small_numbers"), ReportCell::text(words("small_numbers.note")));
  add(words("scores"), ReportCell::text(words("scores.note")));
  for (const ReportSheet& sheet : sheets) add(words("rows") + ": " + sheet.name, ReportCell::number(double(sheet.rows.size())));
  add(words("program"), ReportCell::text(program));
  return about;
}

}  // namespace

Report scorecardBook(const ScorecardFigures& figures, const ReportWords& words, const base::TimeZone& zone,
                     const std::string& program) {
  Report report = frameOf(figures.card, words, zone);
  CardSheet card = cardSheet(figures.card, words);
  report.sheets.push_back(std::move(card.sheet));
  report.names = std::move(card.names);
  report.sheets.push_back(trendSheet(figures.trends, words));
  for (const auto& [by, splits] : figures.splits) report.sheets.push_back(splitSheet(by, splits, words));
  if (figures.ageing) report.sheets.push_back(ageingSheet(*figures.ageing, words));
  if (figures.reach) report.sheets.push_back(hallSheet(figures.halls, words, zone));
  report.sheets.push_back(definitionSheet(figures.card, words));
  report.sheets.push_back(aboutSheet(figures, report.sheets, words, zone, program));
  return report;
}

Report scorecardTable(const Scorecard& card, const ReportWords& words, const base::TimeZone& zone) {
  Report report = frameOf(card, words, zone);
  ReportSheet sheet = cardSheet(card, words).sheet;
  for (const char* key : {"hall", "period", "from", "to", "as_of", "definitions"}) sheet.columns.push_back(words(key));
  for (auto& row : sheet.rows)
    row.insert(row.end(), {ReportCell::text(card.hall), ReportCell::text(card.period.text),
                           ReportCell::date(card.period.days.from), ReportCell::date(card.period.days.to),
                           ReportCell::text(base::isoText(card.asOf, zone)), ReportCell::text(card.registry)});
  report.sheets.push_back(std::move(sheet));
  return report;
}

}  // namespace ow::desk
