// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "base/result.h"

// Option values that are looked at while the command line is: what is out of range or no word of the list is usage (exit 2),
// with what would have been right.
namespace ow::admin {

boost::program_options::typed_value<std::int64_t>* numberBetween(const char* name, std::int64_t least, std::int64_t most);
boost::program_options::typed_value<std::string>* oneOf(const char* name, std::vector<std::string> words);

// invalidInput with these facts: what only the command can tell is wrong.
base::Error wrongOption(const char* field, const char* rule);
// What was given as text; empty when it was not.
std::string option(const boost::program_options::variables_map& values, const char* name);

}  // namespace ow::admin
