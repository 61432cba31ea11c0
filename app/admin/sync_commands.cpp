// SPDX-License-Identifier: GPL-3.0-or-later
// A desk and its centre, without a window.
#include <csignal>
#include <iostream>
#include <thread>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "centre/enrolment.h"
#include "centre_link.h"
#include "command.h"
#include "desk/attachment_settings.h"
#include "desk/centre_account.h"
#include "desk/opening.h"
#include "new_key_file.h"
#include "store/contents.h"
#include "sync/actor.h"
#include "sync/chunk_store.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

desk::Place placeOf(const centre::Enrolled& enrolled) {
  return {enrolled.division, enrolled.code, enrolled.hall, enrolled.window, enrolled.jurisdiction};
}

// The store is made when it is not there: a new machine needs this command and nothing else.
Result<std::unique_ptr<store::Store>> storeFor(const Invocation& invocation, const desk::Place& place) {
  std::error_code code;
  if (std::filesystem::exists(invocation.store, code)) return openStore(invocation, store::Access::readWrite);
  NewKeyFile keyFile(invocation.keyFile);
  OW_TRY(const auto secret, keyFile.secret(*invocation.ports.random));
  OW_TRY(auto store, desk::initialise(invocation.store, place, secret, std::nullopt, invocation.ports));
  keyFile.keep();
  return store;
}

Result<Answer> enrol(const Invocation& invocation, const po::variables_map& values) {
  const std::string dsn = values["dsn"].as<std::string>();
  OW_TRY(const auto address, centre::Address::parse(dsn));
  // A store that cannot be opened must not use up the code.
  std::error_code code;
  if (std::filesystem::exists(invocation.store, code)) OW_TRYV(openStore(invocation, store::Access::readWrite));
  OW_TRY(const auto enrolled, centre::enrol(address, values["code"].as<std::string>(), *invocation.ports.random));
  OW_TRY(auto store, storeFor(invocation, placeOf(enrolled)));
  const desk::CentreAccount account{
      dsn, enrolled.site, enrolled.desk, enrolled.role, enrolled.password, enrolled.secret, enrolled.storeSecret};
  OW_TRYV(desk::keepEnrolment(*store, account, placeOf(enrolled), enrolled.identityKey));
  // The first session hands in what lets clerks in; one that fails here is made up for by the next.
  OW_TRY(auto centre, app::centreOf(*store));
  (void)centre->hello();
  return Answer{json::object{{"hall", enrolled.hallCode}, {"desk", enrolled.code}, {"division", enrolled.division}},
                "This store is desk " + enrolled.code + " of " + enrolled.hall + " now.\n"};
}

json::object documentOf(const sync::Report& report) {
  return {{"pushed", report.pushed},       {"applied", report.applied},
          {"merged", report.merged},       {"conflicts", report.conflicts},
          {"refused", report.refused},     {"postponed", report.postponed},
          {"filled", report.filled},       {"pulled", report.pulled},
          {"fetched", report.fetched},     {"repaired", report.repaired},
          {"forgotten", report.forgotten}, {"reoffered", report.reoffered},
          {"looks", report.looks},         {"other_history", report.isOtherHistory}};
}

std::string textOf(const sync::Report& report) {
  return "Sent " + std::to_string(report.pushed) + " (" + std::to_string(report.conflicts) + " conflicts, " +
         std::to_string(report.refused) + " refused), received " + std::to_string(report.filled + report.pulled) +
         ", repaired " + std::to_string(report.repaired) +
         (report.isOtherHistory
              ? ", offered again " + std::to_string(report.reoffered) + " because the centre's history is another one"
              : "") +
         ".\n";
}

std::string textOf(const sync::LaneReport& report) {
  return "Files: " + std::to_string(report.sent) + " chunks sent, " + std::to_string(report.fetched) + " received.\n";
}

// What the desk was told before, or is told now.
Result<std::int64_t> budgetOf(store::Store& store, const po::variables_map& values) {
  OW_TRY(auto settings, desk::attachmentSettings(store));
  if (values.count("budget") == 0) return settings.budget;
  settings.budget = values["budget"].as<std::int64_t>();
  OW_TRYV(desk::putAttachmentSettings(store, settings));
  return settings.budget;
}

// Until no content of an attachment can move now.
Result<sync::LaneReport> carryContents(store::Store& store, sync::Centre& centre, std::int64_t budget,
                                       const Invocation& invocation, ProgressLine& progress) {
  sync::AttachmentLane lane(store, *centre.chunks(), *invocation.ports.clock);
  lane.setBudget(budget);
  for (;;) {
    OW_TRY(const auto step, lane.step());
    progress.show(0, "files: " + std::to_string(lane.report().sent) + " chunks sent, " + std::to_string(lane.report().fetched) +
                         " received");
    if (step.hasMoved) continue;
    if (step.waits != sync::AttachmentLane::Waits::forBudget) return lane.report();
    std::this_thread::sleep_for(*step.nextAt - invocation.ports.clock->now());
  }
}

Result<Answer> once(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  OW_TRY(auto centre, app::centreOf(*store));
  OW_TRY(const auto budget, budgetOf(*store, values));
  centre::PostgresRegister looks(*centre);
  sync::Synchroniser synchroniser(*store, *centre, *invocation.ports.clock);
  synchroniser.sendLooksTo(looks);
  ProgressLine progress("Syncing");
  synchroniser.watch([&](const sync::Report& report, const std::vector<store::SyncedScope>&) {
    progress.show(0, std::to_string(report.pushed) + " sent, " + std::to_string(report.filled + report.pulled) + " received");
  });
  OW_TRYV(synchroniser.round());
  OW_TRY(const auto contents, carryContents(*store, *centre, budget, invocation, progress));
  auto document = documentOf(synchroniser.report());
  document["chunks_sent"] = contents.sent;
  document["chunks_fetched"] = contents.fetched;
  return Answer{std::move(document), textOf(synchroniser.report()) + textOf(contents)};
}

// One line a round that moved something, until it is told to stop.
Result<Answer> watch(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(auto store, openStore(invocation, store::Access::readWrite));
  OW_TRY(auto centre, app::centreOf(*store));
  OW_TRY(const auto budget, budgetOf(*store, values));
  std::int64_t rounds = 0;
  centre::PostgresRegister looks(*centre);
  sync::Actor actor(*store, *centre, *invocation.ports.clock, *invocation.ports.random);
  actor.sendLooksTo(looks);
  actor.listen([&](const sync::Status& status) {
    if (status.phase == sync::Phase::working || status.report.movedNothing()) return;
    ++rounds;
    std::cerr << base::isoText(invocation.ports.clock->now(), base::TimeZone::utc()) << " " << textOf(status.report);
  });
  actor.setBudget(budget);
  sigset_t ends;  // blocked before the actor's thread begins, so that this thread alone gets them
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  OW_TRY(const auto account, desk::centreAccount(*store));
  if (account) (void)actor.meetNeighbours(account->site);
  actor.start();
  int signal = 0;
  (void)sigwait(&ends, &signal);
  actor.stop();
  return Answer{json::object{{"rounds", rounds}}, "Stopped.\n"};
}

Result<Answer> status(const Invocation& invocation) {
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  OW_TRY(const auto account, desk::centreAccount(*store));
  OW_TRY(auto reader, store->read());
  OW_TRY(const auto counts, store::outboxCounts(reader.connection()));
  OW_TRY(const auto scopes, store::syncedScopes(reader.connection()));
  OW_TRY(const auto anchors, store::seenAnchors(reader.connection()));
  OW_TRY(const auto contents, store::contentCounts(reader.connection()));
  json::array list;
  std::string text;
  for (const store::SyncedScope& scope : scopes) {
    list.push_back({{"kind", scope.scope.kind},
                    {"code", scope.scope.code},
                    {"complete", scope.isComplete},
                    {"epoch", scope.cursor.epoch},
                    {"position", scope.cursor.pos},
                    {"rows", scope.rows}});
    text += scope.scope.kind + " " + scope.scope.code + ": " + std::to_string(scope.rows) + " rows" +
            (scope.isComplete ? "" : ", filling") + "\n";
  }
  const auto fresh =
      anchors.empty() ? json::value() : json::value(base::isoText(anchors.front().anchor.at, base::TimeZone::utc()));
  text += std::to_string(counts.waiting) + " waiting, " + std::to_string(counts.sent) + " sent, " +
          std::to_string(counts.confirmed) + " safe, " + std::to_string(counts.refused) + " refused; " +
          std::to_string(counts.openConflicts) + " conflicts, " + std::to_string(counts.openProposals) +
          " proposals to settle; " + std::to_string(contents.filesUp) + " files wait to be sent, " +
          std::to_string(contents.filesDown) + " to be fetched\n";
  if (!account) text = "This store is enrolled at no centre.\n" + text;
  return Answer{json::object{{"enrolled", account.has_value()},
                             {"waiting", counts.waiting},
                             {"sent", counts.sent},
                             {"safe", counts.confirmed},
                             {"refused", counts.refused},
                             {"troubled", counts.troubled},
                             {"parked", counts.parked},
                             {"files_to_send", contents.filesUp},
                             {"chunks_to_send", contents.chunksUp},
                             {"files_to_fetch", contents.filesDown},
                             {"chunks_to_fetch", contents.chunksDown},
                             {"open_conflicts", counts.openConflicts},
                             {"open_proposals", counts.openProposals},
                             {"fresh_as_of", fresh},
                             {"scopes", std::move(list)}},
                std::move(text)};
}

Result<Answer> sync(const Invocation& invocation, const po::variables_map& values) {
  if (values.count("once") != 0) return once(invocation, values);
  if (values.count("watch") != 0) return watch(invocation, values);
  return status(invocation);
}

}  // namespace

std::vector<Command> syncCommands() {
  return {{"enrol", "makes this store a desk of a centre, with a one-time code", "hall, desk, division",
           [](auto& options, auto&) {
             options.add_options()("dsn", po::value<std::string>()->required(),
                                   "where the centre is, in libpq's words (sslmode is verify-full; "
                                   "target_session_attrs=prefer-standby reads from a standby)")(
                 "code", po::value<std::string>()->required(), "what `centre desk add` showed");
           },
           enrol},
          {"sync", "sends and receives once (--once) or until stopped (--watch); or says how things stand (status)",
           "pushed, applied, merged, conflicts, refused, postponed, filled, pulled, fetched, repaired, forgotten, reoffered, "
           "looks, "
           "other_history, chunks_sent, chunks_fetched; rounds; "
           "enrolled, waiting, sent, safe, refused, troubled, parked, files_to_send, chunks_to_send, files_to_fetch, "
           "chunks_to_fetch, "
           "open_conflicts, open_proposals, fresh_as_of, scopes[] of "
           "kind, code, complete, "
           "epoch, position, rows",
           [](auto& options, auto& positional) {
             options.add_options()("once", "until both sides agree")("watch", "until SIGINT or SIGTERM")(
                 "budget", po::value<std::int64_t>(),
                 "bytes a second for contents of attachments, kept for this desk; 0: no limit")(
                 "what", po::value<std::string>(), "status");
             positional.add("what", 1);
           },
           sync}};
}

}  // namespace ow::admin
