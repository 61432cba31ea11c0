// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/intake_files.h"

#include <stdlib.h>
#include <zlib.h>

#include <fstream>
#include <stdexcept>

namespace ow::test {

namespace {

void put16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value & 0xFF));
  out.push_back(static_cast<char>((value >> 8) & 0xFF));
}
void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFF);
  put16(out, value >> 16);
}

std::string deflated(std::string_view content, int windowBits) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflateInit2");
  std::string out(deflateBound(&stream, content.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

IntakeFiles::IntakeFiles() {
  std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-intake-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  m_folder = pattern;
}
IntakeFiles::~IntakeFiles() {
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

std::filesystem::path IntakeFiles::write(std::string_view name, std::string_view bytes) const {
  std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path(name);
}

std::filesystem::path IntakeFiles::writeGzip(std::string_view name, std::string_view bytes) const {
  return write(name, deflated(bytes, 15 + 16));
}

ReadAll readAll(const std::filesystem::path& path, const intake::ReadOptions& options) {
  ReadAll all;
  auto opened = intake::openRecords(path, options);
  if (!opened) {
    all.error = opened.error();
    return all;
  }
  const auto& reader = opened.value();
  all.columns = reader->columns();
  if (reader->encoding() != nullptr) all.encoding = *reader->encoding();
  for (;;) {
    auto row = reader->next();
    if (!row) {
      all.error = row.error();
      return all;
    }
    if (!row.value()) return all;
    if (auto* record = std::get_if<intake::Record>(&*row.value()))
      all.records.push_back(std::move(*record));
    else
      all.faults.push_back(std::get<intake::RowFault>(*row.value()));
  }
}

std::string zipOf(const std::vector<ZipPart>& parts) {
  std::string out;
  std::string directory;
  std::vector<std::size_t> placeOf;
  std::vector<std::string> packedOf;
  for (const ZipPart& part : parts) {
    const bool shares = part.sharesDataWith.has_value();
    placeOf.push_back(shares ? placeOf[*part.sharesDataWith] : out.size());
    packedOf.push_back(shares ? packedOf[*part.sharesDataWith] : deflated(part.content, -15));
    const std::string& packed = packedOf.back();
    std::string common;
    put16(common, 20);
    put16(common, part.flags);
    put16(common, 8);
    put32(common, 0);  // time and date
    put32(common, static_cast<std::uint32_t>(
                      crc32(0, reinterpret_cast<const Bytef*>(part.content.data()), static_cast<uInt>(part.content.size()))));
    put32(common, static_cast<std::uint32_t>(packed.size()));
    put32(common, part.declaredBytes.value_or(static_cast<std::uint32_t>(part.content.size())));
    put16(common, static_cast<std::uint32_t>(part.name.size()));
    put16(common, 0);
    if (!shares) {
      put32(out, 0x04034b50);
      out += common + part.name + packed;
    }
    put32(directory, 0x02014b50);
    put16(directory, 20);
    directory += common;
    put16(directory, 0);  // comment
    put16(directory, 0);  // disk
    put16(directory, 0);
    put32(directory, 0);
    put32(directory, static_cast<std::uint32_t>(placeOf.back()));
    directory += part.name;
  }
  const std::size_t directoryAt = out.size();
  out += directory;
  put32(out, 0x06054b50);
  put32(out, 0);
  put16(out, static_cast<std::uint32_t>(parts.size()));
  put16(out, static_cast<std::uint32_t>(parts.size()));
  put32(out, static_cast<std::uint32_t>(directory.size()));
  put32(out, static_cast<std::uint32_t>(directoryAt));
  put16(out, 0);
  return out;
}

std::vector<ZipPart> workbookParts(std::string_view rows, std::string_view sharedStrings, std::string_view styles) {
  const std::string relationships = "<Relationships>";
  std::vector<ZipPart> parts;
  const auto add = [&parts](std::string name, std::string content) {
    parts.push_back({std::move(name), std::move(content), {}, 0, {}});
  };
  add("[Content_Types].xml", "<Types/>");
  add("_rels/.rels",
      relationships + R"(<Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
  add("xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="件" sheetId="1" r:id="r1"/></sheets></workbook>)");
  add("xl/_rels/workbook.xml.rels", relationships +
                                        R"(<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)" +
                                        R"(<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>)" +
                                        R"(<Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>)");
  add("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>");
  if (!sharedStrings.empty()) add("xl/sharedStrings.xml", std::string(sharedStrings));
  if (!styles.empty()) add("xl/styles.xml", std::string(styles));
  return parts;
}

std::filesystem::path sharedData(std::string_view name) {
  const auto path = std::filesystem::path(OW_SHARED_DIR) / "data" / name;
  return std::filesystem::exists(path) ? path : std::filesystem::path();
}

}  // namespace ow::test
