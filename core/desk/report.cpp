// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/report.h"

#include <array>
#include <charconv>

#include "base/time_text.h"
#include "desk/report_book.h"
#include "desk/spreadsheet.h"

namespace ow::desk {

using base::Result;

namespace {

void writeLine(intake::OutputFile& file, const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) line += ',';
    line += csvField(field);
  }
  file.write(line + "\r\n");
}

Result<void> writeCsv(const ReportSheet& sheet, intake::OutputFile& file) {
  file.write("\xef\xbb\xbf");  // spreadsheets take UTF-8 for something else without it
  writeLine(file, sheet.columns);
  for (const auto& row : sheet.rows) {
    std::vector<std::string> fields;
    for (const ReportCell& cell : row) {
      const auto* number = std::get_if<double>(&cell.value);
      fields.push_back(number != nullptr ? digitsOf(*number) : textIn(cell));
    }
    writeLine(file, fields);
  }
  return file.close();
}

using Receipts = Result<std::vector<SheetReceipt>>;

Receipts writeTable(const Report& report, intake::OutputFile& file) {
  OW_TRYV(writeCsv(report.sheets.front(), file));
  return readReport(report, file.making(), ReportFormat::csv);
}

Receipts writeAndReadBook(const Report& report, intake::OutputFile& file) {
  OW_TRYV(writeBook(report, file));
  return readReport(report, file.making(), ReportFormat::xlsx);
}

// A broken book tells that something did not take what was written, and the disk says why.
Receipts writeWorkbook(const Report& report, intake::OutputFile& file) {
  const int noRoom = whyNoRoom(file.making(), roomFor(report));
  auto receipts = writeAndReadBook(report, file);
  if (!receipts && noRoom != 0) return intake::outputError(noRoom, "write");
  return receipts;
}

}  // namespace

std::string textIn(const ReportCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return harmless(*text);
  if (const auto* date = std::get_if<base::Date>(&cell.value)) return base::isoText(*date);
  return {};
}

std::string digitsOf(double number) {
  std::array<char, 400> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return std::string(text.data(), written.ptr);
}

std::string cellText(std::size_t row, std::size_t column) {
  constexpr std::size_t kLetters = 26;
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters)
    letters.insert(letters.begin(), char('A' + (rest - 1) % kLetters));
  return letters + std::to_string(row + 2);
}

std::int64_t roomFor(const Report& report) {
  constexpr std::size_t kCellFrame = 64;  // <c r="AB123" s="4" t="s"><f></f><v>0.9876543210123456</v></c>
  std::size_t bytes = 1;
  for (const ReportSheet& sheet : report.sheets)
    for (const auto& row : sheet.rows)
      for (const ReportCell& cell : row) bytes += kCellFrame + cell.formula.size() + textIn(cell).size();
  return std::int64_t(bytes);
}

Result<std::vector<SheetReceipt>> writeReport(const Report& report, intake::OutputFile& file, ReportFormat format) {
  OW_TRY(auto receipts, format == ReportFormat::csv ? writeTable(report, file) : writeWorkbook(report, file));
  OW_TRYV(file.publish());
  return receipts;
}

}  // namespace ow::desk
