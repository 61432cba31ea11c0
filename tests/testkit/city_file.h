// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

// A city's file, read without anything of ours, so that a test can hold ours against it.
namespace ow::testkit {

inline std::filesystem::path cityFolder() {
  return std::filesystem::path(OW_SHARED_DIR) / "data" / "311";
}

inline std::string unzipped(const std::filesystem::path& path) {
  std::string text;
  gzFile in = gzopen(path.c_str(), "rb");
  if (in == nullptr) return text;
  std::array<char, 1 << 16> block{};
  for (int n = gzread(in, block.data(), block.size()); n > 0; n = gzread(in, block.data(), block.size()))
    text.append(block.data(), std::size_t(n));
  gzclose(in);
  return text;
}

// One record; quotes hide commas and line ends.
inline std::vector<std::string> nextRecord(const std::string& text, std::size_t& position) {
  std::vector<std::string> cells(1);
  bool isQuoted = false;
  while (position < text.size()) {
    const char c = text[position++];
    if (c == '"') {
      const bool isEscaped = isQuoted && position < text.size() && text[position] == '"';
      if (isEscaped) cells.back() += text[position++];
      if (!isEscaped) isQuoted = !isQuoted;
    } else if (c == ',' && !isQuoted) {
      cells.emplace_back();
    } else if (c == '\n' && !isQuoted) {
      break;
    } else if (c != '\r' || isQuoted) {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace ow::testkit
