// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_report.h"

#include <string>

#include "intake/output_file.h"

namespace ow::intake {

using base::Result;

namespace {

// Rules and fields are our words, but for the labels of details, which the mapping's author wrote.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

Result<void> writeImportReport(store::Connection& connection, domain::ImportId id, const std::filesystem::path& path) {
  OW_TRY(const auto out, OutputFile::create(path, Existing::replace));
  out->write("line,kind,rule,field\r\n");
  OW_TRY(auto row, connection.prepare("SELECT line, kind, rule, field FROM import_fault WHERE import_id = ?1"
                                      " ORDER BY line, kind, rule, field"));
  row.bindUuid(1, id.uuid);
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    out->write(std::to_string(row.integer(0)) + ',' + cell(row.view(1)) + ',' + cell(row.view(2)) + ',' + cell(row.view(3)) +
               "\r\n");
  }
  OW_TRYV(out->close());
  return out->publish();
}

}  // namespace ow::intake
