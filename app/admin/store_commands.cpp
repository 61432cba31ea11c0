// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <boost/json.hpp>

#include "centre_link.h"
#include "command.h"
#include "desk/admission.h"
#include "desk/opening.h"
#include "new_key_file.h"
#include "store/maintenance.h"
#include "sync/comparison.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

Result<std::optional<desk::FirstClerk>> clerkOf(const po::variables_map& values) {
  if (values.count("clerk") == 0) return std::optional<desk::FirstClerk>();
  if (values.count("passphrase-file") == 0)
    return base::fail(ErrorKind::invalidInput, {{"field", "passphrase-file"}, {"rule", "required"}});
  OW_TRY(auto passphrase, readPassphraseFile(values["passphrase-file"].as<std::string>()));
  desk::FirstClerk clerk;
  clerk.login = values["clerk"].as<std::string>();
  clerk.name = values.count("name") != 0 ? values["name"].as<std::string>() : clerk.login;
  clerk.passphrase = std::move(passphrase);
  if (values.count("supervisor") != 0) clerk.role = domain::Role::supervisor;
  OW_TRY(clerk, desk::checkClerk(clerk));
  return std::optional(std::move(clerk));
}

Result<Answer> init(const Invocation& invocation, const po::variables_map& values) {
  desk::Place wanted;
  wanted.division = values["division"].as<std::string>();
  wanted.desk = values["desk"].as<std::string>();
  wanted.hall = values["hall"].as<std::string>();
  wanted.window = values["window"].as<std::string>();
  wanted.jurisdiction = values["jurisdiction"].as<std::string>();
  // Everything that was given is looked at before anything is made.
  OW_TRY(const auto place, desk::checkPlace(wanted));
  OW_TRY(const auto clerk, clerkOf(values));
  std::error_code code;
  if (std::filesystem::exists(invocation.store, code)) return base::fail(ErrorKind::duplicate, {{"entity", "store"}});
  if (invocation.store.has_parent_path()) std::filesystem::create_directories(invocation.store.parent_path(), code);
  NewKeyFile keyFile(invocation.keyFile);
  OW_TRY(const auto secret, keyFile.secret(*invocation.ports.random));
  OW_TRYV(desk::initialise(invocation.store, place, secret, clerk, invocation.ports));
  keyFile.keep();
  return Answer{
      json::object{{"store", invocation.store.string()}, {"key_file", invocation.keyFile.string()}, {"clerks", clerk ? 1 : 0}},
      "The store is ready: " + invocation.store.string() + "\n"};
}

// At a desk of a centre a clerk proves himself there, and a first passphrase is replaced.
Result<Answer> admitClerk(const Invocation& invocation, const po::variables_map& values,
                          const std::shared_ptr<sync::ClerkLine>& centre) {
  if (values.count("clerk") == 0) return base::fail(ErrorKind::invalidInput, {{"field", "clerk"}, {"rule", "required"}});
  if (values.count("passphrase-file") == 0)
    return base::fail(ErrorKind::invalidInput, {{"field", "passphrase-file"}, {"rule", "required"}});
  const auto login = values["clerk"].as<std::string>();
  OW_TRY(const auto passphrase, readPassphraseFile(values["passphrase-file"].as<std::string>()));
  std::optional<base::Redacted<std::string>> next;
  if (values.count("new-passphrase-file") != 0) {
    OW_TRY(auto typed, readPassphraseFile(values["new-passphrase-file"].as<std::string>()));
    next.emplace(std::move(typed));
  }
  OW_TRYV(desk::signIn(invocation.store, login, passphrase, next, centre, invocation.ports));
  return Answer{json::object{{"clerk", login}}, "The clerk can unlock this store now.\n"};
}

Result<Answer> addClerk(const Invocation& invocation, const po::variables_map& values) {
  if (const auto centre = app::clerkLineOf(invocation.store)) return admitClerk(invocation, values, centre);
  OW_TRY(const auto clerk, clerkOf(values));
  if (!clerk) return base::fail(ErrorKind::invalidInput, {{"field", "clerk"}, {"rule", "required"}});
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  OW_TRYV(desk::addClerk(*store, *clerk, invocation.ports));
  return Answer{json::object{{"clerk", clerk->login}}, "The clerk can unlock this store now.\n"};
}

Result<Answer> stats(const Invocation& invocation, const po::variables_map&) {
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  OW_TRY(auto reader, store->read());
  OW_TRY(const auto counts, store::countEverything(reader.connection()));
  const std::pair<const char*, std::int64_t> rows[] = {{"parties", counts.parties},
                                                       {"cases", counts.cases},
                                                       {"interactions", counts.interactions},
                                                       {"events", counts.events},
                                                       {"outbox", counts.outbox},
                                                       {"open_cases", counts.openCases},
                                                       {"services", counts.services},
                                                       {"ratings", counts.ratings},
                                                       {"identifiers", counts.identifiers},
                                                       {"contact_points", counts.contactPoints},
                                                       {"relationships", counts.relationships},
                                                       {"staff", counts.staff}};
  json::object document;
  std::string text;
  for (const auto& [name, count] : rows) {
    document[name] = count;
    std::string label = name;
    label.resize(16, ' ');
    text += label + std::to_string(count) + "\n";
  }
  return Answer{std::move(document), std::move(text)};
}

// Row by row and sum by sum with what the centre holds.
Result<void> checkAgainstCentre(store::Store& store, Answer& answer) {
  OW_TRY(auto centre, app::centreOf(store));
  ProgressLine progress("Comparing");
  OW_TRY(const auto scopes, sync::compareWithCentre(store, *centre, [&](double fraction) { progress.show(fraction); }));
  json::array list;
  bool areEqual = true;
  for (const sync::ScopeComparison& scope : scopes) {
    areEqual = areEqual && scope.isEqual();
    list.push_back({{"scope", scope.scope.code},
                    {"equal", scope.isEqual()},
                    {"complete", scope.isComplete},
                    {"at_head", scope.isAtHead},
                    {"rows", scope.rows},
                    {"centre_rows", scope.centreRows},
                    {"different", scope.different},
                    {"altered", scope.altered}});
    answer.text += scope.scope.code + ": " + std::to_string(scope.rows) + " rows here, " + std::to_string(scope.centreRows) +
                   " at the centre, " +
                   (scope.isEqual() ? "equal byte for byte"
                                    : std::to_string(scope.different) + " different, " + std::to_string(scope.altered) +
                                          " altered here" + (scope.isAtHead ? "" : "; the centre has newer ones, sync first")) +
                   "\n";
  }
  answer.document["centre"] = std::move(list);
  if (!areEqual) {
    answer.document["ok"] = false;
    answer.exitCode = 1;
  }
  return base::success();
}

Result<Answer> check(const Invocation& invocation, const po::variables_map& values) {
  auto opened = openStore(invocation, store::Access::readOnly);
  if (!opened && opened.error().kind == ErrorKind::storeDamaged) {  // damage is what this command is asked about
    json::object problem{{"what", "store_damaged"}, {"rows", 1}, {"example", base::describe(opened.error())}};
    return Answer{json::object{{"ok", false}, {"problems", json::array{std::move(problem)}}}, sentence(opened.error()) + "\n",
                  1};
  }
  if (!opened) return opened.error();
  const auto store = std::move(opened.value());
  ProgressLine progress("Checking");
  OW_TRY(const auto problems, store::checkStore(*store, [&](double fraction) { progress.show(fraction); }));
  json::array list;
  std::string text;
  for (const store::Problem& problem : problems) {
    list.push_back({{"what", problem.what}, {"rows", problem.rows}, {"example", problem.example}});
    text += problem.what + ": " + std::to_string(problem.rows) +
            (problem.example.empty() ? "" : ", such as " + problem.example) + "\n";
  }
  const bool isSound = problems.empty();
  if (isSound) text = "The file is whole and every promise of the domain holds.\n";
  Answer answer{json::object{{"ok", isSound}, {"problems", std::move(list)}}, std::move(text), isSound ? 0 : 1};
  if (values.count("against-centre") != 0) OW_TRYV(checkAgainstCentre(*store, answer));
  return answer;
}

Result<Answer> backup(const Invocation& invocation, const po::variables_map& values) {
  const std::filesystem::path to = values["to"].as<std::string>();
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  ProgressLine progress("Copying");
  OW_TRYV(store::backup(*store, to, [&](double fraction) { progress.show(fraction); }));
  return Answer{json::object{{"to", to.string()}, {"verified", true}}, "Copied and verified: " + to.string() + "\n"};
}

Result<Answer> restore(const Invocation& invocation, const po::variables_map& values) {
  const std::filesystem::path from = values["from"].as<std::string>();
  OW_TRY(const auto secret, readKeyFile(invocation.keyFile));
  OW_TRY(const auto ring, store::KeyRing::load(from));
  OW_TRY(auto key, ring.unwrapFile(secret));
  OW_TRYV(store::restore(from, std::move(key), invocation.store));
  return Answer{json::object{{"store", invocation.store.string()}, {"verified", true}},
                "Restored and verified: " + invocation.store.string() + "\n"};
}

void nothing(po::options_description&, po::positional_options_description&) {}

void describeClerk(po::options_description& options) {
  options.add_options()("clerk", po::value<std::string>(),
                        "login of a clerk who can unlock the store: 1 to 32 of A-Z a-z 0-9 . _ - @")(
      "name", po::value<std::string>(), "the clerk's name")(
      "passphrase-file", po::value<std::string>(), "file with the clerk's passphrase: one line, eight characters and more")(
      "supervisor", "the clerk is a supervisor");
}

}  // namespace

std::vector<Command> storeCommands() {
  return {
      {"init", "makes a new store with its place and, where given, its first clerk", "store, key_file, clerks",
       [](auto& options, auto&) {
         options.add_options()("division", po::value<std::string>()->default_value("110101"),
                               "GB/T 2260 code of the county, six digits")(
             "desk", po::value<std::string>()->default_value("001"), "three of 0-9A-Z, unique in the division")(
             "hall", po::value<std::string>()->default_value("政务服务中心"), "name of the hall")(
             "window", po::value<std::string>()->default_value("1"), "window")(
             "jurisdiction", po::value<std::string>()->default_value("CN"), "whose calendar counts: CN, US-MA-Boston");
         describeClerk(options);
       },
       init},
      {"clerk", "lets one more clerk unlock the store, or gives one a new passphrase", "clerk",
       [](auto& options, auto&) {
         describeClerk(options);
         options.add_options()("new-passphrase-file", po::value<std::string>(),
                               "at a desk of a centre: what replaces the first passphrase");
       },
       addClerk},
      {"stats", "counts everything",
       "parties, cases, interactions, events, outbox, open_cases, services, ratings, identifiers, contact_points, "
       "relationships, staff",
       nothing, stats},
      {"check", "verifies the file and every promise of the domain",
       "ok, problems[] of what, rows, example; with --against-centre also centre[] of scope, equal, complete, at_head, rows, "
       "centre_rows, different, altered",
       [](auto& options, auto&) {
         options.add_options()("against-centre", "compares every row with the centre's, byte for byte");
       },
       check},
      {"backup", "copies the store while it is in use and verifies the copy", "to, verified",
       [](auto& options, auto& positional) {
         options.add_options()("to", po::value<std::string>()->required(), "where the copy goes; its key ring goes beside it");
         positional.add("to", 1);
       },
       backup},
      {"restore", "puts a verified backup where --store says; overwrites nothing", "store, verified",
       [](auto& options, auto& positional) {
         options.add_options()("from", po::value<std::string>()->required(), "the backup");
         positional.add("from", 1);
       },
       restore},
  };
}

}  // namespace ow::admin
