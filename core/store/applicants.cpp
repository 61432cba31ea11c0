// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/applicants.h"

#include "base/time_text.h"

namespace ow::store {

using base::Result;

Result<Applicants> Applicants::of(Connection& connection) {
  OW_TRY(
      auto byCase,
      connection.prepare(
          "SELECT p.kind, p.sex, p.birth_date, p.preferred_language,"
          " (SELECT coalesce(a.grid, a.division_code) FROM address a WHERE a.party_id = p.id"
          "  AND coalesce(a.grid, a.division_code) IS NOT NULL ORDER BY a.kind NOT IN ('residence', 'registered'), a.n LIMIT 1)"
          " FROM case_record c JOIN party p ON p.id = c.party_id WHERE c.n = ?1"));
  return Applicants(std::move(byCase));
}

Result<std::optional<Applicant>> Applicants::ofCase(std::int64_t caseRow) {
  m_byCase.reset();
  m_byCase.bindInt(1, caseRow);
  OW_TRY(const bool any, m_byCase.step());
  if (!any) return std::optional<Applicant>();
  Applicant found;
  found.kind = base::fromCode<domain::PartyKind>(m_byCase.text(0)).value_or(domain::PartyKind::person);
  found.sex = base::fromCode<domain::Sex>(m_byCase.text(1)).value_or(domain::Sex::unknown);
  if (const auto born = base::parseIsoDate(m_byCase.text(2))) found.birthDate = born.value();
  found.language = m_byCase.text(3);
  found.grid = m_byCase.text(4);
  return std::optional(std::move(found));
}

}  // namespace ow::store
