// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"

namespace ow::bench {

// Who opens the store that is measured.
inline constexpr const char* kLogin = "bench";
inline constexpr const char* kPassphrase = "bench passphrase";

// What the hands do in a run: taken from the store that is measured, so that everything typed is there to be found.
struct Plan {
  std::vector<std::string> keystrokes;  // what stands in the search box after each key
  std::vector<std::string> parties;     // ids
  std::vector<std::string> cases;       // ids
};

// The same for the same store. Throws std::runtime_error when the store cannot be read.
Plan planFor(store::Store& store, int people);

// One line each, for the process that drives the window.
void save(const Plan& plan, const std::filesystem::path& file);
Plan load(const std::filesystem::path& file);

}  // namespace ow::bench
