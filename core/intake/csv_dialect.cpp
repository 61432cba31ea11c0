// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/csv_dialect.h"

#include <algorithm>
#include <array>
#include <map>

namespace ow::intake {

namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
constexpr std::size_t kRowsLookedAt = 500;

CsvDialect::LineEnds detectLineEnds(std::string_view text) {
  std::size_t lineFeeds = 0;
  std::size_t lonely = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    lineFeeds += text[i] == '\n' ? 1 : 0;
    lonely += text[i] == '\r' && i + 1 < text.size() && text[i + 1] != '\n' ? 1 : 0;
  }
  return lonely > lineFeeds ? CsvDialect::LineEnds::carriageReturn : CsvDialect::LineEnds::lineFeed;
}

// What one delimiter would make of the text.
struct Reading {
  std::map<std::size_t, std::size_t> rowsByWidth;
  std::size_t rows = 0;
  std::size_t laterFields = 0;  // not the first of their row
  std::size_t blankFirst = 0;   // of these: those that begin with a blank

  std::size_t usualWidth() const {
    const auto usual = std::max_element(rowsByWidth.begin(), rowsByWidth.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    return usual == rowsByWidth.end() ? 0 : usual->first;
  }
  double steadiness() const {
    return rows == 0 ? 0.0 : static_cast<double>(rowsByWidth.at(usualWidth())) / static_cast<double>(rows);
  }
};

Reading readWith(std::string_view text, char delimiter, char lineEnd) {
  Reading reading;
  std::size_t width = 1;
  bool inQuotes = false;
  bool fieldBegins = true;
  for (std::size_t i = 0; i < text.size() && reading.rows < kRowsLookedAt; ++i) {
    const char c = text[i];
    if (c == '"' && (inQuotes || fieldBegins)) {
      inQuotes = !inQuotes;
    } else if (!inQuotes && c == delimiter) {
      ++width;
      ++reading.laterFields;
      reading.blankFirst += i + 1 < text.size() && text[i + 1] == ' ' ? 1 : 0;
      fieldBegins = true;
      continue;
    } else if (!inQuotes && c == lineEnd) {
      ++reading.rowsByWidth[width];
      ++reading.rows;
      width = 1;
      fieldBegins = true;
      continue;
    }
    fieldBegins = fieldBegins && c == ' ';
  }
  if (reading.rows == 0) {
    ++reading.rowsByWidth[width];
    reading.rows = 1;
  }
  return reading;
}

std::optional<char> announcedDelimiter(std::string_view line) {
  if (line.size() != 5 || !line.starts_with("sep=")) return std::nullopt;
  return line[4];
}

char likeliestDelimiter(std::string_view text, char lineEnd) {
  char best = kDelimiters.front();
  double bestScore = 0.0;
  for (const char candidate : kDelimiters) {
    const Reading reading = readWith(text, candidate, lineEnd);
    if (reading.usualWidth() < 2) continue;
    // Steadiness tells; among equals the one that finds more columns.
    const double score = reading.steadiness() + 0.001 * static_cast<double>(std::min<std::size_t>(reading.usualWidth(), 90));
    if (score <= bestScore) continue;
    best = candidate;
    bestScore = score;
  }
  return best;
}

}  // namespace

CsvDialect detectDialect(std::string_view text, std::optional<char> delimiter) {
  CsvDialect dialect;
  dialect.lineEnds = detectLineEnds(text);
  const char lineEnd = dialect.lineEnds == CsvDialect::LineEnds::lineFeed ? '\n' : '\r';
  const std::size_t firstEnd = text.find(lineEnd);
  if (firstEnd != std::string_view::npos) {
    std::string_view first = text.substr(0, firstEnd);
    if (first.ends_with('\r')) first.remove_suffix(1);
    if (const auto announced = announcedDelimiter(first)) {
      dialect.prologueBytes = firstEnd + 1;
      if (!delimiter) delimiter = announced;
    }
  }
  text.remove_prefix(dialect.prologueBytes);
  dialect.delimiter = delimiter ? *delimiter : likeliestDelimiter(text, lineEnd);
  const Reading reading = readWith(text, dialect.delimiter, lineEnd);
  const bool decorated = reading.laterFields > 0 && reading.blankFirst * 100 >= reading.laterFields * 95;
  dialect.leadingBlanks = decorated ? CsvDialect::LeadingBlanks::trim : CsvDialect::LeadingBlanks::keep;
  return dialect;
}

}  // namespace ow::intake
