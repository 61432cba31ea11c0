// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON report of what a store of a given size costs, each figure beside its budget (ui.md) and as a ratio to the bare
// SQLCipher statement in the same run.
#include <iostream>

#include <boost/json.hpp>
#include <boost/program_options.hpp>

#include "base/pinyin.h"
#include "bench/bare.h"
#include "bench/imports.h"
#include "bench/must.h"
#include "bench/plan.h"
#include "bench/stopwatch.h"
#include "bench/window_run.h"
#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/finding.h"
#include "desk/inbox.h"
#include "desk/opening.h"
#include "desk/profile.h"
#include "desk/unlock.h"
#include "intake/demo_hall.h"
#include "testkit/hall.h"

namespace {

using namespace ow;
using bench::measure;
using bench::must;
using bench::Sample;
namespace json = boost::json;

json::object figure(const char* what, const Sample& ours, const Sample& bare, double budgetMillis) {
  return {{"what", what},
          {"p50_ms", ours.percentile(0.5)},
          {"p99_ms", ours.percentile(0.99)},
          {"bare_p50_ms", bare.percentile(0.5)},
          {"ratio_p50", ours.percentile(0.5) / std::max(bare.percentile(0.5), 1e-6)},
          {"budget_p99_ms", budgetMillis},
          {"runs", ours.millis.size()}};
}

class Bench {
 public:
  Bench(std::int64_t persons, std::int64_t cases, std::filesystem::path kept) : m_path(std::move(kept)) {
    const bool isNew = !std::filesystem::exists(m_path);
    const base::Redacted<std::string> secret{std::string(64, 'a')};
    m_report["persons"] = persons;
    m_report["cases"] = cases;
    if (isNew) {
      const desk::FirstClerk clerk{bench::kLogin, "Bench", base::Redacted<std::string>(bench::kPassphrase),
                                   domain::Role::clerk};
      desk::Place place;
      auto store = must(desk::initialise(m_path, place, secret, clerk, desk::systemPorts()));
      const Sample load = measure(
          1, [&](int) { must(intake::writeDemoHall(*store, {persons, cases, 1}, desk::systemPorts().clock->now(), {})); }, 0);
      m_report["load_rows_per_s"] = double(persons + cases) / (load.millis[0] / 1000);
      m_report["load_seconds"] = load.millis[0] / 1000;
    }
    base::pinyin().warmUp();
    const Sample unlock = measure(
        1,
        [&](int) {
          m_desk =
              must(desk::unlock(m_path, bench::kLogin, base::Redacted<std::string>(bench::kPassphrase), desk::systemPorts()));
        },
        0);
    m_report["store_bytes"] = std::filesystem::file_size(m_path);
    m_report["unlock_and_open_ms"] = unlock.millis[0];
    m_bare = std::make_unique<bench::Bare>(m_path, store().key());
  }

  json::object run() {
    searching();
    profiles();
    inbox();
    writing();
    m_report["resident_mib"] = bench::residentMiB();
    m_report["import"] = bench::measureImport();
    if (const auto program = bench::windowProgram()) window(*program);
    m_report["figures"] = std::move(m_figures);
    return std::move(m_report);
  }

 private:
  store::Store& store() { return desk::storeOf(*m_desk); }

  void searching() {
    const auto typed = bench::planFor(store(), 200).keystrokes;
    const int times = int(typed.size());
    m_report["keystrokes"] = times;
    m_bare->prepare("SELECT k, c FROM term WHERE k >= ?1 ORDER BY k, c LIMIT 20");
    const Sample bare = measure(times, [&](int i) { m_bare->run("n" + typed[std::size_t(i)]); });
    const Sample ours = measure(times, [&](int i) { must(desk::find(*m_desk, typed[std::size_t(i)], 20)); });
    m_figures.push_back(figure("search, each key", ours, bare, 50));
  }

  std::vector<base::Uuid> ids(const char* sql) {
    auto reader = must(store().read());
    auto row = must(reader.connection().prepare(sql));
    std::vector<base::Uuid> found;
    while (must(row.step())) found.push_back(row.uuid(0));
    return found;
  }

  void profiles() {
    const auto parties = ids("SELECT id FROM party WHERE n % 997 = 5 LIMIT 500");
    m_bare->prepare("SELECT p.*, ?1 FROM party p WHERE n = ?2");
    const Sample bare = measure(int(parties.size()), [&](int i) { m_bare->run("x", 5 + 997LL * i); });
    const Sample ours = measure(int(parties.size()), [&](int i) {
      must(desk::openProfile(*m_desk, domain::PartyId{parties[std::size_t(i)]}, desk::Purpose::caseWork));
    });
    m_figures.push_back(figure("open a profile (with its line in the access log)", ours, bare, 100));
    const auto cases = ids("SELECT id FROM case_record WHERE n % 997 = 5 LIMIT 500");
    const Sample page =
        measure(int(cases.size()), [&](int i) { must(desk::openCasePage(*m_desk, domain::CaseId{cases[std::size_t(i)]})); });
    m_figures.push_back(figure("open a case", page, bare, 100));
  }

  void inbox() {
    m_bare->prepare("SELECT n FROM case_record WHERE closed_at IS NULL ORDER BY due_at NULLS LAST, n");
    const Sample bare = measure(20, [&](int) { m_bare->run(""); });
    for (const auto& [view, name] : {std::pair(desk::InboxView::allOpen, "inbox: all open, list and first screen"),
                                     std::pair(desk::InboxView::overdue, "inbox: overdue, list and first screen"),
                                     std::pair(desk::InboxView::unowned, "inbox: unowned, list and first screen")}) {
      const Sample ours = measure(20, [&, view = view](int) {
        auto rows = must(desk::inbox(*m_desk, {view, "", {}}));
        if (rows.keys.size() > 64) rows.keys.resize(64);
        must(desk::inboxRows(*m_desk, rows.keys));
      });
      m_figures.push_back(figure(name, ours, bare, 50));
    }
    const auto keys = must(desk::inbox(*m_desk, {desk::InboxView::allOpen, "", {}})).keys;
    const Sample jump = measure(200, [&](int i) {
      const std::size_t at = keys.size() < 64 ? 0 : (std::size_t(i) * 7919) % (keys.size() - 63);
      must(desk::inboxRows(*m_desk,
                           {keys.begin() + std::ptrdiff_t(at), keys.begin() + std::ptrdiff_t(std::min(at + 64, keys.size()))}));
    });
    m_figures.push_back(figure("inbox: jump anywhere, one page of 64", jump, bare, 50));
    const Sample counts = measure(20, [&](int) { must(desk::inboxCounts(*m_desk)); });
    m_figures.push_back(figure("inbox: all counts", counts, bare, 300));
  }

  void writing() {
    m_bare->execute("CREATE TABLE IF NOT EXISTS bench_row (n INTEGER PRIMARY KEY, a TEXT, b INTEGER)");
    m_bare->prepare("INSERT INTO bench_row (a, b) VALUES (?1, ?2)");
    const Sample bare = measure(200, [&](int i) { m_bare->run("a row of some length", i); });
    const auto cases = ids("SELECT id FROM case_record WHERE closed_at IS NULL LIMIT 200");
    const Sample ours =
        measure(int(cases.size()), [&](int i) { must(desk::addNote(*m_desk, domain::CaseId{cases[std::size_t(i)]}, "rang")); });
    m_figures.push_back(figure("one committed write (note on a case: 2 operations, 4 rows)", ours, bare, 16));
    m_bare->execute("DROP TABLE bench_row");
  }

  // The front office itself, in processes of its own; it needs the store for itself.
  void window(const std::filesystem::path& program) {
    const testkit::TempFolder folder;
    bench::save(bench::planFor(store(), 20), folder / "plan");
    m_bare.reset();
    m_desk.reset();
    json::object answer = bench::runWindow(program, m_path, folder / "plan");
    for (json::value& one : answer.at("figures").as_array()) m_figures.push_back(std::move(one));
    m_report["window"] = std::move(answer.at("memory"));
  }

  std::filesystem::path m_path;
  std::unique_ptr<desk::Desk> m_desk;
  std::unique_ptr<bench::Bare> m_bare;
  json::object m_report;
  json::array m_figures;
};

}  // namespace

int main(int argc, char** argv) {
  namespace po = boost::program_options;
  po::options_description options("onewindow-bench");
  options.add_options()("help", "this page")("persons", po::value<std::int64_t>()->default_value(100000),
                                             "persons in the store")(
      "cases", po::value<std::int64_t>()->default_value(100000), "cases in the store")("store", po::value<std::string>(),
                                                                                       "keep or reuse the store at this place");
  po::variables_map values;
  try {
    po::store(po::parse_command_line(argc, argv, options), values);
    if (values.count("help") != 0) {
      std::cout << options;
      return 0;
    }
    const ow::testkit::TempFolder folder;
    const std::filesystem::path path =
        values.count("store") != 0 ? values["store"].as<std::string>() : (folder / "bench.ow").string();
    Bench bench(values["persons"].as<std::int64_t>(), values["cases"].as<std::int64_t>(), path);
    std::cout << json::serialize(bench.run()) << "\n";
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "onewindow-bench: " << problem.what() << "\n";
    return 1;
  }
}
