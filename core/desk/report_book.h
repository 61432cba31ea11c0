// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "desk/report.h"
#include "intake/output_file.h"

// The pieces of writeReport(). Only it includes this header.
namespace ow::desk {

// Text of a cell as the reader of foreign files is to find it: harmless, a date in ISO 8601. Numbers are compared as numbers.
std::string textIn(const ReportCell& cell);
// All digits, a point, no exponent.
std::string digitsOf(double number);

// Into the file in the making, up to what is on the disk.
base::Result<void> writeBook(const Report& report, intake::OutputFile& file);

// What is found there, sheet by sheet. internal (where=export_read_back, sheet, row) at the first cell that differs.
base::Result<std::vector<SheetReceipt>> readReport(const Report& report, const std::filesystem::path& path,
                                                   ReportFormat format);

// Bytes that the largest temporary file of a book may take.
std::int64_t roomFor(const Report& report);

}  // namespace ow::desk
