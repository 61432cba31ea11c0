// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ow::testkit {

// What a command left behind: its exit code and what it wrote.
struct Answered {
  int exitCode = -1;
  std::string out;
  std::string err;
};

// Runs onewindow-admin, as an administrator would, with these words after its name.
Answered admin(const std::vector<std::string>& words);

std::string contentOf(const std::filesystem::path& path);

}  // namespace ow::testkit
