// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "testkit/hall.h"

namespace ow::journeys {

// This test program once more, as another process: a front office that dies, a second window on the same store. It tells what
// happens to it line by line through a pipe.
class OtherProcess {
 public:
  // `role` is a name from roles.cpp; `words` is what it is told.
  OtherProcess(const std::string& role, const std::vector<std::string>& words);
  ~OtherProcess();  // kills it when it still runs
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;

  // Waits for its next line; nothing when it has ended.
  std::optional<std::string> line();
  // kill -9, in the middle of whatever it does.
  void kill();
  // Everything it had said before it died is still to be read.
  std::vector<std::string> lastWords();

 private:
  pid_t m_process = -1;
  int m_pipe = -1;
  std::string m_read;
  testkit::TempFolder m_leftovers;  // its temporary folder: what dies cleans up nothing
};

// For main(): plays a role when the command line asks for one.
std::optional<int> playRole(int argc, char** argv);

}  // namespace ow::journeys
