// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace ow::intake {

namespace {

constexpr std::size_t kDialectSample = std::size_t{1} << 16;
constexpr std::size_t kForgetFrom = std::size_t{1} << 18;

bool holds(std::string_view text, char wanted) {
  return std::memchr(text.data(), wanted, text.size()) != nullptr;
}

bool isBlankText(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

}  // namespace

// A record while it is scanned: [from, at) in the buffer, line end included.
struct CsvReader::Draft {
  std::size_t from = 0;
  std::size_t at = 0;
  std::vector<std::string> fields;
  std::size_t fieldCount = 0;  // goes on where `fields` stops at kMaxColumns
  bool quoted = false;
  bool strayQuote = false;  // a quote inside of a quoted value that nobody doubled
  std::string fault;
  std::vector<base::Fact> facts;
};

CsvReader::CsvReader(std::unique_ptr<TextSource> text) : m_text(std::move(text)) {}

base::Result<std::unique_ptr<RecordReader>> CsvReader::open(std::unique_ptr<TextSource> text, const ReadOptions& options) {
  std::unique_ptr<CsvReader> reader(new CsvReader(std::move(text)));
  while (reader->m_buffer.size() < kDialectSample && reader->more()) continue;
  if (reader->m_broken) return *reader->m_broken;
  reader->m_dialect = detectDialect(std::string_view(reader->m_buffer).substr(0, kDialectSample), options.delimiter);
  if (options.blanks == Blanks::keep) reader->m_dialect.leadingBlanks = CsvDialect::LeadingBlanks::keep;
  if (options.blanks == Blanks::trim) reader->m_dialect.leadingBlanks = CsvDialect::LeadingBlanks::trim;
  for (const char stop : {reader->m_dialect.delimiter, '\n', '\r'}) reader->m_stops[static_cast<unsigned char>(stop)] = true;
  OW_TRYV(reader->readHeader());
  return std::unique_ptr<RecordReader>(std::move(reader));
}

base::Result<void> CsvReader::readHeader() {
  m_at = m_dialect.prologueBytes;
  m_line = m_at > 0 ? 2 : 1;
  Draft header;
  do {
    if (charAt(m_at) < 0) return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "empty"}});
    header = scanRecord();
    if (m_broken) return *m_broken;
    if (header.fault == "field_too_large")
      return base::fail(base::ErrorKind::tooLarge,
                        {{"limit", std::to_string(kMaxFieldBytes)}, {"unit", "bytes"}, {"in", "header"}});
    judge(header);
    if (!header.fault.empty())
      return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "csv"}, {"rule", header.fault}, {"in", "header"}});
    moveBehind(header);
  } while (header.fieldCount == 1 && !header.quoted && isBlankText(header.fields.front()));
  if (header.fieldCount > kMaxColumns)
    return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxColumns)}, {"unit", "columns"}});
  m_columns = uniqueColumnNames(std::move(header.fields));
  return base::success();
}

base::Result<std::optional<std::variant<Record, RowFault>>> CsvReader::next() {
  for (;;) {
    forgetRead();
    if (charAt(m_at) < 0) break;
    Draft draft = scanRecord();
    if (m_broken) break;
    judge(draft);
    const bool blankLine = draft.fault.empty() && draft.fieldCount == 1 && !draft.quoted && isBlankText(draft.fields.front());
    if (!blankLine) return finish(std::move(draft));
    moveBehind(draft);
  }
  if (m_broken) return *m_broken;
  return std::nullopt;
}

double CsvReader::fraction() const {
  const auto produced = offsetOf(m_buffer.size());
  if (produced == 0) return 1.0;
  return m_text->bytes().fraction() * static_cast<double>(offsetOf(m_at)) / static_cast<double>(produced);
}

bool CsvReader::more() {
  if (m_ended || m_broken) return false;
  auto piece = m_text->next();
  if (!piece) {
    m_broken = std::move(piece).error();
    return false;
  }
  m_ended = piece.value().empty();
  m_buffer.append(piece.value());
  return !m_ended;
}

int CsvReader::charAt(std::size_t at) {
  while (at >= m_buffer.size())
    if (!more()) return -1;
  return static_cast<unsigned char>(m_buffer[at]);
}

bool CsvReader::isLineEnd(std::size_t at) {
  const int c = charAt(at);
  if (c == '\n') return true;
  if (c != '\r') return false;
  if (m_dialect.lineEnds == CsvDialect::LineEnds::carriageReturn) return true;
  const int following = charAt(at + 1);
  return following == '\n' || following < 0;
}

std::size_t CsvReader::behindLineEnd(std::size_t at) {
  return charAt(at) == '\r' && charAt(at + 1) == '\n' ? at + 2 : at + 1;
}

void CsvReader::forgetRead() {
  if (m_at < kForgetFrom) return;
  m_buffer.erase(0, m_at);
  m_forgotten += static_cast<std::int64_t>(m_at);
  m_at = 0;
}

CsvReader::Draft CsvReader::scanRecord() {
  Draft draft;
  draft.from = m_at;
  draft.fields.reserve(m_columns.size());
  std::size_t at = m_at;
  for (;;) {
    at = scanField(draft, at);
    if (!draft.fault.empty() || charAt(at) != static_cast<unsigned char>(m_dialect.delimiter)) break;
    ++at;
  }
  const bool stoppedAtLineEnd = draft.fault.empty() && charAt(at) >= 0;
  draft.at = stoppedAtLineEnd ? behindLineEnd(at) : at;
  return draft;
}

std::size_t CsvReader::scanField(Draft& draft, std::size_t at) {
  if (m_dialect.leadingBlanks == CsvDialect::LeadingBlanks::trim)
    for (const std::size_t from = at; charAt(at) == ' ' && !heavy(draft, from, at);) ++at;
  if (!draft.fault.empty()) return at;
  return charAt(at) == '"' ? scanQuoted(draft, at + 1) : scanPlain(draft, at);
}

std::size_t CsvReader::scanPlain(Draft& draft, std::size_t at) {
  const std::size_t from = at;
  for (;;) {
    while (at < m_buffer.size() && !m_stops[static_cast<unsigned char>(m_buffer[at])]) ++at;
    if (heavy(draft, from, at)) return at;
    if (at >= m_buffer.size() && more()) continue;
    const bool partOfValue = charAt(at) == '\r' && !isLineEnd(at);
    if (!partOfValue) break;
    ++at;
  }
  keep(draft, m_buffer.substr(from, at - from));
  return at;
}

// `at` stands behind the opening quote. A quote inside that nobody doubled is taken for part of the value.
std::size_t CsvReader::scanQuoted(Draft& draft, std::size_t at) {
  draft.quoted = true;
  const std::size_t from = at;
  std::string field;
  for (;;) {
    const std::size_t run = at;
    const bool oneLine = offsetOf(at) < m_oneLineRecordsUntil;
    while (at < m_buffer.size() && m_buffer[at] != '"' && !(oneLine && (m_buffer[at] == '\n' || m_buffer[at] == '\r'))) ++at;
    field.append(m_buffer, run, at - run);
    if (heavy(draft, from, at)) break;
    const int c = charAt(at);
    if (c < 0 || (oneLine && isLineEnd(at))) {
      draft.fault = "unclosed_quote";
      break;
    }
    if (c == '\n' || c == '\r') field.push_back(m_buffer[at++]);
    if (c != '"') continue;
    const std::size_t behind = closingQuoteEnd(at + 1);
    if (behind == 0) {
      const bool doubled = charAt(at + 1) == '"';
      draft.strayQuote = draft.strayQuote || !doubled;
      at += doubled ? 2 : 1;
      field.push_back('"');
      continue;
    }
    keep(draft, std::move(field));
    return behind;
  }
  return at;
}

// Whether the quote before `at` closes the value: then where the field ends, else 0.
std::size_t CsvReader::closingQuoteEnd(std::size_t at) {
  if (charAt(at) == '"') return 0;
  const std::size_t furthest = at + 64;
  while (at < furthest && charAt(at) == ' ' && m_dialect.delimiter != ' ') ++at;
  const int c = charAt(at);
  return c < 0 || c == static_cast<unsigned char>(m_dialect.delimiter) || isLineEnd(at) ? at : 0;
}

void CsvReader::keep(Draft& draft, std::string field) {
  ++draft.fieldCount;
  if (draft.fieldCount <= kMaxColumns + 1) draft.fields.push_back(std::move(field));
}

bool CsvReader::heavy(Draft& draft, std::size_t fieldFrom, std::size_t at) const {
  if (at - fieldFrom <= kMaxFieldBytes && at - draft.from <= kMaxRecordBytes) return false;
  draft.fault = "field_too_large";
  draft.facts = {{"limit", std::to_string(at - fieldFrom > kMaxFieldBytes ? kMaxFieldBytes : kMaxRecordBytes)}};
  return true;
}

// The last line of a file that stops in the middle of a character: whatever else is wrong with it follows from that.
bool CsvReader::isCutOff(const Draft& draft) {
  return charAt(draft.at) < 0 && m_text->wasCut() && linesIn(draft.from, draft.at) == 0;
}

// Faults that show only when the record is complete.
void CsvReader::judge(Draft& draft) {
  if (isCutOff(draft)) draft.fault = "truncated";
  if (!draft.fault.empty()) return;
  const std::string_view raw = std::string_view(m_buffer).substr(draft.from, draft.at - draft.from);
  if (holds(raw, kInvalidMark)) {
    draft.fault = "encoding";
  } else if (holds(raw, '\0')) {
    draft.fault = "nul_character";
  }
  const bool isHeader = m_columns.empty();
  const bool blankLine = draft.fieldCount == 1 && !draft.quoted && isBlankText(draft.fields.front());
  if (!draft.fault.empty() || isHeader || blankLine) return;
  // Empty fields behind the last column are what spreadsheets leave; anything else there is a row that shifted.
  while (draft.fieldCount == draft.fields.size() && draft.fields.size() > m_columns.size() && draft.fields.back().empty()) {
    draft.fields.pop_back();
    --draft.fieldCount;
  }
  // Over several lines such a quote is more likely the beginning of the next row's value.
  if (draft.strayQuote && linesIn(draft.from, draft.at - 1) > 0) draft.fault = "unclosed_quote";
  if (draft.fieldCount == m_columns.size() || !draft.fault.empty()) return;
  draft.fault = draft.fieldCount < m_columns.size() ? "too_few_fields" : "too_many_fields";
  draft.facts = {{"fields", std::to_string(draft.fieldCount)}, {"expected", std::to_string(m_columns.size())}};
}

std::int64_t CsvReader::linesIn(std::size_t from, std::size_t to) const {
  const std::string_view text = std::string_view(m_buffer).substr(from, to - from);
  std::int64_t lines = std::count(text.begin(), text.end(), '\n');
  if (m_dialect.lineEnds == CsvDialect::LineEnds::lineFeed) return lines;
  for (std::size_t i = 0; i < text.size(); ++i)
    lines += text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n') ? 1 : 0;
  return lines;
}

void CsvReader::moveBehind(const Draft& draft) {
  m_line += draft.quoted ? linesIn(draft.from, draft.at) : 1;
  m_at = draft.at;
}

// The record ran over several lines and came to nothing good: the quote in its first line was likely never closed. Only that
// line is given up; those behind it are read each for itself, so that no scan is repeated line by line.
void CsvReader::giveUpFirstLine(const Draft& draft) {
  std::size_t at = draft.from;
  while (!isLineEnd(at)) ++at;
  m_at = behindLineEnd(at);
  ++m_line;
  m_oneLineRecordsUntil = std::max(m_oneLineRecordsUntil, offsetOf(draft.at));
}

void CsvReader::skipLine(std::size_t from) {
  const bool lineFeeds = m_dialect.lineEnds == CsvDialect::LineEnds::lineFeed;
  m_at = from;
  for (;;) {
    m_at = std::min(lineFeeds ? m_buffer.find('\n', m_at) : m_buffer.find_first_of("\r\n", m_at), m_buffer.size());
    forgetRead();
    if (charAt(m_at) < 0) return;
    if (isLineEnd(m_at)) break;
  }
  m_at = behindLineEnd(m_at);
  ++m_line;
}

std::variant<Record, RowFault> CsvReader::finish(Draft draft) {
  const std::int64_t line = m_line;
  if (draft.fault.empty()) {
    moveBehind(draft);
    return Record{line, std::move(draft.fields), offsetOf(m_at)};
  }
  const bool manyLines = draft.quoted && linesIn(draft.from, std::max(draft.at, draft.from + 1) - 1) > 0;
  const bool countedWrong = draft.fault == "too_few_fields" || draft.fault == "too_many_fields";
  const bool broken = draft.fault == "unclosed_quote" || draft.fault == "field_too_large";
  if (manyLines && (countedWrong || broken)) {
    draft.fault = "unclosed_quote";
    draft.facts.clear();
    giveUpFirstLine(draft);
  } else if (broken) {
    skipLine(draft.at);
  } else {
    moveBehind(draft);
  }
  return RowFault{line, std::move(draft.fault), std::move(draft.facts), offsetOf(m_at)};
}

}  // namespace ow::intake
