// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <deque>

#include "intake/xlsx_workbook.h"

namespace ow::intake {

namespace {

constexpr std::size_t kSheetChunk = std::size_t{1} << 16;
constexpr int kLastColumn = 16'384;  // XFD
constexpr std::int64_t kLastRow = 1'048'576;

enum class CellKind { number, shared, text, boolean, error };

struct Cell {
  int column = 0;
  int style = -1;
  CellKind kind = CellKind::number;
  bool formula = false;
  std::string stored;
};

CellKind kindOfCell(std::string_view type) {
  if (type == "s") return CellKind::shared;
  if (type == "str" || type == "inlineStr" || type == "d") return CellKind::text;
  if (type == "b") return CellKind::boolean;
  return type == "e" ? CellKind::error : CellKind::number;
}

// "AB12" -> 28; 0 when it is no reference.
int columnOfReference(std::string_view reference) {
  int column = 0;
  std::size_t i = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 4; ++i)
    column = column * 26 + (reference[i] - 'A' + 1);
  const bool digitsFollow = i < reference.size() && reference[i] >= '1' && reference[i] <= '9';
  return digitsFollow && column <= kLastColumn ? column : 0;
}

std::int64_t rowNumber(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && value >= 1 && value <= kLastRow ? value : otherwise;
}

}  // namespace

struct XlsxReader::Row {
  std::int64_t number = 0;
  std::int64_t byteEnd = 0;
  std::vector<Cell> cells;  // those with a value, in the order of the file
  std::size_t bytes = 0;
  std::string fault;
};

// A row as text: fields up to the last one with a value.
struct XlsxReader::Values {
  std::vector<std::string> fields;
  std::string fault;
};

// The sheet while it streams: rows that a piece of XML completed wait in `ready`. Cells keep what is stored; only the row that
// is handed out becomes text, or one long shared string in many cells would fill the memory.
struct XlsxReader::Sheet : XmlEvents {
  Sheet(std::unique_ptr<ZipArchive> opened, XlsxWorkbook read)
      : archive(std::move(opened)), workbook(std::move(read)), parser(*this, XmlParser::Encoding::declared) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") {
      row = Row{};
      row.number = rowNumber(attributes["r"], lastRow + 1);
      lastRow = row.number;
      lastColumn = 0;
    } else if (element == "c") {
      beginCell(attributes);
    } else if (element == "f") {
      cell.formula = true;
    } else if (element == "rPh") {
      phonetic = true;
    }
    inValue = element == "v" || (element == "t" && !phonetic);
  }

  void end(std::string_view element) override {
    inValue = false;
    if (element == "rPh") phonetic = false;
    if (element == "c") endCell();
    if (element != "row") return;
    row.byteEnd = parser.offset();
    if (!row.cells.empty() || !row.fault.empty()) ready.push_back(std::move(row));
    row = Row{};
  }

  void text(std::string_view piece) override {
    if (!inValue) return;
    row.bytes += piece.size();
    if (cell.stored.size() + piece.size() > kMaxFieldBytes || row.bytes > kMaxRecordBytes) {
      row.fault = "field_too_large";
    } else {
      cell.stored.append(piece);
    }
  }

  void beginCell(const XmlAttributes& attributes) {
    cell = Cell{};
    const std::string_view reference = attributes["r"];
    cell.column = reference.empty() ? lastColumn + 1 : columnOfReference(reference);
    if (cell.column == 0 || cell.column > kLastColumn) row.fault = "bad_reference";
    lastColumn = cell.column;
    cell.kind = kindOfCell(attributes["t"]);
    const std::string_view style = attributes["s"];
    std::from_chars(style.data(), style.data() + style.size(), cell.style);
  }

  void endCell() {
    if (cell.formula && cell.stored.empty() && cell.kind != CellKind::text) row.fault = "formula_without_value";
    if (row.cells.size() > static_cast<std::size_t>(kLastColumn)) row.fault = "duplicate_cell";
    if (row.fault.empty() && !cell.stored.empty()) row.cells.push_back(std::move(cell));
    cell = Cell{};
  }

  base::Result<void> readMore() {
    std::string chunk(kSheetChunk, '\0');
    OW_TRY(const auto got, stream->read(chunk));
    ended = got == 0;
    produced += static_cast<std::int64_t>(got);
    return parser.feed(std::string_view(chunk).substr(0, got), ended ? XmlParser::Piece::last : XmlParser::Piece::more);
  }

  std::unique_ptr<ZipArchive> archive;
  XlsxWorkbook workbook;
  std::unique_ptr<ZipEntryStream> stream;
  XmlParser parser;
  std::deque<Row> ready;
  Row row;
  Cell cell;
  std::int64_t lastRow = 0;
  int lastColumn = 0;
  bool inValue = false;
  bool phonetic = false;
  bool ended = false;
  std::int64_t produced = 0;
};

namespace {

NumberMeaning meaningOf(const XlsxWorkbook& workbook, int style) {
  const bool known = style >= 0 && static_cast<std::size_t>(style) < workbook.meaningOfStyle.size();
  return known ? workbook.meaningOfStyle[static_cast<std::size_t>(style)] : NumberMeaning::number;
}

// The text of a cell, or nothing when what is stored makes no sense for its kind.
std::optional<std::string> textOf(const Cell& cell, const XlsxWorkbook& workbook) {
  if (cell.kind == CellKind::text) return withoutEscapes(cell.stored);
  if (cell.kind == CellKind::error) return cell.stored;
  if (cell.kind == CellKind::boolean) return cell.stored == "1" ? "true" : cell.stored == "0" ? "false" : cell.stored;
  const std::string_view stored = cell.stored;
  if (cell.kind == CellKind::shared) {
    std::size_t index = 0;
    const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), index);
    if (read.ec != std::errc() || read.ptr != stored.data() + stored.size()) return std::nullopt;
    const auto shared = workbook.strings.at(index);
    return shared ? std::optional(std::string(*shared)) : std::nullopt;
  }
  const auto number = numberText(stored);
  const NumberMeaning meaning = meaningOf(workbook, cell.style);
  if (!number || meaning == NumberMeaning::number) return number;
  double serial = 0;
  std::from_chars(stored.data(), stored.data() + stored.size(), serial);
  const auto date = dateText(serial, meaning, workbook.epoch);
  return date ? date : number;
}

}  // namespace

XlsxReader::XlsxReader(std::unique_ptr<Sheet> sheet) : m_sheet(std::move(sheet)) {}
XlsxReader::~XlsxReader() = default;

base::Result<std::unique_ptr<RecordReader>> XlsxReader::open(const std::filesystem::path& path, const ReadOptions& options) {
  OW_TRY(auto archive, ZipArchive::open(path));
  OW_TRY(auto workbook, XlsxWorkbook::read(*archive, options.sheet));
  auto sheet = std::make_unique<Sheet>(std::move(archive), std::move(workbook));
  OW_TRY(sheet->stream, sheet->archive->read(sheet->workbook.sheetPath));
  std::unique_ptr<XlsxReader> reader(new XlsxReader(std::move(sheet)));

  Values names;
  while (names.fields.empty() && names.fault.empty()) {
    OW_TRY(const auto header, reader->nextRow());
    if (!header) return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "empty"}});
    names = reader->valuesOf(*header);
  }
  if (names.fault == "too_many_fields")
    return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxColumns)}, {"unit", "columns"}});
  if (!names.fault.empty())
    return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "xlsx"}, {"rule", names.fault}, {"in", "header"}});
  reader->m_columns = uniqueColumnNames(std::move(names.fields));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

base::Result<std::optional<XlsxReader::Row>> XlsxReader::nextRow() {
  while (m_sheet->ready.empty()) {
    if (m_sheet->ended) return std::nullopt;
    OW_TRYV(m_sheet->readMore());
  }
  std::optional<Row> row(std::move(m_sheet->ready.front()));
  m_sheet->ready.pop_front();
  m_byteEnd = row->byteEnd;
  return row;
}

XlsxReader::Values XlsxReader::valuesOf(const Row& row) const {
  const std::size_t widest = m_columns.empty() ? kMaxColumns : m_columns.size();
  Values values{{}, row.fault};
  std::size_t bytes = 0;
  std::vector<bool> seen;
  for (const Cell& cell : row.cells) {
    if (!values.fault.empty()) return values;
    auto text = textOf(cell, m_sheet->workbook);
    const auto index = static_cast<std::size_t>(cell.column) - 1;
    if (!text)
      values.fault = cell.kind == CellKind::shared ? "bad_shared_string" : "bad_number";
    else if (text->empty())
      continue;
    else if (text->find('\0') != std::string::npos)
      values.fault = "nul_character";
    else if (index >= widest)
      values.fault = "too_many_fields";
    else if (index < seen.size() && seen[index])
      values.fault = "duplicate_cell";
    else if ((bytes += text->size()) > kMaxRecordBytes || text->size() > kMaxFieldBytes)
      values.fault = "field_too_large";
    if (!values.fault.empty()) return values;
    if (values.fields.size() <= index) values.fields.resize(index + 1);
    if (seen.size() <= index) seen.resize(index + 1);
    seen[index] = true;
    values.fields[index] = std::move(*text);
  }
  return values;
}

base::Result<std::optional<std::variant<Record, RowFault>>> XlsxReader::next() {
  for (;;) {
    OW_TRY(const auto row, nextRow());
    if (!row) return std::nullopt;
    Values values = valuesOf(*row);
    if (!values.fault.empty()) return RowFault{row->number, std::move(values.fault), {}, m_byteEnd};
    if (values.fields.empty()) continue;
    values.fields.resize(m_columns.size());
    return Record{row->number, std::move(values.fields), m_byteEnd};
  }
}

double XlsxReader::fraction() const {
  const auto size = m_sheet->stream->size();
  return size == 0 ? 1.0 : std::min(1.0, static_cast<double>(m_byteEnd) / static_cast<double>(size));
}

}  // namespace ow::intake
