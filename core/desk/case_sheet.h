// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <string>

#include "base/result.h"
#include "desk/case_list.h"
#include "intake/output_file.h"

// The file formats of an export. Only core/desk includes this header.
namespace ow::desk {

inline constexpr std::array<const char*, 17> kCaseColumns{
    "id",        "number", "external_no",      "service",         "title",     "citizen", "state", "outcome",    "channel",
    "opened_at", "due_at", "statutory_due_at", "external_due_at", "closed_at", "light",   "owner", "owner_login"};
using CaseCells = std::array<std::string, kCaseColumns.size()>;

// A table in the making. A failure to write may come late: finish() tells it.
class CaseSheet {
 public:
  virtual ~CaseSheet() = default;
  virtual void add(const CaseCells& cells) = 0;
  // Everything is in the file and on the disk and was read back: how many rows. outputError() says why not; internal
  // (where=export_read_back) when what is read back is no table.
  virtual base::Result<std::int64_t> finish() = 0;
};

// Into the file in the making, which must outlive the sheet.
std::unique_ptr<CaseSheet> caseSheet(ExportFormat format, intake::OutputFile& file);

}  // namespace ow::desk
