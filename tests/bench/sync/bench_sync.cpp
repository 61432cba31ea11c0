// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON report of what the sync of desks and a centre costs, each figure beside its limit measured in the same run.
#include <iostream>

#include <boost/program_options.hpp>

#include "bench/sync/desk_process.h"
#include "bench/sync/figures.h"

namespace {

namespace json = boost::json;
using namespace ow;

class Report {
 public:
  explicit Report(std::string only) : m_only(std::move(only)) {}
  template <class Measure>
  void add(const char* name, Measure measure) {
    if (!m_only.empty() && m_only != name) return;
    std::cerr << name << " ..." << std::endl;
    const json::value figure = measure();
    if (figure.is_array())
      for (const json::value& one : figure.as_array()) m_figures.push_back(one);
    else
      m_figures.push_back(figure);
  }
  json::array take() { return std::move(m_figures); }

 private:
  std::string m_only;
  json::array m_figures;
};

}  // namespace

int main(int argc, char** argv) {
  namespace po = boost::program_options;
  po::options_description options("onewindow-bench-sync");
  options.add_options()("help", "this page")("quick", "small sizes: some minutes")(
      "turns", po::value<int>()->default_value(3), "how often each figure and its limit are measured")(
      "only", po::value<std::string>()->default_value(""),
      "one of: filling, large-filling, catch-up, one-change, pushing, idle-desks")("desk", po::value<std::string>(), "");
  po::variables_map values;
  try {
    po::store(po::parse_command_line(argc, argv, options), values);
    if (values.count("help") != 0) {
      std::cout << options;
      return 0;
    }
    if (values.count("desk") != 0) return bench::fillAsDesk(values["desk"].as<std::string>());
    const bench::Amount amount{values.count("quick") != 0, values["turns"].as<int>()};
    Report report(values["only"].as<std::string>());
    report.add("one-change", [&] { return json::value(bench::measureOneChange(amount)); });
    report.add("pushing", [&] { return json::value(bench::measurePushing(amount)); });
    report.add("catch-up", [&] { return json::value(bench::measureCatchUp(amount)); });
    report.add("idle-desks", [&] { return json::value(bench::measureIdleDesks(amount)); });
    report.add("filling", [&] { return json::value(bench::measureFilling(amount, amount.isQuick ? 5000 : 100000, 1)); });
    if (!amount.isQuick) report.add("large-filling", [&] { return json::value(bench::measureFilling(amount, 100000, 10)); });
    std::cout << json::serialize(json::object{{"quick", amount.isQuick}, {"figures", report.take()}}) << "\n";
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "onewindow-bench-sync: " << problem.what() << "\n";
    return 1;
  }
}
