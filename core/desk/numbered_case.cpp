// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/numbered_case.h"

namespace ow::desk {

using base::Result;

Result<NumberedCases> NumberedCases::of(store::Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT DISTINCT source FROM case_record WHERE source IS NOT NULL"));
  NumberedCases cases;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return cases;
    cases.m_sources.push_back(row.text(0));
  }
}

Result<std::optional<domain::CaseId>> NumberedCases::find(store::Connection& connection, std::string_view number) const {
  {
    OW_TRY(auto row, connection.prepare("SELECT id FROM case_record WHERE number = ?1"));
    row.bindText(1, number);
    OW_TRY(const bool any, row.step());
    if (any) return domain::CaseId{row.uuid(0)};
  }
  OW_TRY(auto row, connection.prepare("SELECT id FROM case_record WHERE source = ?1 AND external_no = ?2 LIMIT 1"));
  for (const std::string& source : m_sources) {
    row.reset();
    row.bindText(1, source).bindText(2, number);
    OW_TRY(const bool any, row.step());
    if (any) return domain::CaseId{row.uuid(0)};
  }
  return std::nullopt;
}

}  // namespace ow::desk
