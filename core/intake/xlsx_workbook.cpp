// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xlsx_workbook.h"

#include <charconv>
#include <map>

namespace ow::intake {

namespace {

constexpr std::size_t kMaxSharedBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxSharedStrings = std::size_t{16} << 20;
constexpr std::size_t kMaxStyles = 100'000;
constexpr std::size_t kMaxOneString = std::size_t{1} << 20;
constexpr std::size_t kPartChunk = std::size_t{1} << 16;

int numberOf(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool isTrue(std::string_view text) {
  return text == "1" || text == "true" || text == "on";
}

base::Result<void> parsePart(const ZipArchive& archive, std::string_view path, XmlEvents& events) {
  OW_TRY(const auto stream, archive.read(path));
  XmlParser parser(events, XmlParser::Encoding::declared);
  std::string chunk(kPartChunk, '\0');
  for (;;) {
    OW_TRY(const auto got, stream->read(chunk));
    OW_TRYV(parser.feed(std::string_view(chunk).substr(0, got), got == 0 ? XmlParser::Piece::last : XmlParser::Piece::more));
    if (got == 0) return base::success();
  }
}

struct Relationship {
  std::string kind;  // last word of the type's address
  std::string target;
};

// _rels files: id -> kind and target.
class RelationshipEvents : public XmlEvents {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship" || attributes["TargetMode"] == "External" || found.size() > 10'000) return;
    const std::string_view type = attributes["Type"];
    found[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)), std::string(attributes["Target"])};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, Relationship> found;
};

struct SheetEntry {
  std::string name;
  std::string relationship;
  bool visible = true;
};

class WorkbookEvents : public XmlEvents {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr" && isTrue(attributes["date1904"])) epoch = SerialEpoch::year1904;
    if (element != "sheet" || sheets.size() > 10'000) return;
    const std::string_view state = attributes["state"];
    sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]), state.empty() || state == "visible"});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  SerialEpoch epoch = SerialEpoch::year1900;
  std::vector<SheetEntry> sheets;
};

class StyleEvents : public XmlEvents {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "cellXfs") m_inCellFormats = true;
    if (element == "numFmt" && m_custom.size() < kMaxStyles)
      m_custom[numberOf(attributes["numFmtId"])] = meaningOfFormatCode(attributes["formatCode"]);
    if (element != "xf" || !m_inCellFormats || meanings.size() >= kMaxStyles) return;
    const int format = numberOf(attributes["numFmtId"]);
    const auto custom = m_custom.find(format);
    meanings.push_back(custom == m_custom.end() ? meaningOfBuiltInFormat(format) : custom->second);
  }
  void end(std::string_view element) override { m_inCellFormats = m_inCellFormats && element != "cellXfs"; }
  void text(std::string_view) override {}

  std::vector<NumberMeaning> meanings;

 private:
  bool m_inCellFormats = false;
  std::map<int, NumberMeaning> m_custom;
};

class SharedStringEvents : public XmlEvents {
 public:
  explicit SharedStringEvents(SharedStrings& strings) : m_strings(strings) {}

  void begin(std::string_view element, const XmlAttributes&) override {
    if (element == "si") m_current.clear();
    if (element == "rPh") m_phonetic = true;  // reading aids over Han characters are not part of the text
    m_inText = element == "t" && !m_phonetic;
  }
  void end(std::string_view element) override {
    m_inText = false;
    if (element == "rPh") m_phonetic = false;
    if (element == "si" && !m_strings.add(withoutEscapes(std::move(m_current)))) full = true;
    if (element == "si") m_current = {};
  }
  void text(std::string_view piece) override {
    if (m_inText && m_current.size() <= kMaxOneString) m_current.append(piece);
  }

  bool full = false;

 private:
  SharedStrings& m_strings;
  std::string m_current;
  bool m_inText = false;
  bool m_phonetic = false;
};

// A target is relative to the folder of the part that names it, or absolute within the archive.
std::string partPath(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return std::string(folder) + std::string(target);
}

base::Result<std::string> workbookPath(const ZipArchive& archive) {
  RelationshipEvents root;
  if (archive.contains("_rels/.rels")) OW_TRYV(parsePart(archive, "_rels/.rels", root));
  for (const auto& [id, relationship] : root.found)
    if (relationship.kind == "officeDocument") return partPath("", relationship.target);
  return std::string("xl/workbook.xml");
}

const SheetEntry* chooseSheet(const std::vector<SheetEntry>& sheets, const std::map<std::string, Relationship>& parts,
                              std::string_view wanted) {
  for (const SheetEntry& sheet : sheets) {
    const auto part = parts.find(sheet.relationship);
    if (part == parts.end() || part->second.kind != "worksheet") continue;
    if (wanted.empty() ? sheet.visible : sheet.name == wanted) return &sheet;
  }
  return nullptr;
}

}  // namespace

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= m_ends.size()) return std::nullopt;
  const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
  return std::string_view(m_text).substr(from, m_ends[index] - from);
}

bool SharedStrings::add(std::string_view text) {
  if (m_text.size() + text.size() > kMaxSharedBytes || m_ends.size() >= kMaxSharedStrings) return false;
  m_text.append(text);
  m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
  return true;
}

base::Result<XlsxWorkbook> XlsxWorkbook::read(const ZipArchive& archive, std::string_view sheet) {
  OW_TRY(const auto bookPath, workbookPath(archive));
  const auto slash = bookPath.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : bookPath.substr(0, slash + 1);
  if (!archive.contains(bookPath) || !(bookPath.ends_with("workbook.xml") || archive.contains("[Content_Types].xml")))
    return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "zip"}, {"rule", "no_workbook"}});
  WorkbookEvents book;
  OW_TRYV(parsePart(archive, bookPath, book));
  RelationshipEvents parts;
  const std::string rels = folder + "_rels/" + bookPath.substr(folder.size()) + ".rels";
  if (archive.contains(rels)) OW_TRYV(parsePart(archive, rels, parts));

  const SheetEntry* const chosen = chooseSheet(book.sheets, parts.found, sheet);
  if (chosen == nullptr && !sheet.empty()) return base::fail(base::ErrorKind::notFound, {{"entity", "sheet"}});
  if (chosen == nullptr) return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "xlsx"}, {"rule", "no_sheet"}});

  XlsxWorkbook workbook;
  workbook.sheetPath = partPath(folder, parts.found.at(chosen->relationship).target);
  workbook.epoch = book.epoch;
  for (const auto& [id, part] : parts.found) {
    const std::string path = partPath(folder, part.target);
    if (part.kind == "styles" && archive.contains(path)) {
      StyleEvents styles;
      OW_TRYV(parsePart(archive, path, styles));
      workbook.meaningOfStyle = std::move(styles.meanings);
    } else if (part.kind == "sharedStrings" && archive.contains(path)) {
      SharedStringEvents strings(workbook.strings);
      OW_TRYV(parsePart(archive, path, strings));
      if (strings.full)
        return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxSharedBytes)}, {"unit", "bytes"}});
    }
  }
  return workbook;
}

}  // namespace ow::intake
