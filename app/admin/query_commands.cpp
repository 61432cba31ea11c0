// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/case_list.h"
#include "desk/cases.h"
#include "desk/finding.h"
#include "desk/opening.h"
#include "desk/profile.h"
#include "option_values.h"
#include "page_document.h"
#include "store/search.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

Result<Answer> search(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(auto desk, openDesk(invocation, store::Access::readOnly));
  OW_TRY(const auto found,
         desk::find(*desk, values["text"].as<std::string>(), std::size_t(values["limit"].as<std::int64_t>())));
  static constexpr const char* kKinds[] = {"person", "organisation", "case"};
  json::array results;
  std::string text;
  for (const desk::Found& item : found) {
    const char* kind = kKinds[std::size_t(item.kind)];
    results.push_back(
        {{"kind", kind}, {"id", item.id.text()}, {"label", item.label}, {"detail", item.detail}, {"matched", item.matched}});
    text += std::string(kind) + "  " + item.id.text() + "  " + item.label + "  " + item.detail + "  (" + item.matched + ")\n";
  }
  return Answer{json::object{{"results", std::move(results)}}, std::move(text)};
}

Result<Answer> show(const Invocation& invocation, const po::variables_map& values) {
  const std::string kind = values["kind"].as<std::string>();
  const auto id = base::Uuid::parse(values["id"].as<std::string>());
  if (!id) return base::fail(ErrorKind::invalidInput, {{"field", "id"}, {"rule", "uuid"}});
  // A look writes its line to the access log; everything else is only read, beside whoever works with the store.
  OW_TRY(auto desk, openDesk(invocation, kind == "party" ? store::Access::readAndLog : store::Access::readOnly));
  json::object document;
  if (kind == "party") {
    OW_TRY(const auto profile, desk::openProfile(*desk, domain::PartyId{*id}, desk::Purpose::verification));
    document = documentOf(profile, desk->zone());
  } else {
    OW_TRY(const auto page, desk::openCasePage(*desk, domain::CaseId{*id}));
    document = documentOf(page, desk->zone());
  }
  std::string text = linesOf(document);
  return Answer{std::move(document), std::move(text)};
}

desk::CaseSelection selectionOf(const po::variables_map& values) {
  desk::CaseSelection selection;
  const std::string state = option(values, "state");
  if (state == "open")
    selection.open = desk::CaseSelection::Open::open;
  else if (state == "ended")
    selection.open = desk::CaseSelection::Open::ended;
  else if (!state.empty())
    selection.state = base::fromCode<domain::CaseState>(state);
  if (const std::string light = option(values, "light"); !light.empty()) selection.light = base::fromCode<domain::Light>(light);
  selection.owner = option(values, "owner");
  selection.service = option(values, "service");
  selection.text = option(values, "text");
  return selection;
}

template <class Enum>
std::vector<std::string> wordsOf(std::initializer_list<std::string> more = {}) {
  std::vector<std::string> words;
  for (const std::string_view word : base::kCodes<Enum>) words.emplace_back(word);
  words.insert(words.end(), more);
  return words;
}

void describeSelection(po::options_description& options) {
  options.add_options()("state", oneOf("--state", wordsOf<domain::CaseState>({"open", "ended"})),
                        "received, accepted, in_review, decided, closed, returned, withdrawn; open, ended")(
      "owner", po::value<std::string>(),
      "login of the owner, or the name where one clerk alone has it; none for cases without one")(
      "service", po::value<std::string>(), "code or name of the service")("light", oneOf("--light", wordsOf<domain::Light>()),
                                                                          "green, yellow, red, double_red, none")(
      "text", po::value<std::string>(), "as in the search box");
}

Result<Answer> cases(const Invocation& invocation, const po::variables_map& values) {
  const auto selection = selectionOf(values);
  OW_TRY(auto desk, openDesk(invocation, store::Access::readOnly));
  std::optional<std::int64_t> after;
  if (values.count("after") != 0) after = values["after"].as<std::int64_t>();
  const auto limit = std::size_t(values["limit"].as<std::int64_t>());
  OW_TRY(const auto page, desk::listCases(*desk, selection, after, limit));
  json::array rows;
  std::string text;
  for (const desk::CaseListRow& row : page.rows) {
    rows.push_back(documentOf(row, desk->zone()));
    text += row.number + "  " + std::string(base::code(row.state)) + "  " + std::string(base::code(row.light)) + "  " +
            (row.dueAt ? base::isoText(*row.dueAt, desk->zone()) : std::string("-")) + "  " + row.title + "\n";
  }
  if (page.next) text += "more: --after " + std::to_string(*page.next) + "\n";
  return Answer{json::object{{"cases", std::move(rows)}, {"next", page.next ? json::value(*page.next) : json::value(nullptr)}},
                std::move(text)};
}

Result<Answer> exportTo(const Invocation& invocation, const po::variables_map& values) {
  const std::filesystem::path to = values["to"].as<std::string>();
  const std::string ending = to.extension().string();
  desk::ExportFormat format = desk::ExportFormat::csv;
  if (ending == ".xlsx")
    format = desk::ExportFormat::xlsx;
  else if (ending == ".json")
    format = desk::ExportFormat::json;
  else if (ending != ".csv")
    return base::fail(ErrorKind::unsupportedFormat, {{"format", ending}});
  const auto selection = selectionOf(values);
  OW_TRY(auto desk, openDesk(invocation, store::Access::readOnly));
  ProgressLine progress("Exporting");
  OW_TRY(const auto rows, desk::exportCases(*desk, selection, to, format,
                                            [&](std::int64_t done) { progress.show(0.5, std::to_string(done) + " rows"); }));
  return Answer{json::object{{"rows", rows}, {"to", to.string()}, {"read_back", true}},
                std::to_string(rows) + " rows written, read back and counted: " + to.string() + "\n"};
}

}  // namespace

std::vector<Command> queryCommands() {
  return {
      {"search", "finds people, organisations and cases, ranked", "results[] of kind, id, label, detail, matched",
       [](auto& options, auto& positional) {
         options.add_options()("text", po::value<std::string>()->required(),
                               "name in any script, pinyin, initials, phone, number; behind -- when it begins with a dash")(
             "limit", numberBetween("--limit", 1, 1000)->default_value(20), "at most so many, 1 to 1000");
         positional.add("text", 1);
       },
       search},
      {"show", "everything that the page of a party or case shows, masked as there",
       "party: id, kind, name, latin_name, sex, age, birth_date, preferred_channel, preferred_language, note, identifiers[],"
       " contact_points[], addresses[], relatives[], open_cases[], open_case_count, closed_case_count, interaction_count,"
       " ratings[], timeline[], registered_at; case: id, number, external_no, service, title, citizen, state, priority, "
       "channel,"
       " light, due_at, due_is_expected, owner, description, place, hall, window, department, outcome, opened_at, accepted_at,"
       " decided_at, closed_at, statutory_due_at, external_due_at, clock, party_id, agent_id, agent, actions[], links[], "
       "story[]",
       [](auto& options, auto& positional) {
         options.add_options()("kind", oneOf("show", {"party", "case"})->required(), "party or case")(
             "id", po::value<std::string>()->required(), "its id");
         positional.add("kind", 1).add("id", 1);
       },
       show},
      {"cases", "lists cases, newest first, a page at a time",
       "cases[] of id, number, external_no, service, title, citizen, state, outcome, channel, opened_at, due_at,"
       " due_is_expected, statutory_due_at, external_due_at, closed_at, light, owner (name), owner_login, place; next (give it"
       " as --after; null: this was the last page)",
       [](auto& options, auto&) {
         describeSelection(options);
         options.add_options()("after", po::value<std::int64_t>(), "the `next` of the page before")(
             "limit", numberBetween("--limit", 1, 10000)->default_value(100), "rows of a page, 1 to 10000");
       },
       cases},
      {"export", "writes all cases that match, reads them back and says the count", "rows, to, read_back",
       [](auto& options, auto& positional) {
         options.add_options()("what", oneOf("export", {"cases"})->required(), "cases")(
             "to", po::value<std::string>()->required(), "FILE.csv, FILE.xlsx or FILE.json; nothing is replaced");
         describeSelection(options);
         positional.add("what", 1);
       },
       exportTo},
  };
}

}  // namespace ow::admin
