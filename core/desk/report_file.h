// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/enum_codes.h"
#include "base/result.h"

// What the file of a report can be, and what is said of it when it is there.
namespace ow::desk {

// csv: RFC 4180, UTF-8 with a byte order mark, one sheet, without formulas.
enum class ReportFormat { csv, xlsx };
// Of its sheets and columns, and of the names that are data in both.
enum class ReportLanguage { zh, en };

struct SheetReceipt {
  std::string name;
  std::int64_t rows = 0;      // that were meant, without the header
  std::int64_t readBack = 0;  // that are in the file, each cell as it was meant
};

// Pages that were made elsewhere (a PDF) as a new file: on the disk, and read back byte by byte, before it has its name. Error
// kinds: duplicate (entity=file), internal (where=export_read_back), and what outputError() of intake/output_file.h tells. Any
// thread; blocks.
base::Result<void> writePages(std::string_view pages, const std::filesystem::path& to);

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::ReportFormat> = std::array<std::string_view, 2>{"csv", "xlsx"};
template <>
inline constexpr auto ow::base::kCodes<ow::desk::ReportLanguage> = std::array<std::string_view, 2>{"zh", "en"};
