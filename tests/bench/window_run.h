// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include <boost/json/object.hpp>

namespace ow::bench {

// The program that drives the front office, when it was built beside this one. Qt stays in that program: this one is core's.
std::optional<std::filesystem::path> windowProgram();

// Starts it several times to measure the start, then once for everything else; nobody else may have the store open. The answer:
// "figures" in the shape of the report's, and "memory" of the process at the end of its tour. Throws when a run fails.
boost::json::object runWindow(const std::filesystem::path& program, const std::filesystem::path& store,
                              const std::filesystem::path& plan);

}  // namespace ow::bench
