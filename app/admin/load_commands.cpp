// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <iostream>
#include <limits>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "intake/catalogue_import.h"
#include "intake/demo_hall.h"
#include "intake/import_undo.h"
#include "intake/request_import.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

std::string timeOf(base::Instant at) {
  return base::isoText(at, base::TimeZone::utc());
}

json::value wordOrNull(const std::string& word) {
  return word.empty() ? json::value(nullptr) : json::value(word);
}

int percent(const intake::ImportOutcome& outcome) {
  return int(std::lround(outcome.encodingConfidence * 100));
}

Answer answerOf(const intake::ImportOutcome& outcome, const intake::ImportOptions& options) {
  json::object document{
      {"rows", outcome.rows},
      {"accepted", outcome.accepted},
      {"rejected", outcome.rejected},
      {"unchanged", outcome.unchanged},
      {"import_id", outcome.id.isNil() ? json::value(nullptr) : json::value(outcome.id.text())},
      {"report", outcome.report.empty() ? json::value(nullptr) : json::value(outcome.report.string())},
      {"encoding", wordOrNull(outcome.encoding)},
      {"encoding_how", wordOrNull(outcome.encodingHow)},
      {"encoding_confidence", outcome.encoding.empty() ? json::value(nullptr) : json::value(percent(outcome) / 100.0)},
      {"truncated", outcome.isTruncated},
      {"resumed", outcome.isResumed},
      {"repeated", outcome.isRepeated},
      {"dry_run", options.isDryRun}};
  std::string text = options.isDryRun ? "Nothing was written (dry run).\n" : "";
  text += std::to_string(outcome.rows) + " rows in: " + std::to_string(outcome.accepted) + " accepted, " +
          std::to_string(outcome.rejected) + " rejected, " + std::to_string(outcome.unchanged) + " unchanged.\n";
  if (!outcome.encoding.empty())
    text +=
        "Encoding: " + outcome.encoding + " (" + outcome.encodingHow + ", " + std::to_string(percent(outcome)) + " % sure)\n";
  if (!outcome.report.empty()) text += "Report: " + outcome.report.string() + "\n";
  if (!outcome.id.isNil()) text += "Import: " + outcome.id.text() + "\n";
  json::array preview;
  for (const auto& row : outcome.preview) {
    const auto time = [](const std::optional<base::Instant>& at) {
      return at ? json::value(timeOf(*at)) : json::value(nullptr);
    };
    preview.push_back({{"number", row.number},
                       {"service", row.service},
                       {"title", row.title},
                       {"state", row.state},
                       {"opened_at", time(row.openedAt)},
                       {"due_at", time(row.dueAt)}});
    text += "  " + row.number + "  " + row.service + "  " + row.title + "  " + row.state + "\n";
  }
  if (options.isDryRun) document["preview"] = std::move(preview);
  return Answer{std::move(document), std::move(text), 0, outcome.afterwards};
}

void warnOfDoubts(const intake::ImportOutcome& outcome) {
  if (outcome.isTruncated)
    std::cerr << "Warning: the file stops in the middle of a character. It was cut, and rows may be missing behind its end.\n";
  if (outcome.encodingConfidence < 0.5)
    std::cerr << "Warning: that the file is written in " << outcome.encoding << " is a guess (" << percent(outcome)
              << " % sure). Look at the rows, and give --encoding if it is another.\n";
  if (outcome.afterwards && !outcome.id.isNil())
    std::cerr << "The rows are stored as import " << outcome.id.text() << ", but not everything behind it could be done.\n";
}

// A report replaces nothing, and that it can be written is known before the first row is.
Result<void> checkReportPath(const std::filesystem::path& path) {
  std::error_code code;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, code)))
    return base::fail(ErrorKind::duplicate, {{"entity", "file"}});
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder, code) || ::access(folder.c_str(), W_OK) != 0)
    return base::fail(ErrorKind::ioFailure, {{"operation", "write_report"}});
  return base::success();
}

Result<Answer> import(const Invocation& invocation, const po::variables_map& values) {
  const std::string what = values["what"].as<std::string>();
  intake::ImportOptions options;
  options.mapping = values.count("mapping") != 0 ? values["mapping"].as<std::string>()
                    : what == "requests"         ? "boston311"
                                                 : "catalogue-guangan";
  options.isDryRun = values.count("dry-run") != 0;
  if (values.count("report") != 0) options.reportPath = values["report"].as<std::string>();
  if (!options.reportPath.empty()) OW_TRYV(checkReportPath(options.reportPath));
  if (values.count("encoding") != 0) options.encoding = values["encoding"].as<std::string>();
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));  // a dry run is a write that is never committed
  ProgressLine line("Importing");
  const auto progress = [&line](const intake::ImportProgress& at) {
    line.show(at.fraction, std::to_string(at.rows) + " rows");
    return true;
  };
  const std::filesystem::path file = values["file"].as<std::string>();
  auto* load = what == "requests" ? &intake::importRequests : &intake::importCatalogue;
  OW_TRY(const auto outcome, load(*store, file, options, *invocation.ports.clock, *invocation.ports.random, progress));
  warnOfDoubts(outcome);
  return answerOf(outcome, options);
}

json::object loadDocument(const intake::ImportLoad& load) {
  return {{"id", load.id.text()},
          {"kind", base::code(load.kind)},
          {"file", load.fileName},
          {"mapping", load.mapping},
          {"encoding", load.encoding},
          {"state", base::code(load.state)},
          {"started_at", timeOf(load.startedAt)},
          {"finished_at", load.finishedAt ? json::value(timeOf(*load.finishedAt)) : json::value(nullptr)},
          {"rows", load.rows},
          {"accepted", load.accepted},
          {"rejected", load.rejected},
          {"unchanged", load.unchanged}};
}

Result<Answer> listImports(const Invocation& invocation) {
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  OW_TRY(const auto loads, intake::importLoads(*store));
  json::array list;
  std::string text;
  for (const auto& load : loads) {
    list.push_back(loadDocument(load));
    text += load.id.text() + "  " + std::string(base::code(load.state)) + "  " + load.fileName + "  " +
            std::to_string(load.rows) + " rows\n";
  }
  return Answer{json::object{{"imports", std::move(list)}}, std::move(text)};
}

Result<Answer> imports(const Invocation& invocation, const po::variables_map& values) {
  const std::string act = values["act"].as<std::string>();
  if (act == "list") return listImports(invocation);
  const auto id = values.count("id") != 0 ? domain::ImportId::parse(values["id"].as<std::string>()) : std::nullopt;
  if (!id) return base::fail(ErrorKind::invalidInput, {{"field", "id"}, {"rule", "uuid"}});
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  OW_TRY(const auto outcome, intake::undoImport(*store, *id, *invocation.ports.clock, *invocation.ports.random));
  return Answer{json::object{{"import_id", id->text()}, {"taken_back", outcome.takenBack}, {"kept", outcome.kept}},
                std::to_string(outcome.takenBack) + " taken back, " + std::to_string(outcome.kept) +
                    " kept because somebody has worked on them since.\n"};
}

Result<Answer> demo(const Invocation& invocation, const po::variables_map& values) {
  intake::DemoSize size;
  size.persons = values["persons"].as<std::int64_t>();
  size.cases = values["cases"].as<std::int64_t>();
  size.seed = std::uint64_t(values["seed"].as<std::int64_t>());
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  ProgressLine progress("Writing the demo hall");
  OW_TRY(const auto counts, intake::writeDemoHall(*store, size, invocation.ports.clock->now(),
                                                  [&progress](double fraction) { progress.show(fraction); }));
  return Answer{json::object{{"persons", counts.persons},
                             {"organisations", counts.organisations},
                             {"households", counts.households},
                             {"cases", counts.cases},
                             {"interactions", counts.interactions},
                             {"ratings", counts.ratings},
                             {"resumed", counts.isResumed}},
                std::to_string(counts.persons) + " persons, " + std::to_string(counts.organisations) + " organisations, " +
                    std::to_string(counts.cases) + " cases, " + std::to_string(counts.interactions) +
                    " contacts. All of them are invented; no number was ever issued.\n"};
}

}  // namespace

std::vector<Command> loadCommands() {
  return {
      {"import", "takes in requests (CSV, XLSX, Open311) or a catalogue of services",
       "rows, accepted, rejected, unchanged, import_id, report, encoding, encoding_how, encoding_confidence, truncated,"
       " resumed, repeated, dry_run; with --dry-run preview[] of number, service, title, state, opened_at, due_at; and error"
       " (kind, facts, message; exit 1) when the rows are stored and the report could not be written",
       [](auto& options, auto& positional) {
         options.add_options()("what", oneOf("import", {"requests", "catalogue"})->required(), "requests or catalogue")(
             "file", po::value<std::string>()->required(), "the file; .gz is read as it is")(
             "mapping", po::value<std::string>(),
             "name of a bundled mapping (boston311, open311, catalogue-guangan) or a file")(
             "dry-run", "shows what would be stored and writes nothing")("report", po::value<std::string>(),
                                                                         "where the report goes")(
             "encoding", po::value<std::string>(), "instead of the detected one: UTF-8, GB18030, UTF-16LE ...");
         positional.add("what", 1).add("file", 1);
       },
       import},
      {"imports", "lists the loads (list), or takes one back (undo ID)",
       "imports[] of id, kind, file, mapping, encoding, state, started_at, finished_at, rows, accepted, rejected, unchanged;"
       " undo: import_id, taken_back, kept",
       [](auto& options, auto& positional) {
         options.add_options()("act", oneOf("imports", {"list", "undo"})->default_value("list"), "list or undo")(
             "id", po::value<std::string>(), "the import to take back; the newest first");
         positional.add("act", 1).add("id", 1);
       },
       imports},
      {"demo", "writes a believable hall of invented people; one that was cut short is finished by the same command",
       "persons, organisations, households, cases, interactions, ratings, resumed",
       [](auto& options, auto&) {
         constexpr std::int64_t kMost = 5'000'000;
         options.add_options()("persons", numberBetween("--persons", 1, kMost)->default_value(5000), "how many persons")(
             "cases", numberBetween("--cases", 0, kMost)->default_value(8000), "how many cases")(
             "seed", numberBetween("--seed", 0, std::numeric_limits<std::int64_t>::max())->default_value(1),
             "same seed, same hall");
       },
       demo},
  };
}

}  // namespace ow::admin
