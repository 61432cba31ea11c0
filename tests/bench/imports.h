// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>

namespace ow::bench {

// Takes a file of 60,000 requests, made up on the spot in the shape of Boston's, into a new store of its own. Answers rows,
// seconds, rows_per_s, and bare_rows_per_s: the same lines as text through one prepared INSERT, in transactions as large.
boost::json::object measureImport();

}  // namespace ow::bench
