// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/division.h"

#include "resources/resources.h"

namespace ow::domain {

std::optional<std::string_view> divisionName(std::string_view code) {
  if (code.size() != 6) return std::nullopt;
  std::string_view rest = resources::file("divisions/CN.txt");
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with(code) && line.size() > 7 && line[6] == ' ') return line.substr(7);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return std::nullopt;
}

}  // namespace ow::domain
