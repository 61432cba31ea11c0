// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <fstream>

#include <xlsxwriter.h>
#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/case_list.h"
#include "desk/inside.h"
#include "intake/record_reader.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;

namespace {

constexpr std::array<const char*, 16> kColumns{
    "id",      "number",    "external_no", "service",          "title",           "citizen",   "state", "outcome",
    "channel", "opened_at", "due_at",      "statutory_due_at", "external_due_at", "closed_at", "light", "owner"};
constexpr std::int64_t kMostXlsxRows = 1048575;
constexpr std::size_t kPage = 2000;

using Cells = std::array<std::string, kColumns.size()>;

Cells cellsOf(const CaseListRow& row, const base::TimeZone& zone) {
  const auto time = [&zone](const std::optional<base::Instant>& at) { return at ? base::isoText(*at, zone) : std::string(); };
  return {row.id.text(),
          row.number,
          row.externalNo.value_or(""),
          row.service,
          row.title,
          row.citizen,
          std::string(base::code(row.state)),
          row.outcome ? std::string(base::code(*row.outcome)) : std::string(),
          std::string(base::code(row.channel)),
          base::isoText(row.openedAt, zone),
          time(row.dueAt),
          time(row.statutoryDueAt),
          time(row.externalDueAt),
          time(row.closedAt),
          std::string(base::code(row.light)),
          row.owner};
}

// What a spreadsheet would take for a formula, or for a way to run something.
std::string harmless(const std::string& cell) {
  if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos) return cell;
  return "'" + cell;
}

// One file format. add() may fail late, when the disk is full; finish() tells.
class Sheet {
 public:
  virtual ~Sheet() = default;
  virtual void add(const Cells& cells) = 0;
  virtual bool finish() = 0;
};

class CsvSheet final : public Sheet {
 public:
  explicit CsvSheet(const std::filesystem::path& path) : m_file(path, std::ios::binary | std::ios::trunc) {
    m_file << "\xef\xbb\xbf";  // spreadsheets take UTF-8 for something else without it
    Cells header;
    for (std::size_t i = 0; i < kColumns.size(); ++i) header[i] = kColumns[i];
    add(header);
  }
  void add(const Cells& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) m_file << (i > 0 ? "," : "") << quoted(harmless(cells[i]));
    m_file << "\r\n";
  }
  bool finish() override { return bool(m_file.flush()); }

 private:
  static std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  }
  std::ofstream m_file;
};

class JsonSheet final : public Sheet {
 public:
  explicit JsonSheet(const std::filesystem::path& path) : m_file(path, std::ios::binary | std::ios::trunc) {
    m_file << "{\"cases\":[";
  }
  void add(const Cells& cells) override {
    json::object row;
    for (std::size_t i = 0; i < cells.size(); ++i)
      row[kColumns[i]] = cells[i].empty() ? json::value(nullptr) : json::value(cells[i]);
    m_file << (m_isFirst ? "\n" : ",\n") << json::serialize(row);
    m_isFirst = false;
  }
  bool finish() override { return bool((m_file << "\n]}\n").flush()); }

 private:
  std::ofstream m_file;
  bool m_isFirst = true;
};

class XlsxSheet final : public Sheet {
 public:
  // The library's temporary files stand beside the export: what is in them may stand there anyway.
  explicit XlsxSheet(const std::filesystem::path& path) : m_folder(path.has_parent_path() ? path.parent_path().string() : ".") {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(path.c_str(), &options);
    m_sheet = workbook_add_worksheet(m_book, "cases");
    Cells header;
    for (std::size_t i = 0; i < kColumns.size(); ++i) header[i] = kColumns[i];
    add(header);
  }
  ~XlsxSheet() override {
    if (m_book != nullptr) workbook_close(m_book);
  }
  void add(const Cells& cells) override {
    if (m_sheet == nullptr) return;  // finish() tells
    for (std::size_t i = 0; i < cells.size(); ++i)
      worksheet_write_string(m_sheet, m_row, lxw_col_t(i), harmless(cells[i]).c_str(), nullptr);
    ++m_row;
  }
  bool finish() override { return workbook_close(std::exchange(m_book, nullptr)) == LXW_NO_ERROR; }

 private:
  std::string m_folder;
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_row_t m_row = 0;
};

std::unique_ptr<Sheet> sheetFor(ExportFormat format, const std::filesystem::path& path) {
  switch (format) {
    case ExportFormat::csv:
      return std::make_unique<CsvSheet>(path);
    case ExportFormat::xlsx:
      return std::make_unique<XlsxSheet>(path);
    case ExportFormat::json:
      return std::make_unique<JsonSheet>(path);
  }
  return nullptr;
}

Result<std::int64_t> countRecords(const std::filesystem::path& path) {
  OW_TRY(auto reader, intake::openRecords(path, {}));
  std::int64_t rows = 0;
  for (;;) {
    OW_TRY(const auto record, reader->next());
    if (!record) return rows;
    if (!std::holds_alternative<intake::Record>(*record))
      return base::fail(ErrorKind::internal, {{"where", "export_read_back"}});
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
    if (code) return base::fail(ErrorKind::internal, {{"where", "export_read_back"}});
    ++rows;
  }
  return rows;
}

Result<std::int64_t> writeAll(Desk& desk, const CaseSelection& selection, ExportFormat format,
                              const std::filesystem::path& path, const std::function<void(std::int64_t)>& progress) {
  auto sheet = sheetFor(format, path);
  std::int64_t rows = 0;
  std::optional<std::int64_t> after;
  do {
    OW_TRY(const auto page, listCases(desk, selection, after, kPage));
    for (const CaseListRow& row : page.rows) sheet->add(cellsOf(row, desk.zone()));
    rows += std::int64_t(page.rows.size());
    if (format == ExportFormat::xlsx && rows > kMostXlsxRows)
      return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kMostXlsxRows)}, {"unit", "rows"}});
    after = page.next;
    if (progress) progress(rows);
  } while (after);
  if (!sheet->finish()) return base::fail(ErrorKind::diskFull, {{"operation", "write"}});
  return rows;
}

}  // namespace

Result<std::int64_t> exportCases(Desk& desk, const CaseSelection& selection, const std::filesystem::path& to,
                                 ExportFormat format, const std::function<void(std::int64_t)>& progress) {
  std::error_code code;
  if (std::filesystem::exists(to, code)) return base::fail(ErrorKind::duplicate, {{"entity", "file"}});
  const std::filesystem::path making = to.string() + ".making";
  struct Cleaning {
    const std::filesystem::path& path;
    ~Cleaning() {
      std::error_code ignored;
      std::filesystem::remove(path, ignored);
    }
  } const cleaning{making};
  if (!std::ofstream(making)) return base::fail(ErrorKind::ioFailure, {{"operation", "create"}});
  OW_TRY(const auto written, writeAll(desk, selection, format, making, progress));
  OW_TRY(const auto read, format == ExportFormat::json ? countJson(making) : countRecords(making));
  if (read != written)
    return base::fail(ErrorKind::internal,
                      {{"where", "export_read_back"}, {"written", std::to_string(written)}, {"read", std::to_string(read)}});
  std::filesystem::rename(making, to, code);
  if (code) return base::fail(ErrorKind::ioFailure, {{"operation", "rename"}});
  return read;
}

}  // namespace ow::desk
