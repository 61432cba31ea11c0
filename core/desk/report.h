// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "desk/report_file.h"

namespace ow::intake {
class OutputFile;
}

// Tables for people outside, as values, and the one way into a file: written, read back by the reader of foreign files and held
// against what was meant, cell by cell, before the file gets its name. Only core/desk includes this header. One thread.
namespace ow::desk {

// How a number looks; what is in the cell is the whole number. A percent is 0..1.
enum class CellLook { plain, whole, decimal, percent, day, month };

struct ReportCell {
  std::variant<std::monostate, std::string, double, base::Date> value;  // nothing: an empty cell, which is not 0
  CellLook look = CellLook::plain;
  std::string formula = {};  // "=a/b", which gives the number that stands in `value`; empty: it is just the number

  static ReportCell text(std::string text) { return {std::move(text)}; }
  static ReportCell number(double number, CellLook look = CellLook::whole) { return {number, look}; }
  static ReportCell number(const std::optional<double>& number, CellLook look) {
    return number ? ReportCell{*number, look} : ReportCell{};
  }
  static ReportCell date(base::Date date, CellLook look = CellLook::day) { return {date, look}; }
};

struct ReportSheet {
  std::string name;                  // as a spreadsheet allows it: at most 31 characters, none of []:*?/\ among them
  std::vector<std::string> columns;  // none empty, none twice
  std::vector<std::vector<ReportCell>> rows;
};

// A cell that formulas call by its name.
struct ReportName {
  std::string name;
  std::size_t sheet = 0, row = 0, column = 0;  // of `rows`: the header does not count
};

struct Report {
  std::string title, author, subject;
  std::string footerLeft, footerCentre;  // of each printed page; the right side says which of how many it is
  base::Instant made;
  std::vector<ReportSheet> sheets;
  std::vector<ReportName> names;
};

// Where a cell stands: "C7". Zero-based, the header does not count.
std::string cellText(std::size_t row, std::size_t column);

// Into a file in the making, which gets its name only when each cell was read back as it was meant. internal
// (where=export_read_back; sheet, row) when one was not; and what outputError() of intake/output_file.h tells.
base::Result<std::vector<SheetReceipt>> writeReport(const Report& report, intake::OutputFile& file, ReportFormat format);

}  // namespace ow::desk
