// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard_export_command.h"

#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/scorecard_export.h"
#include "option_values.h"

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
      "language", oneOf("--language", {"zh", "en"})->default_value("zh"), "of --xlsx and --csv: zh, en")(
      "scope", po::value<std::string>()->default_value("hall"), "hall: the figures of this hall");
}

Result<ScorecardOutput> scorecardOutput(const po::variables_map& values) {
  if (option(values, "scope") != "hall")
    return base::fail(ErrorKind::invalidInput, {{"field", "scope"}, {"rule", "unsupported"}});
  const bool isBook = !option(values, "xlsx").empty(), isTable = !option(values, "csv").empty();
  if (isBook && isTable) return base::fail(ErrorKind::invalidInput, {{"field", "csv"}, {"rule", "one_file"}});
  if ((isBook || isTable) && !option(values, "by").empty())
    return base::fail(ErrorKind::invalidInput, {{"field", "by"}, {"rule", "not_with_file"}});
  return isBook || isTable ? ScorecardOutput::file : ScorecardOutput::answer;
}

Result<Answer> scorecardToFile(desk::Desk& desk, const po::variables_map& values, const insight::Period& period) {
  const bool isBook = !option(values, "xlsx").empty();
  const std::string file = option(values, isBook ? "xlsx" : "csv");
  const desk::ScorecardExport what{period, isBook ? desk::ReportFormat::xlsx : desk::ReportFormat::csv,
                                   *base::fromCode<desk::ReportLanguage>(option(values, "language")),
                                   "onewindow-admin " OW_VERSION};
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
