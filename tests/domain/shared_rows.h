// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace ow::test {

using Row = std::map<std::string, std::string>;

inline std::filesystem::path sharedFile(const std::string& name) {
  return std::filesystem::path(OW_SHARED_DIR) / "data" / "id" / name;
}

inline std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found(1);
  bool isQuoted = false;
  for (const char c : line) {
    if (c == '"') {
      isQuoted = !isQuoted;
    } else if (c == ',' && !isQuoted) {
      found.emplace_back();
    } else if (c != '\r') {
      found.back() += c;
    }
  }
  return found;
}

// The rows of a shared table by column name; none when the shared data is not beside the repository.
inline std::vector<Row> sharedRows(const std::string& name) {
  std::ifstream file(sharedFile(name));
  std::string line;
  if (!std::getline(file, line)) return {};
  const auto header = cells(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const auto values = cells(line);
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < values.size() ? values[i] : "";
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace ow::test
