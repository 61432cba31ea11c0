// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record_reader.h"

namespace ow::test {

// A folder of files that lives as long as the test.
class IntakeFiles {
 public:
  IntakeFiles();
  ~IntakeFiles();
  IntakeFiles(const IntakeFiles&) = delete;
  IntakeFiles& operator=(const IntakeFiles&) = delete;

  std::filesystem::path path(std::string_view name) const { return m_folder / name; }
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;
  std::filesystem::path writeGzip(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path m_folder;
};

// Everything a reader gives.
struct ReadAll {
  std::vector<std::string> columns;
  std::vector<intake::Record> records;
  std::vector<intake::RowFault> faults;
  std::optional<base::Error> error;  // of opening or of reading on
  std::optional<intake::EncodingGuess> encoding;
};
ReadAll readAll(const std::filesystem::path& path, const intake::ReadOptions& options = {});

// One entry of a handmade archive; what is declared may lie.
struct ZipPart {
  std::string name;
  std::string content;
  std::optional<std::uint32_t> declaredBytes;
  std::uint16_t flags = 0;
  std::optional<std::size_t> sharesDataWith;  // index of an earlier part whose bytes it points to
};
std::string zipOf(const std::vector<ZipPart>& parts);

// The smallest workbook around one sheet: `rows` is what stands inside <sheetData>.
std::vector<ZipPart> workbookParts(std::string_view rows, std::string_view sharedStrings = "", std::string_view styles = "");

// The shared test data, or an empty path where it does not exist.
std::filesystem::path sharedData(std::string_view name);

}  // namespace ow::test
