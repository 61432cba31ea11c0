// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_text.h"
#include "desk/case_list.h"
#include "desk/case_sheet.h"
#include "desk/desk.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::int64_t kMostXlsxRows = 1048575;
constexpr std::size_t kPage = 2000;

CaseCells cellsOf(const CaseListRow& row, const base::TimeZone& zone) {
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
          row.owner,
          row.ownerLogin};
}

struct Written {
  std::int64_t rows = 0, readBack = 0;
};

Result<Written> writeAll(Desk& desk, const CaseSelection& selection, ExportFormat format, intake::OutputFile& file,
                         const std::function<void(std::int64_t)>& progress) {
  const auto sheet = caseSheet(format, file);
  Written written;
  std::int64_t& rows = written.rows;
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
  OW_TRY(written.readBack, sheet->finish());
  return written;
}

}  // namespace

Result<std::int64_t> exportCases(Desk& desk, const CaseSelection& selection, const std::filesystem::path& to,
                                 ExportFormat format, const std::function<void(std::int64_t)>& progress) {
  OW_TRY(const auto file, intake::OutputFile::create(to, intake::Existing::refuse));
  OW_TRY(const auto written, writeAll(desk, selection, format, *file, progress));
  if (written.readBack != written.rows)
    return base::fail(
        ErrorKind::internal,
        {{"where", "export_read_back"}, {"written", std::to_string(written.rows)}, {"read", std::to_string(written.readBack)}});
  OW_TRYV(file->publish());
  return written.readBack;
}

}  // namespace ow::desk
