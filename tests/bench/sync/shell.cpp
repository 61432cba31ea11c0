// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/shell.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace ow::bench {

namespace {

[[noreturn]] void become(std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execvp(argv[0], argv.data());
  ::_exit(98);
}

std::vector<pid_t> childrenOf(pid_t program) {
  std::vector<pid_t> children;
  std::ifstream file("/proc/" + std::to_string(program) + "/task/" + std::to_string(program) + "/children");
  for (pid_t child = 0; file >> child;) children.push_back(child);
  return children;
}

double kibOf(pid_t program, const char* page, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(program) + "/" + page);
  for (std::string word; file >> word;)
    if (word == name) {
      double kib = 0;
      file >> kib;
      return kib;
    }
  return 0;
}

}  // namespace

std::string output(std::vector<std::string> words, const std::string& input,
                   const std::vector<std::pair<std::string, std::string>>& environment) {
  int in[2], out[2];
  if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  const std::string name = words.front();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    for (const auto& [variable, value] : environment) ::setenv(variable.c_str(), value.c_str(), 1);
    become(words);
  }
  ::close(in[0]);
  ::close(out[1]);
  for (std::size_t at = 0; at < input.size();) {
    const ssize_t n = ::write(in[1], input.data() + at, input.size() - at);
    if (n <= 0) break;
    at += std::size_t(n);
  }
  ::close(in[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(out[0], buffer, sizeof buffer)) > 0;) text.append(buffer, std::size_t(n));
  ::close(out[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(name + " failed");
  return text;
}

pid_t begin(std::vector<std::string> words) {
  const pid_t child = ::fork();
  if (child == 0) become(words);
  return child;
}

void rest(int milliseconds) {
  ::poll(nullptr, 0, milliseconds);
}

void end(pid_t program) {
  ::kill(program, SIGTERM);
  ::waitpid(program, nullptr, 0);
}

double processorSeconds(pid_t program) {
  std::ifstream file("/proc/" + std::to_string(program) + "/schedstat");
  double nanoseconds = 0;
  file >> nanoseconds;
  return nanoseconds / 1e9;
}

double processorSecondsOfChildren(pid_t program) {
  double sum = 0;
  for (const pid_t child : childrenOf(program)) sum += processorSeconds(child);
  return sum;
}

double processorSecondsOfAll(pid_t server) {
  double seconds = processorSecondsOfChildren(server);
  std::ifstream file("/proc/" + std::to_string(server) + "/stat");
  std::string line;
  std::getline(file, line);
  std::istringstream rest(line.substr(line.rfind(')') + 2));
  std::vector<std::string> words(std::istream_iterator<std::string>(rest), {});
  for (const std::size_t word : {13U, 14U}) seconds += std::stod(words.at(word)) / double(::sysconf(_SC_CLK_TCK));
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    ::getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime}) seconds += double(time.tv_sec) + double(time.tv_usec) / 1e6;
  }
  return seconds;
}

double residentMiBOf(pid_t program) {
  return kibOf(program, "status", "VmRSS:") / 1024;
}

double shareMiBOfChildren(pid_t program) {
  double sum = 0;
  for (const pid_t child : childrenOf(program)) sum += kibOf(child, "smaps_rollup", "Pss:") / 1024;
  return sum;
}

}  // namespace ow::bench
