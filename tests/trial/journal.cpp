// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace ow::trial {

namespace {

[[noreturn]] void giveUp(const char* what) {
  std::perror(what);
  std::_Exit(3);
}

std::vector<std::string> unfinishedIn(const std::filesystem::path& path) {
  std::vector<std::string> open;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string at, what, operation;
    words >> at >> what >> operation;
    if (what == "saved") open.push_back(operation);
    if (what == "safe" || what == "refused") std::erase(open, operation);
  }
  return open;
}

bool endsInTheMiddle(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() == std::streampos(0)) return false;
  in.seekg(-1, std::ios::end);
  return in.get() != '\n';
}

}  // namespace

Journal::Journal(const std::filesystem::path& path) : m_unfinished(unfinishedIn(path)) {
  const bool wasCut = endsInTheMiddle(path);
  m_fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (m_fd < 0) giveUp("journal");
  if (wasCut && ::write(m_fd, "\n", 1) != 1) giveUp("journal");
}

Journal::~Journal() {
  ::close(m_fd);
}

void Journal::append(const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  const std::string now = std::to_string(base::toMillis(m_clock.now())) + " ";
  std::string text;
  for (const std::string& line : lines) text += now + line + "\n";
  // One write: lines of two threads do not mix.
  if (::write(m_fd, text.data(), text.size()) != ssize_t(text.size())) giveUp("journal");
  if (::fdatasync(m_fd) != 0) giveUp("journal");
}

}  // namespace ow::trial
