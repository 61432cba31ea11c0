// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_sheet.h"

#include <cerrno>
#include <fstream>
#include <utility>

#include <xlsxwriter.h>
#include <boost/json.hpp>

#include "desk/spreadsheet.h"
#include "intake/record_reader.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;

namespace {

CaseCells header() {
  CaseCells cells;
  for (std::size_t i = 0; i < kCaseColumns.size(); ++i) cells[i] = kCaseColumns[i];
  return cells;
}

base::Error readBack() {
  return base::fail(ErrorKind::internal, {{"where", "export_read_back"}});
}

Result<std::int64_t> countRecords(const std::filesystem::path& path) {
  OW_TRY(auto reader, intake::openRecords(path, {}));
  std::int64_t rows = 0;
  for (;;) {
    OW_TRY(const auto record, reader->next());
    if (!record) return rows;
    if (!std::holds_alternative<intake::Record>(*record)) return readBack();
    ++rows;
  }
}

Result<std::int64_t> countJson(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::int64_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() != '{' || line.starts_with("{\"cases\"")) continue;
    if (line.ends_with(',')) line.pop_back();
    boost::system::error_code code;
    json::parse(line, code);
    if (code) return readBack();
    ++rows;
  }
  return rows;
}

class CsvSheet final : public CaseSheet {
 public:
  explicit CsvSheet(intake::OutputFile& file) : m_file(file) {
    m_file.write("\xef\xbb\xbf");  // spreadsheets take UTF-8 for something else without it
    add(header());
  }
  void add(const CaseCells& cells) override {
    std::string line;
    for (const std::string& cell : cells) {
      if (&cell != &cells.front()) line += ',';
      line += csvField(harmless(cell));
    }
    m_file.write(line + "\r\n");
  }
  Result<std::int64_t> finish() override {
    OW_TRYV(m_file.close());
    return countRecords(m_file.making());
  }

 private:
  intake::OutputFile& m_file;
};

class JsonSheet final : public CaseSheet {
 public:
  explicit JsonSheet(intake::OutputFile& file) : m_file(file) { m_file.write("{\"cases\":["); }
  void add(const CaseCells& cells) override {
    json::object row;
    for (std::size_t i = 0; i < cells.size(); ++i)
      row[kCaseColumns[i]] = cells[i].empty() ? json::value(nullptr) : json::value(cells[i]);
    m_file.write((m_isFirst ? "\n" : ",\n") + json::serialize(row));
    m_isFirst = false;
  }
  Result<std::int64_t> finish() override {
    m_file.write("\n]}\n");
    OW_TRYV(m_file.close());
    return countJson(m_file.making());
  }

 private:
  intake::OutputFile& m_file;
  bool m_isFirst = true;
};

class XlsxSheet final : public CaseSheet {
 public:
  explicit XlsxSheet(intake::OutputFile& file) : m_file(file), m_path(file.making()), m_folder(folderOf(m_path)) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    errno = 0;
    m_book = workbook_new_opt(m_path.c_str(), &options);
    m_sheet = m_book == nullptr ? nullptr : workbook_add_worksheet(m_book, "cases");
    m_failure = m_sheet == nullptr ? errno : 0;
    add(header());
  }
  ~XlsxSheet() override {
    if (m_book != nullptr) workbook_close(m_book);
  }
  void add(const CaseCells& cells) override {
    if (m_sheet == nullptr) return;  // finish() tells
    for (std::size_t i = 0; i < cells.size(); ++i) {
      worksheet_write_string(m_sheet, m_row, lxw_col_t(i), harmless(cells[i]).c_str(), nullptr);
      m_bytes += std::int64_t(kCellFrame + cells[i].size());
    }
    ++m_row;
  }
  // The library does not look whether its temporary files took what it wrote: a broken table tells it, and the disk says why.
  Result<std::int64_t> finish() override {
    if (m_book == nullptr || m_sheet == nullptr) return intake::outputError(m_failure == 0 ? EIO : m_failure, "create");
    const int noRoom = whyNoRoom(m_path, m_bytes);
    errno = 0;
    if (workbook_close(std::exchange(m_book, nullptr)) != LXW_NO_ERROR) {
      const int failure = errno;
      return intake::outputError(noRoom != 0 ? noRoom : failure != 0 ? failure : EIO, "write");
    }
    OW_TRYV(m_file.close());
    auto rows = countRecords(m_path);
    if ((!rows || rows.value() != m_row - 1) && noRoom != 0) return intake::outputError(noRoom, "write");
    return rows;
  }

 private:
  intake::OutputFile& m_file;
  const std::filesystem::path m_path;
  std::string m_folder;
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_row_t m_row = 0;
  static constexpr std::size_t kCellFrame = 40;  // <c r="A1" t="inlineStr"><is><t></t></is></c>
  std::int64_t m_bytes = 1;
  int m_failure = 0;
};

}  // namespace

std::unique_ptr<CaseSheet> caseSheet(ExportFormat format, intake::OutputFile& file) {
  switch (format) {
    case ExportFormat::csv:
      return std::make_unique<CsvSheet>(file);
    case ExportFormat::xlsx:
      return std::make_unique<XlsxSheet>(file);
    case ExportFormat::json:
      return std::make_unique<JsonSheet>(file);
  }
  return nullptr;
}

}  // namespace ow::desk
