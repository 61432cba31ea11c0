// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>

#include "desk/report_book.h"
#include "intake/record_reader.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

base::Error wrongAt(const ReportSheet& sheet, std::int64_t row) {
  return base::fail(ErrorKind::internal, {{"where", "export_read_back"}, {"sheet", sheet.name}, {"row", std::to_string(row)}});
}

// A book keeps sixteen digits of a number.
bool saysTheSame(double meant, const std::string& found) {
  constexpr double kKept = 1e-15;
  double number = 0;
  const auto read = std::from_chars(found.data(), found.data() + found.size(), number);
  return read.ec == std::errc() && read.ptr == found.data() + found.size() &&
         std::fabs(number - meant) <= kKept * std::max(std::fabs(number), std::fabs(meant));
}

bool saysTheSame(const std::vector<ReportCell>& meant, const std::vector<std::string>& found) {
  if (meant.size() != found.size()) return false;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    const auto* number = std::get_if<double>(&meant[i].value);
    if (number != nullptr ? !saysTheSame(*number, found[i]) : found[i] != textIn(meant[i])) return false;
  }
  return true;
}

// How a table is opened that we know, so that nothing of it is guessed.
intake::ReadOptions optionsFor(const ReportSheet& sheet, ReportFormat format) {
  intake::ReadOptions options;
  options.blanks = intake::Blanks::keep;
  if (format == ReportFormat::xlsx) {
    options.sheet = sheet.name;
  } else {
    options.encoding = "UTF-8";
    options.delimiter = ',';
  }
  return options;
}

// What cannot be read as a table is no table that we meant; a disk that fails says so itself.
base::Error judged(const base::Error& error, const ReportSheet& sheet, std::int64_t row) {
  return error.kind == ErrorKind::ioFailure ? error : wrongAt(sheet, row);
}

Result<SheetReceipt> readSheet(const ReportSheet& sheet, const std::filesystem::path& path, ReportFormat format) {
  SheetReceipt receipt{sheet.name, std::int64_t(sheet.rows.size()), 0};
  const auto reader = intake::openRecords(path, optionsFor(sheet, format));
  if (!reader) return judged(reader.error(), sheet, 0);
  if (reader.value()->columns() != sheet.columns) return wrongAt(sheet, 0);
  for (;;) {
    const auto next = reader.value()->next();
    if (!next) return judged(next.error(), sheet, receipt.readBack + 1);
    if (!next.value()) break;
    const auto* record = std::get_if<intake::Record>(&*next.value());
    if (receipt.readBack == receipt.rows || record == nullptr ||
        !saysTheSame(sheet.rows[std::size_t(receipt.readBack)], record->fields))
      return wrongAt(sheet, receipt.readBack + 1);
    ++receipt.readBack;
  }
  if (receipt.readBack != receipt.rows) return wrongAt(sheet, receipt.readBack + 1);
  return receipt;
}

}  // namespace

Result<std::vector<SheetReceipt>> readReport(const Report& report, const std::filesystem::path& path, ReportFormat format) {
  std::vector<SheetReceipt> receipts;
  for (const ReportSheet& sheet : report.sheets) {
    OW_TRY(auto receipt, readSheet(sheet, path, format));
    receipts.push_back(std::move(receipt));
    if (format == ReportFormat::csv) break;
  }
  return receipts;
}

}  // namespace ow::desk
