// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "bench/stopwatch.h"

namespace ow::bench {

namespace {

namespace json = boost::json;
constexpr int kStarts = 7;

std::string readAll(int fd) {
  std::string all;
  std::array<char, 4096> piece{};
  for (ssize_t n = 0; (n = ::read(fd, piece.data(), piece.size())) > 0;) all.append(piece.data(), std::size_t(n));
  return all;
}

// Runs the program and answers what it printed. It is told when it was started, by the clock that both see.
json::object runOnce(std::vector<std::string> line) {
  int out[2];
  if (::pipe(out) != 0) throw std::runtime_error("pipe");
  const auto started = std::chrono::steady_clock::now().time_since_epoch();
  line.push_back("--started");
  line.push_back(std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(started).count()));
  std::vector<char*> arguments;
  for (std::string& argument : line) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    ::dup2(out[1], STDOUT_FILENO);
    ::close(out[0]);
    ::close(out[1]);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(out[1]);
  const std::string said = readAll(out[0]);
  ::close(out[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0) throw std::runtime_error("onewindow-bench-window failed: " + said);
  return json::parse(said).as_object();
}

json::object figure(const json::string& what, const Sample& sample, double budget) {
  return {{"what", what},
          {"p50_ms", sample.percentile(0.5)},
          {"p99_ms", sample.percentile(0.99)},
          {"budget_p99_ms", budget},
          {"over_budget", sample.over(budget)},
          {"runs", sample.millis.size()}};
}

}  // namespace

std::optional<std::filesystem::path> windowProgram() {
  std::error_code code;
  const auto beside = std::filesystem::read_symlink("/proc/self/exe", code).parent_path() / "onewindow-bench-window";
  if (code || !std::filesystem::exists(beside, code)) return std::nullopt;
  return beside;
}

json::object runWindow(const std::filesystem::path& program, const std::filesystem::path& store,
                       const std::filesystem::path& plan) {
  const std::vector<std::string> line{program.string(), "--store", store.string(), "--plan", plan.string()};
  std::vector<std::string> startOnly = line;
  startOnly.emplace_back("--start-only");
  json::array figures;
  std::vector<Sample> starts;
  for (int run = 0; run < kStarts; ++run) {
    json::object answer = runOnce(startOnly);
    figures = std::move(answer.at("figures").as_array());
    starts.resize(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) starts[i].millis.push_back(figures[i].at("p50_ms").to_number<double>());
  }
  for (std::size_t i = 0; i < figures.size(); ++i)
    figures[i] = figure(figures[i].at("what").as_string(), starts[i], figures[i].at("budget_p99_ms").to_number<double>());
  json::object tour = runOnce(line);
  for (json::value& one : tour.at("figures").as_array())
    if (!one.at("what").as_string().starts_with("start")) figures.push_back(std::move(one));
  tour["figures"] = std::move(figures);
  return tour;
}

}  // namespace ow::bench
