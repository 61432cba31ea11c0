// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "centre/postgres_centre.h"
#include "sync/register.h"

namespace ow::centre {

// The register of all halls, on the line of a PostgresCentre: one of its own, so that a clerk does not wait for a long pull, or
// the one that the sync uses, for its looks. Same thread as the line's.
class PostgresRegister final : public sync::CentralRegister {
 public:
  explicit PostgresRegister(std::unique_ptr<PostgresCentre> own);
  explicit PostgresRegister(PostgresCentre& line);  // which outlives it
  ~PostgresRegister() override;

  base::Result<base::Uuid> grantSearch(const domain::CentralQuestion& question, const sync::SearchReason& reason) override;
  base::Result<std::vector<domain::Candidate>> search(const base::Uuid& grant) override;
  base::Result<domain::PartyId> adopt(const base::Uuid& grant, int candidate) override;
  base::Result<sync::LooksTaken> recordLooks(std::span<const sync::SentLook> looks,
                                             std::span<const std::int64_t> seen) override;
  void interrupt() override { m_line.interrupt(); }

 private:
  enum class Again { never, whenSessionEnded };
  // The answer of one function of ow_api; its first parameter is the token.
  base::Result<std::string> ask(const char* sql, std::vector<std::string> parameters, Again again);

  std::unique_ptr<PostgresCentre> m_own;
  PostgresCentre& m_line;
};

}  // namespace ow::centre
