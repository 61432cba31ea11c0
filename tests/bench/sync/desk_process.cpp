// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/desk_process.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "base/clock.h"
#include "base/random.h"
#include "bench/must.h"
#include "bench/stopwatch.h"
#include "bench/sync/shell.h"
#include "sync/synchroniser.h"

namespace ow::bench {

namespace json = boost::json;

namespace {

json::object written(const centre::DeskAccount& account) {
  json::array hosts;
  for (const auto& host : account.address.hosts) {
    json::object parameters;
    for (const auto& [name, value] : host) parameters[name] = value;
    hosts.push_back(std::move(parameters));
  }
  return {{"hosts", hosts}, {"desk", account.desk.text()}, {"secret", account.secret.reveal()}};
}

centre::DeskAccount read(const json::value& text) {
  centre::DeskAccount account;
  for (const json::value& host : text.at("hosts").as_array()) {
    centre::Address::Parameters parameters;
    for (const auto& [name, value] : host.as_object()) parameters.emplace_back(name, json::value_to<std::string>(value));
    account.address.hosts.push_back(std::move(parameters));
  }
  account.desk = must(base::Result<base::Uuid>(base::Uuid::parse(json::value_to<std::string>(text.at("desk"))).value()));
  account.secret = base::Redacted<std::string>(json::value_to<std::string>(text.at("secret")));
  return account;
}

// The most that was resident since the last call of forgetPeak().
double peakMiB() {
  std::ifstream file("/proc/self/status");
  for (std::string word; file >> word;)
    if (word == "VmHWM:") {
      double kib = 0;
      file >> kib;
      return kib / 1024;
    }
  return 0;
}
void forgetPeak() {
  std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace

json::object fillInAProcess(const centre::DeskAccount& account, const std::filesystem::path& store) {
  return json::parse(
             output({std::filesystem::read_symlink("/proc/self/exe"), "--desk", store}, json::serialize(written(account))))
      .as_object();
}

int fillAsDesk(const std::filesystem::path& path) {
  using Clock = std::chrono::steady_clock;
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  base::SystemClock clock;
  base::SystemRandom random;
  centre::PostgresCentre centre(read(json::parse(text)),
                                {std::chrono::seconds(3), std::chrono::seconds(30), std::chrono::minutes(10)});
  auto store = must(store::Store::create(path, store::StoreKey::make(random)));
  must(centre.hello());
  sync::Synchroniser synchroniser(*store, centre, clock);
  const double idle = residentMiB();
  forgetPeak();
  const auto start = Clock::now();
  const auto seconds = [start] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  must(synchroniser.round());
  const double took = seconds();
  const double peak = peakMiB();
  if (!store->isSearchComplete()) throw std::runtime_error("the search index is not built");
  std::int64_t rows = 0;
  {
    auto reader = must(store->read());
    for (const auto& scope : must(store::syncedScopes(reader.connection()))) {
      if (!scope.isComplete) throw std::runtime_error("not complete");
      rows += scope.rows;
    }
  }
  must(synchroniser.round());
  if (!synchroniser.report().movedNothing()) throw std::runtime_error("a second round moved something");
  must(store->checkpoint());
  json::object answer{{"seconds", took}, {"rows", rows}, {"idle_mib", idle}, {"peak_mib", peak}};
  answer["store_bytes"] = std::filesystem::file_size(path);
  std::cout << json::serialize(answer) << std::endl;
  return 0;
}

}  // namespace ow::bench
