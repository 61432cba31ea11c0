// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "intake/record_reader.h"
#include "intake/zip_archive.h"

// An exported file as somebody finds it who did not write it.
namespace ow::test {

// A row by the titles of its columns.
class FoundTable {
 public:
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  std::size_t column(const std::string& title) const {
    const auto found = std::find(columns.begin(), columns.end(), title);
    if (found == columns.end()) throw std::runtime_error("no column " + title);
    return std::size_t(found - columns.begin());
  }
  const std::string& cell(std::size_t row, const std::string& title) const { return rows.at(row).at(column(title)); }
  // The first row with that in that column.
  std::size_t rowWith(const std::string& title, const std::string& value) const {
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (cell(row, title) == value) return row;
    throw std::runtime_error("no row with " + value);
  }
  std::vector<std::size_t> rowsWith(const std::string& title, const std::string& value) const {
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (cell(row, title) == value) found.push_back(row);
    return found;
  }
};

inline FoundTable tableIn(const std::filesystem::path& path, const std::string& sheet = "") {
  intake::ReadOptions options;
  options.sheet = sheet;
  options.blanks = intake::Blanks::keep;
  const auto reader = intake::openRecords(path, options);
  REQUIRE(reader);
  FoundTable table;
  table.columns = reader.value()->columns();
  for (;;) {
    const auto next = reader.value()->next();
    REQUIRE(next);
    if (!next.value()) return table;
    REQUIRE(std::holds_alternative<intake::Record>(*next.value()));
    table.rows.push_back(std::get<intake::Record>(*next.value()).fields);
  }
}

// One part of a workbook as it lies in its archive: "xl/workbook.xml".
inline std::string partOf(const std::filesystem::path& path, const std::string& name) {
  const auto archive = intake::ZipArchive::open(path).value();
  const auto stream = archive->read(name).value();
  std::string text(std::size_t(stream->size()), '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const auto got = stream->read(std::span(text).subspan(size));
    REQUIRE(got);
    if (got.value() == 0) break;
    size += got.value();
  }
  REQUIRE(size == text.size());
  return text;
}

inline std::string bytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline bool holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace ow::test
