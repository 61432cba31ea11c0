// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_report.h"

#include <cerrno>
#include <fstream>
#include <string>

namespace ow::intake {

using base::ErrorKind;
using base::Result;

namespace {

// Rules and fields are our words, but for the labels of details, which the mapping's author wrote.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

base::Error writeFailure() {
  return base::fail(errno == ENOSPC ? ErrorKind::diskFull : ErrorKind::ioFailure, {{"operation", "write_report"}});
}

}  // namespace

Result<void> writeImportReport(store::Connection& connection, domain::ImportId id, const std::filesystem::path& path) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  errno = 0;
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out << "line,kind,rule,field\r\n";
  OW_TRY(auto row, connection.prepare("SELECT line, kind, rule, field FROM import_fault WHERE import_id = ?1"
                                      " ORDER BY line, kind, rule, field"));
  row.bindUuid(1, id.uuid);
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    out << row.integer(0) << ',' << cell(row.view(1)) << ',' << cell(row.view(2)) << ',' << cell(row.view(3)) << "\r\n";
  }
  out.close();
  std::error_code code;
  if (out) std::filesystem::rename(unfinished, path, code);
  if (out && !code) return base::success();
  const base::Error failure = writeFailure();
  std::filesystem::remove(unfinished, code);
  return failure;
}

}  // namespace ow::intake
