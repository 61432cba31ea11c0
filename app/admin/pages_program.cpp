// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include <boost/json.hpp>

extern char** environ;

namespace ow::admin {

namespace {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

constexpr auto kName = "onewindow-paper";
constexpr std::size_t kMostBytes = std::size_t(64) << 20;

base::Error brokenAnswer() {
  return {ErrorKind::internal, {{"where", kName}}};
}

std::filesystem::path besideThis() {
  std::error_code code;
  return std::filesystem::read_symlink("/proc/self/exe", code).parent_path() / kName;
}

// Everything that it writes, up to kMostBytes.
std::string readAll(int from) {
  std::string all;
  std::array<char, 1 << 16> piece{};
  while (all.size() < kMostBytes) {
    const ssize_t size = ::read(from, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    all.append(piece.data(), std::size_t(size));
  }
  return all;
}

struct Ran {
  int exitCode = -1;
  std::string output;
};

Result<Ran> run(std::vector<std::string> arguments) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return base::fail(ErrorKind::ioFailure, {{"operation", "pipe"}});
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  pid_t child = 0;
  const int failure = ::posix_spawn(&child, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (failure != 0) {
    ::close(pipe[0]);
    return base::fail(ErrorKind::notFound, {{"entity", kName}});
  }
  Ran ran;
  ran.output = readAll(pipe[0]);
  ::close(pipe[0]);  // who writes more than that is ended by it
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) ran.exitCode = WEXITSTATUS(status);
  return ran;
}

// The last kind stands for every word that is none.
ErrorKind kindOf(std::string_view word) {
  for (int kind = 0; kind < int(ErrorKind::internal); ++kind)
    if (base::code(ErrorKind(kind)) == word) return ErrorKind(kind);
  return ErrorKind::internal;
}

base::Error errorIn(const json::object& line) {
  const json::value* kind = line.if_contains("error");
  if (kind == nullptr || !kind->is_string()) return brokenAnswer();
  base::Error error{kindOf(std::string_view(kind->get_string())), {}};
  const json::value* facts = line.if_contains("facts");
  if (facts == nullptr || !facts->is_object()) return error;
  for (const auto& fact : facts->get_object())
    if (fact.value().is_string()) error.facts.push_back({std::string(fact.key()), fact.value().get_string().c_str()});
  return error;
}

Result<Pages> pagesIn(const Ran& ran) {
  const std::size_t end = ran.output.find('\n');
  if (end == std::string::npos) return brokenAnswer();
  boost::system::error_code code;
  const json::value line = json::parse(std::string_view(ran.output).substr(0, end), code);
  if (code || !line.is_object()) return brokenAnswer();
  const json::object& about = line.get_object();
  if (ran.exitCode != 0) return errorIn(about);
  Pages pages;
  const auto text = [&](const char* key) {
    const json::value* value = about.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
  };
  const auto number = [&](const char* key) {
    const json::value* value = about.if_contains(key);
    return value != nullptr && value->is_int64() ? value->get_int64() : -1;
  };
  pages.asOf = text("as_of");
  pages.definitions = text("definitions");
  pages.count = number("pages");
  pages.pdf = ran.output.substr(end + 1);
  const bool isWhole = number("bytes") == std::int64_t(pages.pdf.size()) && pages.pdf.starts_with("%PDF-");
  if (!isWhole || pages.count < 1) return brokenAnswer();
  return pages;
}

}  // namespace

Result<Pages> scorecardPages(const Invocation& invocation, const std::string& period, const std::string& scope,
                             const std::string& language) {
  const auto program = besideThis();
  std::error_code code;
  if (!std::filesystem::exists(program, code)) return base::fail(ErrorKind::notFound, {{"entity", kName}});
  OW_TRY(const auto ran, run({program.string(), "--store", invocation.store.string(), "--key-file", invocation.keyFile.string(),
                              "--period", period, "--scope", scope, "--language", language}));
  return pagesIn(ran);
}

}  // namespace ow::admin
