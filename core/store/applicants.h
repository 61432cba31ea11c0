// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/party.h"
#include "store/sqlite.h"

namespace ow::store {

// What of an applicant tells which group he belongs to: nothing that names him.
struct Applicant {
  domain::PartyKind kind = domain::PartyKind::person;
  domain::Sex sex = domain::Sex::unknown;
  std::optional<base::Date> birthDate;
  std::string language;  // BCP 47; empty: not known
  std::string grid;      // 网格 code, else division, of the residence or seat; empty: not known
};

// Looks applicants up case by case, with one statement. One thread, as the connection.
class Applicants {
 public:
  static base::Result<Applicants> of(Connection& connection);
  // Nothing: the case names nobody, or somebody who is not known here.
  base::Result<std::optional<Applicant>> ofCase(std::int64_t caseRow);

 private:
  explicit Applicants(Statement byCase) : m_byCase(std::move(byCase)) {}
  Statement m_byCase;
};

}  // namespace ow::store
