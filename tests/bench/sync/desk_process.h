// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <boost/json.hpp>

#include "centre/postgres_centre.h"

namespace ow::bench {

// A desk that fills its store for the first time, in a process of its own, so that its memory is its own: this program again.
// Answers seconds, rows, idle_mib (connected, before the first page), peak_mib, and the seconds of each stage.
boost::json::object fillInAProcess(const centre::DeskAccount& account, const std::filesystem::path& store);

// What that process does; the account comes on its standard input.
int fillAsDesk(const std::filesystem::path& store);

}  // namespace ow::bench
