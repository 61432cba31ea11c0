// SPDX-License-Identifier: GPL-3.0-or-later
#include "option_values.h"

#include <algorithm>
#include <utility>

namespace ow::admin {

namespace po = boost::program_options;

po::typed_value<std::int64_t>* numberBetween(const char* name, std::int64_t least, std::int64_t most) {
  const std::string range = std::string(name) + " takes a number from " + std::to_string(least) + " to " + std::to_string(most);
  return po::value<std::int64_t>()->notifier([least, most, range](std::int64_t given) {
    if (given < least || given > most) throw po::error(range);
  });
}

po::typed_value<std::string>* oneOf(const char* name, std::vector<std::string> words) {
  return po::value<std::string>()->notifier([name, words = std::move(words)](const std::string& given) {
    if (std::find(words.begin(), words.end(), given) != words.end()) return;
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
    throw po::error(std::string(name) + " takes one of: " + list);
  });
}

base::Error wrongOption(const char* field, const char* rule) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

std::string option(const boost::program_options::variables_map& values, const char* name) {
  return values.count(name) != 0 ? values[name].as<std::string>() : std::string();
}

}  // namespace ow::admin
