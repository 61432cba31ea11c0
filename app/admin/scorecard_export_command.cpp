// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard_export_command.h"

#include <filesystem>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/scorecard_export.h"
#include "desk/scorecard_figures.h"
#include "option_values.h"
#include "pages_program.h"

namespace ow::admin {

namespace json = boost::json;
namespace po = boost::program_options;
using base::ErrorKind;
using base::Result;

void describeScorecardExport(po::options_description& options) {
  options.add_options()("xlsx", po::value<std::string>(),
                        "FILE: writes the scorecard, 24 months, departments, services, windows, channels, open cases and "
                        "definitions; nothing is replaced")("csv", po::value<std::string>(),
                                                            "FILE: writes the scorecard alone; nothing is replaced")(
      "pdf", po::value<std::string>(), "FILE: writes the scorecard as pages of A4; nothing is replaced")(
      "language", oneOf("--language", {"zh", "en"})->default_value("zh"), "of a file: zh, en")(
      "scope", oneOf("--scope", {"hall", "district", "city", "province"})->default_value("hall"),
      "hall: the figures of this hall; district, city, province: what the halls there published");
}

std::optional<desk::Reach> reachIn(const po::variables_map& values) {
  return base::fromCode<desk::Reach>(option(values, "scope"));
}

Result<ScorecardOutput> scorecardOutput(const po::variables_map& values) {
  int files = 0;
  for (const char* format : {"xlsx", "csv", "pdf"}) files += option(values, format).empty() ? 0 : 1;
  if (files > 1) return base::fail(ErrorKind::invalidInput, {{"field", "csv"}, {"rule", "one_file"}});
  if (files > 0 && !option(values, "by").empty())
    return base::fail(ErrorKind::invalidInput, {{"field", "by"}, {"rule", "not_with_file"}});
  if (files == 0) return ScorecardOutput::answer;
  return option(values, "pdf").empty() ? ScorecardOutput::file : ScorecardOutput::pages;
}

Result<Answer> scorecardToPages(const Invocation& invocation, std::unique_ptr<desk::Desk> desk, const po::variables_map& values,
                                const insight::Period& period) {
  const std::string file = option(values, "pdf"), language = option(values, "language");
  std::error_code code;
  // Said before a minute of counting, not after it.
  if (std::filesystem::exists(file, code)) return base::fail(ErrorKind::duplicate, {{"entity", "file"}});
  {
    // Counted here, where it can be kept; the program that draws finds it counted.
    ProgressLine progress("Counting");
    OW_TRYV(desk::scorecardFigures(*desk, period, [&](double done) { progress.show(done); }, reachIn(values)));
  }
  desk.reset();
  OW_TRY(const auto pages, scorecardPages(invocation, period.text, option(values, "scope"), language));
  OW_TRYV(desk::writePages(pages.pdf, file));
  return Answer{json::object{{"file", file},
                             {"format", "pdf"},
                             {"language", language},
                             {"period", period.text},
                             {"definitions", pages.definitions},
                             {"as_of", pages.asOf},
                             {"pages", pages.count}},
                "Written and read back: " + file + "\n" + period.text + "  as of " + pages.asOf + "  definitions " +
                    pages.definitions + "  pages " + std::to_string(pages.count) + "\n"};
}

Result<Answer> scorecardToFile(desk::Desk& desk, const po::variables_map& values, const insight::Period& period) {
  const bool isBook = !option(values, "xlsx").empty();
  const std::string file = option(values, isBook ? "xlsx" : "csv");
  const desk::ScorecardExport what{period, isBook ? desk::ReportFormat::xlsx : desk::ReportFormat::csv,
                                   *base::fromCode<desk::ReportLanguage>(option(values, "language")),
                                   "onewindow-admin " OW_VERSION, reachIn(values)};
  ProgressLine progress("Exporting");
  OW_TRY(const auto receipt, desk::exportScorecard(desk, what, file, [&](double done) { progress.show(done); }));
  json::array sheets;
  std::string text;
  for (const desk::SheetReceipt& sheet : receipt.sheets) {
    sheets.push_back({{"name", sheet.name}, {"rows", sheet.rows}, {"read_back", sheet.readBack}});
    text += "  " + sheet.name + ": " + std::to_string(sheet.rows) + " rows\n";
  }
  const std::string asOf = base::isoText(receipt.asOf, desk.zone());
  return Answer{json::object{{"file", file},
                             {"format", base::code(what.format)},
                             {"language", base::code(what.language)},
                             {"period", period.text},
                             {"definitions", receipt.definitions},
                             {"as_of", asOf},
                             {"sheets", std::move(sheets)}},
                "Written, read back and compared cell by cell: " + file + "\n" + period.text + "  as of " + asOf +
                    "  definitions " + receipt.definitions + "\n" + text};
}

}  // namespace ow::admin
