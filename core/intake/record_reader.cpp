// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/record_reader.h"

#include <algorithm>

#include <unordered_set>

#include "intake/csv_reader.h"
#include "intake/open311_reader.h"
#include "intake/xlsx_reader.h"

namespace ow::intake {

namespace {

using namespace std::string_view_literals;

enum class Content { csv, json, xml, xlsx };

base::Error unreadable(std::string format) {
  return base::fail(base::ErrorKind::unsupportedFormat, {{"format", std::move(format)}});
}

std::string_view withoutBlanksInFront(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  return from == std::string_view::npos ? std::string_view() : text.substr(from);
}

// A list of objects or an empty list; a delimited text may well begin with a bracket of its own.
bool beginsAsJson(std::string_view text) {
  if (text.empty() || (text.front() != '[' && text.front() != '{')) return false;
  const std::string_view inside = withoutBlanksInFront(text.substr(1));
  if (inside.empty()) return true;
  return text.front() == '[' ? inside.front() == '{' || inside.front() == ']' : inside.front() == '"' || inside.front() == '}';
}

bool beginsAsHtml(std::string_view text) {
  std::string lower(text.substr(0, 64));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower.starts_with("<!doctype html") || lower.starts_with("<html");
}

base::Result<Content> contentByMagic(std::string_view bytes) {
  if (bytes.empty()) return unreadable("empty");
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return Content::xlsx;
  if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return unreadable("ole");
  if (bytes.starts_with("%PDF-"sv)) return unreadable("pdf");
  return Content::csv;
}

base::Result<Content> contentByText(std::string_view bytes, const EncodingGuess& encoding) {
  OW_TRY(auto decoder, TextDecoder::create(encoding));
  const std::string decoded = decoder.decode(bytes, SampleEnd::cut);
  const std::string_view text = withoutBlanksInFront(decoded);
  if (text.empty()) return unreadable("empty");
  if (beginsAsHtml(text)) return unreadable("html");
  if (beginsAsJson(text)) return Content::json;
  return text.front() == '<' ? Content::xml : Content::csv;
}

base::Result<std::unique_ptr<TextSource>> openText(const std::filesystem::path& path, const ReadOptions& options) {
  OW_TRY(auto bytes, ByteSource::open(path));
  return TextSource::open(std::move(bytes), options.encoding);
}

base::Result<std::unique_ptr<RecordReader>> openOpen311(const std::filesystem::path& path, const ReadOptions& options,
                                                        Content content) {
  return Open311Reader::open(options.open311, [&]() -> base::Result<std::unique_ptr<Open311Elements>> {
    OW_TRY(auto text, openText(path, options));
    return content == Content::json ? open311Json(std::move(text)) : open311Xml(std::move(text));
  });
}

}  // namespace

RecordReader::~RecordReader() = default;

base::Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path, const ReadOptions& options) {
  constexpr std::size_t kEnoughToTell = 4'096;
  OW_TRY(auto bytes, ByteSource::open(path));
  OW_TRY(const auto peeked, bytes->peek(kEnoughToTell));
  const std::string beginning(peeked);
  OW_TRY(auto content, contentByMagic(beginning));
  if (content == Content::xlsx) return XlsxReader::open(path, options);
  OW_TRY(auto text, TextSource::open(std::move(bytes), options.encoding));
  OW_TRY(content, contentByText(std::string_view(beginning).substr(text->encoding().bomBytes), text->encoding()));
  if (content != Content::csv) return openOpen311(path, options, content);
  return CsvReader::open(std::move(text), options);
}

int columnNamed(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : int(found - names.begin());
}

std::vector<std::string> uniqueColumnNames(std::vector<std::string> names) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto from = names[i].find_first_not_of(kBlanks);
    names[i] = from == std::string::npos ? std::string() : names[i].substr(from, names[i].find_last_not_of(kBlanks) - from + 1);
    if (!names[i].empty()) continue;
    names[i] = "column " + std::to_string(i + 1);
  }
  for (std::string& name : names) {
    std::string unique = name;
    for (int n = 2; !taken.insert(unique).second; ++n) unique = name + " (" + std::to_string(n) + ")";
    name = std::move(unique);
  }
  return names;
}

}  // namespace ow::intake
