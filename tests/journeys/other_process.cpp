// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/other_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

#include "journeys/roles.h"

namespace ow::journeys {

namespace {
constexpr const char* kPlay = "--play";
}

OtherProcess::OtherProcess(const std::string& role, const std::vector<std::string>& words) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("pipe");
  std::vector<std::string> line{"onewindow_test_journeys", kPlay, role, std::to_string(ends[1])};
  line.insert(line.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (std::string& argument : line) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  m_process = ::fork();
  if (m_process < 0) throw std::runtime_error("fork");
  if (m_process == 0) {
    ::close(ends[0]);
    ::setenv("TMPDIR", m_leftovers.path().c_str(), 1);
    ::execv("/proc/self/exe", arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  m_pipe = ends[0];
}

OtherProcess::~OtherProcess() {
  kill();
  ::close(m_pipe);
}

std::optional<std::string> OtherProcess::line() {
  for (;;) {
    if (const auto end = m_read.find('\n'); end != std::string::npos) {
      std::string found = m_read.substr(0, end);
      m_read.erase(0, end + 1);
      return found;
    }
    std::array<char, 4096> piece{};
    const ssize_t n = ::read(m_pipe, piece.data(), piece.size());
    if (n <= 0) return std::nullopt;
    m_read.append(piece.data(), static_cast<std::size_t>(n));
  }
}

void OtherProcess::kill() {
  if (m_process < 0) return;
  ::kill(m_process, SIGKILL);
  int status = 0;
  ::waitpid(m_process, &status, 0);
  m_process = -1;
}

std::vector<std::string> OtherProcess::lastWords() {
  std::vector<std::string> words;
  while (auto next = line()) words.push_back(std::move(*next));
  return words;
}

std::optional<int> playRole(int argc, char** argv) {
  if (argc < 4 || std::string(argv[1]) != kPlay) return std::nullopt;
  const Role role = roleNamed(argv[2]);
  if (role == nullptr) return 2;
  const int pipe = std::stoi(argv[3]);
  const auto tell = [pipe](const std::string& what) {
    const std::string line = what + "\n";
    if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::_Exit(3);
  };
  return role({argv + 4, argv + argc}, tell);
}

}  // namespace ow::journeys
